"""A module as lines for a reviewer: what was made of the source, in order, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from .. import module as mod
from ..list_labels import label_of
from ..module import Block, Module
from ..questions import Question
from ..questions.base import letter
from ..text.inline import plain

TABLE_ROWS, WORDS = 12, 120


class Made(Struct, frozen=True):
    """One thing: `kind` says what (chapter, heading, text, list, question, option, key …)."""

    kind: str
    text: str
    id: str = ""
    source: str = ""


def of_module(module: Module) -> Iterator[Made]:
    """All of a module."""
    yield from of_blocks(module.opening)
    for chapter in module.chapters:
        yield Made("chapter", plain(f"{chapter.number} {chapter.title}".strip()), chapter.id, chapter.source)
        yield from of_blocks(chapter.content)


def of_blocks(blocks: Sequence[Block]) -> Iterator[Made]:
    """Blocks, and those in them."""
    for block in blocks:
        match block:
            case mod.Heading():
                text = plain(block.text)
                label = "" if text.startswith(block.number) else f"{block.number} "
                yield Made("heading", f"{label}{text}", block.id, block.source)
            case mod.Paragraph() | mod.Equation() | mod.Code():
                yield Made("text", _short(block.text if isinstance(block, mod.Code) else plain(block.text)))
            case mod.List():
                for at, item in enumerate(block.items):
                    yield Made("item", _short(f"{label_of(block, at)} {plain(item.text)}"))
                    yield from of_blocks(item.content)
            case mod.Objectives():
                yield from (Made("objective", plain(o.text), o.id, o.source) for o in block.objectives)
            case mod.Figure():
                said = plain(block.alt or block.caption)
                yield Made("figure", f"{block.file}{f': {said}' if said else ''}", block.id, block.source)
            case mod.Table():
                for row in block.rows[:TABLE_ROWS]:
                    yield Made("row", _short(" │ ".join(plain(cell.text) for cell in row)))
                if len(block.rows) > TABLE_ROWS:
                    yield Made("row", f"… {len(block.rows) - TABLE_ROWS} more")
            case mod.Glossary():
                yield from (Made("item", _short(f"{plain(t.term)}: {plain(t.meaning)}")) for t in block.terms)
            case mod.Note():
                yield Made("note", f"[{block.kind}] {plain(block.title)}".rstrip())
                yield from of_blocks(block.content)
            case Question():
                yield from of_question(block)


def of_question(question: Question) -> Iterator[Made]:
    """A question with its options and key."""
    yield Made("question", _short(f"{question.number} {plain(question.stem)}".strip()), question.id, question.source)
    yield from of_blocks(question.content)
    options = question.contract_options()
    if isinstance(options, list):
        yield from (Made("option", f"{letter(at)}. {_short(plain(text))}") for at, text in enumerate(options))
    else:
        for side in options.values():
            yield from (Made("option", f"{letter(at)}. {_short(plain(text))}") for at, text in enumerate(side))
    yield Made("key" if question.has_key else "no-key", f"{question.type}: {_answer(question)}")


def _answer(question: Question) -> str:
    answer = question.to_data().get("answer") if question.has_key else None
    if isinstance(answer, list):
        return ", ".join(str(a) for a in answer)
    return {True: "true", False: "false"}.get(answer, str(answer)) if isinstance(answer, bool) else str(answer or "?")


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
