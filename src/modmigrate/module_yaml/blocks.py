"""Lists of blocks: a plain string is a paragraph, every other block a mapping known by its telling key."""

from __future__ import annotations

from typing import Any

from ..module import Paragraph
from ..plain_yaml.problems import Problems, suggestion
from ..plain_yaml.reading import Mapping, Node, Scalar, Sequence
from ..questions import TYPES
from .kinds import TEXT, TEXT_SCHEMA, Kind
from .questions import Questions
from .records import Record
from .writing import quoted as emit_text

SHORT = 60
"""Letters of a text that a message repeats."""


class Blocks(Kind):
    """A list of blocks: a plain string, or a mapping known by its telling key."""

    def __init__(self) -> None:
        self._by_key: dict[str, Record | Questions] = {}
        self._by_class: dict[type[Any], Record | Questions] = {}

    def know(self, record: Record | Questions) -> None:
        """Add a row of the table."""
        self._by_key[record.telling] = record
        classes = [record.made] if isinstance(record, Record) else list(TYPES.values())
        self._by_class |= dict.fromkeys(classes, record)

    def read(self, node: Node, problems: Problems) -> tuple[Any, ...]:
        """See Kind."""
        if not isinstance(node, Sequence):
            problems.add(node.mark, "a list of blocks is expected here, each after a dash")
            return ()
        return tuple(self._read(item, problems) for item in node.items)

    def _read(self, node: Node, problems: Problems) -> Any:
        if isinstance(node, Scalar):
            if node.empty:
                problems.add(node.mark, "nothing stands after this dash; remove it")
            return Paragraph(text=TEXT.read(node, problems))
        entries = node.entries if isinstance(node, Mapping) else {}
        for key in entries:
            if key in self._by_key:
                return self._by_key[key].read(node, problems)
        first = next(iter(entries), "")
        near = suggestion(first, self._by_key) or _quoted(first, entries[first] if entries else node)
        problems.add(node.mark, f"unknown block '{first}'{near}" if entries else "no block is a list")
        return None

    def write(self, value: Any) -> list[Any]:
        """See Kind."""
        by_class = self._by_class
        return [b.text if b.__class__ is Paragraph else by_class[b.__class__].write(b) for b in value]

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "array", "items": {"$ref": "#/$defs/block"}}

    def definitions(self) -> dict[str, Any]:
        """The `$defs` that `schema` refers to."""
        known = {key: record.schema() for key, record in self._by_key.items()}
        return {"block": {"anyOf": [TEXT_SCHEMA, *({"$ref": f"#/$defs/{key}"} for key in known)]}, **known}


def _quoted(key: str, value: Node) -> str:
    """How a text that YAML takes for a mapping is written."""
    if not isinstance(value, Scalar) or len(value.text) > SHORT or "\n" in value.text:
        return "; if this is text, put it in quotes"
    return f"; if this is text, write {emit_text(f'{key}: {value.text}'.rstrip())}"
