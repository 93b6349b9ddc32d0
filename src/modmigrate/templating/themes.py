"""Themes: where each comes from, and what it says. A theme is a folder with a theme.yaml, or such a file alone.

Refuses, naming the file, what is no theme: unknown keys, values that CSS cannot hold, parents in a circle.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from .. import cached
from ..errors import ModelError
from ..text.patterns import lazy
from .colours import is_colour

_PACKAGE = Path(__file__).resolve().parents[1]
_SHIPPED = _PACKAGE / "templates" / "scorm"
BUILT_IN = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parents[1] / "templates" / "scorm"
"""Inside the wheel, or the checkout's folder for an editable install."""

DEFAULT = "default"
KEYS = ("name", "parent", "logo", "colours", "fonts", "properties")
TABLES = ("colours", "fonts", "properties")
COLOURS = ("brand", "on-brand", "brand-soft", "brand-dark", "on-brand-dark", "brand-soft-dark")
FONTS = ("text", "file")
OWN_FONT = "mm-text"
"""What the style sheet calls a font that comes with the theme."""
_NAME = lazy(r"[\w-]+")
_PROPERTY = lazy(r"[a-z][a-z0-9-]*")
_FONT = lazy(r"[\w .,'-]+")
_FUNCTIONS = "rgba?|hsla?|calc|min|max|clamp|var"
_PART = r"""[\w#%., /+*-]|"[\w ,.-]*"|'[\w ,.-]*'"""
_VALUE = lazy(rf"(?!.*/\*)(?:{_PART}|(?<![\w-])(?:{_FUNCTIONS})\((?:{_PART}|(?:{_FUNCTIONS})\((?:{_PART})*\))*\))+")


class Theme(Struct, frozen=True):
    """What a theme.yaml says; `folder` is where its templates are, None for a file alone."""

    file: Path
    folder: Path | None
    settings: Mapping[str, Any]

    def table(self, key: str, known: tuple[str, ...] = ()) -> dict[str, str]:
        """A mapping of the file, its names and values as text."""
        given: dict[str, str] = self.settings.get(key) or {}
        for name in given:
            if known and name not in known:
                raise ModelError(f"{place(self.file, name)}: {key} has no {name!r}; {_near(name, known)}")
        return given

    def properties(self) -> dict[str, str]:
        """Custom properties of the style sheet: colours, fonts, and what is named outright."""
        out = self.table("colours", COLOURS)
        fonts = self.table("fonts", FONTS)
        if text := (OWN_FONT if "file" in fonts else fonts.get("text")):
            if not _FONT.fullmatch(text):
                raise ModelError(f"{place(self.file, 'text')}: the font {text!r} is no name of a font")
            out["font"] = f'"{text.replace(chr(34), "").replace(chr(39), "")}", var(--system)'
        out |= self.table("properties")
        for name, value in out.items():
            if not _PROPERTY.fullmatch(name) or not _VALUE.fullmatch(value):
                raise ModelError(
                    f"{place(self.file, name)}: property {name!r} has a name or value that CSS cannot hold"
                )
            if name in COLOURS and not is_colour(value):
                said = "write a colour as #rrggbb, so that its contrast can be checked"
                raise ModelError(f"{place(self.file, name)}: {name} is {value!r}; {said}")
        return out


def chain(templates: Path | None, theme: str | Path = "") -> tuple[Theme, ...]:
    """The user's templates, the theme, its parents; the nearest first.

    `theme` is a name or a path; empty for the parent that the templates name, or the default one.
    """
    found = [] if templates is None else [_read(templates)]
    name: str | Path = theme or (found[0].settings.get("parent") if found else "") or DEFAULT
    while name:
        own = _find(name, templates)
        if own.file in [f.file for f in found]:
            raise ModelError(f"theme {str(name)!r} is its own ancestor; correct `parent` in its theme.yaml")
        found.append(own)
        name = str(own.settings.get("parent") or ("" if own.folder == BUILT_IN / "themes" / DEFAULT else DEFAULT))
    return tuple(found)


def place(file: Path, key: str) -> str:
    """`diklat.yaml:3:5`, where a theme's file says this key; the file alone where it cannot be told."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return str(file)
    for number, line in enumerate(lines, 1):
        if found := re.search(rf"(?<![\w-]){re.escape(key)}(?=['\"]?\s?:)", line):
            return f"{file}:{number}:{found.start() + 1}"
    return str(file)


def built_in() -> tuple[str, ...]:
    """Names of the themes that come with the tool."""
    return tuple(sorted(f.name for f in (BUILT_IN / "themes").iterdir() if f.is_dir()))


def _find(name: str | Path, templates: Path | None) -> Theme:
    if isinstance(name, Path):
        if not name.exists():
            raise ModelError(f"{name}: there is no such theme; it is a folder with a theme.yaml, or a YAML file")
        return _read(name)
    roots = ([templates / "themes"] if templates else []) + [BUILT_IN / "themes"]
    for root in roots:
        if _NAME.fullmatch(name) and os.path.isdir(root / name):
            return _read(root / name)
    raise ModelError(f"there is no theme {name!r}; built in are {' and '.join(built_in())}")


def _read(path: Path) -> Theme:
    file, folder = (path / "theme.yaml", path) if path.is_dir() else (path, None)
    settings = _settings(file)
    for key, value in settings.items():
        if key not in KEYS:
            raise ModelError(f"{place(file, key)}: unknown key {key!r}; {_near(key, KEYS)}")
        if value and isinstance(value, dict) is not (key in TABLES):
            what = "must hold names with their values" if key in TABLES else "must be one text"
            raise ModelError(f"{place(file, key)}: `{key}` {what}")
    return Theme(file, folder, settings)


def _near(word: str, known: tuple[str, ...]) -> str:
    import difflib

    close = difflib.get_close_matches(word, known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"


def _settings(file: Path) -> Mapping[str, Any]:
    if not file.is_file():
        return {}
    return cast("dict[str, Any]", cached.data("theme-texts", file.read_bytes(), lambda text: _from_yaml(file, text)))


def _from_yaml(file: Path, text: bytes) -> dict[str, str | dict[str, str]]:
    # The YAML library takes longer to load than what it gave takes to find again.
    from ..plain_yaml.settings import settings

    return settings(str(file), text)
