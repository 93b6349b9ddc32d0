"""Looks that mark an option as the right one."""

from __future__ import annotations

from modmigrate.document import Look, Paragraph, Span
from modmigrate.recogniser.exercises.beside.marks import marks_of
from modmigrate.recogniser.exercises.places.slots import judged
from modmigrate.recogniser.lines.line import line_of
from modmigrate.recogniser.words.lists import words_for


def test_options_that_are_crossed_out_are_not_marked() -> None:
    marked, crossed = Look(highlight="yellow"), Look(highlight="yellow", strike=True)
    assert marks_of([line_of(Paragraph((Span("buying", marked),)))]) == {"highlight"}
    assert marks_of([line_of(Paragraph((Span("buying", crossed),)))]) == frozenset()


def test_what_a_program_prints_judges_no_statement() -> None:
    # The branches of a program in exercises on Python were two statements, marked true and false: a wrong key.
    lines = ("Kies goed of fout bij elke regel.", "    print('waar')", "    print('onwaar')")
    words = words_for(("nl",))
    assert [judged(line_of(Paragraph((Span(text),))), words).slot for text in lines] == [None, None, None]


def test_the_look_of_links_marks_no_option() -> None:
    # Invented: addresses among the options of a quiz on safe browsing were blue and underlined, one to a question.
    blue = Look(underline=True, colour="0000ff")
    linked = Paragraph((Span("bank.example", blue, link="https://bank.example"),))
    assert marks_of([line_of(linked)]) == frozenset()
    assert marks_of([line_of(Paragraph((Span("a bank", blue),)))]) == {"underline", "colour"}
