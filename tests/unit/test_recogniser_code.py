"""Programs and mark-up in a module: one block with its lines and indents, from either reader, there and back.

After work sheets on programming, where each line of a listing is a paragraph, a line broken by hand, or a table's cell.
"""

from __future__ import annotations

import pytest

from modmigrate import module as mod
from modmigrate.account.ledger import lost
from modmigrate.document import PLAIN, Block, Cell, Document, Layout, Look, Marker, Paragraph, Row, Span, Table
from modmigrate.module_yaml import dumps, loads
from modmigrate.recogniser import recognise

CODE = Look(code=True)
LOOP = ("for n in range(3):", "    print(n)")


def p(text: str, look: Look = PLAIN, indent: float = 0.0, marker: Marker | None = None) -> Paragraph:
    return Paragraph((Span(text, look),), layout=Layout(indent=indent, size=10), marker=marker)


def read(*blocks: Block) -> mod.Module:
    text = "A stall is a small shop that opens in the morning."
    return recognise(Document((p("Stalls"), p(text), *blocks, p(text)), language="en"))[0]


def every(module: mod.Module) -> list[mod.Block]:
    return list(mod.walk((*module.opening, *(b for c in module.chapters for b in c.content))))


def listings(module: mod.Module) -> list[str]:
    return [b.text for b in every(module) if isinstance(b, mod.Code)]


def test_lines_in_a_font_of_one_width_are_one_block_with_their_indents() -> None:
    assert listings(read(*(p(line, CODE) for line in LOOP))) == ["\n".join(LOOP)]


def test_a_paragraph_set_in_is_set_in_by_letters() -> None:
    assert listings(read(p("if x:", CODE, 36), p("y()", CODE, 60))) == ["if x:\n    y()"]


def test_a_paragraph_with_breaks_keeps_them_and_its_tabs() -> None:
    assert listings(read(p("if (x) {\n\ty();\n}", CODE))) == ["if (x) {\n    y();\n}"]


def test_stars_and_brackets_in_it_mean_nothing() -> None:
    text = "a = b * c * d\n![x](y) [z](http://w)"
    module = read(p(text, CODE))
    assert listings(loads(dumps(module))) == listings(module) == [text]


@pytest.mark.parametrize("line", ["Widya Karya", "C:\\data\\market"])
def test_a_lone_name_in_such_a_font_stays_text(line: str) -> None:
    assert listings(read(p(line, CODE))) == []


def test_a_lone_line_that_reads_like_a_program_is_one() -> None:
    assert listings(read(p("print(total);", CODE))) == ["print(total);"]


def test_without_a_font_three_lines_that_read_like_a_program_are_one() -> None:
    lines = ("int main() {", "int total = 0;", "printf(total);", "}")
    assert listings(read(*map(p, lines))) == ["\n".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("to know the market;", "to name its goods;", "to count (and sort) them;"),
        ("Price = cost + profit", "Profit = price - cost", "Cost = price - profit"),
        ("Where is the stall (in town)?", "Who owns it (by name)?", "When does it open (in the morning)?"),
        ("For each of these goods:", "name the price:", "name the weight:"),
    ],
)
def test_lists_formulas_and_questions_are_no_program(lines: tuple[str, ...]) -> None:
    assert listings(read(*map(p, lines))) == []


def test_items_of_a_list_stay_a_list_in_any_font() -> None:
    marker = Marker("•", list="1")
    assert listings(read(p("print(a)", CODE, marker=marker), p("print(b)", CODE, marker=marker))) == []


def frame(*cells: tuple[str, ...]) -> Table:
    return Table((Row(tuple(Cell(tuple(p(line, CODE) for line in cell)) for cell in cells)),))


def test_a_framed_listing_is_no_table() -> None:
    module = read(frame(LOOP))
    assert listings(module) == ["\n".join(LOOP)]
    assert not [b for b in every(module) if isinstance(b, mod.Table | mod.Note)]


def test_numbers_of_lines_beside_a_listing_are_no_text_of_it() -> None:
    assert listings(read(frame(("1", "2"), LOOP))) == ["\n".join(LOOP)]


def test_one_number_beside_a_line_of_code_is_a_row_of_a_table() -> None:
    module = read(frame(("1",), LOOP))
    assert [type(b) for b in every(module) if isinstance(b, mod.Table | mod.Code)] == [mod.Table, mod.Code]


def test_a_listing_in_a_table_s_cell_is_a_block_in_it() -> None:
    table = Table((Row((Cell((p("Loop"),)), Cell(tuple(p(x, CODE) for x in LOOP)))), Row((Cell(()), Cell(())))))
    assert listings(read(table)) == ["\n".join(LOOP)]


def test_no_word_of_it_is_lost() -> None:
    found = Document((p("Stalls"), p("Look at this."), *(p(x, CODE) for x in (*LOOP, "a[i](value)"))), language="en")
    assert lost(found, recognise(found)[0]) == []


def test_a_file_s_name_in_the_frame_stands_above_its_listing() -> None:
    table = Table((Row((Cell((p("loop.py"),)),)), Row((Cell(tuple(p(line, CODE) for line in LOOP)),))))
    module = read(table)
    assert listings(module) == ["\n".join(LOOP)]
    assert mod.Paragraph(text="loop.py") in every(module)
    assert not [b for b in every(module) if isinstance(b, mod.Table)]


def test_words_of_the_language_in_another_font_are_lines_of_it() -> None:
    def mixed(word: str, rest: str, deep: float) -> Paragraph:
        return Paragraph((Span(word, Look(bold=True)), Span(rest, CODE)), layout=Layout(indent=deep, size=10))

    lines = (mixed("if", " <condition>:", 0), p("<expression>", CODE, 24), mixed("el", "if <condition>", 0))
    assert listings(read(*lines)) == ["if <condition>:\n    <expression>\nelif <condition>"]


def test_sentences_about_programs_are_none() -> None:
    def about(name: str) -> Paragraph:
        return Paragraph((Span(f"{name}_of_all_the_stalls", CODE), Span(" counts.")))

    assert listings(read(about("names"), about("prices"), about("weights"))) == []


def test_figures_set_of_stars_keep_all_their_lines() -> None:
    # Exercises of courses in programming: the third line was taken for a dividing line and left out.
    assert listings(read(p("*"), p("**"), p("***"))) == ["*\n**\n***"]


def test_a_dividing_line_is_no_text() -> None:
    assert [b for b in every(read(p("***"))) if not isinstance(b, mod.Paragraph)] == []
    assert not [b for b in every(read(p("***"))) if isinstance(b, mod.Paragraph) and "*" in b.text]
