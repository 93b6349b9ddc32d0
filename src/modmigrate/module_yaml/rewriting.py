"""A changed module into the text that a person wrote: what did not change stays as it was typed.

In: the text of a module.yaml, the module it holds, the module it shall hold. Out: the text with the changes; comments,
the order of keys and the way of writing stay. Where that cannot be done exactly, the module is written anew.

The text is cut at its keys and dashes; a piece whose data are the same is copied, others are gone into or written anew.
Comments and blank lines above a piece go with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from msgspec import Struct

from ..errors import ModelError
from ..module import Module
from ..plain_yaml.problems import Problems
from ..plain_yaml.reading import Mapping, Node, Scalar, Sequence, compose
from ..text.patterns import lazy
from . import dumps, loads, written
from .writing import entry

_AFTER = lazy(r"""\s+#[^"']*$""")
"""A comment behind a value; one with quotation marks may be part of the value."""


def rewritten(text: str, edited: Module, wanted: Module) -> str:
    """The text of a module.yaml with `edited` in it, changed to hold `wanted`."""
    if edited == wanted and _ids(compose(text, Problems(""))) == _ids(written(wanted)):
        return text
    try:
        top = compose(text, Problems(""))
        lines = text.rstrip("\n").split("\n")
        assert isinstance(top, Mapping)
        new = "\n".join(_Rewriting(lines).mapping(top, 0, len(lines), written(edited), written(wanted)))
        if loads(new) == wanted:
            return new + "\n"
    except (ModelError, _OtherwiseError):
        pass
    return dumps(wanted)


CONTENTS = ("opening", "chapters", "content", "notes")
"""Keys with long values: what is added to a mapping stands before them."""
Data = dict[str, Any]


class _OtherwiseError(Exception):
    """The text is laid out in a way that cannot be cut at its lines."""


class _Piece(Struct):
    """An entry of a mapping or sequence: its lines, those of comments above it first."""

    start: int
    head: int
    """The line of its key or dash."""
    end: int


