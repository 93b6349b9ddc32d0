"""Compiled patterns and the methods of dataclasses, kept from run to run.

Python compiles every regular expression and writes every dataclass's methods anew in each process; with some two
hundred of each that is a quarter of the time of a short document. Inside `kept` they come from the user's cache
folder, by their full source and this Python's version. A Python that works otherwise inside makes them as ever.
"""

from __future__ import annotations

import dataclasses
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import CodeType
from typing import Any

from . import cached

WORTH = 12
"""New entries that are worth writing the file again; a document's own patterns are fewer."""
SHAPE = 1
"""Of the entries; another number leaves those of older versions alone."""
MANY = 2_000
"""Entries; when there are more, those that the run did not use go."""


class Shelf:
    """What was kept, what of it was used, and what was made in this run."""

    def __init__(self, entries: dict[str, Any]) -> None:
        self.entries = entries
        self.used: set[str] = set()
        self.made: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        """The entry, or None."""
        found = self.entries.get(key)
        if found is not None:
            self.used.add(key)
        return found

    def left(self) -> dict[str, Any]:
        """What is to be kept for the next run."""
        if len(self.entries) + len(self.made) > MANY:
            return {key: self.entries[key] for key in self.used} | self.made
        return self.entries | self.made


@contextmanager
def kept() -> Iterator[Shelf]:
    """Patterns and dataclasses made inside are kept; for the whole of a process, as it changes the library's doors."""
    shelf = Shelf(_loaded())
    close = [_patterns(shelf), _methods(shelf)]
    try:
        yield shelf
    finally:
        for undo in close:
            undo()
        if len(shelf.made) >= WORTH:
            cached.put("code", key(), marshal.dumps(shelf.left()))


def key() -> bytes:
    """What all entries depend on."""
    return f"{SHAPE} {sys.version} {sys.implementation.cache_tag}".encode()


def _loaded() -> dict[str, Any]:
    body = cached.get("code", key())
    try:
        found = marshal.loads(body) if body else {}  # noqa: S302 - from a folder that nobody else can write to
    except (ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _patterns(shelf: Shelf) -> Callable[[], None]:
    """re.compile looks on the shelf first. What it hands to the engine is noted; the engine checks what it is given."""
    compiler: Any = getattr(re, "_compiler", None)
    engine: Any = getattr(compiler, "_sre", None)
    if not hasattr(compiler, "compile") or not hasattr(engine, "compile"):
        return lambda: None
    by_hand = compiler.compile
    noted: list[tuple[Any, ...]] = []

    class Engine:
        def __getattr__(self, name: str) -> Any:
            return getattr(engine, name)

        @staticmethod
        def compile(*given: Any) -> Any:
            noted.append(given)
            return engine.compile(*given)

    def compile_(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str):
            return by_hand(pattern, flags)
        name = f"re {int(flags)} {pattern}"
        if (kept := shelf.get(name)) is not None:
            with suppress(TypeError, ValueError, RuntimeError):
                return engine.compile(pattern, kept[0], array("I", kept[1]).tolist(), *kept[2:])
        noted.clear()
        made = by_hand(pattern, flags)
        if len(noted) == 1 and len(noted[0]) == 6:
            _, final, code, *groups = noted[0]
            shelf.made[name] = (int(final), array("I", code).tobytes(), *groups)
        return made

    compiler.compile, compiler._sre = compile_, Engine()

    def undo() -> None:
        compiler.compile, compiler._sre = by_hand, engine

    return undo


def _methods(shelf: Shelf) -> Callable[[], None]:
    """The module dataclasses runs the source of each method; a name of its own there comes before the built-in exec."""

    def exec_(source: Any, *scopes: Any) -> None:
        if isinstance(source, str):
            name = f"exec {source}"
            code = shelf.get(name)
            if not isinstance(code, CodeType):
                code = shelf.made[name] = compile(source, "<string>", "exec", dont_inherit=True)
            source = code
        exec(source, *scopes)  # noqa: S102 - what dataclasses wrote, compiled

    vars(dataclasses)["exec"] = exec_
    return lambda: vars(dataclasses).pop("exec", None)
