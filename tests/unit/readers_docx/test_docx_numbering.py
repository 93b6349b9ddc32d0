"""Automatic numbers as Word shows them."""

from __future__ import annotations

import pytest
from docx_maker import document, first, levels, lines, num, numbered, p

from modmigrate.text.numerals import shown


def markers(body: str, **more: str) -> list[str]:
    return [line.rpartition(" ")[0] for line in lines(document(body, **more))]


THREE = levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%1.%2.%3"))


def test_deeper_levels_begin_anew_below_each_outer_item() -> None:
    body = "".join(numbered("x", n) for n in (0, 1, 1, 2, 0, 1, 2))
    assert markers(body, numbering=THREE) == ["1.", "a)", "b)", "1.b.i", "2.", "a)", "2.a.i"]


def test_a_list_goes_on_after_an_interruption() -> None:
    assert markers(numbered("x") + p("jeda y") + numbered("x"), numbering=THREE)[::2] == ["1.", "2."]


def test_lists_of_one_definition_count_on_until_a_start_override() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = numbered("x") + numbered("x", 0, 2) + numbered("x", 0, 3) + numbered("x", 0, 3) + numbered("x")
    assert markers(body, numbering=THREE + num(2) + num(3, override)) == ["1.", "2.", "5.", "6.", "7."]


def test_a_level_override_changes_the_look_only() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl>'
    look = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    assert markers(numbered("x") + numbered("x", 0, 2), numbering=THREE + num(2, look)) == ["1.", "II)"]


def test_restart_zero_never_begins_anew() -> None:
    never = levels(("decimal", "%1."), ("decimal", "%2)"), more='<w:lvlRestart w:val="0"/>')
    assert markers("".join(numbered("x", n) for n in (0, 1, 0, 1)), numbering=never) == ["1.", "1)", "2.", "2)"]


def test_legal_numbering_shows_digits() -> None:
    legal = levels(("upperRoman", "%1."), ("upperLetter", "%1.%2"))
    legal = legal.replace('<w:lvlText w:val="%1.%2"/>', '<w:lvlText w:val="%1.%2"/><w:isLgl/>')
    assert markers(numbered("x") + numbered("x", 1), numbering=legal) == ["I.", "1.1"]


def test_number_zero_removes_the_numbers_of_a_style() -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/>{listed}</w:style>'
    style = '<w:pStyle w:val="L"/>'
    body = p("x", props=style) + p("y", props=style + '<w:numPr><w:numId w:val="0"/></w:numPr>') + p("z", props=style)
    assert lines(document(body, styles=styles, numbering=THREE)) == ["1. x", "y", "2. z"]


def test_a_style_s_level_is_the_one_that_names_it() -> None:
    linked = levels(("upperRoman", "BAB %1"), ("decimal", "%1.%2"))
    for n, style in enumerate("AB"):
        linked = linked.replace(f'<w:lvl w:ilvl="{n}">', f'<w:lvl w:ilvl="{n}"><w:pStyle w:val="{style}"/>')
    # The list that the styles name is not the first of its definition.
    style = ('<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:pPr><w:numPr><w:numId w:val="4"/>'
             "</w:numPr></w:pPr></w:style>")  # fmt: skip
    body = "".join(p("x", props=f'<w:pStyle w:val="{s}"/>') for s in "ABB")
    assert markers(body, numbering=linked + num(4), styles=style.format("A") + style.format("B")) == [
        "BAB I", "I.1", "I.2",
    ]  # fmt: skip


def test_a_style_that_a_level_names_but_that_names_no_list_has_no_number() -> None:
    linked = levels(("decimal", "%1.")).replace('<w:lvl w:ilvl="0">', '<w:lvl w:ilvl="0"><w:pStyle w:val="A"/>')
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/></w:style>'
    assert lines(document(p("x", props='<w:pStyle w:val="A"/>'), numbering=linked, styles=styles)) == ["x"]


def test_empty_and_inserted_paragraphs_count_and_deleted_ones_do_not() -> None:
    deleted = numbered("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>").replace(
        "<w:numPr>", "<w:rPr><w:del/></w:rPr><w:numPr>"
    )
    inserted = numbered(f"<w:ins>{'<w:r><w:t>x</w:t></w:r>'}</w:ins>")
    body = (
        numbered("x")
        + numbered("")
        + deleted
        + inserted
        + f"<w:sdt><w:sdtContent>{numbered('x')}</w:sdtContent></w:sdt>"
    )
    assert markers(body, numbering=THREE) == ["1.", "3.", "4."]


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [("\uf0b7", "Symbol", "•"), ("\uf0fc", "Wingdings", "✓"), ("\uf0a8", "Wingdings", "☐"), ("o", "Courier New", "•"),
     ("\uf0b7", "Unheard", "•"), ("–", "Arial", "–"), ("", "Symbol", "•")],
)  # fmt: skip
def test_bullets_of_symbol_fonts(text: str, font: str, seen: str) -> None:
    bullet = levels(("bullet", text), more=f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>')
    assert markers(numbered("x"), numbering=bullet) == [seen]


def test_a_custom_format_pads_with_zeros() -> None:
    custom = levels(("decimal", "%1.")).replace(
        '<w:numFmt w:val="decimal"/>',
        '<mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
    )
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    custom = custom.replace("<mc:AlternateContent>", f"<mc:AlternateContent {w14}>")
    assert markers(numbered("x"), numbering=custom) == ["001."]


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [("upperLetter", 28, "BB"), ("upperRoman", 1994, "MCMXCIV"), ("hebrew1", 15, "טו"), ("hindiNumbers", 12, "١٢"),
     ("chineseCounting", 21, "二十一"), ("decimalZero", 7, "07"), ("decimalEnclosedCircle", 3, "③"),
     ("numberInDash", 4, "- 4 -"), ("unheardOf", 4, "4"), ("none", 4, "")],
)  # fmt: skip
def test_number_formats(kind: str, number: int, text: str) -> None:
    assert shown(number, kind) == text


INDENTED = levels(("decimal", "%1."), more='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')


def test_a_level_indents_its_items() -> None:
    assert first(document(numbered("x"), numbering=INDENTED)).layout.indent == 36


def test_an_item_s_own_indent_wins_over_its_level_s() -> None:
    own = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="200"/>'
    assert first(document(p("x", props=own), numbering=INDENTED)).layout.indent == 10


@pytest.mark.parametrize(("num_pr", "indent"), [("", 36), ('<w:numPr><w:numId w:val="1"/></w:numPr>', 10)])
def test_a_style_s_indent_wins_over_that_of_the_list_it_names_itself(num_pr: str, indent: float) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/>'
        f'<w:pPr>{num_pr}<w:ind w:left="200"/></w:pPr></w:style>'
    )
    own = "" if num_pr else '<w:numPr><w:numId w:val="1"/></w:numPr>'
    found = document(p("x", props=f'<w:pStyle w:val="L"/>{own}'), numbering=INDENTED, styles=styles)
    assert first(found).layout.indent == indent


def test_ordinals_before_a_full_stop_have_one() -> None:
    found = document(numbered("x") + numbered("y", 1), numbering=levels(("ordinal", "%1"), ("decimal", "%1.%2")))
    assert lines(found) == ["1. x", "1.1 y"]
