"""The evidence for each decision, as `inspect --why` shows it."""

from __future__ import annotations

from plain_document import document

from modmigrate.recogniser import Reason, explained, recognise

TEXT = """{h1} BAB I MODAL
Modal adalah uang yang dipakai untuk memulai usaha.
{b} Latihan
Berilah tanda silang pada jawaban yang benar!
1. Modal adalah ….
A. uang
B. angin
2. Laba adalah ….
A. utang
B. selisih
{h1} KUNCI JAWABAN
Latihan
1. A
"""


def _why(text: str) -> list[Reason]:
    return list(explained(document(text), "id")[2])


def _of(found: list[Reason], what: str, decision: str) -> Reason:
    return next(r for r in found if r.what.startswith(what) and r.decision.startswith(decision))


def test_asking_why_changes_nothing() -> None:
    module, findings, _ = explained(document(TEXT), "id")
    assert (module, findings) == recognise(document(TEXT), "id")


def test_headings_tell_style_label_looks_and_words() -> None:
    found = _why(TEXT)
    chapter = _of(found, "MODAL", "chapter")
    assert chapter.confidence == "sure"
    assert {"style or outline level 1", "label BAB I"} <= set(chapter.evidence)
    practice = _of(found, "Latihan", "heading of level 2, practice")
    assert practice.confidence == "likely"
    assert 0.9 <= (chapter.probability or 0) > (practice.probability or 1) >= 0.7
    assert {"bold", "its words announce practice"} <= set(practice.evidence)


def test_a_question_tells_where_it_stands_and_what_made_its_type() -> None:
    question = _of(_why(TEXT), "Modal adalah …", "question")
    assert question.confidence == "sure"
    assert question.evidence[:2] == ("below MODAL › Latihan", "label 1.")
    assert {"its lines ask", "options stand below its lines"} <= set(question.evidence)
    assert str(question.where) == "¶5"
    assert _of(_why(TEXT), "Modal adalah …", "type choice").evidence == ("2 options", "instructions name choice")


def test_a_key_tells_which_one_it_is_and_what_ties_it() -> None:
    found = _why(TEXT)
    key = _of(found, "Modal adalah …", "key A")
    assert key.evidence[1:] == ("1 entries for 2 questions", "both are called latihan")
    assert _of(found, "Laba adalah …", "no key").evidence == ("nothing in the document answers it",)


def test_a_key_that_fits_two_exercises_is_shown_as_answering_nothing() -> None:
    head, _, rest = TEXT.partition("{b} Latihan")
    exercise, key = rest.split("{h1}")
    twice = f"{head}{{b}} Latihan{exercise}{{h1}} BAB II LABA\n{{b}} Latihan{exercise}{{h1}}{key}"
    assert _of(_why(twice), "KUNCI JAWABAN", "a key that answers nothing").confidence == "doubtful"


def test_the_language_is_weighed() -> None:
    first = _why(TEXT)[0]
    assert first.decision == "language id"
    assert any("of id" in e for e in first.evidence)


def test_a_reason_is_a_line_and_data() -> None:
    practice = _of(_why(TEXT), "Latihan", "heading")
    assert practice.told().startswith("¶3 “Latihan” → heading of level 2, practice (likely, 82%): ")
    assert (practice.as_data()["confidence"], practice.as_data()["probability"]) == ("likely", 0.82)
