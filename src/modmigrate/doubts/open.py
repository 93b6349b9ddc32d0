"""What is still open in a module.yaml, with its line: words of `unsure`, and an `answer:` without an answer.

The text is looked at as it stands, so that a place is a line of the file that a person edits.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..module import folded
from ..plain_yaml.problems import Mark, Problems
from ..plain_yaml.reading import Mapping, Node, Scalar, Sequence, compose
from ..text.inline import plain

TELLING = ("chapter", "heading", "question", "note", "figure", "table", "title")
FIRST = 8
"""Words by which a person finds a place in the source."""


class Open(Struct, frozen=True):
    """Something open at a line (counted from 1): the word of `unsure`, and the element it stands at."""

    line: int
    word: str
    kind: str
    id: str
    source: str
    """The element's `from`."""
    words: str
    """The element's first words."""
    chapter: str

    @property
    def owner(self) -> str:
        """The identity by which doubts name the element; '' for the module itself."""
        return self.id if self.kind != "title" else ""

    @property
    def place(self) -> str:
        """Where a person finds it in the source: `p.12 “Usaha …”`; no program shows a paragraph's number."""
        page = self.source if self.source.startswith("p.") else ""
        words = f"“{self.words}”" if self.words else ""
        return " ".join(part for part in (page, words) if part)


def openings(text: str, file: str = "module.yaml") -> tuple[Open, ...]:
    """All that is open, in the order of the file. Raises ModelError for what is no YAML."""
    top = compose(text, Problems(file))
    return tuple(_walk(top))


def _walk(top: Node) -> Iterator[Open]:
    stack: list[tuple[Node, str]] = [(top, "")]
    while stack:
        node, chapter = stack.pop()
        if isinstance(node, Mapping):
            chapter = _said(node, "chapter") or chapter
            yield from _of(node, chapter)
            stack += [(child, chapter) for child in reversed(node.entries.values())]
        elif isinstance(node, Sequence):
            stack += [(child, chapter) for child in reversed(node.items)]


def _of(node: Mapping, chapter: str) -> Iterator[Open]:
    answer, unsure = node.entries.get("answer"), node.entries.get("unsure")
    words: dict[str, Mark] = {}
    if isinstance(answer, Scalar) and answer.empty and "question" in node.entries:
        words["key"] = node.keys["answer"]
    if isinstance(unsure, Sequence):
        words |= {word.text: node.keys["unsure"] for word in unsure.items if isinstance(word, Scalar)}
    kind = next((key for key in TELLING if key in node.entries), "")
    for word, mark in words.items():
        yield Open(
            mark.line + 1,
            word,
            kind,
            _said(node, "id"),
            _said(node, "from"),
            _first(_said(node, kind)),
            _first(chapter),
        )


def _said(node: Mapping, key: str) -> str:
    found = node.entries.get(key)
    return found.text if isinstance(found, Scalar) else ""


def _first(text: str) -> str:
    words = plain(text).split()
    return " ".join(words[:FIRST]) + (" …" if len(words) > FIRST else "") if folded(text) else ""
