"""Module → Site: screens, questions and the runtime as finished files. Pure: media come in as bytes.

Refuses only a module without any screen; else what cannot be shown becomes a finding.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from msgspec.structs import replace

from ..activities import Plan
from ..activities.reasons import NAMES
from ..errors import ModelError
from ..languages import learner_words
from ..module import Edition, Module, ScoPer, folded
from ..questions import TYPES, Question
from ..report import Code, Finding, finding
from ..scorm import limits
from ..site import Counts, Site
from ..templating import search_path
from ..templating.names import shortened
from ..text import inline
from . import course, state
from .active.chosen import chosen
from .active.tried import tried
from .editions import for_edition, hidden_keys
from .flaws import flaw, scored
from .frame.imprint import Imprint, imprint
from .frame.titles import calmed
from .look import look
from .media import Shelf, ratios
from .outline import Outline, outline
from .package import Pages
from .pages import Writer
from .paper import without_paper
from .units import Unit, units
from .weights import unweighed, weighed

__all__ = ["render"]

PROGRAMS = ("runtime", "more", "acts")
ONLINE = b"modmigrate.online=true;\n"
"""Asked for before a commit, past every cache: whether the server is there (runtime/reach.js)."""


def render(
    module: Module,
    media: Mapping[str, bytes],
    templates: Path | None = None,
    edition: Edition = "learner",
    theme: str | Path = "",
    sco: ScoPer | None = None,
) -> Site:
    """The files of a package; `media` maps `media/<name>` to bytes, `templates` is a folder that overrides ours.

    `theme` is the name of one, or the path of a folder or file; `sco` says what becomes a SCO, else the module does.
    The trainer edition shows keys and what is for trainers only, and scores nothing.

    Raises ModelError for a module without any screen, and for templates that cannot be used.
    """
    hidden = tuple(hidden_keys(module)) if edition == "learner" else ()
    module = replace(for_edition(module, edition), sco=sco or module.sco)
    module, paper = without_paper(module) if edition == "learner" else (module, ())
    title = _title(module, learner_words(module.language), edition)
    module, said = imprint(module)
    module = calmed(module)
    plan = weighed(outline(module, ratios(media)))
    if not plan.sections:
        raise ModelError("the module has no chapters and no opening; there is nothing to show")
    with search_path.told(templates):
        site = _render(module, media, templates, plan, edition, theme, said)
    return replace(site, title=title, findings=(*site.findings, *hidden, *paper))


def _render(
    module: Module,
    media: Mapping[str, bytes],
    templates: Path | None,
    plan: Outline,
    edition: Edition,
    theme: str | Path,
    said: Imprint,
) -> Site:
    env = search_path.environment(templates, theme)
    words = learner_words(module.language)
    activities = chosen(module, plan) if edition == "learner" else Plan()
    writer = Writer(env, module, plan, words, Shelf(media), edition, acts=activities.of())
    writer.tried = tried(module, plan) if edition == "learner" else {}
    shown = look(templates, theme, writer.shelf)
    title = _title(module, words, edition)
    own = units(plan, module.sco, inline.plain(module.title), words)
    package = Pages(writer, shown, _identifier(module, edition), said)
    scos = tuple(package.add(unit) for unit in own)
    types = [t for t in TYPES if any(q.question.type == t for q in plan.questions())]
    package.files["online.js"] = ONLINE
    if activities.chosen:
        package.files["acts.css"] = package.styles("acts")
    package.files |= _programs(env, types, words, activities=bool(activities.chosen))
    return Site(
        files=tuple(sorted((package.files | writer.shelf.files).items())),
        identifier=package.identifier,
        title=title,
        description=inline.plain(module.description),
        language=module.language,
        scos=scos,
        chapters=tuple(inline.plain(s.chapter.title) for s in plan.sections if s.chapter.title),
        counts=_counts(plan),
        findings=(*shown.findings, *_findings(module, plan, own, writer.shelf), *_activities(activities)),
    )


def _counts(plan: Outline) -> Counts:
    asked = list(plan.questions())
    scored = [q for q in asked if q.points]
    return Counts(questions=len(asked), scored=len(scored), tests=len({q.group for q in scored if q.mode == "test"}))


def _programs(env: Environment, types: list[str], words: Mapping[str, str], *, activities: bool) -> dict[str, bytes]:
    """The program's files, each with those of the learner's words that it says first; pages hold the others."""
    names = PROGRAMS if activities else PROGRAMS[:2]
    own = {name: env.get_template(f"runtime/{name}.js.j2").render(types=types) for name in names}
    parts: Any = env.get_template("runtime/parts.j2").module
    sources = [
        *search_path.scripts(env, (*parts.first, *parts.then, *parts.acts)),
        *search_path.scripts(env, types, "questions/{}/question.js"),
    ]
    said: dict[str, str] = {}
    out = {}
    for name, text in zip(names, shortened(list(own.values()), sources), strict=True):
        named = set(re.findall(r"\w+", own[name]))
        fresh = {k: w for k, w in sorted(words.items()) if k not in said and {k, k.removesuffix("_more")} & named}
        said |= fresh
        # Shortening leaves texts alone, so they come in last.
        out[f"{name}.js"] = text.replace("WORDS", course.script(fresh), 1).encode()
    return out


def _title(module: Module, words: Mapping[str, str], edition: Edition) -> str:
    """The title as an LMS lists it: a trainer's package must not be mistaken for the learners'."""
    title = inline.plain(module.title)
    return f"{title} ({words['trainer_edition']})" if edition == "trainer" else title


def _identifier(module: Module, edition: Edition) -> str:
    """An NCName from the module's id, or from its title; editions are packages of their own."""
    given = re.sub(r"[^A-Za-z0-9_.-]+", "-", module.id).strip("-.")[:60]
    name = f"mm-{given or hashlib.sha256(folded(module.title).encode()).hexdigest()[:10]}"
    return f"{name}-trainer" if edition == "trainer" else name