class _Rewriting(Struct):
    lines: list[str]

    def mapping(self, node: Mapping, start: int, end: int, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
        """The lines of a mapping; keys that stand in neither version are as good as not there, and stay."""
        column = min(mark.column for mark in node.keys.values())
        pieces = self._pieces([mark.line for mark in node.keys.values()], column, start, end)
        added = [k for k in new if k not in node.entries and (k == "id" or old.get(k) != new[k])]
        before = next((key for key in node.entries if key in CONTENTS), "")
        for (key, child), piece in zip(node.entries.items(), pieces, strict=True):
            if key == before:
                yield from (line for k in added for line in entry(f"{' ' * column}{k}:", new[k], column))
            if key in old and key not in new:
                continue
            if key not in new or (old.get(key) == new[key] and _ids(child) == _ids(new[key])):
                yield from self.lines[piece.start : piece.end]
                continue
            yield from self.lines[piece.start : piece.head]
            yield from self._changed(child, piece, column, f"{' ' * column}{key}:", old.get(key), new[key])
        if not before:
            yield from (line for k in added for line in entry(f"{' ' * column}{k}:", new[k], column))

    def _changed(self, node: Node, piece: _Piece, column: int, head: str, old: Any, new: Any) -> Iterator[str]:
        """An entry that changed: gone into where it can be, else written anew with the comment behind it."""
        inside = piece.head + (0 if head.endswith("-") else 1)
        if (
            isinstance(node, Mapping)
            and isinstance(old, dict)
            and isinstance(new, dict)
            and self._is_block(node, inside)
        ):
            yield from self._headed(node, piece, head, old, new)
        elif (
            isinstance(node, Sequence) and isinstance(old, list) and isinstance(new, list) and new
            and len(node.items) == len(old) > 0 and self._is_block(node, inside)
        ):  # fmt: skip
            yield self.lines[piece.head]
            yield from self._sequence(node, piece, old, new)
        else:
            first, *rest = entry(head, new, column)
            comment = _AFTER.search(self.lines[piece.head]) if isinstance(node, Scalar) and not rest else None
            yield first + (comment[0] if comment else "")
            yield from rest

    def _headed(
        self, node: Mapping, piece: _Piece, head: str, old: dict[str, Any], new: dict[str, Any]
    ) -> Iterator[str]:
        """A mapping behind a dash, whose first key stands on the dash's line, or below a key."""
        if not head.endswith("-"):
            yield self.lines[piece.head]
            yield from self.mapping(node, piece.head + 1, piece.end, old, new)
            return
        column = min(mark.column for mark in node.keys.values())
        dash = self.lines[piece.head][:column]
        first, *rest = self.mapping(node, piece.head, piece.end, old, new)
        yield dash + first[column:]
        yield from rest

    def _sequence(self, node: Sequence, piece: _Piece, old: list[Any], new: list[Any]) -> Iterator[str]:
        column = node.mark.column
        own = self._pieces([self._dash(item, column) for item in node.items], column, piece.head + 1, piece.end)
        names = [[_name(one) for one in side] for side in (old, new)]
        for kind, a, b, c, d in SequenceMatcher(None, names[0], names[1], autojunk=False).get_opcodes():
            pairs = zip(range(a, b), range(c, d), strict=kind == "equal") if kind in ("equal", "replace") else ()
            done = c
            for at, to in pairs:
                yield from self._item(node.items[at], own[at], column, old[at], new[to])
                done = to + 1
            for to in range(done, d):
                yield from entry(f"{' ' * column}-", new[to], column)

    def _item(self, node: Node, piece: _Piece, column: int, old: Any, new: Any) -> Iterator[str]:
        if old == new and _ids(node) == _ids(new):
            yield from self.lines[piece.start : piece.end]
        else:
            yield from self.lines[piece.start : piece.head]
            yield from self._changed(node, piece, column, f"{' ' * column}-", old, new)

    def _is_block(self, node: Mapping | Sequence, first: int) -> bool:
        """Whether a mapping or sequence is written over lines of its own rather than in brackets."""
        if node.mark.line < first or self.lines[node.mark.line][node.mark.column :][:1] in ("{", "["):
            return False
        marks = list(node.keys.values()) if isinstance(node, Mapping) else []
        return len({mark.line for mark in marks}) == len(marks)

    def _dash(self, item: Node, column: int) -> int:
        """The line of an item's dash."""
        for line in range(item.mark.line, -1, -1):
            if self.lines[line][: column + 1] == " " * column + "-":
                return line
        raise _OtherwiseError

    def _pieces(self, heads: list[int], column: int, start: int, end: int) -> list[_Piece]:
        """The pieces that begin at these lines, between two bounds."""
        starts = []
        for at, head in enumerate(heads):
            low = start if at == 0 else heads[at - 1] + 1
            line = head
            while line > low and self._is_between(self.lines[line - 1], column):
                line -= 1
            starts.append(line)
        starts[0] = min(starts[0], heads[0]) if heads[0] > start else heads[0]
        ends = [*starts[1:], end]
        if any(head < begin or begin >= stop for head, begin, stop in zip(heads, starts, ends, strict=True)):
            raise _OtherwiseError
        return [_Piece(*three) for three in zip(starts, heads, ends, strict=True)]

    @staticmethod
    def _is_between(line: str, column: int) -> bool:
        """A comment, or a blank line; what is indented further may be part of the text above."""
        bare = line.lstrip(" ")
        return not bare or (bare.startswith("#") and len(line) - len(bare) <= column)


def _ids(value: Any) -> int:
    """How many ids stand in a node, or in data."""
    if isinstance(value, Mapping):
        return ("id" in value.entries) + sum(_ids(child) for child in value.entries.values())
    if isinstance(value, dict):
        return ("id" in value) + sum(_ids(child) for child in value.values())
    children = value.items if isinstance(value, Sequence) else value if isinstance(value, list) else ()
    return sum(_ids(child) for child in children)


def _name(data: Any) -> str:
    """What tells an entry of a list from others: its id, else all of it."""
    return str(data["id"]) if isinstance(data, dict) and "id" in data else repr(data)
