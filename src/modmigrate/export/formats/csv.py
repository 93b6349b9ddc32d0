"""CSV (RFC 4180, UTF-8 with the sign by which Excel knows it): a row for each question, a column for each fact."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from ...questions import Match, Question
from ...questions.base import letter
from ...renderer.answers import told
from ...text import inline
from ..bank import OPEN, Bank, Entry
from ..markup import Html, clean

COLUMNS = ("id", "chapter", "exercise", "number", "type", "question", "options", "answer", "points", "explanation",
           "feedback", "hint")  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that spreadsheets run as a formula (OWASP, "CSV Injection")."""


def cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula; the only place where any is written."""
    text = clean(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def write(bank: Bank) -> bytes:
    """The bank as a table."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    html = Html(bank, lambda _: None)
    for entry in bank.entries:
        rows.writerow([cell(value) for value in _row(entry, html, bank)])
    return out.getvalue().encode("utf-8-sig")


def _row(entry: Entry, html: Html, bank: Bank) -> Iterator[str]:
    question = entry.question
    yield from (entry.id, entry.chapter, entry.mode, entry.label, question.type)
    yield "\n".join(_paragraphs(html, entry))
    yield "\n".join(_options(question))
    yield "" if entry.form == OPEN else "\n".join(inline.plain(line) for line in told(question, bank.words, letter))
    yield str(question.points or "")
    yield inline.plain(question.feedback)
    yield "\n".join(f"{name}: {inline.plain(text)}" for name, text in question.responses)
    yield inline.plain(question.hint)


def _paragraphs(html: Html, entry: Entry) -> Iterator[str]:
    """The words of the stem and of what stands below it, a line for each block."""
    yield inline.plain(entry.question.stem)
    below = ET.Element("div")
    html.blocks(below, entry.question.content)
    yield from (" ".join(" ".join(block.itertext()).split()) for block in below)


def _options(question: Question) -> Iterator[str]:
    if isinstance(question, Match):
        yield from (f"{at}. {inline.plain(text)}" for at, text in enumerate(question.left, 1))
        yield from (f"{letter(at)}. {inline.plain(text)}" for at, text in enumerate(question.right))
    elif question.type == "task":
        yield from map(inline.plain, question.texts())
    else:
        yield from (f"{letter(at)}. {inline.plain(text)}" for at, text in enumerate(question.texts()))
