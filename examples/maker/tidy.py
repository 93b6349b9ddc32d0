"""Writes a module the way a careful hand does: styles, automatic numbers, a contents field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from .content import Block, Chapter, kind
from .ooxml import Notes, add_formula, add_list, add_text, bookmark, number, start_list
from .tables import add_box, add_table, add_tick_table
from .tidy_styles import WIDTH_CM, head_and_foot, new_page_document
from .toc import Entry, add_contents

Picture = Callable[[], BytesIO]
Fields = dict[str, Any]


@dataclass(frozen=True)
class Cover:
    above: list[str]
    title: str
    subtitle: str
    picture: str
    below: list[str]


class Tidy:
    """One document in the making. `pages` are the printed pages of its headings, in order."""

    def __init__(self, pictures: dict[str, Picture], notes: dict[str, str], pages: list[str]):
        self.document = new_page_document()
        self.pictures, self.notes, self.pages = pictures, Notes(notes), pages
        self.bullets = add_list(self.document, [("bullet", "•", 0.9, 0.5)])
        self.digits = add_list(self.document, [("decimal", "%1.", 0.9, 0.6)])
        self.letters = add_list(self.document, [("upperLetter", "%1.", 0.9, 0.9)])
        stems = [("decimal", "%1.", 0.9, 0.8), ("upperLetter", "%2.", 1.7, 0.8)]
        self.questions = add_list(self.document, stems)
        self.marks = 0
        self.counting = 0
        self.inline = False

    # --- the whole ---------------------------------------------------------------------

    def cover(self, cover: Cover) -> None:
        for words in cover.above:
            self._centred(words, 13, bold=True)
        title = self.document.add_paragraph(cover.title, style="Title")
        title.paragraph_format.space_before = Pt(42)
        self.document.add_paragraph(cover.subtitle, style="Subtitle")
        self._picture(cover.picture, " ".join(cover.title.split()), WIDTH_CM).paragraph_format.space_before = Pt(24)
        self._centred("", 11).paragraph_format.space_after = Pt(30)
        for words in cover.below:
            self._centred(words, 12, bold=True)

    def part(self, head: str, foot: str, page_format: str) -> None:
        """Start a new run of page numbers."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        head_and_foot(section, head, foot, page_format)

    def contents(self, title: str, chapters: list[Chapter]) -> None:
        """The contents field, with a line for each heading of the chapters given."""
        entries: list[Entry] = []
        for chapter in chapters:
            entries.append((1, "", " ".join(filter(None, (chapter.label, chapter.title.upper())))))
            for place, section in enumerate(chapter.sections):
                letter = f"{chr(65 + place)}." if chapter.role == "body" else ""
                entries.append((2, letter, section.title))
        add_contents(self.document, title, entries, self.pages)

    def chapter(self, chapter: Chapter) -> None:
        heading = self._heading(1, "")
        if chapter.label:
            heading.add_run(chapter.label).add_break()
        heading.add_run(chapter.title.upper())
        self._mark(heading)
        self.blocks(chapter.blocks)
        letters = start_list(self.document, self.letters)
        for section in chapter.sections:
            heading = self._heading(2, section.title)
            self._mark(heading)
            if chapter.role == "body":
                number(heading, letters)
            self.blocks(section.blocks)

    def blocks(self, blocks: list[Block]) -> None:
        for block in blocks:
            getattr(self, f"_do_{kind(block)}")(block)

    # --- kinds of blocks ---------------------------------------------------------------

    def _do_text(self, text: str) -> None:
        paragraph = self._paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.keep_with_next = text.endswith(":")

    def _do_sub(self, block: Fields) -> None:
        self._heading(3, block["sub"])

    def _do_list(self, block: Fields) -> None:
        self._items(block["list"], self.bullets)

    def _do_steps(self, block: Fields) -> None:
        self._items(block["steps"], self.digits)

    def _do_goals(self, block: Fields) -> None:
        if block.get("lead"):
            self._do_text(block["lead"])
        if block.get("plain"):
            self.blocks(block["goals"])
        else:
            self._items(block["goals"], self.digits)

    def _do_tip(self, block: Fields) -> None:
        self._paragraph(block["tip"], "Kotak")

    def _do_formula(self, block: Fields) -> None:
        add_formula(self.document.add_paragraph(), *block["formula"])

    def _do_table(self, block: Fields) -> None:
        self._caption(block["table"]).paragraph_format.keep_with_next = True
        add_table(self.document, block["rows"], block["widths"], block.get("total", False))

    def _do_ruled(self, block: Fields) -> None:
        add_table(self.document, block["ruled"], block["widths"])

    def _do_figure(self, block: Fields) -> None:
        picture = self._picture(block["figure"], block["caption"], block.get("width", 14))
        picture.paragraph_format.keep_with_next = True
        self._caption(block["caption"])

    def _do_box(self, block: Fields) -> None:
        add_box(self.document, block["box"], block["content"], self.notes)

    def _do_terms(self, block: Fields) -> None:
        for term, meaning in block["terms"]:
            paragraph = self._paragraph(f"**{term}**: {meaning}")
            paragraph.paragraph_format.left_indent = Cm(1)
            paragraph.paragraph_format.first_line_indent = Cm(-1)

    def _do_sources(self, block: Fields) -> None:
        for source in block["sources"]:
            paragraph = self._paragraph(source)
            paragraph.paragraph_format.left_indent = Cm(1.2)
            paragraph.paragraph_format.first_line_indent = Cm(-1.2)

    # --- exercises ---------------------------------------------------------------------

    def _do_exercise(self, block: Fields) -> None:
        if block["exercise"]:
            self._heading(3, block["exercise"])
        if block.get("intro"):
            paragraph = self._paragraph(block["intro"])
            paragraph.paragraph_format.keep_with_next = True
        self.inline = block.get("key") == "inline"
        if not block.get("goes_on"):
            self.counting = start_list(self.document, self.questions)
        self.blocks(block["items"])

    def _do_choice(self, block: Fields) -> None:
        stem = block[kind(block)]
        options = [str(option) for option in block["options"]]
        inline = self.inline
        self._item(stem, self.counting, together=True)
        for place, option in enumerate(options):
            last = place == len(options) - 1 and not inline
            self._item(option, self.counting, 1, together=not last)
        if inline:
            paragraph = self._paragraph(f"**Jawaban: {block['answer']}**. {block['why']}")
            paragraph.paragraph_format.left_indent = Cm(0.9)

    _do_multi = _do_choice

    def _do_truefalse(self, block: Fields) -> None:
        self._item(f"{block['truefalse']} (B/S)", self.counting)

    def _do_fill(self, block: Fields) -> None:
        self._item(block["fill"], self.counting)

    def _do_essay(self, block: Fields) -> None:
        self._item(block["essay"], self.counting)

    def _do_short(self, block: Fields) -> None:
        self._item(block["short"], self.counting)

    def _do_task(self, block: Fields) -> None:
        self._do_text(block["task"])

    def _do_match(self, block: Fields) -> None:
        paragraph = self._paragraph(block["match"])
        paragraph.paragraph_format.keep_with_next = True
        left, right = block["left"], block["right"]
        rows = [block["heads"]]
        for place, words in enumerate(right):
            first = f"{place + 1}. {left[place]}" if place < len(left) else ""
            rows.append([first, f"{chr(97 + place)}. {words}"])
        add_table(self.document, rows, block.get("widths", [1, 1]))

    def _do_form(self, block: Fields) -> None:
        add_tick_table(self.document, block["form"], block["rows"], block["widths"])

    # --- small pieces ------------------------------------------------------------------

    def _heading(self, level: int, text: str) -> Paragraph:
        return self.document.add_paragraph(text, style=f"Heading {level}")

    def _mark(self, heading: Paragraph) -> None:
        self.marks += 1
        bookmark(heading, f"_Toc{200000 + self.marks}", self.marks)

    def _paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        paragraph = self.document.add_paragraph(style=style)
        add_text(paragraph, text, self.notes)
        return paragraph

    def _items(self, texts: list[str], abstract: int) -> None:
        instance = start_list(self.document, abstract)
        for text in texts:
            self._item(text, instance)

    def _item(self, text: str, instance: int, depth: int = 0, together: bool = False) -> None:
        paragraph = self._paragraph(text, "List Paragraph")
        number(paragraph, instance, depth)
        paragraph.paragraph_format.keep_with_next = together

    def _caption(self, text: str) -> Paragraph:
        return self._paragraph(text, "Caption")

    def _centred(self, text: str, size: float, bold: bool = False) -> Paragraph:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def _picture(self, name: str, words: str, width_cm: float) -> Paragraph:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1.0
        shape = paragraph.add_run().add_picture(self.pictures[name](), width=Cm(width_cm))
        shape._inline.docPr.set("descr", words)
        return paragraph
