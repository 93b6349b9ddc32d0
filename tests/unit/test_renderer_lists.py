"""Labels of list items in a package."""

from __future__ import annotations

import json
import re

import pytest

from modmigrate.module import Chapter, Item, List, Module
from modmigrate.renderer import render
from modmigrate.renderer.markers import label


def written(made: List) -> str:
    """The HTML of a list."""
    chapter = Chapter(title="Lists", id="c-1", content=(made,))
    site = render(Module(title="Lists", id="m-1", language="en", chapters=(chapter,)), {})
    text = next(data.decode() for path, data in site.files if b"<li" in data and path.startswith("content/"))
    found = re.search(r"<(ul|ol).*</(ul|ol)>", text)
    assert found
    return str(json.loads(f'"{found[0]}"'))


def items(*labels: str) -> tuple[Item, ...]:
    return tuple(Item(text="x", label=label) for label in labels)


@pytest.mark.parametrize(
    ("style", "start", "labels"),
    [("1)", 1, ["1)", "2)"]), ("(a)", 3, ["(c)", "(d)"]), ("I)", 4, ["IV)", "V)"]), ("(i)", 1, ["(i)", "(ii)"]),
     ("A)", 26, ["Z)", "AA)"]), ("1", 5, ["", ""]), ("bullet", 1, ["", ""]), ("steps", 1, ["", ""])],
)  # fmt: skip
def test_a_style_with_brackets_counts_in_them(style: str, start: int, labels: list[str]) -> None:
    made = List(items=items("", ""), style=style, start=start)
    assert [label(made, 0), label(made, 1)] == labels


def test_labels_that_no_count_gives_are_text() -> None:
    text = written(List(items=items("1.1", "①"), style="1", start=1))
    assert '<ol type="1"' in text
    assert re.findall(r'<li class="own"><span class="li-no">([^<]*)</span> x', text) == ["1.1", "①"]


def test_counts_in_brackets_stand_in_the_markers_and_the_plain_count_behind_them() -> None:
    text = written(List(items=items("", ""), style="a)", start=1))
    assert re.findall(r"list-style-type:'([^']*)\u2002'", text) == ["a)", "b)"]


def test_an_old_phone_counts_without_the_brackets() -> None:
    assert written(List(items=items("", ""), style="(a)", start=2)).startswith('<ol type="a" start="2"')


def test_a_label_cannot_leave_its_marker() -> None:
    text = written(List(items=items("';color:red\"><script>\\\n")))
    assert "<script" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize(
    ("own", "room"),
    [("1.", None), ("1.2.3.4", "padding-inline-start:8ch"), ("Pertemuan ke-1:", "padding-inline-start:0")],
)
def test_long_labels_have_room(own: str, room: str | None) -> None:
    found = re.search(r"<ol[^>]*style=\"([^\"]*)", written(List(items=items(own), style="1")))
    assert (found is None) if room is None else (found is not None and room in found[1])
