"""What a preview shows: a source, a module.yaml or a package, built anew when one of its files changes."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..check.manifest import Element
from ..check.opened import Package, opened
from ..commands.work import load_or_extract
from ..errors import DamagedError, ModmigrateError, SourceError
from ..module import Edition
from ..pipeline import Extraction, build, is_yaml, theme_of
from ..templating import search_path, themes
from .watching import Seen, seen

EDITIONS: tuple[Edition, ...] = ("learner", "trainer")
FINDINGS = 200


class Item(Struct, frozen=True):
    """What an LMS lists and starts, with what its manifest says of it."""

    id: str
    title: str
    href: str
    mastery: str = ""
    data: str = ""
    time: str = ""
    action: str = ""


class Showing:
    """One path that is shown; `version` counts what has changed, `error` says why it cannot be shown as it is now."""

    def __init__(self, path: Path, language: str = "", password: str = "", templates: Path | None = None) -> None:
        self.path, self.language, self.password, self.templates = path, language, password, templates
        self.version, self.error = 0, ""
        self._found: Extraction | None = None
        self._built: dict[tuple[int, str], tuple[Package, tuple[str, ...]]] = {}
        self._lock = threading.Lock()
        self._seen: Seen = {}

    @property
    def is_package(self) -> bool:
        """Whether a zip is shown, as it is."""
        return self.path.suffix.lower() == ".zip"

    def changed(self) -> bool:
        """Whether a file that matters has changed since the last look."""
        now = seen(self._watched())
        was, self._seen = self._seen, now
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
                search_path.forget()
                found = None if self.is_package else load_or_extract(self.path, self.language, self.password)
                if self.is_package and not (package := opened(self.path)).entries:
                    raise DamagedError(f"{self.path.name}: this is no zip, or an empty one")
                self._found, self.error = found, ""
                self.version += 1
                self._built = {key: one for key, one in self._built.items() if key[0] >= self.version - 1}
                if self.is_package:
                    self._built[self.version, ""] = (package, ())
        except ModmigrateError as error:
            self.error = str(error)

    def variant(self, edition: str, theme: str) -> str:
        """The name of an edition in a theme; empty for a package."""
        if self.is_package:
            return ""
        edition = edition if edition in EDITIONS else EDITIONS[0]
        return f"{edition}.{theme if theme in self._themes() else ''}"

    def package(self, version: int, variant: str) -> Package | None:
        """A package of this or the last version; None for others. Raises the errors of building."""
        with self._lock:
            if (found := self._built.get((version, variant))) is not None:
                return found[0]
            if version != self.version or self._found is None:
                return None
            edition, _, theme = variant.partition(".")
            folder = self.path.parent
            built = build(
                self._found.module, self._found.media, self.templates, "trainer" if edition == "trainer" else "learner",
                theme_of(self._found.module, folder, theme),
            )  # fmt: skip
            package = Package(zipfile.ZipFile(io.BytesIO(built.data)), len(built.data))
            told = [f.line(self.path.name) for f in (*self._found.findings, *built.findings)]
            self._built[version, variant] = (package, tuple(told[:FINDINGS]))
            return package

    def state(self, edition: str, theme: str) -> Mapping[str, Any]:
        """What the player shows around the package."""
        variant, package, error = self.variant(edition, theme), None, self.error
        try:
            package = self.package(self.version, variant)
        except ModmigrateError as wrong:
            error = error or str(wrong)
        items = items_of(package) if package is not None else []
        if package is not None and not items:
            error = error or f"{self.path.name}: nothing in this package can be started; see `modmigrate check`"
        given = variant.partition(".")
        return {
            "version": self.version, "variant": variant or "package", "error": error,
            "title": self._found.module.title if self._found else self.path.name,
            "editions": [] if self.is_package else list(EDITIONS), "edition": given[0],
            "themes": [] if self.is_package else [["", "as the module says"], *([t, t] for t in self._themes() if t)],
            "theme": given[2], "items": [{f: getattr(i, f) for f in Item.__struct_fields__} for i in items],
            "findings": list(self._built.get((self.version, variant), (None, ()))[1]),
        }  # fmt: skip

    def _themes(self) -> list[str]:
        """Built-in themes; the empty name is what the module says."""
        return ["", *themes.built_in()]


def items_of(package: Package) -> list[Item]:
    """The items of a package that start something, in order."""
    root = package.manifest.root
    if root is None:
        return []
    resources = {r.get("identifier"): r for r in root.all("resources", "resource")}
    found = [e for o in root.all("organizations", "organization") for e in o.walk() if e.name == "item"]
    out = []
    for item in found:
        resource = resources.get(item.get("identifierref"))
        href = "" if resource is None else resource.get("xml:base") + resource.get("href")
        if href:
            out.append(_item(item, href))
    return out or [Item(r.get("identifier"), r.get("href"), r.get("href")) for r in resources.values() if r.get("href")]


def _item(item: Element, href: str) -> Item:
    def own(name: str) -> str:
        child = item.first(name)
        return "" if child is None else child.text.strip()

    return Item(
        item.get("identifier"), own("title") or item.get("identifier"), href + item.get("parameters"),
        own("adlcp:masteryscore"), own("adlcp:datafromlms"), own("adlcp:maxtimeallowed"), own("adlcp:timelimitaction"),
    )  # fmt: skip


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
