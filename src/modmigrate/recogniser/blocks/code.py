"""Lines of a program or of mark-up as one block, with their breaks and indents.

A font whose letters all have one width says it (`Look.code`); without one, three lines and more that end and begin as
lines of programs do. A lone line is a block only if both agree: words in such a font may be a name, a title or a path.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ... import module as mod
from ...document import Picture, Span, Table
from ...text.amounts import PAIR
from ...text.patterns import lazy
from ..lines.grid import cell_lines
from ..lines.line import Line

SHORT = 12
"""Words of a plain line between those of a program, at most."""
_SIGNS = lazy(
    r"\s*(?:</?[A-Za-z][^<>]*>|<[!?]|[{}()\[\]]+[;,]?\s*$|//|/\*|\*/|#include\b|@\w+\s*(?:\(|$)|\$\w+\s*=)"
    r"|.*[{]\s*$"
    r"|.*(?:\w\s?\([^()]*\)+|[^=<>!\s]\s*=\s*\S.*|\]|\+\+|--)\s*;\s*(?://.*)?$"
    r"|\s*(?:if|for|while|switch|elif|catch)\s*\(.*\)\s*[:{]?\s*$"
    r"|\s*(?:def|class|function|void|public|private|protected|static)\s+\w.*[({:;]\s*$|.*\w\s?\(.*\)\s*:\s*$"
    r"|\s*(?:import|package|using|from|return)\s+[\w.*\"'<>/]+(?:\s+import\s+\S.*)?;?\s*$"
)
"""How lines of programs and of mark-up begin and end, whatever the language."""
_FIGURE = lazy(r"([*#@+])(?: ?\1)*")
MIN_LINES, MIN_SHARE, MOST_BETWEEN = 3, 0.6, 2
"""Lines without a font of their own that make a block: how many show it, their share, and others between two."""
SURE_BY = 12
"""Lines after which a run has the share of programs, or is none."""
_LAST, _FIRST = frozenset("{};:()>[]*/"), frozenset("<{}()[]/*#@+$")
_IMPORTS = frozenset({"import", "package", "using", "from", "return"})
"""What `_SIGNS` and `_FIGURE` ask for at the ends of a line."""
_SENTENCE = ".?!。：:"
"""Signs that end a sentence, then those that lead to something."""
ADVANCE = 0.6
"""Sizes; the width of a letter where all have one."""
TAB = "    "
MAX_NAME = 12
"""Words of a line that names a listing: a file, a heading."""


def code(lines: Sequence[Line], at: int) -> tuple[mod.Code, int] | None:
    """The block that begins with this line, and the line behind it; None where none begins."""
    if not _may_begin(lines[at]):
        return None
    end = at
    while end < len(lines) and _is_set(lines[end]):
        end += 1
    if end == at:
        end = max(_signed(lines, at), _figure(lines, at))
    if end == at or (end == at + 1 and "\n" not in _raw(lines[at]) and not _has_signs(lines[at])):
        return None
    return mod.Code(text=_joined(lines[at:end])), end


def _may_begin(line: Line) -> bool:
    """The cheap signs first: hardly a paragraph has any of those that a program's line must have."""
    paragraph, text = line.paragraph, line.text
    if paragraph is None or not text:
        return False
    if text[-1] in _LAST or text[0] in _FIRST or "//" in text or text.split(None, 1)[0] in _IMPORTS:
        return True
    return any(isinstance(i, Span) and i.look.code for i in paragraph.inlines)


def framed(table: Table) -> list[mod.Code | Line]:
    """The listings of a table that only frames them, with the lines that name them; [] for other tables.

    It has one column, or a second one that numbers the lines of its only listing.
    """
    cells = [cell for row in table.rows for cell in row.cells]
    if any(isinstance(block, Table) for cell in cells for block in cell.blocks):
        return []
    rows = [[cell_lines(cell) for cell in row.cells] for row in table.rows]
    if len(rows) == 1 and len(rows[0]) == PAIR and len(rows[0][0]) > 1 and all(x.text.isdecimal() for x in rows[0][0]):
        rows[0].pop(0)
    if any(len(row) != 1 for row in rows):
        return []
    if (listing := whole([x for (lines,) in rows for x in lines])) is not None:
        return [listing]
    found = [whole(lines) or lines for (lines,) in rows if lines]
    titles = [lines for lines in found if not isinstance(lines, mod.Code)]
    if len(titles) == len(found) or any(len(lines) > 1 or lines[0].words > MAX_NAME for lines in titles):
        return []
    return [part if isinstance(part, mod.Code) else part[0] for part in found]


