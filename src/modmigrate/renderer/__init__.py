"""Module → Site: screens, questions and the runtime as finished files. Pure: media come in as bytes.

Refuses only a module without any screen; else what cannot be shown becomes a finding.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from .. import inline
from ..errors import ModelError
from ..languages import learner_words
from ..module import Edition, Module, folded
from ..questions import TYPES, Question
from ..report import Code, Finding, finding
from ..scorm import limits
from ..site import Site
from . import course, search_path, state
from .cover import pattern
from .direction import direction
from .editions import for_edition, hidden_keys
from .flaws import flaw, scored
from .look import Look, look
from .media import Picture, Shelf
from .outline import Outline, outline
from .pages import Writer
from .reading import chapter_minutes, minutes

__all__ = ["render"]

_INNER = re.compile(r'<a href="#([\w.-]+)">(.*?)</a>', re.DOTALL)
"""As html.link() writes them."""


def render(
    module: Module,
    media: Mapping[str, bytes],
    templates: Path | None = None,
    edition: Edition = "learner",
    theme: str | Path = "",
) -> Site:
    """The files of a package; `media` maps `media/<name>` to bytes, `templates` is a folder that overrides ours.

    `theme` is the name of one, or the path of a folder or file.
    The trainer edition shows keys and what is for trainers only, and scores nothing.

    Raises ModelError for a module without any screen, and for templates that cannot be used.
    """
    hidden = tuple(hidden_keys(module)) if edition == "learner" else ()
    module = for_edition(module, edition)
    plan = outline(module)
    if not plan.sections:
        raise ModelError("the module has no chapters and no opening; there is nothing to show")
    with search_path.told(templates):
        site = _render(module, media, templates, plan, edition, theme)
    return replace(site, findings=(*site.findings, *hidden))


def _render(
    module: Module,
    media: Mapping[str, bytes],
    templates: Path | None,
    plan: Outline,
    edition: Edition,
    theme: str | Path,
) -> Site:
    env = search_path.environment(templates, theme)
    words = learner_words(module.language)
    identifier = _identifier(module, edition)
    writer = Writer(env, module, plan, words, Shelf(media), edition)
    shown = look(templates, theme, writer.shelf)
    pages = {section.id: {s.code: writer.screen(section, s) for s in section.screens} for section in plan.sections}
    anchors = _anchors(pages)
    pages = {i: {code: _without_dead_links(html, anchors) for code, html in own.items()} for i, own in pages.items()}
    files = {f"content/{section.id}.js": course.content(section, pages[section.id]) for section in plan.sections}
    files["course.js"] = course.course(module, identifier, plan, words, anchors)
    types = [t for t in TYPES if any(q.question.type == t for q in plan.questions())]
    files["runtime.js"] = env.get_template("runtime/runtime.js.j2").render(types=types).encode()
    files["index.html"] = _index(writer, shown).encode()
    files |= writer.shelf.files
    return Site(
        files=tuple(sorted(files.items())),
        identifier=identifier,
        title=_title(module, words, edition),
        description=inline.plain(module.description),
        language=module.language,
        mastery=module.mastery if plan.scored else None,
        chapters=tuple(inline.plain(s.chapter.title) for s in plan.sections if s.chapter.title),
        findings=(*shown.findings, *_findings(module, plan, writer.shelf)),
    )


def _index(writer: Writer, shown: Look) -> str:
    module, plan = writer.module, writer.plan
    cover: Picture | None = writer.picture(module.cover) if module.cover else None
    return writer.env.get_template("sco.html.j2").render(
        page=writer,
        words=writer.words,
        module=module,
        sections=plan.sections,
        body=[s for s in plan.sections if s.ordinal],
        direction=direction(module.language),
        cover=cover,
        pattern=pattern(module.title),
        minutes=minutes(plan),
        chapter_minutes=chapter_minutes,
        questions=sum(1 for _ in plan.questions()),
        look=shown,
    )


def _anchors(pages: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Targets of links inside the module → the screen they are on."""
    screens = {code: html for own in pages.values() for code, html in own.items()}
    wanted = {target for html in screens.values() for target in re.findall(r'href="#([\w.-]+)"', html)}
    found = {section: next(iter(own)) for section, own in pages.items()}
    for code, html in screens.items():
        found.update((target, code) for target in re.findall(r' id="([\w.-]+)"', html))
    return {target: code for target, code in sorted(found.items()) if target in wanted}


def _without_dead_links(html: str, anchors: Mapping[str, str]) -> str:
    """A screen's HTML; a link inside the module whose target is not there is plain text."""
    return _INNER.sub(lambda found: found[0] if found[1] in anchors else found[2], html)


def _title(module: Module, words: Mapping[str, str], edition: Edition) -> str:
    """The title as an LMS lists it: a trainer's package must not be mistaken for the learners'."""
    title = inline.plain(module.title)
    return f"{title} ({words['trainer_edition']})" if edition == "trainer" else title


def _identifier(module: Module, edition: Edition) -> str:
    """An NCName from the module's id, or from its title; editions are packages of their own."""
    given = re.sub(r"[^A-Za-z0-9_.-]+", "-", module.id).strip("-.")[:60]
    name = f"mm-{given or hashlib.sha256(folded(module.title).encode()).hexdigest()[:10]}"
    return f"{name}-trainer" if edition == "trainer" else name


def _findings(module: Module, plan: Outline, shelf: Shelf) -> Iterator[Finding]:
    known = sum(scored(q.question) for q in plan.questions())
    if not plan.scored and module.scoring != "none":
        yield finding(Code.NOT_SCORED, count=known) if known else finding(Code.NO_SCORED)
    for asked in plan.questions():
        name = f"question {asked.label} ({asked.id})"
        if reason := flaw(asked.question):
            yield finding(Code.QUESTION_UNUSABLE, question=name, reason=reason)
        if _entries(asked.question) > limits.MATCHING_ENTRIES:
            yield finding(Code.RESPONSE_LEFT_OUT, question=name, limit=limits.MATCHING_ENTRIES)
    for path, reason in sorted(shelf.left_out.items()):
        yield finding(Code.DROPPED, what=f"picture {path}", reason=reason)
    size = state.worst_case(plan)
    if size > limits.SUSPEND_DATA:
        yield finding(Code.STATE_TRIMMED, size=size)


def _entries(question: Question) -> int:
    """Options, or entries of the longer column, that cmi.interactions names by single characters."""
    return max(len(getattr(question, name, ())) for name in ("options", "left", "right"))
