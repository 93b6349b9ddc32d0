"""What a format does not hold, as findings, with how many questions, which, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..report import Code, Finding, finding
from .bank import OPEN, Bank, Entry
from .table import Format

NAMED = 12
"""Questions that a sentence names; the others are counted."""
HAS: dict[str, tuple[str, Callable[[Entry], bool]]] = {
    "feedback": ("explanation", lambda e: bool(e.question.feedback)),
    "responses": ("feedback to single answers", lambda e: any(t for _, t in e.question.responses)),
    "hints": ("hint", lambda e: bool(e.question.hint)),
    "points": ("points", lambda e: bool(e.question.points)),
    "pictures": ("pictures", lambda e: any(e.pictures())),
}
"""Part → its name, and whether a question brings it. Chapters and ids are told by the table in the docs."""


def told(form: Format, whole: Bank, held: Bank, refused: list[tuple[Entry, str]]) -> Iterator[Finding]:
    """The findings: questions left out, questions without their answer, parts that were left out."""
    for code, opened in ((Code.EXPORT_LEFT_OUT, False), (Code.EXPORT_OPEN, True)):
        out = [(entry, why) for entry, why in refused if (entry.form == OPEN) is opened]
        reasons = [
            f"{why} ({named([entry for entry, other in out if other == why])})"
            for why in dict.fromkeys(why for _, why in out)
        ]
        if out:
            yield finding(code, count=len(out), format=form.title, reasons="; ".join(reasons))
    for part, (name, has) in HAS.items():
        own = [e for e in held.entries if has(e) and not form.holds(part, e)]
        if own:
            yield finding(Code.EXPORT_PART, count=len(own), format=form.title, what=name, named=named(own))
    yield from _lost_pictures(whole)


def named(entries: list[Entry]) -> str:
    """`BAB II › 1, 2, 5; BAB III › 4`."""
    chapters: dict[str, list[str]] = {}
    for entry in entries[:NAMED]:
        chapters.setdefault(entry.short, []).append(entry.label)
    said = "; ".join(f"{name} › {', '.join(own)}" if name else ", ".join(own) for name, own in chapters.items())
    more = len(entries) - NAMED
    return f"{said} and {more} more" if more > 0 else said


def _lost_pictures(whole: Bank) -> Iterator[Finding]:
    from ..renderer.media import Shelf

    shelf = Shelf(whole.media)
    for path in dict.fromkeys(path for entry in whole.entries for path in entry.pictures()):
        shelf.picture(path)
    for path, reason in sorted(shelf.left_out.items()):
        yield finding(Code.DROPPED, what=f"picture {path}", reason=reason)
