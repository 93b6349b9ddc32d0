"""The gold file: what a converter should find, taken from the same content as the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from .content import Block, Chapter, kind
from .ooxml import plain

QUESTIONS = ("choice", "multi", "truefalse", "match", "fill", "short", "essay", "task")
Entry = dict[str, Any]


def gold(head: Entry, chapters: list[Chapter], module_goals: set[int], probes: list[str], tail: Entry) -> Entry:
    """`head` and `tail` are the entries that only a person can know; `module_goals` are the
    chapters whose objectives are those of the whole module."""
    listed: list[Entry] = []
    goals: list[Entry] = []
    questions: list[Entry] = []
    for place, chapter in enumerate(chapters):
        listed.append(
            {
                "number": chapter.label,
                "title": chapter.title,
                "role": chapter.role,
                "sections": [section.title for section in chapter.sections],
            }
        )
        key = "none"
        for block in chapter.everything():
            if kind(block) == "goals" and isinstance(block, dict):
                at = None if place in module_goals else place
                goals += [{"chapter": at, "text": plain(text)} for text in block["goals"]]
            elif kind(block) == "exercise" and isinstance(block, dict):
                key = block.get("key", "none")
            elif kind(block) in QUESTIONS and isinstance(block, dict):
                questions.append(question(place, block, key))
    found = [{"chapter": _home(chapters, probe), "text": probe} for probe in probes]
    body = {"chapters": listed, "objectives": goals, "questions": questions}
    return head | body | _counts(chapters) | {"probes": found} | tail


def question(chapter: int, block: Entry, key: str) -> Entry:
    """One question as the gold format wants it."""
    name = kind(block)
    answer = block.get("answer")
    entry: Entry = {"chapter": chapter, "type": name, "stem": plain(block[name])}
    if name in ("choice", "multi"):
        entry["options"] = [plain(str(option)) for option in block["options"]]
        letters = [ord(letter) - 65 for letter in (answer or "")]
        answer = (letters if name == "multi" else letters[0]) if letters else None
    elif name == "match":
        entry["options"] = {side: [plain(t) for t in block[side]] for side in ("left", "right")}
        answer = [ord(letter) - 97 for letter in answer] if answer else None
    entry["answer"] = answer
    entry["answer_source"] = "none" if answer is None else block.get("key", key)
    return entry


def _counts(chapters: list[Chapter]) -> Entry:
    kinds = [kind(block) for chapter in chapters for block in chapter.everything()]
    return {
        "images": kinds.count("figure") + 1,
        "tables": kinds.count("table") + kinds.count("form"),
    }


def _home(chapters: list[Chapter], probe: str) -> int:
    for place, chapter in enumerate(chapters):
        for block in chapter.everything():
            if probe in plain(" ".join(_strings(block))):
                return place
    raise ValueError(f"no chapter holds the probe: {probe}")


def _strings(block: Block | list[Any]) -> list[str]:
    if isinstance(block, str):
        return [block]
    values = block.values() if isinstance(block, dict) else block
    return [text for value in values if isinstance(value, str | dict | list) for text in _strings(value)]


def write(entry: Entry, path: Path) -> None:
    text = yaml.safe_dump(entry, sort_keys=False, allow_unicode=True, width=10_000)
    path.write_text(text, encoding="utf-8")
