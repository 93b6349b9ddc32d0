"""Languages as data: what documents call things, and the words learners see; one YAML file each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

import yaml

_STOPWORDS = re.compile(r"^  stopwords: (\[.*\])$", re.MULTILINE)
_LETTERS = re.compile(r"^  letters: (.*)$", re.MULTILINE)
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""A language code (BCP 47): the language, then script, region …"""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def known() -> tuple[str, ...]:
    """Codes of all languages that have a file, English first."""
    codes = sorted(f.name.removesuffix(".yaml") for f in files(__package__).iterdir() if f.name.endswith(".yaml"))
    return ("en", *(c for c in codes if c != "en"))


@cache
def load(code: str) -> Mapping[str, Any]:
    """The file of a language (BCP 47; the region is ignored); English where there is none."""
    name = code.split("-")[0].lower()
    name = name if name in known() else "en"
    text = (files(__package__) / f"{name}.yaml").read_text("utf-8")
    return cast("Mapping[str, Any]", yaml.load(text, LOADER))  # noqa: S506 (a safe loader)


@cache
def traces(code: str) -> tuple[tuple[str, ...], str]:
    """What tells a language in a text: its commonest small words, and a pattern of letters that only it uses, or ''.

    Read from these two lines alone: all languages are asked for each document, and parsing their whole files
    would take longer than reading the document.
    """
    text = (files(__package__) / f"{code}.yaml").read_text("utf-8")
    words = _STOPWORDS.search(text)
    letters = _LETTERS.search(text)
    return (
        tuple(yaml.load(words[1], LOADER)) if words else (),  # noqa: S506 (a safe loader)
        str(yaml.load(letters[1], LOADER)) if letters else "",  # noqa: S506 (a safe loader)
    )


def learner_words(code: str) -> Mapping[str, str]:
    """The words of buttons and messages in a language; English for those it lacks."""
    return {**load("en")["learner"], **load(code)["learner"]}
