"""The kinds of values in module.yaml: how each is read from a node, written as data, and described to editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from ..module import Cell
from ..plain_yaml.problems import Problems, suggestion
from ..plain_yaml.reading import Mapping, Node, Scalar, Sequence
from ..text.inline import Image, parse
from .writing import Line

TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}


class Kind:
    """Reads one node (noting problems, and then giving any value), writes one value, describes both."""

    def read(self, node: Node, problems: Problems) -> Any:
        """The model's value; a wrong node is noted in `problems`."""
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        """Plain data for `writing.emit`."""
        return value

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the written form."""
        raise NotImplementedError


class Text(Kind):
    """Inline Markdown: any scalar, as written; `pattern` limits short words."""

    def __init__(self, pattern: str = "", rule: str = "") -> None:
        self._pattern, self._rule = pattern, rule

    def read(self, node: Node, problems: Problems) -> str:
        """See Kind."""
        if not isinstance(node, Scalar):
            problems.add(node.mark, "text is expected here; if it is text, put it in quotes")
            return ""
        if self._pattern and not re.fullmatch(self._pattern, node.text):
            problems.add(node.mark, f"'{node.text}' {self._rule}")
        if "![" in node.text:
            for part in parse(node.text):
                if isinstance(part, Image):
                    if wrong := _outside(part.src):
                        problems.add(node.mark, f"the picture '{part.src}' {wrong}")
                    else:
                        problems.named(node.mark, "picture", part.src)
        return node.text

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "string", "pattern": f"^{self._pattern}$"} if self._pattern else TEXT_SCHEMA


class Plain(Text):
    """Text in which no sign means anything: a program's lines."""

    def read(self, node: Node, problems: Problems) -> str:
        """See Kind."""
        if isinstance(node, Scalar):
            return node.text
        return super().read(node, problems)


class File(Text):
    """The path of a file of some kind below the module's folder."""

    def __init__(self, kind: str = "picture") -> None:
        super().__init__()
        self._kind = kind

    def read(self, node: Node, problems: Problems) -> str:
        """See Kind."""
        text = super().read(node, problems)
        if wrong := _outside(text):
            problems.add(node.mark, f"the file '{text}' {wrong}")
        else:
            problems.named(node.mark, self._kind, text)
        return text

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "string", "minLength": 1}


def _outside(path: str) -> str:
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", path):
        return "must be a file in the module's folder, not an address"
    if path.startswith("/") or "\\" in path or ".." in path.split("/"):
        return "must be a path below the module's folder, with / between its parts"
    if any(ord(sign) < 32 for sign in path):
        return "has a sign in its name that no file can have"
    return "" if path else "has no name"


class Id(Text):
    """An element's id, once in a module."""

    def read(self, node: Node, problems: Problems) -> str:
        """See Kind."""
        text = super().read(node, problems)
        if text:
            problems.claim(node.mark, text)
        return text


class Word(Kind):
    """One of a few words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)

    def read(self, node: Node, problems: Problems) -> str:
        """See Kind."""
        text = node.text if isinstance(node, Scalar) else ""
        if text not in self._words:
            near = suggestion(text, self._words) or f"; it must be {_either(self._words)}"
            problems.add(node.mark, f"'{text}' cannot stand here{near}" if text else f"a word is missing here{near}")
        return text

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"enum": [*self._words, *(int(w) for w in self._words if w.isdecimal())]}


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else f"'{words[0]}'"


class Number(Kind):
    """A whole number within bounds."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def read(self, node: Node, problems: Problems) -> int:
        """See Kind."""
        text = node.text if isinstance(node, Scalar) else ""
        if not re.fullmatch(r"-?[0-9]{1,9}", text) or not self._low <= int(text) <= self._high:
            problems.add(node.mark, f"a whole number from {self._low} to {self._high} is expected here")
            return self._low
        return int(text)

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "integer", "minimum": self._low, "maximum": self._high}


class Each(Kind):
    """A list of values of one kind; `line` when it may stand on one line."""

    def __init__(self, kind: Kind, *, line: bool = False) -> None:
        self._kind, self._type = kind, Line if line else list

    def read(self, node: Node, problems: Problems) -> tuple[Any, ...]:
        """See Kind."""
        if not isinstance(node, Sequence):
            problems.add(node.mark, "a list is expected here, each entry after a dash")
            return ()
        return tuple(self._kind.read(item, problems) for item in node.items)

    def write(self, value: Any) -> list[Any]:
        """See Kind."""
        return self._type(self._kind.write(v) for v in value)

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "array", "items": self._kind.schema()}


class Short(Kind):
    """A record that is written as its text alone where it says nothing else."""

    def __init__(self, record: Kind, make: Callable[..., Any], key: str) -> None:
        self._record, self._make, self._key = record, make, key

    def read(self, node: Node, problems: Problems) -> Any:
        """See Kind."""
        if isinstance(node, Scalar):
            return self._make(text=TEXT.read(node, problems))
        return self._record.read(node, problems)

    def write(self, value: Any) -> Any:
        """See Kind."""
        data = self._record.write(value)
        return data[self._key] if len(data) == 1 else data

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"anyOf": [TEXT_SCHEMA, self._record.schema()]}


class Notes(Kind):
    """Foot- and endnotes by id."""

    def read(self, node: Node, problems: Problems) -> tuple[tuple[str, str], ...]:
        """See Kind."""
        if not isinstance(node, Mapping):
            problems.add(node.mark, "notes are expected here, each as `id: text`")
            return ()
        return tuple((key, TEXT.read(value, problems)) for key, value in node.entries.items())

    def write(self, value: Any) -> dict[str, str]:
        """See Kind."""
        return dict(value)

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "object", "additionalProperties": TEXT_SCHEMA}


class Rows(Each):
    """A table's rows; a row of short words stands on one line."""

    def __init__(self, cell: Kind) -> None:
        super().__init__(Each(cell, line=True))

    def read(self, node: Node, problems: Problems) -> tuple[tuple[Cell, ...], ...]:
        """See Kind."""
        return super().read(node, problems)


TEXT = Text()
PLAIN = Plain()
