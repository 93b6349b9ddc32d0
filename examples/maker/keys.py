"""The answer key at the end of a book, made from the exercises it answers."""

from __future__ import annotations

from typing import Any

from .content import Block, Chapter, Section, kind

DASH = "\u2013"


def key_chapter(title: str, chapters: list[Chapter]) -> Chapter:
    """One section per chapter that has keyed exercises, one sub-heading per exercise."""
    sections = []
    for chapter in chapters:
        blocks: list[Block] = []
        heading, start = "", 1
        for section in chapter.sections:
            for block in section.blocks:
                if kind(block) == "exercise" and isinstance(block, dict):
                    start = start if block.get("goes_on") else 1
                    if block.get("key") == "key":
                        heading = _name(section.title, block["exercise"])
                        blocks += [{"sub": heading}, *_answers(block, start)]
                    start += len(block["items"])
        if blocks:
            sections.append(Section(f"Kunci Jawaban {chapter.label}", blocks))
    return Chapter(None, title, "back", [], sections)


def _name(section: str, exercise: str) -> str:
    head = section.split(":")[0]
    if exercise.startswith(head):
        return exercise
    return f"{head}, {exercise[0].lower()}{exercise[1:]}" if exercise else head


def _answers(exercise: dict[str, Any], start: int) -> list[Block]:
    items = [item for item in exercise["items"] if "answer" in item]
    if exercise.get("table"):
        rows = [["Nomor", "Kunci", "Penjelasan"]]
        rows += [[f"{place}.", ", ".join(item["answer"]), item["why"]] for place, item in enumerate(items, start)]
        return [{"ruled": rows, "widths": [1.6, 2, 11.9]}]
    if "match" in items[0]:
        pairs = [f"{n} {DASH} {letter}" for n, letter in enumerate(items[0]["answer"], 1)]
        return [", ".join(pairs) + "."]
    if "truefalse" in items[0]:
        marks = [f"{n}. {'B' if item['answer'] else 'S'}" for n, item in enumerate(items, 1)]
        return ["   ".join(marks)]
    return [{"steps": [str(item["answer"]) for item in items]}]
