"""What is wrong with one file: sentences with line and column, raised together as one ModelError."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import NoReturn

from msgspec import Struct

from ..errors import ModelError

MAX_PROBLEMS = 20


class Mark(Struct, frozen=True):
    """A place in the file, counted from 0 as YAML libraries do."""

    line: int = 0
    column: int = 0


class Problems:
    """Collects what is wrong in one file, and the ids it has given out."""

    def __init__(self, file: str, faulty: Callable[[str, str], str] | None = None) -> None:
        self.file = file
        self._faulty = faulty
        """What is wrong with a file of a kind (`picture`, `theme`) at a path, or nothing."""
        self._found: list[tuple[int, int, str]] = []
        self._ids: dict[str, Mark] = {}

    def add(self, mark: Mark, sentence: str) -> None:
        """Note a problem; raises ModelError once there are many."""
        self._found.append((mark.line + 1, mark.column + 1, sentence))
        if len(self._found) >= MAX_PROBLEMS:
            self.settle()

    def stop(self, mark: Mark, sentence: str) -> NoReturn:
        """Note a problem after which nothing can be read; raises ModelError."""
        self._found.append((mark.line + 1, mark.column + 1, sentence))
        self.settle()
        raise AssertionError

    def settle(self) -> None:
        """Raises ModelError with one line per problem, in the file's order, if there is any."""
        if self._found:
            lines = (f"{self.file}:{line}:{column}: {sentence}" for line, column, sentence in sorted(self._found))
            raise ModelError("\n".join(dict.fromkeys(lines)))

    def named(self, mark: Mark, kind: str, path: str) -> None:
        """A file that the file names: it must be there, where that can be told."""
        if self._faulty is not None and (wrong := self._faulty(kind, path)):
            self.add(mark, wrong)

    def claim(self, mark: Mark, name: str) -> None:
        """An id of the file: each may stand once."""
        first = self._ids.setdefault(name, mark)
        if first is not mark:
            self.add(mark, f"the id '{name}' stands in line {first.line + 1} already; remove one of the two")

    @property
    def ids(self) -> frozenset[str]:
        """All ids claimed so far."""
        return frozenset(self._ids)


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """`; did you mean 'answer'?`, or nothing when no known name is near."""
    near = difflib.get_close_matches(wrong, list(known), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