def whole(lines: Sequence[Line]) -> mod.Code | None:
    """All of these lines as one block; None unless they are nothing else."""
    found = code(lines, 0) if lines else None
    return found[0] if found is not None and found[1] == len(lines) else None


def _is_set(line: Line) -> bool:
    """Whether all of a line is set in a font of one width, and it is no heading and counted by nobody."""
    paragraph = line.paragraph
    if paragraph is None or paragraph.level is not None or paragraph.marker is not None or not line.text:
        return False
    inlines = line.inlines
    if any(isinstance(i, Picture) for i in inlines):
        return False
    seen = [i for i in inlines if not isinstance(i, Span) or i.text.strip()]
    return all(isinstance(i, Span) and i.look.code for i in seen)


def _has_signs(line: Line) -> bool:
    """Whether a line begins or ends as those of programs do."""
    return any(_SIGNS.match(part) is not None for part in _raw(line).split("\n") if part.strip())


def _shows(line: Line) -> bool:
    """Whether a line looks like a program's, by its signs or as most of it is set in a font of one width."""
    paragraph = line.paragraph
    if paragraph is None or paragraph.level is not None or (paragraph.marker is not None and not _is_set(line)):
        return False
    spans = [i for i in line.inlines if isinstance(i, Span)]
    if spans and sum(len(s.text) for s in spans if s.look.code) >= MIN_SHARE * len(line.text):
        return line.text[-1:] not in _SENTENCE[:4]  # Words of the language stand out in other fonts.
    return bool(spans) and _has_signs(line)


def _signed(lines: Sequence[Line], at: int) -> int:
    """Where a run of lines ends that look like a program's by their signs alone; `at` for none."""
    end = shown = 0
    for now in range(at, len(lines)):
        line = lines[now]
        if _shows(line):
            shown, end = shown + 1, now + 1
        elif now == at or now - end >= MOST_BETWEEN or not _may_stand_between(line):
            break
        if now - at >= SURE_BY and shown < MIN_SHARE * (now - at):
            break  # Text with a program's line here and there: each of its lines would look through all of it.
    return end if shown >= max(MIN_LINES, MIN_SHARE * (end - at)) else at


def _figure(lines: Sequence[Line], at: int) -> int:
    """Where a figure ends that is set of one sign, as programs of beginners print them; `at` for none."""
    end = at
    while end < len(lines) and _FIGURE.fullmatch(lines[end].text) and lines[end].paragraph is not None:
        end += 1
    sizes = {len(line.text) for line in lines[at:end]}
    return end if end - at >= MIN_LINES and len(sizes) > 1 else at


def _may_stand_between(line: Line) -> bool:
    paragraph = line.paragraph
    plain = paragraph is not None and paragraph.level is None and line.label is None
    return plain and bool(line.text) and line.text[-1] not in _SENTENCE and line.words <= SHORT


def _joined(lines: Sequence[Line]) -> str:
    """The lines one below the other, indents by letters, the indent that all share left out."""
    rows = [row for line in lines for row in _rows(line)]
    shared = min((len(row) - len(row.lstrip(" ")) for row in rows if row), default=0)
    return "\n".join(row[shared:] for row in rows).strip("\n")


def _rows(line: Line) -> Iterator[str]:
    """A line's rows, set in as far as its paragraph is."""
    layout = line.paragraph.layout if line.paragraph is not None else None
    deep = round(layout.indent / (ADVANCE * (layout.size or 10.0))) if layout is not None else 0
    for row in _raw(line).split("\n"):
        text = row.replace("\t", TAB).replace("\xa0", " ").rstrip()
        yield " " * deep + text if text else ""


def _raw(line: Line) -> str:
    """The text with its blanks, and with a number or letter that stands before it."""
    paragraph = line.paragraph
    assert paragraph is not None
    return paragraph.text[line.start if line.opens < 0 else line.opens : line.end]
