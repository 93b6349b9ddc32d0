"""Which questions test which objective, as far as shared words tell; pictures without words; what screens weigh."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from msgspec import Struct

from .. import module as mod
from ..module import Module
from ..plain_yaml.problems import Problems
from ..plain_yaml.reading import Mapping as Node
from ..plain_yaml.reading import Scalar, Sequence, compose
from ..questions import Question
from ..renderer.linked.remedial import words
from ..renderer.outline import outline
from ..site import Site
from ..text.inline import plain

SHARED = 2
"""Words that an objective and a question share at least."""
_PICTURE = re.compile(r"media/[\w.-]+")


class Covered(Struct, frozen=True):
    """An objective, and the questions of its chapter that share its words; of all chapters if it stands outside."""

    objective: str
    chapter: str
    questions: tuple[str, ...]


def coverage(module: Module) -> Iterator[Covered]:
    """A row for each objective."""
    asked = [
        (c.id, q, words((q.stem, q.feedback, *q.texts())))
        for c in module.chapters for q in mod.walk(c.content) if isinstance(q, Question)
    ]  # fmt: skip
    own = {chapter for chapter, _, _ in asked}
    for chapter in module.chapters:
        for block in mod.walk(chapter.content):
            for objective in block.objectives if isinstance(block, mod.Objectives) else ():
                wanted = words((objective.text,))
                near = [(q, held) for c, q, held in asked if c == chapter.id or chapter.id not in own]
                found = [q for q, held in near if len(wanted.keys() & held.keys()) >= min(SHARED, len(wanted))]
                said = tuple(plain(q.number).strip(" .)") or plain(q.stem)[:30] for q in found)
                yield Covered(plain(objective.text), plain(f"{chapter.number} {chapter.title}".strip()), said)


class Unsaid(Struct, frozen=True):
    """A picture without alternative text, and its line in module.yaml."""

    file: str
    line: int
    source: str
    caption: str


def without_words(text: str) -> list[Unsaid]:
    """The pictures of a module.yaml that say nothing to who does not see them."""
    out: list[Unsaid] = []
    stack = [compose(text, Problems(""))]
    while stack:
        node = stack.pop()
        if isinstance(node, Node):
            given = {key: child.text for key, child in node.entries.items() if isinstance(child, Scalar)}
            if "figure" in given and not given.get("alt"):
                line = node.keys["figure"].line + 1
                out.append(Unsaid(given["figure"], line, given.get("from", ""), given.get("caption", "")))
            stack += reversed(node.entries.values())
        elif isinstance(node, Sequence):
            stack += reversed(node.items)
    return out


class Weight(Struct, frozen=True):
    """A screen, its text and its pictures in bytes (pictures that earlier screens had count there)."""

    title: str
    text: int
    pictures: int


def weights(module: Module, site: Site) -> list[Weight]:
    """All screens in order, as they are in the package before it is packed."""
    files = dict(site.files)
    pages: dict[str, str] = {}
    for name, data in site.files:
        if name.startswith("content/") and name.endswith(".js"):
            text = data.decode("utf-8")
            pages |= json.loads(text[text.index("{") : text.rindex("}") + 1])
    seen: set[str] = set()
    out = []
    for screen in outline(module).screens():
        html = pages.get(screen.code, "")
        own = {name for name in _PICTURE.findall(html) if name in files} - seen
        seen |= own
        out.append(Weight(plain(screen.title), len(html.encode()), sum(len(files[name]) for name in own)))
    return out
