"""Languages as data: what documents call things, and the words learners see; one YAML file each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

import yaml

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


def learner_words(code: str) -> Mapping[str, str]:
    """The words of buttons and messages in a language; English for those it lacks."""
    return {**load("en")["learner"], **load(code)["learner"]}
