"""Where templates are looked for: the user's folder → its theme → that theme's parents → built in.

A user's folder is itself a theme; what its optional `theme.yaml` says is read in `themes`.
A template can reach the one it replaces as `builtin/<name>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from ..errors import ModelError
from .compiled import Compiled
from .themes import BUILT_IN, chain


def folders(templates: Path | None, theme: str | Path = "") -> tuple[Path, ...]:
    """The search path, first hit wins."""
    return (*(t.folder for t in chain(templates, theme) if t.folder), BUILT_IN)


@cache
def environment(templates: Path | None = None, theme: str | Path = "") -> Environment:
    """Jinja with this search path; what is undefined is an error, and all text is escaped."""
    # Escaping is on for every file: nothing decides by a suffix that a user may have changed.
    env = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, bytecode_cache=Compiled()
    )
    env.loader = ChoiceLoader(
        [
            FileSystemLoader([str(f) for f in folders(templates, theme)]),
            PrefixLoader({"builtin": FileSystemLoader(BUILT_IN)}),
        ]
    )
    env.filters["xml"] = xml
    env.filters["css"] = Markup  # values that themes.py has let through
    env.globals["source"] = lambda name: Markup(squeeze(_source(env, name)))  # noqa: S704 - our own program text
    env.globals["shared"] = lambda first, then, types: shared(
        [_source(env, f"runtime/{name}.js") for name in first],
        [
            *(_source(env, f"runtime/{name}.js") for name in then),
            *(_source(env, f"questions/{type_}/question.js") for type_ in types),
        ],
    )
    return env


@contextmanager
def told(templates: Path | None) -> Iterator[None]:
    """Turns what is wrong in a user's templates into a ModelError with file and line; ours have no such excuse."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise ModelError(f"{error.filename or error.name}:{error.lineno}: {error.message}") from None
    except ModelError:
        raise
    except Exception as error:
        place = _place(error, templates)
        if not place:
            raise
        said = f"there is no template {error}" if isinstance(error, TemplateNotFound) else str(error)
        raise ModelError(f"{place}: the template cannot be filled in: {' '.join(said.split())}") from None


def _place(error: Exception, templates: Path | None) -> str:
    """File and line of the user's template that an error came through; empty when it came through none."""
    found, trace = "", error.__traceback__
    while trace and templates:
        file = trace.tb_frame.f_code.co_filename
        if Path(file).is_relative_to(templates):
            found = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def xml(text: str) -> Markup:
    """Text of an XML element: only the three signs that must be escaped are.

    Moodle's parser shows numeric references as they stand and drops a blank after `&quot;`.
    """
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))  # noqa: S704


def _source(env: Environment, name: str) -> str:
    assert env.loader is not None, "environment() has set it"
    return env.loader.get_source(env, name)[0]


def shared(first: list[str], then: list[str]) -> list[str]:
    """What scripts name at their top level, with no indentation, and later scripts use."""
    used = set(re.findall(r"[\w$]+", "\n".join(then)))
    return [name for text in first for name in re.findall(r"^(?:function|const) (\w+)", text, re.M) if name in used]


def squeeze(text: str) -> str:
    """A script or style sheet without whole-line comments, indentation and empty lines.

    No minifier: what a learner's phone saves beyond this is a few hundred bytes after compression.
    """
    if "/*" in text:
        text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    return "\n".join([line for line in map(str.strip, text.splitlines()) if line and not line.startswith("//")]) + "\n"
