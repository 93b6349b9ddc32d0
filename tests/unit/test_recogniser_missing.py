"""What is said of questions without a key."""

from __future__ import annotations

import pytest
from plain_document import document

from modmigrate.recogniser import recognise
from modmigrate.recogniser.keys.missing import missing_keys
from modmigrate.source import Where


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["7"], "question 7 has no answer"),
        (["1", "2", "3", "7"], "questions 1–3, 7 have no answer"),
        (["a", "b"], "questions a, b have no answer"),
        (["Q7"], "question Q7 has no answer"),
        (["Exercise 3"], "“Exercise 3” has no answer"),
        (["Exercise 2", "Exercise 3", "Exercise 3"], "“Exercise 2”, “Exercise 3” have no answer"),
        (["Exercise 3", "Exercise 3"], "“Exercise 3” has no answer"),
        (["2", "the question “Name it”"], "question 2 and the question “Name it” have no answer"),
    ],
)
def test_questions_are_named_as_the_document_names_them(names, said):
    place = Where(paragraph=3)
    found = list(missing_keys([(("Exercises",), place, name) for name in names]))
    assert [f.message.partition(" in the document")[0] for f in found] == [said]


def test_a_chapter_that_is_nothing_but_its_label_is_named_by_it():
    text = "{h1} Unit 1\n{h2} Exercises\n1. Who pays rent?\n{h1} Unit 2\n{h2} Exercises\n1. Who pays tax?"
    _, findings = recognise(document(text))
    assert [f.where.trail[0] for f in findings if f.code.code == "key-missing"] == ["Unit 1", "Unit 2"]
