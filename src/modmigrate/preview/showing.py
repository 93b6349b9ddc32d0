"""What a preview shows: a source, a module.yaml or a package, built anew when one of its files changes."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..check.opened import opened
from ..errors import DamagedError, ModmigrateError, SourceError
from ..module import Edition
from ..pipeline import is_yaml
from ..templating import themes
from .built import Built, Item, of_zip
from .making import Apart, Maker, Wish
from .watching import Seen, seen

EDITIONS: tuple[Edition, ...] = ("learner", "trainer")


class Showing:
    """One path that is shown; `version` counts what has changed, `error` says why it cannot be shown as it is now.

    With `apart` it is read and built in a process of its own, which `close` ends.
    """

    def __init__(
        self, path: Path, language: str = "", password: str = "", templates: Path | None = None, *, apart: bool = False
    ) -> None:
        self.path, self.templates = path, templates
        self.version, self.error, self.title = 0, "", path.name
        wish = Wish(path, language, password, templates)
        self._maker = Apart(wish) if apart and not self.is_package else Maker(wish)
        self._built: dict[tuple[int, str], Built] = {}
        self._lock = threading.Lock()
        self._seen: Seen = {}
        self._fresh = True
        """Whether more than the path itself has changed: templates, too, are to be read anew."""

    @property
    def is_package(self) -> bool:
        """Whether a zip is shown, as it is."""
        return self.path.suffix.lower() == ".zip"

    def changed(self) -> bool:
        """Whether a file that matters has changed since the last look."""
        now = seen(self._watched())
        was, self._seen = self._seen, now
        self._fresh = self._fresh or any(now.get(file) != was.get(file) for file in {*now, *was} - {str(self.path)})
        return now != was

    def _watched(self) -> list[Path]:
        if self.is_package:
            return [self.path]
        own = [self.path.parent] if is_yaml(self.path) else [self.path]
        return [*own, themes.BUILT_IN, *([self.templates] if self.templates else [])]

    def load(self) -> None:
        """Read the path anew; what is wrong with it is kept as a sentence, and what was shown before stays."""
        try:
            with self._lock:
                if self.is_package:
                    made = self._package()
                else:
                    fresh, self._fresh = self._fresh, False
                    self.title, made = self._maker.load(fresh), {}
                self.error = ""
                kept = {key: one for key, one in self._built.items() if key[0] >= self.version}
                self.version += 1
                self._built = kept | {(self.version, variant): one for variant, one in made.items()}
        except ModmigrateError as error:
            self.error = str(error)

    def _package(self) -> dict[str, Built]:
        package = opened(self.path)
        if not package.entries:
            raise DamagedError(f"{self.path.name}: this is no zip, or an empty one")
        return {"": of_zip(package)}

    def close(self) -> None:
        """End the process that builds, where there is one."""
        self._maker.close()

    def variant(self, edition: str, theme: str) -> str:
        """The name of an edition in a theme; empty for a package."""
        if self.is_package:
            return ""
        edition = edition if edition in EDITIONS else EDITIONS[0]
        return f"{edition}.{theme if theme in self._themes() else ''}"

    def package(self, version: int, variant: str) -> Built | None:
        """A package of this or the last version; None for others. Raises the errors of building."""
        if (found := self._built.get((version, variant))) is not None:
            return found  # Also while the next one is being built.
        with self._lock:
            if (found := self._built.get((version, variant))) is not None:
                return found
            if version != self.version or not version or self.is_package:
                return None
            edition, _, theme = variant.partition(".")
            return self._built.setdefault((version, variant), self._maker.build(edition, theme))

    def state(self, edition: str, theme: str) -> Mapping[str, Any]:
        """What the player shows around the package."""
        variant, version, built = self.variant(edition, theme), self.version, None
        try:
            built = self.package(version, variant)
            while version != self.version:  # Another one has come while this one was waited for.
                version = self.version
                built = self.package(version, variant)
            error = self.error
        except ModmigrateError as wrong:
            error = self.error or str(wrong)
        if built is not None and not built.items:
            error = error or f"{self.path.name}: nothing in this package can be started; see `modmigrate check`"
        given = variant.partition(".")
        return {
            "version": version, "variant": variant or "package", "error": error, "title": self.title,
            "editions": [] if self.is_package else list(EDITIONS), "edition": given[0],
            "themes": [] if self.is_package else [["", "as the module says"], *([t, t] for t in self._themes() if t)],
            "theme": given[2], "items": [_plain(item) for item in built.items] if built else [],
            "findings": list(built.findings) if built else [],
        }  # fmt: skip

    def _themes(self) -> list[str]:
        """Built-in themes; the empty name is what the module says."""
        return ["", *themes.built_in()]


def _plain(item: Item) -> dict[str, str]:
    return {name: getattr(item, name) for name in Item.__struct_fields__}


def shown(path: Path) -> Path:
    """The file that a path stands for. Raises SourceError for a folder without a module.yaml."""
    from ..commands.workspace import MODULE
    from ..errors import must_be_file

    if path.is_dir():
        if not (path / MODULE).is_file():
            raise SourceError(f"{path}: there is no {MODULE} in this folder; give a module or a package in it")
        return path / MODULE
    must_be_file(path)
    return path
