"""Plain data → YAML that reads like a document: no wrapping, quotes only where needed, the same bytes always.

Written by hand because libyaml escapes emoji and tabs, and its choices differ between versions.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml

from ..text.patterns import lazy

WIDTH = 100
"""A `Line` longer than this is written as a list, one entry a line."""


class Line(list[Any]):
    """A list that stands on one line, `[A, C]`, where it is short."""


# YAML 1.1: 5.1 printable characters, 5.4 line breaks (NEL, LS and PS too), 5.3 indicators.
_ESCAPED = lazy("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SPECIAL = lazy("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SPECIAL_IN_LINES = lazy("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = lazy("[\ud800-\udfff]")
_NOT_PLAIN = lazy(r"""^[-?:,\[\]{}#&*!|>'"%@` ]|: |:$| #| $""")
_NOT_PLAIN_IN_LINE = lazy(r"[,\[\]{}:?]")
_NOT_LITERAL = lazy(r"\A[ \n]| (?:\n|\Z)|\n\n\Z")
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def emit(data: dict[str, Any]) -> str:
    """The YAML of mappings, lists, texts, whole numbers and booleans."""
    return "\n".join(_mapping(data, 0)) + "\n"


def _mapping(data: dict[str, Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for key, value in data.items():
        yield from entry(f"{pad}{_inline(key)}:", value, indent)


def _sequence(data: list[Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for value in data:
        yield from entry(f"{pad}-", value, indent)


def entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of an entry behind its key or dash, which stands at this indent."""
    if value is None:
        yield head
    elif isinstance(value, str):
        yield f"{head} {_text(value, indent + 2)}"
    elif isinstance(value, Line) and (line := _flow(value)) is not None:
        yield f"{head} {line}"
    elif isinstance(value, dict | list) and value:
        lines = _mapping(value, indent + 2) if isinstance(value, dict) else _sequence(value, indent + 2)
        if head.endswith("-"):
            yield f"{head} {next(lines).lstrip(' ')}"
        else:
            yield head
        yield from lines
    else:
        yield f"{head} {_inline(value)}"


def _flow(value: Any) -> str | None:
    """On one line; None where that would be too long or a text has several lines."""
    if isinstance(value, list):
        parts = [_flow(v) for v in value]
        line = f"[{', '.join(p for p in parts if p is not None)}]"
        return None if None in parts or len(line) > WIDTH else line
    if isinstance(value, dict) or (isinstance(value, str) and "\n" in value):
        return None
    special = isinstance(value, str) and _NOT_PLAIN_IN_LINE.search(value)
    return quoted(value) if special else _inline(value)


def _inline(value: Any) -> str:
    if isinstance(value, str):
        return _plain_orquoted(value)
    return json.dumps(value)


def _text(text: str, indent: int) -> str:
    if "\n" not in text or _SPECIAL_IN_LINES.search(text) or _NOT_LITERAL.search(text):
        return _plain_orquoted(text)
    text = _SURROGATE.sub("\ufffd", text)
    pad = " " * indent
    body = "\n".join(pad + line if line else "" for line in text.removesuffix("\n").split("\n"))
    return f"{'|' if text.endswith(chr(10)) else '|-'}\n{body}"


def _plain_orquoted(text: str) -> str:
    if not text or _SPECIAL.search(text) or _NOT_PLAIN.search(text) or _resolves(text):
        return quoted(text)
    return _SURROGATE.sub("\ufffd", text)


def _resolves(text: str) -> bool:
    """Whether other YAML readers would take the bare text for a number, a date, a truth value or nothing."""
    return any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[0], ()))


def quoted(text: str) -> str:
    """A text in quotation marks."""
    text = _SURROGATE.sub("\ufffd", text)
    if ('"' in text or "\\" in text) and not _SPECIAL.search(text):
        return "'" + text.replace("'", "''") + "'"
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04X}", json.dumps(text, ensure_ascii=False))
