"""What is open in modules: of a module.yaml, a folder of them, or a source as it would be extracted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from .. import module_yaml
from ..doubts import WORDS, Open, openings
from ..errors import must_be_file, reading
from ..pipeline import Extraction, extract, is_yaml, text_of
from ..shelf.jobs import modules
from ..text.amounts import many
from ..text.patterns import lazy
from .workspace import DOUBTS, MODULE, new_text

_ADVICE = lazy(r"; it will not be scored(?: until you set `answer`)?$|, set `mastery` in module\.yaml$")
"""What findings advise, where a line says it better."""


class Todo(Struct, frozen=True):
    """One thing to settle: where it stands in module.yaml, where in the source, why, and how it is settled."""

    file: str
    open: Open
    why: str

    @property
    def gravity(self) -> int:
        """3 costs learners points or text, 2 misleads them, 1 is untidy."""
        return WORDS[self.open.word].gravity

    def line(self, said: Callable[[str], str] = str) -> str:
        """One line for people; `said` says why and what to do in their language."""
        place = f"{self.open.place}: " if self.open.place else ""
        why = said(_ADVICE.sub("", self.why))
        return f"{self.file}:{self.open.line}: {place}{why}; {said(self.settle)} [{self.open.word}]"

    @property
    def settle(self) -> str:
        """What to do."""
        if self.open.word == "key" and self.open.kind != "question":
            return "give its questions their answers where it has any, then delete `unsure`"
        return WORDS[self.open.word].settle

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        one = self.open
        return {
            "file": self.file, "line": one.line, "unsure": one.word, "gravity": self.gravity, "id": one.id,
            "from": one.source, "words": one.words, "chapter": one.chapter, "why": self.why,
            "settle": self.settle,
        }  # fmt: skip


def todos(path: Path, language: str = "", password: str = "") -> list[Todo]:
    """What is open, the gravest first. Raises the errors of reading."""
    found = [one for file in _files(path) for one in _of(file, language, password)]
    return sorted(found, key=lambda todo: -todo.gravity)


def todos_in(path: Path, found: Extraction | None = None) -> list[Todo]:
    """The same of one module.yaml, or of what was found in a source."""
    open_ = _of_yaml(path) if found is None else _of_extraction(path, found)
    return sorted(open_, key=lambda todo: -todo.gravity)


def _files(path: Path) -> Iterator[Path]:
    """The modules of a path: a file, each module.yaml below a folder, else the documents in it."""
    if not path.is_dir():
        yield path
        return
    with reading(path):
        files = sorted(path.rglob(MODULE))
    yield from files or modules(path)


def _of(path: Path, language: str, password: str) -> Iterator[Todo]:
    if is_yaml(path):
        return _of_yaml(path)
    with reading(path):
        must_be_file(path)
    return _of_extraction(path, extract(path, language, password))


def _of_yaml(path: Path) -> Iterator[Todo]:
    text = text_of(path)
    module_yaml.loads(text, path.name)
    return _told(text, str(path), reasons_of(path.parent))


def _of_extraction(path: Path, found: Extraction) -> Iterator[Todo]:
    reasons = {(doubt.id, doubt.word): doubt.message for doubt in found.doubts}
    return _told(new_text(found.module), f"{path.name} › {MODULE}", reasons)


def _told(text: str, file: str, reasons: Mapping[tuple[str, str], str]) -> Iterator[Todo]:
    for one in openings(text, file):
        if one.word in WORDS:
            yield Todo(file, one, reasons.get((one.owner, one.word), WORDS[one.word].means))


def lines_of(found: Extraction, path: Path) -> dict[int, str]:
    """Where findings of an extraction stand in the module.yaml that was written: by identity, file, line and words."""
    places = {(one.owner, one.word): one for one in openings(text_of(path), path.name)}
    out: dict[int, str] = {}
    for doubt in found.doubts:
        one = places.get((doubt.id, doubt.word))
        if one is not None and doubt.finding is not None:
            out.setdefault(id(doubt.finding), f"{path}:{one.line}" + (f" “{one.words}”" if one.words else ""))
    return out


def reasons_of(folder: Path) -> Mapping[tuple[str, str], str]:
    """Why there are doubts, by element and word; nothing where there is no record, or none that can be read."""
    try:
        data = json.loads((folder / DOUBTS).read_text("utf-8"))
        return {(d["id"], d["word"]): str(d["message"]) for d in data}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def counted(found: list[Todo]) -> str:
    """`3 doubts: 2 key, 1 heading`."""
    words = [todo.open.word for todo in found]
    parts = ", ".join(f"{words.count(word)} {word}" for word in WORDS if word in words)
    return f"{many(len(words), 'doubt')}: {parts}"
