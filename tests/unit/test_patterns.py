"""Patterns that wait for their first use."""

from __future__ import annotations

import importlib
import pkgutil
import re

import modmigrate
from modmigrate.recogniser.words.lists import words_for
from modmigrate.text.patterns import Lazy, lazy


def _all() -> dict[str, Lazy]:
    names = [m.name for m in pkgutil.walk_packages(modmigrate.__path__, "modmigrate.") if "__main__" not in m.name]
    rooms = {name: vars(importlib.import_module(name)) for name in names}
    rooms["words"] = {name: getattr(words_for("en"), name) for name in words_for("en").__struct_fields__}
    return {
        f"{room}.{name}": value for room, own in rooms.items() for name, value in own.items() if type(value) is Lazy
    }


def test_all_compile() -> None:
    wrong = []
    for name, one in _all().items():
        try:
            re.compile(one.pattern, one.flags)
        except re.error as error:
            wrong.append(f"{name}: {error}")
    assert not wrong
    assert len(_all()) > 100


def test_methods_are_those_of_the_compiled_pattern() -> None:
    digits = lazy(r"(\d)x", re.IGNORECASE)
    assert digits.match("1X")
    assert digits.sub(r"\1", "1x2X") == "12"
    assert digits.pattern == r"(\d)x"
