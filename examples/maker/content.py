"""Reads a module's content files (YAML) into chapters.

A chapter is a mapping: label, title, role (body, front, back), blocks, sections. A block is a
plain string (a paragraph) or a mapping whose first key says what it is: `list: [...]`,
`exercise: ...`, `choice: ...`. The writers hold one method per kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Block = str | dict[str, Any]


@dataclass(frozen=True)
class Section:
    title: str
    blocks: list[Block]


@dataclass(frozen=True)
class Chapter:
    label: str | None
    title: str
    role: str = "body"
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def everything(self) -> Iterator[Block]:
        """All blocks in reading order, those of exercises and boxes included."""
        yield from _walk(self.blocks)
        for section in self.sections:
            yield from _walk(section.blocks)


def kind(block: Block) -> str:
    """What a block is: `text` for a plain string, else its first key (a `lead` apart)."""
    return "text" if isinstance(block, str) else next(key for key in block if key != "lead")


def load(path: Path) -> list[Chapter]:
    """The chapters of one content file, which holds one mapping or a list of them."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_chapter(item) for item in (data if isinstance(data, list) else [data])]


def _chapter(item: dict[str, Any]) -> Chapter:
    sections = [Section(s["title"], s.get("content", [])) for s in item.get("sections", [])]
    blocks = item.get("content", [])
    return Chapter(item.get("label"), item["title"], item.get("role", "body"), blocks, sections)


def _walk(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, dict):
            yield from _walk(block.get("items", []) if "exercise" in block else [])
            yield from _walk(block.get("content", []) if "box" in block else [])
