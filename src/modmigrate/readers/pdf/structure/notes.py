"""Footnotes: small lines at the foot of a page that begin with the number raised in the text above.

They leave the running text and become the document's notes, tied to their marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....text.patterns import lazy
from ..ground.page import Grid, Line, Page, Run
from .furniture import body_size
from .noted_tables import raised, tied

SMALLER = 0.94
"""Notes are set smaller than the text by at least this factor."""
_NUMBER = lazy(r"\s*\[?(\d{1,3}|[*†‡])\]?[.)]?\s*")


def take_notes(pages: Sequence[Page]) -> dict[str, list[Line]]:
    """Take the footnotes out of the pages; their lines by the note's id, without the number."""
    body = body_size(pages)
    found: dict[str, list[Line]] = {}
    for page in pages:
        foot = _foot(page, body)
        marks = {run.text.strip() for i in page.items if isinstance(i, Line) and i not in foot for run in i.runs
                 if run.look.script == "super"}  # fmt: skip
        marks |= {mark for i in page.items if isinstance(i, Grid) for mark in raised(i.table)}
        notes = _notes(foot, marks)
        if notes:
            _tie(page, notes, found)
    return found


def _foot(page: Page, body: float) -> list[Line]:
    """The small lines that end a page."""
    out: list[Line] = []
    for item in reversed(page.items):
        if not isinstance(item, Line) or item.size > SMALLER * body or item.y < 0.45 * page.height:
            break
        out.insert(0, item)
    return out or _raised(page)


def _raised(page: Page) -> list[Line]:
    """The lines that end a page from the first in its lower half that begins with a raised number."""
    lines = [i for i in page.items if isinstance(i, Line)]
    for at, line in enumerate(lines):
        number = line.runs[0]
        begins = number.look.script == "super" and _NUMBER.fullmatch(number.text) and len(line.runs) > 1
        if begins and line.y > 0.45 * page.height and page.items[-1] is lines[-1]:
            return lines[at:]
    return []


def _notes(foot: Sequence[Line], marks: set[str]) -> dict[str, list[Line]]:
    """Lines of each note; {} unless every note's number is raised in the page's text."""
    out: dict[str, list[Line]] = {}
    number = ""
    for line in foot:
        start = _NUMBER.match(line.text)
        if start and start[1] in marks and start[1] not in out:
            number = start[1]
        elif not number:
            return {}
        out.setdefault(number, []).append(line)
    return out


def _tie(page: Page, notes: dict[str, list[Line]], found: dict[str, list[Line]]) -> None:
    """Make the raised numbers marks of their notes, and move the notes' lines."""
    ids = {number: f"fn{len(found) + at}" for at, number in enumerate(notes, 1)}
    gone = {id(line) for lines in notes.values() for line in lines}
    page.items = [i for i in page.items if id(i) not in gone]
    for item in page.items:
        if isinstance(item, Line):
            item.runs = [_marked(run, ids) for run in item.runs]
        elif isinstance(item, Grid):
            item.table = tied(item.table, ids)
    for number, lines in notes.items():
        start = _NUMBER.match(lines[0].text)
        _drop(lines[0], start.end() if start else 0)
        found[ids[number]] = lines


def _marked(run: Run, ids: dict[str, str]) -> Run:
    number = run.text.strip()
    return run._replace(note=ids[number]) if run.look.script == "super" and number in ids else run


def _drop(line: Line, count: int) -> None:
    """Take so many characters off the start of a line."""
    line.text = line.text[count:]
    runs: list[Run] = []
    for run in line.runs:
        cut = min(count, len(run.text))
        count -= cut
        if run.text[cut:]:
            runs.append(run._replace(text=run.text[cut:]))
    line.runs, line.label = runs or line.runs[:1], ""
