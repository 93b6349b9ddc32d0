"""Points that documents give their questions, worded as tests of schools are, and how the score weighs by them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from modmigrate.languages import known
from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.questions import Choice, Match, Question, TrueFalse
from modmigrate.recogniser.points import with_points
from modmigrate.renderer import render
from modmigrate.renderer.outline import outline
from modmigrate.renderer.weights import MOST, weighed
from modmigrate.report import Code

Q = Choice(stem="Warna daun?", options=("hijau", "merah"), answer=0)
OWN = {
    "id": ("Jelaskan! (5 poin)", "(Skor: 5) Jelaskan!"),
    "ms": ("Terangkan. [5 markah]",),
    "en": ("Why? (5 points)", "Why? [5 marks]", "Why? (Score: 5)."),
    "es": ("¿Por qué? (5 puntos)",),
    "fr": ("Pourquoi ? (5 pts)", "Pourquoi ? (5 points)"),
    "pt": ("Por quê? (Valor: 5)", "Por quê? (5 pontos)"),
    "de": ("Warum? (5 Punkte)",),
    "it": ("Perché? (5 punti)",),
    "nl": ("Waarom? (5 punten)",),
    "tr": ("Neden? (5 puan)",),
    "vi": ("Tại sao? (5 điểm)",),
    "ar": ("لماذا؟ (5 درجات)",),
    "he": ("למה? (5 נקודות)",),
    "zh": ("为什么?(5分)", "为什么？（5 分）"),
    "ja": ("なぜですか。（5点）",),
}
EACH = {
    "id": "Setiap soal bernilai 2 poin.",
    "en": "Each question is worth 2 points.",
    "es": "Cada pregunta vale 2 puntos.",
    "fr": "Chaque question vaut 2 points.",
    "pt": "Cada questão vale 2 pontos.",
    "de": "Jede Aufgabe zählt 2 Punkte.",
    "zh": "每题2分。",
}


def read(language, *blocks):
    """The points of all questions."""
    module = with_points(Module(title="M", language=language, chapters=(Chapter(title="S", content=blocks),)))
    return [b.points for b in module.chapters[0].content if isinstance(b, Question)]


def test_every_language_is_tried():
    assert set(OWN) == set(known())


@pytest.mark.parametrize(("language", "stem"), [(code, stem) for code, stems in OWN.items() for stem in stems])
def test_points_in_brackets_before_or_behind_a_stem(language, stem):
    assert read(language, replace(Q, stem=stem)) == [5]


@pytest.mark.parametrize(("language", "text"), EACH.items())
def test_what_is_said_of_each_question_holds_for_those_that_follow_up_to_the_next_heading(language, text):
    blocks = (Paragraph(text=text), Q, replace(Q, stem="Lain?"), Heading(text="B", level=3), Q)
    assert read(language, *blocks) == [2, 2, 0]
    assert read(language, Heading(text=text.rstrip(".。")), Q) == [2]


@pytest.mark.parametrize(
    "stem", ["Why? (5)", "Why? [5]", "Why? /5", "Give 5 points.", "A rule (5 points) holds here?", "Why? (2.5 points)"]
)
def test_a_number_that_is_not_said_to_be_points_is_none(stem):
    assert read("en", replace(Q, stem=stem)) == [0]


@pytest.mark.parametrize("text", ["Each of the 5 questions is worth 2 points.", "Answer 2 questions.", "Win 2 points."])
def test_a_sentence_that_leaves_a_doubt_says_nothing_of_each_question(text):
    assert read("en", Paragraph(text=text), Q) == [0]


def plan(*questions):
    content = (Heading(text="Tes", exercise="test"), *questions)
    return outline(Module(title="M", chapters=(Chapter(title="S", content=content),)))


MATCH = Match(stem="Jodohkan!", left=("a", "b", "c"), right=("1", "2", "3"), answer=((0,), (1,), (2,)))
TRUE = TrueFalse(stem="Bumi bulat.", answer=True)


@pytest.mark.parametrize(
    ("points", "counted", "unit"),
    [
        ((5, 3, 1), [5, 3, 1], 1),  # a match of three entries for three points
        ((5, 2, 1), [15, 6, 3], 3),  # … for two: each entry is worth two thirds
        ((5, 0, 1), [1, 3, 1], 0),  # one has none: as ever, a point for each entry
        ((0, 0, 0), [1, 3, 1], 0),
        ((100, 100, 100), [300, 300, 300], 3),
    ],
)
def test_the_score_weighs_by_points_where_all_questions_have_some(points, counted, unit):
    questions = (replace(q, points=p) for q, p in zip((Q, MATCH, TRUE), points, strict=True))
    found = weighed(plan(*questions))
    assert ([q.points for q in found.questions()], found.unit) == (counted, unit)
    assert found.scored == sum(counted)


def test_an_exercise_of_more_points_than_the_state_holds_has_parts_rounded_down_or_counts_all_alike():
    many = [replace(Q, stem=f"Soal {n}?", points=100) for n in range(11)]
    found = weighed(plan(*many, replace(MATCH, points=100)))
    assert (found.unit, found.scored) == (1, 1200)
    assert found.scored <= MOST
    assert weighed(plan(*many, *(replace(q, stem=f"{q.stem}!") for q in many))).unit == 0


def test_learners_see_points_that_the_stem_does_not_name_and_a_finding_tells_of_missing_ones():
    def site(*points):
        questions = (replace(Q, id=f"q-{n}", stem=f"Soal {n}?", points=p) for n, p in enumerate(points))
        content = (Heading(text="Tes", exercise="test"), *questions, replace(Q, id="q-x", stem="X (4 poin)", points=4))
        return render(Module(title="M", language="id", chapters=(Chapter(id="c", title="S", content=content),)), {})

    html = dict(site(3, 2).files)["content/c.js"].decode()
    assert [f"{n} poin</span>" in html for n in (2, 3, 4)] == [True, True, False]
    partly = site(3, 0)
    assert "poin</span>" not in dict(partly.files)["content/c.js"].decode()
    assert [f.message for f in partly.findings if f.code is Code.POINTS_PARTLY] == [
        "1 of 3 questions that count has no points, so all count alike; set `points` in module.yaml"
    ]


def test_an_exercise_of_more_points_than_progress_has_room_for_is_told():
    """All its questions counted alike without a word."""
    questions = tuple(replace(Q, id=f"q-{n}", stem=f"Soal {n}?", points=100) for n in range(13))
    chapter = Chapter(id="c", title="S", content=(Heading(text="Tes", exercise="test"), *questions))
    told = [f.message for f in render(Module(title="M", chapters=(chapter,)), {}).findings]
    assert any(m.startswith("an exercise has 1300 points, more than the 1295 that") for m in told)
