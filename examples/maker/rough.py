"""Writes a module the way a hurried hand does: no styles, typed numbers, tabs and blank lines."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from .content import Block, Chapter, kind
from .ooxml import add_field, add_text
from .tidy_styles import set_font, set_page

Fields = dict[str, Any]
DOTS = "…" * 24


class Rough:
    """One document in the making; `pages` are the page numbers typed into the contents."""

    def __init__(self, pictures: dict[str, Callable[[], BytesIO]], pages: list[str]) -> None:
        self.document = docx.Document()
        self.pictures, self.pages = pictures, pages
        self.exercise: Fields = {}
        self.asked = 0
        section = self.document.sections[0]
        set_page(section)
        section.different_first_page_header_footer = True
        normal = self.document.styles["Normal"]
        set_font(normal, "Times New Roman", 12)
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1.15

    # --- the whole ---------------------------------------------------------------------

    def head_and_foot(self, head: str) -> None:
        section = self.document.sections[0]
        section.header.paragraphs[0].text = head
        section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_field(foot, "PAGE", "1")

    def cover(self, lines: list[tuple[str, float]], picture: str, below: list[str]) -> None:
        for words, size in lines:
            self._centred(words, size)
        self._blank(2)
        self._picture(picture, lines[1][0], 12)
        self._blank(7)
        for words in below:
            self._centred(words, 14)

    def contents(self, chapters: list[Chapter]) -> None:
        """Typed lines: title, full stops, page."""
        self._new_page()
        self._centred("DAFTAR ISI", 14)
        self._blank()
        for place, (words, inner) in enumerate(contents_lines(chapters)):
            page = self.pages[place] if place < len(self.pages) else "1"
            dots = "." * max(4, 96 - round(len(words) * (1.0 if inner else 1.5)))
            paragraph = self.document.add_paragraph(f"{'    ' * inner}{words} {dots} {page}")
            paragraph.paragraph_format.line_spacing = 1.0

    def chapter(self, chapter: Chapter) -> None:
        self._new_page()
        if chapter.label:
            self._centred(chapter.label, 14)
        self._centred(chapter.title, 14)
        self._blank()
        self.blocks(chapter.blocks)
        for place, section in enumerate(chapter.sections):
            letter = f"{chr(65 + place)}.\t" if chapter.role == "body" else ""
            heading = self._line(f"{letter}{section.title}", bold=True)
            heading.paragraph_format.keep_with_next = True
            self.blocks(section.blocks)
            self._blank()

    def blocks(self, blocks: list[Block]) -> None:
        for block in blocks:
            getattr(self, f"_do_{kind(block)}")(block)

    # --- kinds of blocks ---------------------------------------------------------------

    def _do_text(self, text: str) -> None:
        paragraph = self._line(f"\t{text}")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _do_list(self, block: Fields) -> None:
        for place, text in enumerate(block["list"]):
            mark = f"{chr(97 + place)}. " if block.get("mark") == "letter" else f"{place + 1}.\t"
            self._hanging(f"{mark}{text}", 1.0)

    def _do_goals(self, block: Fields) -> None:
        self._line(block["lead"])
        for place, text in enumerate(block["goals"]):
            mark = "-  " if block.get("mark") == "dash" else f"{place + 1}.  "
            self._line(f"{mark}{text}")

    def _do_table(self, block: Fields) -> None:
        self._centred(block["table"], 11).paragraph_format.keep_with_next = True
        self._grid(block["rows"], block["widths"])

    def _do_figure(self, block: Fields) -> None:
        paragraph = self._picture(block["figure"], block["caption"], block["width"])
        paragraph.paragraph_format.keep_with_next = True
        self._centred(block["caption"], 11)
        self._blank()

    def _do_sources(self, block: Fields) -> None:
        for source in block["sources"]:
            self._hanging(source, 1.2)

    # --- exercises ---------------------------------------------------------------------

    def _do_exercise(self, block: Fields) -> None:
        self.exercise, self.asked = block, 0
        if block["exercise"]:
            self._line(block["exercise"], bold=True).paragraph_format.keep_with_next = True
        if block.get("intro"):
            self._line(block["intro"]).paragraph_format.keep_with_next = True
        if block.get("tick"):
            rows = [["No", "Pernyataan", "B", "S"]]
            rows += [[str(n), q["truefalse"], "", ""] for n, q in enumerate(block["items"], 1)]
            self._grid(rows, [1, 11.5, 1.3, 1.3])
        else:
            self.blocks(block["items"])
            self._blank()

    def _do_choice(self, block: Fields) -> None:
        self.asked += 1
        stem = self._hanging(f"{self.asked}.\t{block['choice']}", 0.8)
        stem.paragraph_format.keep_with_next = True
        layout = self.exercise.get("layout")
        first = "a" if layout == "small" else "A"
        options = [f"{chr(ord(first) + n)}. {text}" for n, text in enumerate(block["options"])]
        if layout == "pairs":
            for left in (0, 2):
                self._option(f"{options[left]}\t{options[left + 1]}", left == 0)
            return
        for place, option in enumerate(options):
            marked = self.exercise.get("key") == "marked" and "ABCD"[place] == block["answer"]
            paragraph = self._option("" if marked else option, place < len(options) - 1)
            if marked:
                paragraph.add_run(option[:3])
                run = paragraph.add_run(option[3:])
                run.bold = run.underline = True

    def _do_essay(self, block: Fields) -> None:
        self.asked += 1
        self._hanging(f"{self.asked}.\t{block['essay']}", 0.8)
        self._line(f"Jawab: {DOTS}")
        self._line(DOTS)

    def _do_task(self, block: Fields) -> None:
        self._do_text(block["task"])

    # --- small pieces ------------------------------------------------------------------

    def key(self, title: str, chapters: list[Chapter]) -> None:
        """The key of the whole book, one run of numbers and letters per chapter."""
        self._new_page()
        self._centred(title, 14)
        self._blank()
        for heading, run in key_runs(chapters):
            self._line(heading, bold=True)
            self._line(run)
            self._blank()

    def _option(self, text: str, together: bool) -> Paragraph:
        paragraph = self._line(text)
        paragraph.paragraph_format.left_indent = Cm(0.8)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8.5))
        paragraph.paragraph_format.keep_with_next = together
        paragraph.paragraph_format.line_spacing = 1.0
        return paragraph

    def _line(self, text: str, bold: bool = False) -> Paragraph:
        paragraph = self.document.add_paragraph()
        add_text(paragraph, text)
        for run in paragraph.runs if bold else []:
            run.bold = True
        return paragraph

    def _hanging(self, text: str, indent: float) -> Paragraph:
        paragraph = self._line(text)
        paragraph.paragraph_format.left_indent = Cm(indent)
        paragraph.paragraph_format.first_line_indent = Cm(-indent)
        return paragraph

    def _centred(self, text: str, size: float) -> Paragraph:
        paragraph = self._line(text, bold=True)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in paragraph.runs:
            run.font.size = Pt(size)
        return paragraph

    def _blank(self, lines: int = 1) -> None:
        for _ in range(lines):
            self.document.add_paragraph()

    def _new_page(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _grid(self, rows: list[list[str]], shares: list[float]) -> None:
        table = self.document.add_table(len(rows), len(shares), style="Table Grid")
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Cm(15.5 * share / sum(shares))
        for place, (row, words) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, text, share in zip(row.cells, words, shares, strict=True):
                cell.width = Cm(15.5 * share / sum(shares))
                paragraph = cell.paragraphs[0]
                run = paragraph.add_run(text)
                run.bold, run.font.size = place == 0, Pt(11)
                paragraph.paragraph_format.line_spacing = 1.1
                paragraph.paragraph_format.keep_with_next = place < len(rows) - 1
                if text.removeprefix("Rp").replace(".", "").isdigit() and len(words) > 2:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._blank()

    def _picture(self, name: str, words: str, width_cm: float) -> Paragraph:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1.0
        shape = paragraph.add_run().add_picture(self.pictures[name](), width=Cm(width_cm))
        shape._inline.docPr.set("descr", words)
        return paragraph


def contents_lines(chapters: list[Chapter]) -> list[tuple[str, bool]]:
    """Text of each line of the contents, and whether it is a section."""
    lines: list[tuple[str, bool]] = []
    for chapter in chapters:
        lines.append((" ".join(filter(None, (chapter.label, chapter.title))), False))
        if chapter.role == "body":
            for place, section in enumerate(chapter.sections):
                lines.append((f"{chr(65 + place)}. {section.title}", True))
    return lines


def key_runs(chapters: list[Chapter]) -> list[tuple[str, str]]:
    """Heading and run (`1. A  2. C`) of each chapter that has a key."""
    found = []
    for chapter in chapters:
        marks = []
        for block in chapter.everything():
            if isinstance(block, dict) and block.get("exercise") is not None:
                marks += [_mark(q) for q in block["items"] if block.get("key") == "key"]
        run = "   ".join(f"{place}. {mark}" for place, mark in enumerate(marks, 1))
        if run:
            found.append((chapter.label or chapter.title, run))
    return found


def _mark(question: Fields) -> str:
    answer = question["answer"]
    return answer if isinstance(answer, str) else "B" if answer else "S"