def _findings(module: Module, plan: Outline, own: tuple[Unit, ...], shelf: Shelf) -> Iterator[Finding]:
    known = sum(scored(q.question) for q in plan.questions())
    if not plan.scored and module.scoring != "none":
        yield finding(Code.NOT_SCORED, count=known) if known else finding(Code.NO_SCORED)
    yield from unweighed(plan)
    for asked in plan.questions():
        name = f"question {asked.label} ({asked.id})"
        if reason := flaw(asked.question):
            yield finding(Code.QUESTION_UNUSABLE, question=name, reason=reason)
        if _entries(asked.question) > limits.MATCHING_ENTRIES:
            yield finding(Code.RESPONSE_LEFT_OUT, question=name, limit=limits.MATCHING_ENTRIES)
    for path, reason in sorted(shelf.left_out.items()):
        yield finding(Code.DROPPED, what=f"picture {path}", reason=reason)
    if len(own) > 1:
        yield finding(Code.SEVERAL_SCOS, count=len(own))
    size = max(state.worst_case(unit.plan) for unit in own)
    yield finding(Code.STATE_TRIMMED if size > limits.SUSPEND_DATA else Code.STATE_SIZE, size=size)


def _activities(plan: Plan) -> Iterator[Finding]:
    """What was made of the document's own words, by kind."""
    kinds = Counter(a.kind for a in plan.chosen)
    if kinds:
        said = ", ".join(f"{NAMES[kind]} {n}" for kind, n in sorted(kinds.items()))
        yield finding(Code.ACTIVITIES, count=kinds.total(), kinds=said, refused=len(plan.refused))


def _entries(question: Question) -> int:
    """Options, or entries of the longer column, that cmi.interactions names by single characters."""
    return max(len(getattr(question, name, ())) for name in ("options", "left", "right"))
