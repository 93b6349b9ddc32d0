"""Labelled lines as lists: where one ends, what hangs below its items, and how its labels count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...text.letters import letter_value
from ...text.patterns import lazy
from ..lines.labels import Label, roman
from ..lines.line import Line

Entry = tuple[Line, Sequence[Line]]
"""An item's line and the lines below it."""

_BASES = {"number": "1", "multi": "1", "upper": "A", "lower": "a", "roman": "I", "bullet": "bullet"}
_PLAIN = lazy(r"(?P<open>[(（]?)(?P<number>\d+|[A-Za-z]+)(?P<end>[).）]?)")
_TELLING = frozenset("✓✔✗✘☐☑☒★")
"""Bullets that say something: a tick is no cross."""
_MOST = 8
"""How many unlabelled lines in a row may belong to an item; a longer text goes on after the list."""
_NEAR = 1.0
"""Points by which indents that look the same may differ."""


def begins(lines: Sequence[Line], at: int, base: float | None = None) -> bool:
    """Whether a list begins here: a typed label alone, such as a year or a lettered title, makes none."""
    label = lines[at].label
    if label is None:
        return False
    return label.auto or label.kind == "bullet" or end(lines, at, base) - at > 1


def end(lines: Sequence[Line], at: int, base: float | None = None) -> int:
    """Where the list that begins here ends.

    Unlabelled lines as far right as its items belong to them when the list counts on behind them. At its end they do
    when they stand further right than its first item, or the text around the list stands further left: `base` is
    where, if the lines themselves do not show it.
    """
    last: dict[str, Label] = {}
    found = now = at
    hung = 0
    while now < len(lines) and now - found <= _MOST:
        label = lines[now].label
        if label is None:
            if not _hangs(lines[now], lines[at]):
                break
            now += 1
            continue
        if found > at and not (label.auto or label.kind == "bullet") and not _goes_on(label, last, lines[at].label):
            break
        if now > found:
            if not _counts_on(lines[now], lines[found - 1], last):
                break
            hung += 1
        last[label.style] = label
        now = found = now + 1
    around = _indent(lines[at - 1]) if at and lines[at - 1].label is None else base
    outer = _indent(lines[at])
    tail = found
    while tail < len(lines) and lines[tail].label is None and _hangs(lines[tail], lines[at]):
        tail += 1
    sure = hung or (around is not None and around < outer - _NEAR)
    sure = sure or all(_indent(line) > outer + _NEAR for line in lines[found:tail])
    return tail if sure and tail - found <= _MOST else found


def entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """The items of a list's lines, each with the lines below it."""
    at = 0
    while at < len(lines):
        inner: set[str] = set()
        stop = at + 1
        while stop < len(lines) and _below(lines[stop], lines[at], inner):
            if (label := lines[stop].label) is not None:
                inner.add(label.style)
            stop += 1
        yield lines[at], lines[at + 1 : stop]
        at = stop


def counted(items: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The items cut into lists that each count by one style, one by one."""
    run: list[Entry] = []
    for item in items:
        if run and not _follows(item[0].label, run[-1][0].label):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def style(label: Label) -> tuple[str, str]:
    """A label as a list's style, and its text where that style would not show it."""
    text = label.text.strip()
    if label.kind == "bullet":
        return "bullet", text if text in _TELLING else ""
    base = _BASES[label.kind]
    found = _PLAIN.fullmatch(text)
    if label.kind == "roman" and text.strip("().").islower():
        base = "i"
    if found is None or not _says(found["number"], label):
        return base, text
    if found["end"] in (")", "）"):
        return f"({base})" if found["open"] else f"{base})", ""
    return (base, text) if found["open"] else (base, "")


def _says(number: str, label: Label) -> bool:
    """Whether a number as typed is what its list's count would show."""
    if label.kind == "number":
        return number == str(label.number)
    if label.kind == "roman":
        return roman(number) == label.number
    return len(number) == 1 and letter_value(number) == label.number


def _follows(label: Label | None, before: Label | None) -> bool:
    if label is None or before is None:
        return False
    if "bullet" in (label.kind, before.kind):
        return label.kind == before.kind
    return style(label)[0] == style(before)[0] and label.number == before.number + 1


def _goes_on(label: Label, last: Mapping[str, Label], first: Label | None) -> bool:
    """Whether a typed label counts on in a list or begins one in it; else it may be a figure: "1.8 million"."""
    before = last.get(label.style)
    if before is not None and label.number == before.number + 1:
        return True
    if first is not None and label.style == first.style:
        return False
    if label.kind == "multi":
        return any(str(other.number) == label.text.split(".")[0] for other in last.values() if other.kind == "number")
    return before is not None or label.number == 1


def _counts_on(line: Line, before: Line, last: Mapping[str, Label]) -> bool:
    """Whether a list goes on with this line behind text that hangs in it."""
    label = line.label
    assert label is not None
    alike = [other for other in last.values() if (other.kind, other.level) == (label.kind, label.level)]
    if label.kind == "bullet" and alike:
        return True
    return any(label.number == other.number + 1 for other in alike) or (label.number <= 1 and _deeper(line, before))


def _hangs(line: Line, first: Line) -> bool:
    """Whether an unlabelled line stands as far right as a list's items."""
    paragraph = line.paragraph
    if paragraph is None or paragraph.level is not None:
        return False
    return _indent(line) >= _indent(first) - _NEAR and _indent(first) > 0


def _indent(line: Line) -> float:
    return line.paragraph.layout.indent if line.paragraph else 0.0


def _below(line: Line, item: Line, inner: set[str]) -> bool:
    return line.label is None or line.label.style in inner or _deeper(line, item)


def _deeper(line: Line, than: Line) -> bool:
    a, b = line.label, than.label
    if a is None or b is None or a.style == b.style:
        return False
    if a.auto and b.auto and a.style.split("-")[1] == b.style.split("-")[1]:
        return a.level > b.level
    by = _indent(line) - _indent(than)
    # At one indent, another kind of label that begins is below the item: bullets always begin.
    return by > _NEAR or (by >= -_NEAR and (a.number <= 1 or a.kind == "bullet") and a.kind != b.kind)
