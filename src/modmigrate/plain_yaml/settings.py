"""The text of a theme.yaml → its keys: texts, and names with texts, as they are written.

A theme may come from a stranger, with a module.yaml that names it: it is read as strictly as that.
"""

from __future__ import annotations

from ..errors import ModelError
from .problems import Problems
from .reading import Mapping, Node, Scalar, compose

MAX_SIZE = 200_000
"""Bytes; a theme is a few lines."""


def settings(file: str, data: bytes) -> dict[str, str | dict[str, str]]:
    """The keys of a theme. Raises ModelError, with line and column, for what is no plain YAML of this shape."""
    if len(data) > MAX_SIZE:
        raise ModelError(f"{file}: the file has more than {MAX_SIZE:,} bytes; a theme is a few lines")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ModelError(f"{file}: this is not YAML in UTF-8") from None
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return {}
    problems = Problems(file)
    top = compose(text, problems)
    if not isinstance(top, Mapping):
        problems.stop(top.mark, "keys such as `parent:` and `properties:` are expected here")
    out: dict[str, str | dict[str, str]] = {}
    for key, node in top.entries.items():
        if isinstance(node, Mapping):
            out[key] = {name: _text(value, key, problems) for name, value in node.entries.items()}
        else:
            out[key] = _text(node, key, problems)
    problems.settle()
    return out


def _text(node: Node, key: str, problems: Problems) -> str:
    if not isinstance(node, Scalar):
        problems.stop(node.mark, f"`{key}` must be one text, or hold names with their values")
    if not node.text.isprintable():
        problems.stop(node.mark, f"`{key}` holds a sign that cannot be shown; remove it")
    return node.text
