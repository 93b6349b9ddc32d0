"""The text of a module as learners may see it: what both measures of kept text look into."""

from __future__ import annotations

from collections.abc import Iterator

from modmigrate.commands.inspection import lines
from modmigrate.module import Chapter, Heading, Module, Objectives, walk
from modmigrate.questions import Question
from modmigrate.text import inline as md


def module_texts(module: Module) -> Iterator[str]:
    """What a learner can see, feedback and answers included."""
    yield module.title
    parts = (Chapter(title="", content=module.opening), *module.chapters)
    for chapter in parts:
        yield f"{chapter.number} {chapter.title}"
        yield from lines(chapter.content)
        for block in walk(chapter.content):
            if isinstance(block, Heading | Objectives):
                yield from (getattr(block, name, "") for name in ("number", "text", "lead"))
            elif isinstance(block, Question):
                yield from _answers(block)
    for _, text in module.notes:
        yield md.plain(text)


def _answers(question: Question) -> Iterator[str]:
    for name in ("answer", "answers", "model", "checklist", "feedback", "hint", "number"):
        value = getattr(question, name, None)
        for one in value if isinstance(value, list | tuple) else [value]:
            if isinstance(one, str):
                yield md.plain(one)
