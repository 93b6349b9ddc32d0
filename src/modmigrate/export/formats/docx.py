"""A paper in Word: the questions chapter by chapter with room to answer, and the key on a sheet of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.shared import Cm

from ... import module as mod
from ...list_labels import label_of
from ...module import Block
from ...questions import Essay, Fill, Match, Question, Short, Task
from ...questions.base import letter
from ...renderer.answers import told
from ...renderer.media import kind
from ...text import inline
from ..archive import Pictures, zipped
from ..bank import OPEN, Bank, Entry
from ..markup import clean

DRAWN = ("png", "jpg", "gif", "bmp")
"""Kinds of pictures that Word draws."""
WIDEST = Cm(14)
LOOKS = {"bold": "bold", "italic": "italic", "underline": "underline"}
FONTS = {"strike": "strike", "sub": "subscript", "super": "superscript"}
KEY = Cm(2), Cm(7), Cm(6)
"""Widths of a key's columns: number, answer, explanation."""
ROOM = 4
"""Lines to write on below an open question."""


def write(bank: Bank) -> bytes:
    """The bank as a Word file."""
    paper = _Paper(bank)
    paper.questions()
    paper.keys()
    out = io.BytesIO()
    paper.file.save(out)
    with zipfile.ZipFile(out) as made:  # Its entries bear the hour; the same questions shall give the same bytes.
        return zipped({name: made.read(name) for name in made.namelist()})


class _Paper:
    def __init__(self, bank: Bank) -> None:
        self.bank, self.pictures, self.file = bank, Pictures(bank.media), Document()
        self.file.core_properties.title = clean(bank.title)
        self.file.core_properties.author = ""

    def questions(self) -> None:
        """The paper itself."""
        self.file.add_heading(clean(self.bank.title), 0)
        for chapter, entries in self.bank.categories():
            self.file.add_heading(clean(chapter), 1)
            for exercise, own in groupby(entries, key=lambda e: e.exercise):
                if exercise and exercise != chapter:
                    self.file.add_heading(clean(exercise), 2)
                for entry in own:
                    self._question(entry)

    def keys(self) -> None:
        """The sheet with the key; a question whose answer is not known says so by a dash."""
        self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        self.file.add_heading(clean(self.bank.words["right_answer"]), 1)
        for names, entries in groupby(self.bank.entries, key=lambda e: (e.chapter, e.exercise)):
            named = " › ".join(dict.fromkeys(filter(None, names)))
            if named:
                self.file.add_heading(clean(named), 2)
            table = self.file.add_table(rows=0, cols=3, style="Table Grid")
            table.autofit = False
            for column, width in zip(table.columns, KEY, strict=True):
                column.width = width
            for entry in entries:
                self._key(table.add_row().cells, entry)

    def _key(self, cells: Any, entry: Entry) -> None:
        lines = () if entry.form == OPEN else told(entry.question, self.bank.words, letter)
        cells[0].text = clean(entry.label)
        self._runs(cells[1].paragraphs[0], "\n".join(lines) or "–")
        self._runs(cells[2].paragraphs[0], entry.question.feedback)
        for cell, width in zip(cells, KEY, strict=True):
            cell.width = width

    def _question(self, entry: Entry) -> None:
        question = entry.question
        line = self.file.add_paragraph()
        line.paragraph_format.keep_with_next = True
        line.add_run(f"{entry.label}. ").bold = True
        self._runs(line, question.stem)
        if question.points:
            line.add_run(clean(f" ({self.bank.words['points'].format(n=question.points)})"))
        self._blocks(question.content)
        self._answers(question)

    def _answers(self, question: Question) -> None:
        match question:
            case Match(left=left, right=right):
                table = self.file.add_table(rows=0, cols=2)
                for at in range(max(len(left), len(right))):
                    cells = table.add_row().cells
                    if at < len(left):
                        self._runs(cells[0].paragraphs[0], f"___ {at + 1}. {left[at]}")
                    if at < len(right):
                        self._runs(cells[1].paragraphs[0], f"{letter(at)}. {right[at]}")
            case Essay() | Task() | Short():
                self._lines(f"☐ {text}" for text in question.texts())
                self._lines("_" * 60 for _ in range(1 if isinstance(question, Short) else ROOM))
            case Fill():
                return
            case _:
                words = self.bank.words
                options = getattr(question, "options", (words["true"], words["false"]))
                self._lines(f"{letter(at)}. {text}" for at, text in enumerate(options))

    def _lines(self, texts: Iterable[str]) -> None:
        for text in texts:
            line = self.file.add_paragraph()
            line.paragraph_format.left_indent = Cm(1)
            line.paragraph_format.space_after = 0
            self._runs(line, text)

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case mod.Paragraph(text=text) | mod.Heading(text=text) | mod.Equation(text=text):
                    self._runs(self.file.add_paragraph(), text)
                case mod.Code(text=text):
                    self.file.add_paragraph().add_run(clean(text)).font.name = "Courier New"
                case mod.List(items=items):
                    for at, item in enumerate(items):
                        self._lines([f"{label_of(block, at) or '•'} {item.text}"])
                        self._blocks(item.content)
                case mod.Objectives(objectives=found):
                    self._lines(f"• {o.text}" for o in found)
                case mod.Glossary(terms=terms):
                    self._lines(f"• {t.term}: {t.meaning}" for t in terms)
                case mod.Figure(file=file, alt=alt, caption=caption):
                    self._image(self.file.add_paragraph(), file, alt)
                    self._lines([caption] if caption else [])
                case mod.Table():
                    self._table(block)
                case mod.Note(content=content):
                    self._blocks(content)

    def _table(self, block: mod.Table) -> None:
        width = max((sum(c.colspan for c in row) for row in block.rows), default=0)
        table = self.file.add_table(rows=0, cols=width, style="Table Grid")
        for row in block.rows:
            cells = table.add_row().cells
            at = 0
            for cell in row:
                texts = [cell.text, *(t for b in mod.walk(cell.content) for t in mod.texts(b))]
                self._runs(cells[min(at, width - 1)].paragraphs[0], "\n".join(filter(None, texts)))
                at += cell.colspan

    def _runs(self, line: Any, text: str) -> None:
        for part in inline.parse(text):
            match part:
                case inline.Run(text=words, marks=marks):
                    run = line.add_run(clean(words))
                    for mark, name in LOOKS.items():
                        setattr(run, name, True if mark in marks else None)
                    for mark, name in FONTS.items():
                        setattr(run.font, name, True if mark in marks else None)
                case inline.Image(src=src, alt=alt):
                    self._image(line, src, alt)
                case inline.Math(text=formula):
                    line.add_run(clean(formula))
                case inline.NoteRef(id=id_):
                    line.add_run(clean(f" ({inline.plain(self.bank.notes.get(id_, id_))})"))

    def _image(self, line: Any, src: str, alt: str) -> None:
        path = self.pictures.path(src)
        data = self.pictures.shelf.files.get(path or "", b"")
        if kind(data) not in DRAWN:
            line.add_run(clean(f"[{inline.plain(alt) or src}]"))
            return
        shape = line.add_run().add_picture(io.BytesIO(data))
        if shape.width > WIDEST:
            shape.width, shape.height = WIDEST, int(shape.height * WIDEST / shape.width)
