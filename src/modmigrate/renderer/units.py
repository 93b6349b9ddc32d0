"""What becomes a SCO of its own: the whole module, or each chapter and each evaluation."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..module import ScoPer
from ..text import inline
from .outline import Outline, Section


class Unit(Struct, frozen=True):
    """One SCO: `id` is that of its main chapter, empty for the whole module; `plan` holds its own sections only."""

    id: str
    title: str
    plan: Outline


def units(plan: Outline, sco: ScoPer, title: str, words: Mapping[str, str]) -> tuple[Unit, ...]:
    """The SCOs in order, each section in one of them.

    Chapters of the body and those that hold a test or pre-test stand for themselves. What is before the first
    chapter goes with it, other front and back parts with the chapter before them: nobody must open a list of
    references to complete a course.
    """
    parts = _parts(plan.sections) if sco == "chapter" else []
    if len(parts) < 2:
        return (Unit("", title, plan),)
    return tuple(_unit(plan, main, own, words) for main, own in parts)


def _parts(sections: tuple[Section, ...]) -> list[tuple[Section, list[Section]]]:
    parts: list[tuple[Section, list[Section]]] = []
    waiting: list[Section] = []
    for section in sections:
        if section.ordinal:
            parts.append((section, [*waiting, section]))
            waiting = []
        elif _examines(section):
            parts.append((section, [section]))
        elif chapters := [own for main, own in parts if main.ordinal]:
            chapters[-1].append(section)
        else:
            waiting.append(section)
    if waiting and parts:
        parts[0][1][:0] = waiting
    return parts


def _examines(section: Section) -> bool:
    return any(asked.mode != "practice" for screen in section.screens for asked in screen.questions)


def _unit(plan: Outline, main: Section, own: list[Section], words: Mapping[str, str]) -> Unit:
    points = sum(asked.points for section in own for screen in section.screens for asked in screen.questions)
    number, title = inline.plain(main.chapter.number), inline.plain(main.chapter.title) or words["about"]
    named = title if not number or title.startswith(number) else f"{number} {title}"
    return Unit(main.id, named, replace(plan, sections=tuple(own), scored=points))
