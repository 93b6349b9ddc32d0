"""LaTeX to MathML: right, harmless, and never an error."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from modmigrate.text.formula import mathml


def tags(latex: str, *, display: bool = False) -> list[str]:
    return [e.tag.rpartition("}")[2] for e in ET.fromstring(mathml(latex, display)).iter()]


def test_a_fraction() -> None:
    assert tags(r"\frac{a}{b}") == ["math", "mrow", "mfrac", "mrow", "mi", "mrow", "mi"]


def test_limits_of_a_displayed_sum_stand_above_and_below() -> None:
    assert "munderover" in tags(r"\sum_{i=1}^{n} x", display=True)
    assert "msubsup" in tags(r"\sum_{i=1}^{n} x")


@pytest.mark.parametrize(
    "around", [r"\left( {} \right)", r"\frac{{ {} }}{{2}}", r"\begin{{aligned}} x &= {} \end{{aligned}}"]
)
def test_so_do_those_of_sums_inside_of_other_constructs(around: str) -> None:
    assert "munderover" in tags(around.format(r"\sum_{i=1}^{n} x"), display=True)
    assert "msubsup" in tags(around.format(r"\sum\nolimits_{i=1}^{n} x"), display=True)


def test_the_source_is_the_text_for_screen_readers() -> None:
    root = ET.fromstring(mathml('a < "b"', True))
    assert (root.get("alttext"), root.get("display")) == ('a < "b"', "block")


@pytest.mark.parametrize(
    "text", [r"\frac{", "}{", r"\begin{matrix}", "", "\x00", "\ud800", "{" * 9000, r"\left(", "a & b"]
)
def test_what_is_no_latex_is_shown_as_typed(text: str) -> None:
    assert tags(text)[0] == "math"


@pytest.mark.parametrize(
    "text",
    [
        r"\href{javascript:alert(1)}{x}",
        r"\color{red}{x}",
        r"\text{<script>alert(1)</script>}",
        "<script>",
        r"\text{]]><b onclick=x>}",
        r"\class{a}{x}",
    ],
)
def test_nothing_but_listed_elements_and_attributes_leaves(text: str) -> None:
    from modmigrate.text.formula import ATTRIBUTES, ELEMENTS

    for element in ET.fromstring(mathml(text)).iter():
        assert element.tag.rpartition("}")[2] in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES | {"alttext"}


def test_letters_of_alphabets_are_signs_of_their_own_since_browsers_know_no_variant() -> None:
    assert "".join(ET.fromstring(mathml(r"\mathcal{LA}\mathbb{R}\boldsymbol{x}")).itertext()) == "ℒ𝒜ℝ𝒙"


def test_signs_typed_as_they_are_become_operators() -> None:
    assert tags("a≤b")[2:] == ["mi", "mo", "mi"]


def test_a_function_s_name_stands_apart_from_its_argument() -> None:
    assert tags(r"\cos x")[2:] == ["mi", "mo", "mspace", "mi"]


@pytest.mark.parametrize(("command", "side"), [("overline", "top"), ("underline", "bottom")])
def test_a_line_over_or_under_a_term_is_as_long_as_the_term(command: str, side: str) -> None:
    # A sign stretches only in fonts made for formulas, which phones lack; a line can be drawn.
    (row,) = ET.fromstring(mathml(f"\\{command}{{AB}}"))
    (line,) = row
    assert (line.tag.rpartition("}")[2], line.get("notation")) == ("menclose", side)
    assert "".join(line.itertext()) == "AB" or "".join(line.itertext()) == "𝐴𝐵"
