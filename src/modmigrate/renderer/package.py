"""The files of each SCO: its page, what the runtime knows of it, and its screens."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from ..site import Sco
from ..text import inline
from ..text.patterns import lazy
from . import course
from .direction import direction
from .frame import openers
from .frame.cover import pattern
from .frame.imprint import Imprint
from .look import Look
from .outline import start_of
from .pages import Writer
from .reading import chapter_minutes, minutes
from .units import Unit

_INNER = lazy(r'<a href="#([\w.-]+)">(.*?)</a>', re.DOTALL)
"""As html.link() writes them."""


class Pages(Struct):
    """Collects the files of a package's SCOs.

    They share a style sheet. A single one has what is painted first in its page and the rest in files of its own; it
    needs the whole sheet only where a server's content security policy forbids styles in the page (runtime/start.js).
    """

    writer: Writer
    look: Look
    identifier: str
    imprint: Imprint
    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, unit: Unit) -> Sco:
        """Write a SCO's files; what its manifest must say of it."""
        before = set(self.files)
        sections = unit.plan.sections
        pages = {s.id: {own.code: self.writer.screen(s, own) for own in s.screens} for s in sections}
        anchors = _anchors(pages, course.listed(unit.plan))
        divided = [
            course.files({code: _without_dead_links(html, anchors) for code, html in pages[s.id].items()})
            for s in sections
        ]
        for section, own in zip(sections, divided, strict=True):
            self.files |= course.contents(section, own)
        module, words = self.writer.module, self.writer.words
        script = f"{unit.id}.course.js" if unit.id else "course.js"
        self.files[script] = course.course(module, self.identifier, unit, words, anchors, divided)
        start = f"{unit.id}.html" if unit.id else "index.html"
        self.files[start] = self._index(unit, script).encode()
        own_files = tuple(sorted(set(self.files) - before))
        if "style.css" not in self.files:
            self.files["style.css"] = self.styles("")
            for part in () if unit.id else ("rest", "more"):
                self.files[f"{part}.css"] = self.styles(part)
        mastery = module.mastery if unit.plan.scored else None
        return Sco(id=unit.id, start=start, title=unit.title if unit.id else "", mastery=mastery, files=own_files)

    def styles(self, part: str) -> bytes:
        """A style sheet of its own."""
        return self._template("sco.css.j2", part=part).encode()

    def _index(self, unit: Unit, script: str) -> str:
        module, plan = self.writer.module, unit.plan
        cover = self.writer.picture(module.cover) if module.cover else None
        return self._template(
            "sco.html.j2",
            part="first",
            page=self.writer,
            words=self.writer.words,
            module=module,
            unit=unit,
            course=script,
            imprint=self.imprint,
            start=start_of(plan.sections),
            longest=_longest(module.title if not unit.id else unit.title),
            numbers=openers.numbers(plan.sections),
            sections=plan.sections,
            entries=course.only_chapter(plan),
            body=[s for s in plan.sections if s.ordinal],
            cover=cover,
            pattern=pattern(unit.title),
            minutes=minutes(plan),
            chapter_minutes=chapter_minutes,
            questions=sum(1 for _ in plan.questions()),
        )

    def _template(self, name: str, **values: object) -> str:
        way = direction(self.writer.module.language)
        return self.writer.env.get_template(name).render(look=self.look, direction=way, **values)


def _longest(title: str) -> int:
    """Letters of a title's longest word, capitals counting more: the cover writes it so that this word fits a line."""
    words = re.split(r"[\s\u00ad-]+", inline.plain(title))
    return max(8, *(round(len(w) * (1.2 if w.isupper() else 1)) for w in words), 8)


def _anchors(pages: Mapping[str, Mapping[str, str]], listed: set[str]) -> dict[str, str]:
    """Targets of links inside the module, and what its contents list, → the screen they are on."""
    screens = {code: html for own in pages.values() for code, html in own.items()}
    wanted = {target for html in screens.values() for target in re.findall(r'href="#([\w.-]+)"', html)} | listed
    found = {section: next(iter(own)) for section, own in pages.items()}
    for code, html in screens.items():
        found.update((target, code) for target in re.findall(r' id="([\w.-]+)"', html))
    return {target: code for target, code in sorted(found.items()) if target in wanted}


def _without_dead_links(html: str, anchors: Mapping[str, str]) -> str:
    """A screen's HTML; a link inside the module whose target is not there is plain text."""
    return _INNER.sub(lambda found: found[0] if found[1] in anchors else found[2], html)
