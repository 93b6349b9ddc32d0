"""course.js and content/*.js: what the runtime must know of a module before, and when, a screen is opened."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from ..module import Heading, Module
from ..text import inline
from .direction import spoken
from .flaws import scored
from .frame.bands import bands
from .outline import Asked, Outline, Screen, Section, start_of, weight
from .reading import chapter_minutes
from .units import Unit

VERSION = 2
"""Of the stored state's form; runtime/stored.js reads this version and older ones."""
FULL = 12_000
"""Bytes after which a chapter goes on in another file: a quarter of a second on a slow line."""
FIRST = 4_000
"""The same for a chapter's first file, which a learner waits for: what follows comes while its screen is read."""

FEWEST, MOST = 2, 40
"""Entries of the contents on the cover of a module with one chapter."""

Files = list[dict[str, str]]
"""A chapter's files, each with the HTML of its screens by code."""


def course(
    module: Module, identifier: str, unit: Unit, words: Mapping[str, str], anchors: dict[str, str], files: list[Files]
) -> bytes:
    """`modmigrate.course = {…}`: chapters, screens with their questions, and where what is linked stands."""
    plan = unit.plan
    types = list(dict.fromkeys(q.question.type for q in plan.questions()))
    optional = all(not section.ordinal for section in plan.sections)
    data: dict[str, Any] = {
        "version": VERSION,
        "id": f"{identifier}.{unit.id}" if unit.id else identifier,
        "part": bool(unit.id),
        "title": unit.title,
        "mastery": module.mastery if plan.scored else None,
        "sections": [
            _section(s, words, types, optional, own, plan.names) for s, own in zip(plan.sections, files, strict=True)
        ],
        "types": types,
        "groups": {s.group: s.part.exercise for s in plan.screens() if s.group},
        "objectives": {s.group: s.id for s in plan.screens() if s.group and any(q.points for q in s.questions)},
        "anchors": anchors,
        "start": start_of(plan.sections).screens[0].code,
    }
    if plan.unit:
        data["unit"] = plan.unit
    if told := bands(module):
        data["bands"] = told
    if said := spoken(module.language):
        data["spoken"] = said
    return f"window.modmigrate={{course:{_json(data)}}};\n".encode()


def _section(
    section: Section,
    words: Mapping[str, str],
    types: list[str],
    optional: bool,
    files: Files,
    names: Mapping[int, str],
) -> dict[str, Any]:
    return {
        "code": section.code,
        "id": section.id,
        "title": inline.plain(section.chapter.title) or words["about"],
        "label": label(section),
        "required": bool(section.ordinal) or optional,
        "files": [len(own) for own in files],
        "screens": [[s.code, s.title or words["about"], *_asked(s, types)] for s in section.screens],
        "toc": list(_toc(section, names)),
        "minutes": chapter_minutes(section),
    }


def _toc(section: Section, names: Mapping[int, str]) -> Iterator[list[str]]:
    """A chapter's contents, by its headings and not by its screens, so that none is missing.

    Each entry is the code of its screen, and, where the heading stands further down on it, its title and id;
    `summary` last where it is one.
    """
    for screen in section.screens:
        for block in screen.part.blocks:
            if not isinstance(block, Heading) or (
                block.level > 2 and not (screen.group and block is screen.part.heading)
            ):
                continue
            entry = [screen.code]
            if block is not screen.part.heading or screen.part.first:
                entry += [_heading(block), names[id(block)]]
            yield [*entry, *([""] * (3 - len(entry)) + ["s"] if block.meaning == "summary" else [])]


def only_chapter(plan: Outline) -> list[tuple[str, str]]:
    """Of a module with a single chapter the contents that its cover shows: where each heading stands, and its title.

    None where they are hardly any, or so many that they would delay the first paint.
    """
    if len(plan.sections) != 1:
        return []
    titles = {s.code: s.title for s in plan.sections[0].screens}
    found = [(*entry, "", "")[:3] for entry in _toc(plan.sections[0], plan.names)]
    links = [(f"#{id_}" if id_ else f"#/{code}", title or titles[code]) for code, title, id_ in found]
    return links if FEWEST <= len(links) <= MOST else []


def listed(plan: Outline) -> set[str]:
    """Ids of the headings that the contents lead to further down on a screen."""
    return {entry[2] for section in plan.sections for entry in _toc(section, plan.names) if len(entry) > 2 and entry[2]}


def _heading(block: Heading) -> str:
    number = "" if block.text.startswith(block.number) else block.number
    return " ".join(inline.plain(f"{number} {block.text}").split())


def _asked(screen: Screen, types: list[str]) -> Iterator[str]:
    """The questions of a screen, if there are any: code, type and points (runtime/state.js) of each in base 36."""
    if screen.questions:
        yield " ".join(f"{q.code}{_base36(types.index(q.question.type))}{_worth(q)}" for q in screen.questions)


def _worth(asked: Asked) -> str:
    """Its points; behind a colon its weight, where it is marked and does not count."""
    known = weight(asked.question) if scored(asked.question) else 0
    return _base36(asked.points) if asked.points == known else f"{_base36(asked.points)}:{_base36(known)}"


def _base36(number: int) -> str:
    digit = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]
    return digit if number < 36 else _base36(number // 36) + digit


def label(section: Section) -> str:
    """What the document calls a chapter (`BAB II`), where that says more than a bare number."""
    number = inline.plain(section.chapter.number).strip().rstrip(".:")
    return number if re.search(r"[^\W\d_]{2,}", re.sub(r"\b[IVXLC]+\b", "", number)) else ""


def roman(number: int) -> str:
    """4 → IV; as chapters are numbered."""
    out = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (number // value)
        number %= value
    return out


def files(screens: Mapping[str, str]) -> Files:
    """A chapter's screens in files that a slow line brings soon; a screen is never divided."""
    out: Files = [{}]
    size = 0
    for code, html in screens.items():
        own = len(html.encode())
        if out[-1] and size + own > (FULL if len(out) > 1 else FIRST):
            out.append({})
            size = 0
        out[-1][code] = html
        size += own
    return out


def contents(section: Section, files: Files) -> Iterator[tuple[str, bytes]]:
    """A chapter as scripts that hand over its screens: works in every LMS and from a folder on disk."""
    for number, own in enumerate(files, 1):
        path = f"content/{section.id}.js" if number == 1 else f"content/{section.id}.{number}.js"
        yield path, f"modmigrate.pages({_json(own)});\n".encode()


def script(data: Any) -> Markup:
    """Data as part of a script."""
    return Markup(_json(data))  # noqa: S704 - JSON, in a file of its own


def _json(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # The two line ends that JSON allows and JavaScript before 2019 did not.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
