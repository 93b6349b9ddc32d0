"""Looks that mark an option as the right one."""

from __future__ import annotations

from modmigrate.document import Look, Paragraph, Span
from modmigrate.recogniser.exercises.beside.marks import marks_of
from modmigrate.recogniser.lines.line import line_of


def test_options_that_are_crossed_out_are_not_marked() -> None:
    marked, crossed = Look(highlight="yellow"), Look(highlight="yellow", strike=True)
    assert marks_of([line_of(Paragraph((Span("buying", marked),)))]) == {"highlight"}
    assert marks_of([line_of(Paragraph((Span("buying", crossed),)))]) == frozenset()
