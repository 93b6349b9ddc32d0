"""Typed `I.`, `V.` and `X.` that are letters (behind `H.`, `U.` and `W.` of one list), small ones that are numerals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ...text.letters import letter_value
from .labels import as_roman
from .line import Line

_BOTH = "IVX"


def lettered(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with what reads as a Roman numeral but goes on with letters labelled as a letter."""
    last: dict[str, int] = {}
    for line in lines:
        label = line.label
        if label is not None and not label.auto and label.kind in ("upper", "roman"):
            style = label.style.replace("roman-upper", "upper")
            letter = label.text.strip("().") if label.kind == "roman" else ""
            number = letter_value(letter) if len(letter) == 1 and letter in _BOTH else 0
            if number and last.get(style) == number - 1:
                label = replace(label, kind="upper", number=number, style=style)
                line = replace(line, label=label)
            if label.kind == "upper":
                last[style] = label.number
        yield line


def with_romans(lines: Sequence[Line]) -> list[Line]:
    """The lines, small letters that turn out to be roman numerals read as such: `i.` before `ii.`, `v.` behind `iv.`"""
    out = list(lines)
    small = [at for at, x in enumerate(out) if x.label is not None and not x.label.auto and x.label.text[-1:] in ".)"]
    for before, at, after in zip([-1, *small], small, [*small[1:], -1], strict=False):
        label = out[at].label
        if label is None or label.kind != "lower" or label.text.strip("().") not in ("i", "v", "x"):
            continue
        read = as_roman(label)
        near = [x for n in (before, after) if n >= 0 and (x := out[n].label) is not None and x.style == read.style]
        if any(abs(x.number - read.number) == 1 for x in near):
            out[at] = replace(out[at], label=read)
    return out
