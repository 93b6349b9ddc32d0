"""H5P: a Question Set, as sites with these content types take it; the types' programs are not in the file.

H5P holds neither chapters nor points, and open questions only with keywords that would be marked, so none.
Source: the semantics of H5P.QuestionSet 1.20, MultiChoice 1.16, TrueFalse 1.8, Blanks 1.14 and DragText 1.10.
"""

from __future__ import annotations

import json
import uuid
from html import escape
from typing import Any

from ...questions import Choice, Fill, Match, Multi, Order, Question, Short, TrueFalse
from ...text import inline
from ..archive import Pictures, kind, zipped
from ..bank import Bank, Entry
from ..markup import GAP, Html, clean, inside

SET = ("H5P.QuestionSet", 1, 20)
LIBRARIES = {
    "choice": ("H5P.MultiChoice", 1, 16), "multi": ("H5P.MultiChoice", 1, 16), "truefalse": ("H5P.TrueFalse", 1, 8),
    "fill": ("H5P.Blanks", 1, 14), "short": ("H5P.Blanks", 1, 14), "match": ("H5P.DragText", 1, 10),
    "order": ("H5P.DragText", 1, 10),
}  # fmt: skip
IMAGE = ("H5P.Image", 1, 1)
_SPACE = uuid.UUID("8f6c3a52-7d0a-5b43-9a53-0f0f6f3f2a11")
"""Of our ids: H5P wants a UUID of each content (RFC 4122, 4.3: made from names)."""


def write(bank: Bank) -> bytes:
    """The bank as an .h5p file."""
    pictures = Pictures(bank.media)
    questions = [_question(entry, bank, pictures) for entry in bank.entries]
    content = {
        "introPage": {"showIntroPage": False},
        "progressType": "dots",
        "passPercentage": bank.mastery,
        "questions": questions,
        "randomQuestions": False,
        "endGame": {"showResultPage": True},
    }
    used = dict.fromkeys((SET, *(LIBRARIES[e.form] for e in bank.entries), *([IMAGE] if pictures.shelf.files else [])))
    about = {
        "title": bank.title, "language": bank.language, "mainLibrary": SET[0], "embedTypes": ["iframe"],
        "license": "U", "defaultLanguage": bank.language,
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor} for name, major, minor in used
        ],
    }  # fmt: skip
    files = {"h5p.json": _json(about), "content/content.json": _json(content)}
    files |= {f"content/{path}": data for path, data in sorted(pictures.shelf.files.items())}
    return zipped(files)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _question(entry: Entry, bank: Bank, pictures: Pictures) -> dict[str, Any]:
    asked: list[str] = []

    def beside(src: str) -> None:
        asked.append(src)

    html = Html(bank, beside)
    params = _params(entry, entry.question, bank, html)
    media = {"type": _picture(entry, asked[0], pictures)} if asked else {}
    params |= {"media": media, **_feedback(entry)}
    return _content(LIBRARIES[entry.form], entry.id, entry.name, params)


def _content(library: tuple[str, int, int], id_: str, title: str, params: dict[str, Any]) -> dict[str, Any]:
    name, major, minor = library
    return {
        "library": f"{name} {major}.{minor}",
        "params": params,
        "subContentId": str(uuid.uuid5(_SPACE, id_)),
        "metadata": {"contentType": name.removeprefix("H5P."), "license": "U", "title": title},
    }


def _picture(entry: Entry, src: str, pictures: Pictures) -> dict[str, Any]:
    found = pictures.shelf.picture(src)
    if found is None:
        return {}
    alt = next((getattr(b, "alt", "") for b in entry.question.content if getattr(b, "file", "") == src), "")
    file = {"path": found.path, "mime": kind(found.path), "width": found.width, "height": found.height}
    params = {"file": file, "alt": inline.plain(alt), "contentName": "Image"}
    return _content(IMAGE, f"{entry.id}.picture", inline.plain(alt) or "Image", params)


