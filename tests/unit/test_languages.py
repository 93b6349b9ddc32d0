"""The table of languages: a file each, whole, consistent, and told apart by its own small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from modmigrate.languages import known, learner_words, load, traces
from modmigrate.module import folded
from modmigrate.recogniser.words.detection import ENOUGH, languages_of
from modmigrate.recogniser.words.lists import words_for
from modmigrate.recogniser.words.words import ROLES

FOLDER = Path(__file__).parent.parent / "fixtures" / "languages"
SAMPLES = {file.stem: file.read_text("utf-8").partition("---\n")[0] for file in FOLDER.glob("*.txt")}
"""A page of ordinary text per language, a sentence a line; none is a heading, exercise or list. Behind a line `---`
stand options that speak of all others (test_renderer_shuffling)."""
RIGHT_TO_LEFT = {"ar", "he"}
OPTIONAL = {"letters", "chapter-patterns", "numerals", "topic"}
"""Keys of `document` that only some languages need."""
PATTERNS = ("objectives-lead", "chapter-patterns")
BUTTONS = ("start", "resume", "next", "back", "finish", "close", "check", "save_answer", "retry", "edit_answer",
           "show_answer", "submit", "submit_anyway", "to_unanswered", "retake", "go_unread", "go_tests",
           "try_again", "pick", "keep_order", "open_again")  # fmt: skip
LONGEST_BUTTON = 26
"""Letters that fit a button on a phone 360 px wide; the next screen's title has a line of its own."""
ALLOWED_TWICE: set[tuple[str, str]] = set()
"""(language, phrase) that may announce two things."""
LENGTHS = 1.8
"""A translation is at most so many times as long as the English, plus a few letters."""

each = pytest.mark.parametrize("code", known())


def test_each_language_has_a_sample() -> None:
    assert set(SAMPLES) == set(known())
    assert len(known()) >= 15


@each
def test_a_file_has_all_sections_and_keys_of_the_english_one(code: str) -> None:
    data, english = load(code), load("en")
    assert data["language"] == code
    assert data["name"]
    assert list(data["learner"]) == list(english["learner"])
    assert set(data["document"]) - OPTIONAL == set(english["document"]) - OPTIONAL
    assert set(data["document"]["types"]) == set(english["document"]["types"])


@each
def test_the_direction_is_that_of_the_script(code: str) -> None:
    assert load(code)["direction"] == ("rtl" if code in RIGHT_TO_LEFT else "ltr")


@each
def test_all_words_are_text(code: str) -> None:
    assert all(isinstance(text, str) and text for text in _texts(load(code)))


@each
def test_learner_words_keep_the_placeholders(code: str) -> None:
    for key, english in load("en")["learner"].items():
        own = learner_words(code)[key]
        assert _placeholders(own) == _placeholders(english), key
        assert "{" not in re.sub(r"\{\w+\}", "", own), key


@each
def test_learner_words_are_neat(code: str) -> None:
    for key, text in learner_words(code).items():
        assert text == text.strip(), key
        assert "  " not in text, key
        assert not re.search(r"\.\.\.|[\"<>]|''", text), key


@each
def test_sentences_end_as_sentences_and_labels_do_not(code: str) -> None:
    for key, english in load("en")["learner"].items():
        ends = re.search(r"[.!?…。！？؟:：]$", learner_words(code)[key]) is not None
        assert ends == (english[-1] in ".!?…"), key


@each
def test_buttons_fit_a_phone(code: str) -> None:
    assert {k: t for k in BUTTONS if len(t := learner_words(code)[k]) > LONGEST_BUTTON} == {}


@each
def test_nothing_is_much_longer_than_in_english(code: str) -> None:
    english = load("en")["learner"]
    assert {k: t for k, t in learner_words(code).items() if len(t) > len(english[k]) * LENGTHS + 12} == {}


@each
def test_no_other_language_is_left_untranslated(code: str) -> None:
    english = load("en")["learner"]
    same = [k for k, t in load(code)["learner"].items() if t == english[k] and len(t.split()) > 2 and "{" not in t]
    assert code == "en" or same == []


