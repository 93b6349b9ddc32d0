"""Where templates are looked for: the user's folder → its theme → that theme's parents → built in.

A user's folder is itself a theme: its optional `theme.yaml` names a `parent` (a theme in its own or
in the built-in `themes/`) and `properties`, values for the style sheet's custom properties.
A template can reach the one it replaces as `builtin/<name>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

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

from .. import cached
from ..errors import ModelError
from .compiled import Compiled

_PACKAGE = Path(__file__).resolve().parents[1]
_SHIPPED = _PACKAGE / "templates" / "scorm"
BUILT_IN = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parents[1] / "templates" / "scorm"
"""Inside the wheel, or the checkout's folder for an editable install."""

DEFAULT_THEME = "default"
_PROPERTY = re.compile(r"[a-z][a-z0-9-]*")
_VALUE = re.compile(r"[\w#%.,()/ \"'+*-]+")


def folders(templates: Path | None) -> tuple[Path, ...]:
    """The search path, first hit wins."""
    found = [] if templates is None else [templates]
    parent = _parent(templates) if templates else DEFAULT_THEME
    while parent:
        theme = _theme(parent, templates)
        if theme in found:
            raise ModelError(f"theme {parent!r} is its own ancestor; correct `parent` in its theme.yaml")
        found.append(theme)
        parent = _parent(theme, "")
    return (*found, BUILT_IN)


def properties(templates: Path | None) -> dict[str, str]:
    """The custom properties that themes set, nearest theme wins."""
    out: dict[str, str] = {}
    for folder in folders(templates):
        given = _settings(folder).get("properties") or {}
        if not isinstance(given, dict):
            raise ModelError(f"{folder / 'theme.yaml'}: `properties` must hold names with their values")
        for name, value in given.items():
            if not _PROPERTY.fullmatch(str(name)) or not _VALUE.fullmatch(str(value)):
                raise ModelError(f"{folder / 'theme.yaml'}: property {name!r} has a name or value that CSS cannot hold")
            out.setdefault(str(name), str(value))
    return out


def _theme(name: str, templates: Path | None) -> Path:
    roots = ([templates / "themes"] if templates else []) + [BUILT_IN / "themes"]
    for root in roots:
        if re.fullmatch(r"[\w-]+", name) and (root / name).is_dir():
            return root / name
    raise ModelError(f"there is no theme {name!r}; the built-in one is {DEFAULT_THEME!r}")


def _parent(folder: Path, otherwise: str = DEFAULT_THEME) -> str:
    return str(_settings(folder).get("parent") or otherwise)


def _settings(folder: Path) -> Mapping[str, Any]:
    file = folder / "theme.yaml"
    if not file.is_file():
        return {}
    data = cached.data("theme", file.read_bytes(), lambda text: _from_yaml(file, text))
    if not isinstance(data, dict | None):
        raise ModelError(f"{file}: keys such as `parent:` and `properties:` are expected here")
    return data or {}


def _from_yaml(file: Path, text: bytes) -> Any:
    import yaml

    try:
        return yaml.safe_load(text.decode("utf-8"))
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        line = at.line + 1 if at else 1
        raise ModelError(f"{file}:{line}: this is not YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, UnicodeDecodeError):
        raise ModelError(f"{file}: this is not YAML in UTF-8") from None


@cache
def environment(templates: Path | None = None) -> Environment:
    """Jinja with this search path; what is undefined is an error, and all text is escaped."""
    # Escaping is on for every file: nothing decides by a suffix that a user may have changed.
    env = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, bytecode_cache=Compiled()
    )
    env.loader = ChoiceLoader(
        [FileSystemLoader([str(f) for f in folders(templates)]), PrefixLoader({"builtin": FileSystemLoader(BUILT_IN)})]
    )
    env.filters["xml"] = xml
    env.filters["css"] = Markup  # values that properties() has let through
    env.globals["source"] = lambda name: Markup(squeeze(_source(env, name)))  # noqa: S704 - our own program text
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


def squeeze(text: str) -> str:
    """A script or style sheet without whole-line comments, indentation and empty lines.

    No minifier: what a learner's phone saves beyond this is a few hundred bytes after compression.
    """
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
