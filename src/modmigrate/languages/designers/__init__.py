"""What designers read in their own language: findings by their codes, other texts by their English words.

`<code>.yaml` is a table; English is what the program writes and needs none. A sentence that the table lacks stays
English. Only what people read is translated: codes, JSON and reports are the same in every language.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Any, cast

from ... import cached
from ...report import Finding

_FOLDER = Path(__file__).parent
_FIELD = re.compile(r"\\\{(\w+)\\\}")
_NUMBERS = r"\S*\d\S*(?:, \S*\d\S*)*"
"""What the field `n` holds: `7`, `1,204`, `1–3, 2a`; `questions that …` count nothing."""
_PLACE = re.compile(r"(.+?:\d+:\d+): (.+)", re.DOTALL)
"""What stands before a mistake in module.yaml: file, line and column."""
_MEANT = re.compile(r"(.+)(; did you mean '.+'\?)")
KNOWN = ("en", *sorted(file.stem for file in _FOLDER.glob("*.yaml")))
ENVIRONMENT = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says which language people read, the strongest first (POSIX, 8.2)."""


class _Own:
    language = "en"


def use(given: str = "", environ: Mapping[str, str] = os.environ) -> None:
    """From now on people read this language; else the one of their system, where there is a table for it."""
    named = given or next((environ[name] for name in ENVIRONMENT if environ.get(name)), "")
    code = re.split(r"[_.@-]", named)[0].lower()
    _Own.language = code if code in KNOWN else "en"


def spoken() -> str:
    """The code of the language that people read."""
    return _Own.language


def message(finding: Finding, reason: Callable[[str, str], str] = lambda text, _: text) -> str:
    """A finding's sentence; `reason` says in a language what fills it and has no row here."""
    if _Own.language == "en":
        return finding.message
    values = {name: _filled(value, reason) if isinstance(value, str) else value for name, value in finding.values}
    return str(table(_Own.language)["findings"][finding.code.code]).format(**values)


def _filled(text: str, reason: Callable[[str, str], str]) -> str:
    own = reason(text, _Own.language)
    return own if own != text else word(text)


def sentence(text: str) -> str:
    """What a command or an error says, line by line."""
    return text if _Own.language == "en" else "\n".join(_line(line) for line in text.split("\n"))


def word(text: str) -> str:
    """A part of a sentence: as a whole, or its parts between commas."""
    if _Own.language == "en":
        return text
    whole = _said("words", text)
    return whole if whole is not None else ", ".join(_said("words", part) or part for part in text.split(", "))


def helped(text: str) -> str:
    """A text of `--help`, paragraph by paragraph; in one that stands as it is, line by line."""
    if _Own.language == "en":
        return text
    return "\n\n".join(_paragraph(part) for part in re.split(r"\n\s*\n", cleandoc(text)))


def _paragraph(text: str) -> str:
    own = table(_Own.language)["help"]
    if "\b" not in text:
        return str(own.get(" ".join(text.split()), text))
    return "\n".join(_kept(line, own) for line in text.split("\n"))


def _kept(line: str, own: Mapping[str, str]) -> str:
    """A line in its place: a heading, or an exit code and what it means."""
    found = re.fullmatch(r"(\s*(?:\d+  )?)(.*)", line, re.DOTALL)
    return line if found is None else found[1] + own.get(found[2], found[2])


@cache
def table(code: str) -> Mapping[str, Any]:
    """The table of a language."""
    return cast("Mapping[str, Any]", cached.data("designers", (_FOLDER / f"{code}.yaml").read_bytes(), _from_yaml))


def _from_yaml(text: bytes) -> Any:
    import yaml

    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (a safe loader)


def _line(text: str) -> str:
    found = _said("sentences", text)
    if found is not None:
        return found
    if meant := _MEANT.fullmatch(text):
        return _line(meant[1]) + word(meant[2])
    if place := _PLACE.fullmatch(text):
        return f"{place[1]}: {_line(place[2])}"
    return word(text)


def _said(part: str, text: str) -> str | None:
    """A text by the table: what its fields hold is taken over, in this language where that is known."""
    for pattern, own in _patterns(_Own.language, part):
        if found := pattern.fullmatch(text):
            return own.format(**{name: _within(name, value) for name, value in found.groupdict().items()})
    return None


def _within(field: str, value: str) -> str:
    """What a field holds: `error` a sentence of its own, others words."""
    return _line(value) if field == "error" else word(value)


@cache
def _patterns(code: str, part: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """English as patterns, those with the most words of their own first."""
    rows = sorted(table(code)[part].items(), key=lambda row: -len(re.sub(r"\{\w+\}", "", row[0])))
    return tuple((_pattern(english), own) for english, own in rows)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(_gap, re.escape(english)), re.DOTALL)


def _gap(field: re.Match[str]) -> str:
    return f"(?P<{field[1]}>{_NUMBERS if field[1] == 'n' else '.*?'})"
