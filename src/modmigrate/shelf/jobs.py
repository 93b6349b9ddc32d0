"""What a command line names → a job for each module, with an output of its own.

A file is a module; so is a folder with a module.yaml. Any other folder stands for the modules in it and in the
folders below it, whose outputs stand in the same folders. A pattern (`*.docx`, `**/*.pdf`) that no shell has
resolved is resolved here.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from glob import glob
from itertools import count
from pathlib import Path, PurePath

from msgspec import Struct

from ..commands.workspace import MODULE
from ..errors import OutputError, SourceError, reading
from ..output import place
from ..readers import READERS


class Job(Struct, frozen=True):
    """One source and where its output goes."""

    source: Path
    output: Path
    name: str
    """Its own among all jobs, also where case does not count; below the folder that was given: `sub/modul-3`."""
    label: str = ""
    """As messages call it: `sub/modul-3.docx`."""


class Found(Struct, frozen=True):
    """A module below what was given: its file, the folder in between, and what its outputs are called."""

    source: Path
    folder: PurePath
    stem: str

    @property
    def label(self) -> str:
        """As messages call it; a module.yaml with its folder."""
        name = f"{self.stem}/{MODULE}" if self.source.name == MODULE else self.source.name
        return (self.folder / name).as_posix()


def jobs(sources: Sequence[Path], output: str | Path | None, suffix: str = ".zip") -> list[Job]:
    """A job per module. `output` is a folder unless a single module is meant.

    No two jobs have the same output: modul.zip, modul-2.zip … in the order of the sources.
    Raises SourceError for a folder without modules, OutputError for a file as the output of several.
    """
    given = [path for source in sources for path in _resolved(source)]
    if len(given) == 1 and (module := single(given[0])) is not None:
        target = place(output or given[0].parent / f"{module.stem}{suffix}", f"{module.stem}{suffix}")
        return [Job(module.source, target, module.stem, module.source.name)]
    _check_folder(output, suffix)
    names: set[str] = set()
    outputs: set[str] = set()
    out: list[Job] = []
    for path in given:
        for found in _below(path):
            name = _free(str(found.folder / found.stem), names)
            folder = _beside(found) if output is None else Path(output) / found.folder
            stem = _free(found.stem, outputs, os.path.realpath(folder) + os.sep)
            out.append(Job(found.source, folder / f"{stem}{suffix}", name, found.label))
    return out


def passed_over(sources: Sequence[Path]) -> list[Path]:
    """Documents that stand beside a module.yaml, which stands for them: below the folders that were given."""
    folders = [path for source in sources for path in _resolved(source) if path.is_dir() and single(path) is None]
    return [
        file
        for folder in folders
        for at, names in _walk(folder)
        if MODULE in names
        for file in (at / name for name in names)
        if is_document(file)
    ]


def single(path: Path) -> Found | None:
    """The one module that a path names: a file, or a folder with a module.yaml; None for a shelf."""
    if not os.path.isdir(path):
        return Found(path, PurePath(), name_of(path))
    module = path / MODULE
    return Found(module, PurePath(), name_of(module)) if module.is_file() else None


def name_of(source: Path) -> str:
    """What a module's files are called: a module.yaml as its folder is."""
    folder = source.absolute().parent.name
    return folder if source.name == MODULE and folder else source.stem


def is_document(path: Path) -> bool:
    """Whether a file of this name is read; Word's lock files (~$…) and hidden files are not."""
    return path.suffix.lower() in READERS and not path.name.startswith(("~$", "."))


def modules(folder: Path) -> list[Path]:
    """The modules in a folder and below it, by name. Raises SourceError where there is none."""
    return [found.source for found in _below(folder)]


def _resolved(source: Path) -> list[Path]:
    if os.path.lexists(source) or not any(sign in str(source) for sign in "*?["):
        return [source]
    found = sorted(glob(str(source), recursive=True))
    if not found:
        raise SourceError(f"{source}: no file fits this pattern")
    return [path for path in map(Path, found) if path.is_dir() or is_document(path) or path.name == MODULE]


def _below(path: Path) -> Iterator[Found]:
    if (alone := single(path)) is not None:
        yield alone
        return
    with reading(path):
        os.listdir(path)
    some = False
    for folder, names in _walk(path):
        between = folder.relative_to(path)
        found = [MODULE] if MODULE in names else [name for name in names if is_document(folder / name)]
        for name in found:
            some = True
            yield (
                Found(folder / name, between.parent, folder.name)
                if name == MODULE
                else Found(folder / name, between, Path(name).stem)
            )
    if not some:
        endings = ", ".join(sorted(READERS))
        raise SourceError(f"{path}: there is no module in this folder or below it; modules end in {endings}")


def _walk(top: Path) -> Iterator[tuple[Path, list[str]]]:
    """Folders and the files in them, by name; not those that are hidden, nor what is below a module.yaml."""
    for folder, folders, files in os.walk(top):
        yield Path(folder), sorted(files)
        folders[:] = [] if MODULE in files else sorted(name for name in folders if not name.startswith("."))


def _beside(found: Found) -> Path:
    """Where an output goes that was given no folder: beside the document, or beside the module's folder."""
    return found.source.parent.parent if found.source.name == MODULE else found.source.parent


def _free(stem: str, taken: set[str], folder: str = "") -> str:
    """The stem, or the first of stem-2, stem-3 … that is not taken; takes it."""
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        key = unicodedata.normalize("NFC", folder + name).casefold()
        if key not in taken:
            break
    taken.add(key)
    return name


def _check_folder(output: str | Path | None, suffix: str) -> None:
    if output is None:
        return
    folder = Path(output)
    named = bool(suffix) and folder.suffix.lower() == suffix
    if not os.path.isdir(folder) and (os.path.exists(folder) or named):
        raise OutputError(f"{folder}: several modules need a folder, and this names a file; give a folder with -o")
