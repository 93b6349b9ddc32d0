"""Titles of chapters whose label stands alone on its line: the next line or lines, or a table's cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..lines.line import Line, fold
from ..words.words import Words
from .candidate import Candidate
from .proposals.tables import title_in_table

TITLE = 18
"""Words of a title below its label."""
SENTENCE = 6
"""A longer line that ends in a full stop and has no heading's look is text, no part of a title."""


class Merged(Struct, frozen=True):
    """A heading with its title, and the line behind both."""

    candidate: Candidate
    end: int


def with_titles(lines: Sequence[Line], found: Sequence[Candidate], chapters: set[int], words: Words) -> list[Merged]:
    """A label alone on its line takes the next line or lines of like look as its title."""
    by_line = {c.at: c for c in found}
    bare = _bare(by_line, [c for c in found if c.at in chapters and c.word])
    out: list[Merged] = []
    done = -1
    for c in found:
        if c.at <= done:
            continue
        # A table that names its chapter is shown as it stands.
        end = c.at + (lines[c.at].table is None)
        if c.at in chapters and c.word and not c.title and c.at not in bare:
            parts: list[str] = []
            while (
                end < len(lines)
                and len(parts) < 3
                and not (parts and end not in by_line and _is_styled(by_line.get(end - 1)))
                and _continues(by_line.get(end), c, lines[end], bool(parts), words)
            ):
                parts.append(lines[end].text)
                end += 1
            table = lines[end].table if end < len(lines) else None
            if not parts and table is not None:
                parts = [title_in_table(table, words)]  # the table stays
            c = replace(c, title=words.title_label.sub("", fold(" ".join(parts))))
        out.append(Merged(c, end))
        done = end - 1
    return out


def _is_styled(c: Candidate | None) -> bool:
    """Whether a title has a style: text without one does not go on with it."""
    return c is not None and c.level is not None


def _bare(by_line: Mapping[int, Candidate], labels: Sequence[Candidate]) -> set[int]:
    """Labels that are all there is (`Class 1`, `Class 2`): none has a title, and headings of sections stand below."""
    below = [by_line[c.at + 1].level if c.at + 1 in by_line else None for c in labels]
    deeper = [c.level is not None and (lower or 0) > c.level for c, lower in zip(labels, below, strict=True)]
    return {c.at for c in labels} if all(deeper) and not any(c.title for c in labels) else set()


def _continues(c: Candidate | None, label: Candidate, line: Line, begun: bool, words: Words) -> bool:
    paragraph = line.paragraph
    if paragraph is None or line.label is not None or not line.text or line.words > TITLE:
        return False
    if c is not None and (c.word or c.role == "objectives" or (c.role and begun)):
        return False
    if c is None and line.words > SENTENCE and line.text.endswith("."):
        return False
    if not begun and words.title_label.match(line.text):
        return True  # `Judul : …`, however it looks
    layout = paragraph.layout
    alike = layout.centred == label.centred and layout.bold == label.bold
    if begun and label.level is not None and c is None:
        return False  # text below headings that have a style
    if begun:
        return alike and round(layout.size or 0) == round(label.size) and not words.role(line.text)
    return alike or c is not None
