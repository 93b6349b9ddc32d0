"""Labels that run into their text: `Tujuan : 1. menjelaskan …` is a heading and what stands below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ...text.letters import SMALLS
from ...text.patterns import lazy
from ..words.words import Words
from .line import Line, part, pieces, unlabelled

LABEL = 4
"""Words of a label before a colon."""
NUMBERED = lazy(rf"(?:(?<=[\s:;,.])|^)\(?(\d{{1,2}}|[{SMALLS}])[.)]\s+")
"""The parts of a sentence that lists: `… mampu: 1. …; 2. …`."""
_COLON = lazy(r"[^:：\n]{3,40}?(?:\s*+[:：]|\s++[-–—]\s)\s*+(?=\S)")


def split(lines: Iterable[Line], words: Words) -> Iterator[Line]:
    """The lines, those that begin with an objectives' label cut behind it."""
    for line in lines:
        paragraph = line.paragraph
        found = _COLON.match(paragraph.text, line.start, line.end) if paragraph is not None else None
        label = found[0].strip(" :：-–—\t") if found else ""
        if paragraph and found and len(label.split()) <= LABEL and words.role(label, extra=0) == "objectives":
            end = line.start + len(found[0].rstrip(" :：-–—\t"))
            yield replace(line, text=label, end=end)
            rest = unlabelled(line, found.end(), line.end)
            one_line = "\n" not in paragraph.text[rest.start : rest.end].strip()
            yield rest if one_line and len(NUMBERED.findall(rest.text)) > 1 else part(rest, found.end())
        elif paragraph and words.title_label.match(line.text) and "\n" in paragraph.text[line.start : line.end]:
            yield from pieces(line)  # Judul : …, and the time below it in one paragraph
        else:
            yield line
