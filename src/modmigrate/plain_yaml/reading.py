"""YAML text → nodes that know where they stand.

Only YAML's structure is used: a scalar keeps the text of the file, so that people need not quote
`1.5`, `true` or `2024-01-01`. Anchors, aliases, tags and deep nesting are refused.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import yaml
from msgspec import Struct, field

from ..text.patterns import lazy
from .problems import Mark, Problems

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 150
"""Levels of nesting; Word's nine list levels need 40."""
MAX_SIZE = 20_000_000
"""Characters; a module of 200 pages has half a million."""
# YAML 1.1, 5.1: what a stream may hold as it is.
_UNREADABLE = lazy("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HINTS = {
    "mapping values are not allowed": "put text that holds ': ' in quotes",
    "cannot start any token": "put text that begins with this sign in quotes",
    "while scanning an alias": "put text that begins with * in quotes",
    "while scanning an anchor": "put text that begins with & in quotes",
    "while scanning a tag": "put text that begins with ! in quotes",
    "while scanning a quoted scalar": "a quotation mark is not closed",
    "tab": "indent with blanks, not with a tab",
}


class Scalar(Struct):
    """A text as written; `bare` when it stands without quotes."""

    mark: Mark
    text: str
    bare: bool

    @property
    def empty(self) -> bool:
        """Nothing was written: `answer:` and the line ends."""
        return self.bare and not self.text


class Sequence(Struct):
    """A list."""

    mark: Mark
    items: list[Node] = field(default_factory=list)


class Mapping(Struct):
    """Keys with the place where each stands, and their nodes."""

    mark: Mark
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


def compose(text: str, problems: Problems) -> Node:
    """The document's top node. Raises ModelError for anything that is not one plain YAML document."""
    if len(text) > MAX_SIZE:
        problems.stop(Mark(), f"the file has more than {MAX_SIZE:,} characters")
    text = text.removeprefix("\ufeff")
    if bad := _UNREADABLE.search(text):
        line = text.count("\n", 0, bad.start())
        column = bad.start() - (text.rfind("\n", 0, bad.start()) + 1)
        problems.stop(Mark(line, column), f"the character U+{ord(bad[0]):04X} cannot stand here; remove it")
    builder = _Builder(problems)
    try:
        for event in yaml.parse(text, LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        said = " ".join(str(part) for part in (error.context, error.problem) if part)
        hint = next((hint for words, hint in _HINTS.items() if words in said), "check indentation and quotes")
        problems.stop(Mark(at.line, at.column) if at else Mark(), f"this is not YAML: {hint} ({said})")
    if builder.top is None:
        problems.stop(Mark(), "the file is empty")
    return builder.top


class _Builder:
    """Events → nodes, without recursion."""

    def __init__(self, problems: Problems) -> None:
        self.top: Node | None = None
        self._problems = problems
        self._stack: list[Sequence | Mapping] = []
        self._key: list[Scalar | None] = []

    def take(self, event: Any) -> None:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            self._check(event)
            self._put(Scalar(event.start_mark, event.value, not event.style))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._check(event)
            self._open(Mapping(event.start_mark) if kind is yaml.MappingStartEvent else Sequence(event.start_mark))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
            self._key.pop()
        elif kind is yaml.AliasEvent:
            self._problems.stop(event.start_mark, "put text that begins with * in quotes (aliases are not read)")
        elif kind is yaml.DocumentStartEvent and self.top is not None:
            self._problems.stop(event.start_mark, "a second YAML document begins here; one file is one document")

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._problems.stop(event.start_mark, "put text that begins with & in quotes (anchors are not read)")
        if event.tag is not None:
            self._problems.stop(event.start_mark, "put text that begins with ! in quotes (tags are not read)")

    def _open(self, node: Sequence | Mapping) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._problems.stop(node.mark, f"this is nested more than {MAX_DEPTH} levels deep")
        self._put(node)
        self._stack.append(node)
        self._key.append(None)

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.top = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self._key[-1]) is not None:
            parent.entries[key.text], parent.keys[key.text] = node, key.mark
            self._key[-1] = None
        elif not isinstance(node, Scalar):
            self._problems.stop(node.mark, "a key must be a word; put text that begins with [ or { in quotes")
        else:
            if first := parent.keys.get(node.text):
                self._problems.add(node.mark, f"the key '{node.text}' stands in line {first.line + 1} already")
            self._key[-1] = node
