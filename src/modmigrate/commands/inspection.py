"""What was found in a source: the stable JSON contract, and a tree for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from .. import module as mod
from ..list_labels import label_of
from ..module import Block, Module, walk
from ..pipeline import Extraction
from ..questions import Question
from ..text.amounts import many
from ..text.inline import Image, parse, plain
from ..text.signs import is_open


def as_data(found: Extraction) -> dict[str, Any]:
    """The `inspect --json` contract (docs/inspect-json.md): titles and texts without marks, white space folded."""
    module = found.module
    objectives: list[dict[str, Any]] = []
    questions: list[dict[str, Any]] = []
    whole = len(module.chapters) == 1 and any(f.code.code == "no-chapters" for f in found.findings)
    for number, content in _contents(module):
        for block in walk(content):
            if isinstance(block, mod.Objectives):
                objectives += [{"chapter": number, "text": _fold(o.text)} for o in block.objectives]
            elif isinstance(block, Question):
                questions.append(_question(block, None if whole else number))
    blocks = [b for _, content in _contents(module) for b in walk(content)]
    return {
        "title": _fold(module.title),
        "language": module.language,
        "chapters": [_chapter(c) for c in module.chapters],
        "objectives": objectives,
        "questions": questions,
        "images": sum(_pictures(b) for b in blocks) + bool(module.cover),
        "tables": sum(isinstance(b, mod.Table) for b in blocks),
        "warnings": [f.as_data() for f in found.findings],
    }


def _contents(module: Module) -> Iterator[tuple[int | None, tuple[Block, ...]]]:
    yield None, module.opening
    for number, chapter in enumerate(module.chapters):
        yield number, chapter.content


def _chapter(chapter: mod.Chapter) -> dict[str, Any]:
    sections = [_fold(b.text) for b in chapter.content if isinstance(b, mod.Heading) and b.level == 2]
    return {
        "number": chapter.number or None,
        "title": _fold(chapter.title),
        "role": chapter.role,
        "sections": sections,
        "text": "\n".join(lines(chapter.content)),
    }


def _question(question: Question, chapter: int | None) -> dict[str, Any]:
    options = question.contract_options()
    return {
        "chapter": chapter,
        "type": question.type,
        "stem": _fold(" ".join([question.stem, *lines(_words(question.content))])),
        "options": {side: [_fold(t) for t in texts] for side, texts in options.items()}
        if isinstance(options, dict)
        else [_fold(t) for t in options],
        "answer": _answer(question),
        "answer_source": question.answer_source,
        "from": question.source,
    }


def _words(blocks: Sequence[Block]) -> list[Block]:
    """The part of a question's content that reads on from its stem: lines before a table or picture.

    A list at the very end says what to do, to choose from or to work out part by part; it is no part of the sentence
    that asks. Where that
    sentence stands below a picture (`Look at the picture … The part above is called …`), it does belong to it.
    """
    told = mod.Paragraph | mod.List | mod.Equation
    found = list(takewhile(lambda b: isinstance(b, told | mod.Figure), blocks))
    asks = any(isinstance(b, mod.Paragraph) and is_open(b.text) for b in found)
    if not asks:
        found = list(takewhile(lambda b: isinstance(b, told), found))
    found = [b for b in found if not isinstance(b, mod.Figure)]
    while found and isinstance(found[-1], mod.List):
        found.pop()
    return found


def _answer(question: Question) -> Any:
    key = question.key() if "key" not in question.unsure else None
    if isinstance(key, str):
        return _fold(key)
    return [_fold(k) if isinstance(k, str) else k for k in key] if isinstance(key, list) else key


def _pictures(block: Block) -> int:
    """How many pictures stand in a block."""
    inside = sum(isinstance(p, Image) for t in mod.texts(block) if "![" in t for p in parse(t))
    return inside + isinstance(block, mod.Figure)


def _fold(text: str) -> str:
    return " ".join(plain(text).split())


def lines(blocks: Sequence[Block]) -> Iterator[str]:
    """All the words a learner sees in these blocks, a line per block, in reading order."""
    for block in blocks:
        match block:
            case mod.Heading(meaning="key"):
                pass
            case mod.Paragraph(text=text) | mod.Heading(text=text) | mod.Equation(text=text):
                yield _fold(text)
            case mod.Code(text=text):
                yield from (" ".join(row.split()) for row in text.split("\n") if row.strip())
            case mod.List(items=items):
                for at, item in enumerate(items):
                    yield _fold(f"{label_of(block, at)} {item.text}")
                    yield from lines(item.content)
            case mod.Objectives(lead=lead, objectives=found):
                yield from (_fold(t) for t in (lead, *(o.text for o in found)) if t)
            case mod.Figure(caption=caption):
                yield from [_fold(caption)] if caption else []
            case mod.Table(rows=rows, caption=caption):
                yield from [_fold(caption)] if caption else []
                for row in rows:
                    for cell in row:
                        yield from [_fold(cell.text)] if cell.text else []
                        yield from lines(cell.content)
            case mod.Glossary(terms=terms):
                yield from (_fold(f"{t.term}: {t.meaning}") for t in terms)
            case mod.Note(title=title, content=content):
                yield from [_fold(title)] if title else []
                yield from lines(content)
            case Question():
                yield _fold(block.stem)
                yield from lines(block.content)
                yield from (_fold(t) for t in block.texts())
                yield from (_fold(t) for t in block.feedback.split("\n") if t)


def as_tree(found: Extraction, said: Callable[[str], str] = str) -> Iterator[str]:
    """The module as lines for people: chapters, sections, questions, keys; `said` says its own words."""
    module = found.module
    yield f"{module.title}  [{module.language}]"
    if module.opening:
        yield from _tree(module.opening, said)
    for chapter in module.chapters:
        label = f"{chapter.number} · " if chapter.number else ""
        role = f"  ({said(chapter.role)})" if chapter.role != "body" else ""
        exercise = f"  [{said(chapter.exercise)}]" if chapter.exercise else ""
        yield f"├ {label}{plain(chapter.title)}{role}{exercise}"
        yield from _tree(chapter.content, said)


def _tree(blocks: Sequence[Block], said: Callable[[str], str]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, mod.Heading):
            mark = f"  [{said(block.exercise)}]" if block.exercise else ""
            text = plain(block.text)
            label = f"{block.number} " if block.number and not text.startswith(block.number) else ""
            yield f"│{'  ' * (block.level - 1)}{label}{text}{mark}"
        elif isinstance(block, mod.Objectives):
            count = len(block.objectives)
            yield f"│    {said(many(count, 'objective'))}"
        elif isinstance(block, Question):
            # As module.yaml says it: letters, not indices.
            key = block.to_data().get("answer") if "key" not in block.unsure else None
            shown = said("no key") if key is None else f"{said(f'key {_said(key)}')} ({said(block.answer_source)})"
            yield f"│    {block.source} {said(block.type)}: {_fold(block.stem)[:60]} — {shown}"


def _said(key: Any) -> str:
    """An answer in a line of the tree."""
    if isinstance(key, list):
        return ", ".join(_said(k) for k in key)
    return {True: "true", False: "false"}.get(key, str(key)) if isinstance(key, bool) else _fold(str(key))[:60]
