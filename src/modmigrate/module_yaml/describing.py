"""The JSON Schema of module.yaml with what editors say of each key (`descriptions.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

FILE = Path(__file__).with_name("descriptions.yaml")
ABOUT = "about"


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema, its records and their properties described."""
    from ..plain_yaml.settings import settings

    texts = cast("dict[str, dict[str, str]]", settings(FILE.name, FILE.read_bytes()))
    out: dict[str, Any] = _told(schema, texts)
    return out


def _told(part: Any, texts: dict[str, dict[str, str]]) -> Any:
    if isinstance(part, list):
        return [_told(one, texts) for one in part]
    if not isinstance(part, dict):
        return part
    out = {key: _told(value, texts) for key, value in part.items()}
    properties = out.get("properties")
    if not isinstance(properties, dict) or "type" not in out:
        return out
    first = next(iter(properties))
    own = texts.get("module" if first == "format" else first, {})
    told = {key: {**value, "description": own[key]} if key in own else value for key, value in properties.items()}
    return {**out, "description": own.get(ABOUT, ""), "properties": told}
