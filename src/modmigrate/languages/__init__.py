"""Languages as data: what documents call things, and the words learners see; one YAML file each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from .. import cached
from ..text.patterns import lazy

_LINES = lazy(
    r"^  (?P<key>stopwords|letters|numerals|question-number|and|or|page|page-of|mark-unit): (?P<value>.*)$",
    re.MULTILINE,
)
"""Keys that are asked of all languages for each document, a line each."""
TAG = lazy(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""A language code (BCP 47): the language, then script, region …"""
_FOLDER = Path(__file__).parent


@cache
def known() -> tuple[str, ...]:
    """Codes of all languages that have a file, English first."""
    codes = sorted(f.stem for f in _FOLDER.glob("*.yaml"))
    return ("en", *(c for c in codes if c != "en"))


@cache
def load(code: str) -> Mapping[str, Any]:
    """The file of a language (BCP 47; the region is ignored); English where there is none."""
    name = code.split("-")[0].lower()
    name = name if name in known() else "en"
    return cast("Mapping[str, Any]", _parsed((_FOLDER / f"{name}.yaml").read_bytes()))


@cache
def traces(code: str) -> tuple[tuple[str, ...], str]:
    """What tells a language in a text: its commonest small words, and a pattern of letters that only it uses, or ''.

    Read from these lines alone: all languages are asked for each document, and parsing their whole files
    would take longer than reading the document.
    """
    own = _all_lines()[code]
    return tuple(own["stopwords"]), str(own.get("letters", ""))


@cache
def said(key: str) -> tuple[str, ...]:
    """The words of all languages under a key of one line, such as question-number; longest first.

    A text's language is not known yet where its lines are told apart; each word means the same in all of them.
    """
    words = {word for own in _all_lines().values() for word in own[key]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def spelled() -> Mapping[str, int]:
    """Numbers of chapters and questions in words (one, first; الأول), casefolded, in all languages."""
    rows = [enumerate(own.get("numerals", ()), 1) for own in _all_lines().values()]
    return {str(word).casefold(): number for row in rows for number, words in row for word in words}


@cache
def _all_lines() -> dict[str, dict[str, Any]]:
    lines = []
    for code in known():
        text = (_FOLDER / f"{code}.yaml").read_text("utf-8")
        lines.append(f"{code}: {{{', '.join(f'{m[1]}: {m[2]}' for m in _LINES.finditer(text))}}}")
    return cast("dict[str, dict[str, Any]]", _parsed("\n".join(lines).encode()))


def _parsed(text: bytes) -> Any:
    return cached.data("language", text, _from_yaml)


def _from_yaml(text: bytes) -> Any:
    import yaml

    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (a safe loader)


def learner_words(code: str) -> Mapping[str, str]:
    """The words of buttons and messages in a language; English for those it lacks."""
    return {**load("en")["learner"], **load(code)["learner"]}
