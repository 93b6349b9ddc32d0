"""What a line is, whatever the document says with it: code, a contents table's entry; and the size of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...document import Span
from ...text.letters import OPTIONS
from ...text.patterns import lazy
from .labels import TYPED, Label, typed
from .line import Line

_CODE = lazy(r"^\s*(</?\w|<!|[{}]|[.#]\w+\s*\{|//|/\*)|[{;]\s*$|->|;\w|\w\(.*\);?$|=\s*[\"']")
_LEADERS = lazy(r"((?<!\.)\.{4,}+|(?<!…)…{2,}+|(?<!_)_{4,}+|(?<!\t)\t(?!\s*\t))\s*+[ivxlc\d]+\s*+$")
_PAGES = frozenset("0123456789ivxlc")

_FIELDS = lazy(r"(?:[^\W\d_][^:：_…\n]{0,24}+[:：](?:[_.…/\s-]{3,}+|[_.…\s]*+/\s*+\d{1,3}(?:\s++|$)))+")


LONE_LETTER = lazy(rf"\W*[{OPTIONS}]\W*")
"""A cell or value that is an option's letter and nothing else."""
MAX_LETTER = 8
"""Letters that label options, A to H."""


def is_option(line: Line, number: int | None = None) -> bool:
    """Whether a line is labelled as an option, with the given letter (1 for A) or any."""
    label = line.label
    if label is None or label.kind not in ("upper", "lower") or not 1 <= label.number <= MAX_LETTER:
        return False
    return number is None or label.number == number


def is_form(line: Line) -> bool:
    """A line of nothing but labels and room to write in: `Name: ____ Date: __/__/____ Mark: __ / 20`."""
    return _FIELDS.fullmatch(line.text) is not None


def body_size(lines: Sequence[Line]) -> float:
    """The size of most of the text, in points; 11 if the file states none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.paragraph is not None and line.paragraph.layout.size:
            sizes[line.paragraph.layout.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 11.0


def is_code(line: Line) -> bool:
    """A line of a program or mark-up, by its font or its signs; listings are often set in bold."""
    spans = [i for i in line.inlines if isinstance(i, Span) and i.text.strip()]
    return bool(_CODE.search(line.text)) or (bool(spans) and all(s.look.code for s in spans))


def is_contents_line(line: Line) -> bool:
    """A line of a typed contents table: leaders or a tab, then a page number."""
    # The cheap sign first: most lines end in a full stop.
    ends = line.text[-1:].casefold()
    return ends in _PAGES and line.paragraph is not None and bool(_LEADERS.search(line.paragraph.text.rstrip()))


def contents_title(line: Line) -> tuple[str, str]:
    """What such a line names, with its label and without."""
    whole = line.paragraph.text.rstrip() if line.paragraph is not None else ""
    return _LEADERS.sub("", whole), _LEADERS.sub("", whole[line.start :])


def begins_list(text: str) -> Label | None:
    """The label of a text that begins like the first entry of a list: `1- Levers`, `(a) 200 cm`; None for others."""
    found = TYPED.match(text)
    label = typed(found) if found is not None and found.end() < len(text) else None
    return label if label is not None and label.kind != "bullet" and label.number == 1 else None
