"""Module → Site: screens, questions and the runtime as finished files. Pure: media come in as bytes.

Refuses nothing that a Module can hold; what cannot be shown becomes a finding.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import inline
from ..languages import known, learner_words, load
from ..module import Module, folded
from ..questions import TYPES
from ..report import Code, Finding, finding
from ..scorm import limits
from ..site import Site
from . import course, search_path, state
from .cover import pattern
from .media import Picture, Shelf
from .outline import Outline, outline
from .pages import Writer
from .split import weight

__all__ = ["render"]

READING = 1200
"""Characters that a learner reads in a minute (some 180 words of Indonesian)."""


RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def render(module: Module, media: Mapping[str, bytes], templates: Path | None = None) -> Site:
    """The files of a package; `media` maps `media/<name>` to bytes, `templates` is a folder that overrides ours."""
    env = search_path.environment(templates)
    plan = outline(module)
    words = learner_words(module.language)
    identifier = _identifier(module)
    writer = Writer(env, module, plan, words, Shelf(media))
    pages = {section.id: {s.code: writer.screen(section, s) for s in section.screens} for section in plan.sections}
    files = {f"content/{section.id}.js": course.content(section, pages[section.id]) for section in plan.sections}
    files["course.js"] = course.course(module, identifier, plan, words, _anchors(pages))
    types = [t for t in TYPES if any(q.question.type == t for q in plan.questions())]
    files["runtime.js"] = env.get_template("runtime/runtime.js.j2").render(types=types).encode()
    files["index.html"] = _index(writer, templates).encode()
    files |= writer.shelf.files
    return Site(
        files=tuple(sorted(files.items())),
        identifier=identifier,
        title=inline.plain(module.title),
        description=inline.plain(module.description),
        language=module.language,
        mastery=module.mastery if plan.scored else None,
        chapters=tuple(inline.plain(s.chapter.title) for s in plan.sections if s.chapter.title),
        findings=tuple(_findings(module, plan, writer.shelf)),
    )


def _index(writer: Writer, templates: Path | None) -> str:
    module, plan = writer.module, writer.plan
    shown: Picture | None = writer.picture(module.cover) if module.cover else None
    minutes = round(sum(weight(b) for s in plan.sections for b in s.chapter.content) / READING)
    return writer.env.get_template("sco.html.j2").render(
        page=writer,
        words=writer.words,
        module=module,
        sections=plan.sections,
        body=[s for s in plan.sections if s.ordinal],
        direction=_direction(module.language),
        cover=shown,
        pattern=pattern(module.title),
        minutes=max(5, round(minutes / 5) * 5),
        questions=sum(1 for _ in plan.questions()),
        properties=search_path.properties(templates),
    )


def _direction(language: str) -> str:
    """Of the module's own text, also where the words of buttons are English for want of a language file."""
    code = language.split("-")[0].lower()
    return str(load(code)["direction"]) if code in known() else "rtl" if code in RIGHT_TO_LEFT else "ltr"


def _anchors(pages: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Targets of links inside the module → the screen they are on."""
    screens = {code: html for own in pages.values() for code, html in own.items()}
    wanted = {target for html in screens.values() for target in re.findall(r'href="#([\w.-]+)"', html)}
    found = {section: next(iter(own)) for section, own in pages.items()}
    for code, html in screens.items():
        found.update((target, code) for target in re.findall(r' id="([\w.-]+)"', html))
    return {target: code for target, code in sorted(found.items()) if target in wanted}


def _identifier(module: Module) -> str:
    """An NCName from the module's id, or from its title."""
    given = re.sub(r"[^A-Za-z0-9_.-]+", "-", module.id).strip("-.")[:60]
    return f"mm-{given or hashlib.sha256(folded(module.title).encode()).hexdigest()[:10]}"


def _findings(module: Module, plan: Outline, shelf: Shelf) -> Iterator[Finding]:
    known = sum(q.question.scored for q in plan.questions())
    if not plan.scored and module.scoring != "none":
        yield finding(Code.NOT_SCORED, count=known) if known else finding(Code.NO_SCORED)
    for path in sorted(shelf.missing):
        yield finding(Code.DROPPED, what=f"picture {path}", reason="it is no picture file in the module's folder")
    size = state.worst_case(plan)
    if size > limits.SUSPEND_DATA:
        yield finding(Code.STATE_TRIMMED, size=size)
