"""From a source or a module.yaml to the files of its packages, in this process or in one of its own.

The process of its own has imported everything, keeps what two versions have in common, and forks as safely as the first
process does: a reader divides pages of a long PDF and guards itself from a hostile one as in a conversion. Where a file
ends it, the server lives on, and the next change starts another.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..errors import InternalError, ModmigrateError, SourceError
from ..processes.children import Pipe, start
from .built import Built, of_files

FINDINGS = 200
PATIENCE = 5
"""Seconds that a process has to end before it is ended."""


class Wish(Struct, frozen=True):
    """What is to be shown, and how it is to be read."""

    path: Path
    language: str = ""
    password: str = ""
    templates: Path | None = None


class Files(Struct, frozen=True):
    """A package's files, and what was found while it was made."""

    files: dict[str, bytes]
    findings: list[str]


class Maker:
    """One version of a module, from which packages are made."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self._found: Any = None

    def load(self, fresh: bool) -> str:
        """Read the path anew, templates too where they are `fresh`; the module's title. Raises what reading does."""
        from ..commands.work import load_or_extract
        from ..templating import search_path

        if fresh:
            search_path.forget()
        self._found = load_or_extract(self.wish.path, self.wish.language, self.wish.password)
        return str(self._found.module.title)

    def files(self, edition: str, theme: str) -> Files:
        """The files of the package for an edition in a theme. Raises the errors of building."""
        from ..pipeline import theme_of
        from ..renderer import render
        from ..scorm import contents

        wish, found = self.wish, self._found
        if found is None:
            raise SourceError(f"{wish.path.name}: it could not be read; change it to have it read again")
        shown = theme_of(found.module, wish.path.parent, theme)
        site = render(
            found.module, found.media, wish.templates, "trainer" if edition == "trainer" else "learner", shown
        )
        told = [f.line(wish.path.name) for f in (*found.findings, *site.findings)]
        return Files(dict(contents(site, wish.templates)), told[:FINDINGS])

    def build(self, edition: str, theme: str) -> Built:
        """The package for an edition in a theme."""
        made = self.files(edition, theme)
        return of_files(made.files, made.findings)

    def close(self) -> None:
        """Nothing to end."""


class Apart(Maker):
    """The same in a process of its own, which is started by `load` where there is none."""

    def __init__(self, wish: Wish) -> None:
        super().__init__(wish)
        self._process: Any = None
        self._orders: Pipe | None = None
        self._answers: Pipe | None = None

    def load(self, fresh: bool) -> str:
        """As `Maker.load`; only from the main thread: a child ends with the thread that it is born of."""
        if self._process is None:
            self._start()
        return str(self._ask("load", fresh))

    def files(self, edition: str, theme: str) -> Files:
        """As `Maker.files`."""
        made = self._ask("files", edition, theme)
        assert isinstance(made, Files)
        return made

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        for end in (self._orders, self._answers):
            if end is not None:
                end.close()
        self._orders = self._answers = None
        if process is not None:
            process.kill()
            process.join(PATIENCE)

    def _start(self) -> None:
        forks = sys.platform.startswith("linux") and threading.active_count() == 1
        context = multiprocessing.get_context("fork" if forks else "spawn")
        theirs, self._orders = context.Pipe(duplex=False)
        self._process, self._answers = start(context, _serve, self.wish, theirs, self._orders, divides=True)
        theirs.close()

    def _ask(self, *order: Any) -> Any:
        name = self.wish.path.name
        if self._orders is None or self._answers is None:
            raise SourceError(f"{name}: it could not be read; change it to have it read again")
        try:
            self._orders.send(order)
            answer = self._answers.recv()
        except (EOFError, OSError):
            self.close()
            raise InternalError(name, RuntimeError("the process that reads it came to an end")) from None
        if isinstance(answer, _Refused):
            raise SourceError(answer.sentence)
        return answer


class _Refused(Struct, frozen=True):
    """An error's sentence, as it comes from the other process."""

    sentence: str


def _serve(sender: Pipe, wish: Wish, orders: Pipe, other_end: Pipe) -> None:
    """Carry out orders until nobody can give any more."""
    from ..readers import keep

    other_end.close()
    keep(wish.path)
    maker = Maker(wish)
    while True:
        what, *arguments = orders.recv()  # EOFError ends the process.
        answer: str | Files | _Refused
        try:
            answer = maker.load(*arguments) if what == "load" else maker.files(*arguments)
        except ModmigrateError as error:
            answer = _Refused(str(error))
        except Exception as error:
            answer = _Refused(str(InternalError(wish.path.name, error)))
        with suppress(BrokenPipeError):
            sender.send(answer)
