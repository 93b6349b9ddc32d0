"""Looks that mark an option as the right one."""

from __future__ import annotations

from modmigrate.document import Look, Paragraph, Span
from modmigrate.recogniser.lines import line_of
from modmigrate.recogniser.marked import marks_of


def test_options_that_are_crossed_out_are_not_marked() -> None:
    marked, crossed = Look(highlight="yellow"), Look(highlight="yellow", strike=True)
    assert marks_of([line_of(Paragraph((Span("buying", marked),)))]) == {"highlight"}
    assert marks_of([line_of(Paragraph((Span("buying", crossed),)))]) == frozenset()
