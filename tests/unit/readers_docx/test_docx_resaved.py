"""A module reads the same when LibreOffice has saved it: as .docx of its own kind, .odt, .doc and .rtf."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from needs import skip

from modmigrate.module import Objectives, walk
from modmigrate.pipeline import extract
from modmigrate.questions import Question
from modmigrate.readers import libreoffice
from modmigrate.text import inline as md

pytestmark = pytest.mark.slow
SOURCE = Path(__file__).parents[3] / "examples" / "keuangan-usaha-kecil" / "source.docx"
MINUTE = 60


def _told(file: Path) -> tuple[object, ...]:
    """Chapters, objectives, questions with their keys."""
    chapters = extract(file).module.chapters
    blocks = [block for chapter in chapters for block in walk(chapter.content)]
    return (
        [(c.number, c.title, c.role, c.exercise) for c in chapters],
        [o.text for b in blocks if isinstance(b, Objectives) for o in b.objectives],
        [(type(b), md.plain(b.stem), [*b.texts()], getattr(b, "answer", None)) for b in blocks
         if isinstance(b, Question)],
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "odt", "doc", "rtf"])
def test_chapters_objectives_and_questions_are_the_same(kind: str, tmp_path: Path) -> None:
    if libreoffice.program() is None:
        skip("LibreOffice is missing; install it to read .doc, .odt and .rtf")
    first = tmp_path / "modul.docx"
    shutil.copy(SOURCE, first)
    if kind == "docx":
        # Read as .odt and written again, it is LibreOffice's file and no longer Word's.
        libreoffice.convert([first], "odt", tmp_path, MINUTE)
        first = tmp_path / "modul.odt"
    out = tmp_path / "out"
    libreoffice.convert([first], kind, out, MINUTE)
    assert _told(out / f"modul.{kind}") == _told(SOURCE)