@each
def test_patterns_compile_and_match_no_empty_text(code: str) -> None:
    for pattern in _patterns(load(code)["document"]):
        assert not re.compile(pattern, re.IGNORECASE | re.DOTALL).match("")


@each
def test_chapter_patterns_name_word_number_and_rest(code: str) -> None:
    for pattern in load(code)["document"].get("chapter-patterns", ()):
        assert set(re.compile(pattern, re.DOTALL).groupindex) == {"word", "number", "rest"}


@each
def test_a_phrase_announces_one_thing(code: str) -> None:
    document = load(code)["document"]
    count = Counter((folded(p), role) for role in ROLES for p in document[role])
    roles = Counter(phrase for phrase, _ in count)
    assert {p for p, n in roles.items() if n > 1 and (code, p) not in ALLOWED_TWICE} == set()
    assert [found for found, n in count.items() if n > 1] == []


@each
def test_a_phrase_names_one_type_of_question(code: str) -> None:
    types = load(code)["document"]["types"]
    count = Counter(folded(p) for phrases in types.values() for p in phrases)
    assert [p for p, n in count.items() if n > 1] == []


@each
def test_no_phrase_folds_to_nothing(code: str) -> None:
    assert [p for p in _phrases(load(code)["document"]) if not folded(p)] == []


@each
def test_words_for_true_are_not_words_for_false(code: str) -> None:
    said = [{folded(w) for w in load(code)["document"][k]} for k in ("is-true", "is-yes", "is-false", "is-no")]
    assert not (said[0] | said[1]) & (said[2] | said[3])
    assert all(said)


@each
def test_all_words_work_together(code: str) -> None:
    assert words_for((code,)).language == code
    assert words_for(tuple(dict.fromkeys((code, *known())))).language == code


@each
def test_the_traces_of_a_language_are_those_of_its_file(code: str) -> None:
    document = load(code)["document"]
    assert traces(code) == (tuple(document["stopwords"]), document.get("letters", ""))


@each
def test_a_language_knows_its_own_sample(code: str) -> None:
    assert languages_of(SAMPLES[code])[0] == code


@each
@pytest.mark.parametrize("stated", known())
def test_what_the_file_states_does_not_outweigh_its_text(code: str, stated: str) -> None:
    assert languages_of(SAMPLES[code], stated)[0] == code


@each
def test_a_sample_is_certain_and_leaves_most_languages_aside(code: str) -> None:
    counts = Counter(re.findall(r"\w+", SAMPLES[code].casefold()))
    document = load(code)["document"]
    letters = len(re.findall(document["letters"], SAMPLES[code])) if "letters" in document else 0
    assert letters or sum(counts[w] for w in document["stopwords"]) >= 1.5 * ENOUGH
    assert len(languages_of(SAMPLES[code])) <= 4


@each
def test_running_text_announces_nothing(code: str) -> None:
    words = words_for((code,))
    for sentence in SAMPLES[code].splitlines():
        assert words.role(sentence, extra=2) == "", sentence
        assert not words.lead.match(sentence), sentence
        assert not words.caption.match(sentence), sentence
        assert not words.instruction.match(sentence), sentence


@each
def test_running_text_names_no_type_of_question(code: str) -> None:
    words = words_for((code,))
    assert [s for s in SAMPLES[code].splitlines() if words.question_type(s)] == []


def _texts(data: Mapping[str, Any]) -> Iterator[Any]:
    yield from data["learner"].values()
    yield from _phrases(data["document"])
    yield from _patterns(data["document"])
    yield from data["document"]["stopwords"]


def _phrases(document: Mapping[str, Any]) -> Iterator[Any]:
    for key, value in document.items():
        if isinstance(value, list) and key not in (*PATTERNS, "stopwords"):
            for entry in value:
                yield from entry if isinstance(entry, list) else [entry]
    for phrases in (*document["types"].values(), *document["boxes"].values()):
        yield from phrases


def _patterns(document: Mapping[str, Any]) -> Iterator[Any]:
    for key in PATTERNS:
        yield from document.get(key, ())
    yield from (document[key] for key in ("instruction", "task-verb", "letters", "fact") if key in document)


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))
