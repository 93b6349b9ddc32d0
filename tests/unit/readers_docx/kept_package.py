"""The learner's text of a built package: every screen, and what is sealed with its questions.

Formulas, the marks of notes, the package's own words at each question and what is hidden from screen readers
(option letters, icons) are left out: they are no text of the source in the sense of the measure, and stand
between words that are. A note's own text, which opens at its mark, comes after the text it stands in.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator

from lxml import html

from modmigrate.renderer.keys import unseal

BLOCKS = ("p", "div", "section", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "h2", "h3", "label", "br")
_SCREENS = re.compile(r"modmigrate\.pages\((\{.*\})\);?\s*$", re.DOTALL)
_BETWEEN = frozenset(("eq-math", "eq-text", "fn", "q-no", "q-lead", "eyebrow", "exercise"))
_NOTE = "fn-text"


def package_texts(data: bytes) -> Iterator[str]:
    """The text of the screens, then answers, hints and explanations, then the labels and titles in the contents."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith("content/") and name.endswith(".js"):
                found = _SCREENS.search(archive.read(name).decode())
                assert found, f"{name} holds no chapter"
                for screen in json.loads(found[1]).values():
                    yield from _screen(screen)
        course, _ = json.JSONDecoder().raw_decode(archive.read("course.js").decode().partition("course:")[2])
    yield course["title"]
    for section in course["sections"]:
        yield f"{section['label']} {section['title']}"


def _screen(text: str) -> Iterator[str]:
    root = html.fragment_fromstring(text, create_parent="div")
    yield from _fragment(root)
    for question in root.iter("section"):
        if question.get("data-sealed"):
            for value in unseal(question.get("id", ""), question.get("data-sealed", "")).values():
                yield from _values(value)


def _values(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _fragment(html.fragment_fromstring(value, create_parent="div"))
    elif isinstance(value, list):
        for one in value:
            yield from _values(one)


def _fragment(root: html.HtmlElement) -> Iterator[str]:
    notes: list[html.HtmlElement] = []
    yield "".join(_text(root, notes))
    for note in notes:
        yield "".join(_text(note, []))


def _text(element: html.HtmlElement, notes: list[html.HtmlElement]) -> Iterator[str]:
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        classes = set((child.get("class") or "").split())
        if _NOTE in classes:
            notes.append(child)
        elif isinstance(child.tag, str) and child.get("aria-hidden") != "true" and not classes & _BETWEEN:
            yield from _text(child, notes)
        yield child.tail or ""
    yield edge
