"""Lists: labels as the document shows them, what nests in what, and text that belongs to an item."""

from __future__ import annotations

from collections.abc import Iterable

from modmigrate import document as doc
from modmigrate import module as mod
from modmigrate.recogniser import recognise


def item(
    label: str, number: int = 0, kind: str = "decimal", level: int = 0, indent: float = 36, of: str = "1"
) -> doc.Paragraph:
    marker = doc.Marker(label, kind, number, level, of)
    text = f"Item {label} of the list"
    return doc.Paragraph((doc.Span(text),), marker=marker, layout=doc.Layout(indent=indent))


def text(words: str, indent: float = 0.0) -> doc.Paragraph:
    return doc.Paragraph((doc.Span(words),), layout=doc.Layout(indent=indent))


def lists(*paragraphs: doc.Paragraph) -> tuple[mod.Block, ...]:
    head = doc.Paragraph((doc.Span("Keeping the books"),), level=1)
    opening = text("What a small shop writes down every single day of the week.")
    module, _ = recognise(doc.Document((head, opening, *paragraphs)), "en")
    return module.chapters[0].content[1:]


def shown(blocks: Iterable[mod.Block], depth: int = 0) -> list[str]:
    """Each item as its list shows it, `>` for each level; other blocks as their text."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, mod.List):
            for n, entry in enumerate(block.items):
                count = "" if block.style == "bullet" else f" {block.start + n}"
                out.append(">" * (depth + 1) + (entry.label or block.style + count))
                out += shown(entry.content, depth + 1)
        else:
            out.append(">" * depth + mod_text(block))
    return out


def mod_text(block: mod.Block) -> str:
    assert isinstance(block, mod.Paragraph)
    return block.text


def bullet(level: int = 0, indent: float = 36.0, of: str = "2", sign: str = "•") -> doc.Paragraph:
    return item(sign, 0, "bullet", level, indent, of)


def test_labels_of_several_levels_stay_as_they_are() -> None:
    found = lists(
        item("1.", 1), item("1.1", 1, level=1), item("1.2", 2, level=1), item("2.", 2), item("2.1", 1, level=1)
    )
    assert shown(found) == [">1 1", ">>1.1", ">>1.2", ">1 2", ">>2.1"]


def test_a_list_that_goes_on_behind_other_text_keeps_its_labels() -> None:
    found = lists(item("1.", 1), item("1.1", 1, level=1), text("Between."), item("1.2", 2, level=1), item("2.", 2))
    assert shown(found) == [">1 1", ">>1.1", "Between.", ">1.2", ">1 2"]


def test_a_count_that_begins_anew_or_leaps_begins_a_new_list() -> None:
    assert shown(lists(item("1.", 1), item("1.", 1, of="2"), item("4.", 4, of="2"))) == [">1 1", ">1 1", ">1 4"]


def test_letters_beside_numbers_of_one_list_stay_letters() -> None:
    found = lists(item("1", 1), item("B", 2, "upperLetter"), item("C", 3, "upperLetter"), item("4", 4))
    assert shown(found) == [">1 1", ">A 2", ">A 3", ">1 4"]


def test_bullets_between_numbers_at_the_same_indent_belong_to_the_number_above_them() -> None:
    found = lists(item("1.", 1), item("2.", 2), bullet(), bullet(), item("3.", 3))
    assert shown(found) == [">1 1", ">1 2", ">>bullet", ">>bullet", ">1 3"]


def test_brackets_are_part_of_the_style() -> None:
    found = lists(
        item("a)", 1, "lowerLetter"), item("(1)", 1, level=1), item("(2)", 2, level=1), item("b)", 2, "lowerLetter")
    )
    assert shown(found) == [">a) 1", ">>(1) 1", ">>(1) 2", ">a) 2"]


def test_labels_no_browser_counts_are_kept_as_text() -> None:
    assert shown(lists(item("א.", 1, "hebrew1"), item("ב.", 2, "hebrew1"))) == [">א.", ">ב."]
    assert shown(lists(item("一、", 1, "chineseCounting"), item("二、", 2, "chineseCounting"))) == [">一、", ">二、"]
    assert shown(lists(item("Pasal 1", 1), item("Pasal 2", 2))) == [">Pasal 1", ">Pasal 2"]


def test_ticks_and_crosses_say_something_and_stay() -> None:
    assert shown(lists(bullet(sign="✓"), bullet(sign="✗"), bullet(sign="➢"))) == [">✓", ">✗", ">bullet"]


def test_text_as_far_right_as_the_items_between_them_belongs_to_the_item_above() -> None:
    found = lists(
        item("1.", 1), text("More on one.", 36), item("2.", 2), text("More on two.", 36), text("After the list.")
    )
    assert shown(found) == [">1 1", ">More on one.", ">1 2", ">More on two.", "After the list."]


def test_text_behind_a_list_belongs_to_its_last_item_only_if_it_stands_further_right_than_the_text_before() -> None:
    inside = lists(text("Before it:"), item("1.", 1), item("2.", 2), text("More on two.", 36))
    assert shown(inside) == ["Before it:", ">1 1", ">1 2", ">More on two."]
    beside = lists(text("Before it:", 36), item("1.", 1), item("2.", 2), text("After it.", 36))
    assert shown(beside) == ["Before it:", ">1 1", ">1 2", "After it."]


def test_a_long_text_behind_an_item_stays_outside_of_the_list() -> None:
    more = [text(f"A paragraph with the number {n}.", 36) for n in range(12)]
    found = lists(item("1.", 1), *more, item("2.", 2))
    assert shown(found)[:2] == [">1 1", "A paragraph with the number 0."]
    assert shown(found)[-1] == ">1 2"


def test_text_below_an_inner_list_belongs_to_the_item_it_stands_under() -> None:
    inner = item("a.", 1, "lowerLetter", 1, 72)
    found = lists(
        item("1.", 1), inner, text("More on a.", 72), item("2.", 2), inner, text("More on two.", 36), item("3.", 3)
    )
    assert shown(found) == [">1 1", ">>a 1", ">>More on a.", ">1 2", ">>a 1", ">More on two.", ">1 3"]


def test_text_further_right_than_a_list_s_first_item_belongs_to_it() -> None:
    found = lists(bullet(), bullet(1, 72), text("More on the inner item.", 72), bullet(of="3"))
    assert shown(found) == [">bullet", ">>bullet", ">>More on the inner item.", ">bullet"]
    assert shown(lists(bullet(), bullet(1, 72), text("Its end.", 72))) == [">bullet", ">>bullet", ">>Its end."]