def _params(entry: Entry, question: Question, bank: Bank, html: Html) -> dict[str, Any]:
    match question:
        case Choice() | Multi():
            right = question.answer if isinstance(question, Multi) else (question.answer,)
            answers = [_option(entry, at, text, at in (right or ()), html) for at, text in enumerate(question.options)]
            one = isinstance(question, Choice)
            return {"question": inside(html.stem(entry)), "answers": answers,
                    "behaviour": {"type": "single" if one else "multi", "singlePoint": True,
                                  "randomAnswers": entry.shuffles}}  # fmt: skip
        case TrueFalse(answer=answer):
            said = {"feedbackOnCorrect": _said(entry, answer is True, "right"),
                    "feedbackOnWrong": _said(entry, answer is False, "wrong")}  # fmt: skip
            return {"question": inside(html.stem(entry)), "correct": str(answer).lower(),
                    "behaviour": {k: v for k, v in said.items() if v},
                    "l10n": {"trueText": bank.words["true"], "falseText": bank.words["false"]}}  # fmt: skip
        case Fill(answer=tuple(answer)):
            return _blanks(inside(html.stem(entry, lambda n: f"{GAP}{n}{GAP}")), answer, bank)
        case Short(answer=tuple(answer)):
            return _blanks(inside(html.stem(entry)) + f"<p>{GAP}0{GAP}</p>", (answer,), bank)
        case Match(answer=tuple(answer)):
            spare = sorted(set(range(len(question.right))) - {fits[0] for fits in answer})
            lines = [(left, question.right[fits[0]]) for left, fits in zip(question.left, answer, strict=True)]
            return _dragged(html, entry, lines, [question.right[at] for at in spare])
        case Order(answer=tuple(answer)):
            return _dragged(html, entry, [(str(n), question.options[at]) for n, at in enumerate(answer, 1)], [])
    raise AssertionError(f"H5P holds no {question.type} questions")


def _option(entry: Entry, at: int, text: str, right: bool, html: Html) -> dict[str, Any]:
    said = html.text(entry.of_option(at))
    return {"text": html.text(text), "correct": right,
            "tipsAndFeedback": {"tip": "", "chosenFeedback": said, "notChosenFeedback": ""}}  # fmt: skip


def _said(entry: Entry, is_false: bool, verdict: str) -> str:
    """What TrueFalse says to a verdict: the option's own feedback, or that of the verdict."""
    option = int(is_false) if verdict == "wrong" else int(not is_false)
    return inline.plain(entry.of_option(option) or entry.response(verdict))


def _blanks(stem: str, answers: tuple[tuple[str, ...], ...], bank: Bank) -> dict[str, Any]:
    """A text with `*one/other*` in its gaps; a star of the text itself is written as HTML."""
    parts = stem.replace("*", "&#42;").split(GAP)
    text = "".join(f"*{_typed(answers[int(part)])}*" if at % 2 else part for at, part in enumerate(parts))
    return {"text": bank.words["fill_blanks"], "questions": [text], "behaviour": {"caseSensitive": False}}


def _typed(answers: tuple[str, ...]) -> str:
    """Accepted texts, as text of the HTML that they stand in."""
    return "/".join(escape(" ".join(clean(inline.plain(answer)).split()), quote=False) for answer in answers)


def _dragged(html: Html, entry: Entry, lines: list[tuple[str, str]], spare: list[str]) -> dict[str, Any]:
    """Lines that end in a gap; DragText knows no HTML in its lines and none in what is dragged."""

    def word(text: str) -> str:
        return " ".join(inline.plain(text).split())

    text = "\n".join(f"{word(left).replace('*', '∗')}: *{word(right)}*" for left, right in lines)
    return {"taskDescription": inside(html.stem(entry)), "textField": text,
            "distractors": " ".join(f"*{word(text)}*" for text in spare)}  # fmt: skip


def _feedback(entry: Entry) -> dict[str, Any]:
    """What is said of a result: plain text for a share of the points, the explanation in each."""
    if entry.form == "truefalse":
        told = inline.plain(entry.question.feedback)
        return {"overallFeedback": [{"from": 0, "to": 100, "feedback": told}]} if told else {}
    right, wrong = (
        " ".join(filter(None, (inline.plain(t) for t in (entry.response(v), entry.question.feedback))))
        for v in ("right", "wrong")
    )
    shares = [{"from": 0, "to": 99, "feedback": wrong}, {"from": 100, "to": 100, "feedback": right}]
    return {"overallFeedback": shares} if right or wrong else {}
