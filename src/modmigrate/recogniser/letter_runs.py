"""Typed `I.`, `V.` and `X.` that are letters: behind `H.`, `U.` and `W.` of the same list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from .lines import Line

_BOTH = "IVX"


def lettered(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with what reads as a Roman numeral but goes on with letters labelled as a letter."""
    last: dict[str, int] = {}
    for line in lines:
        label = line.label
        if label is not None and not label.auto and label.kind in ("upper", "roman"):
            style = label.style.replace("roman-upper", "upper")
            letter = label.text.strip("().") if label.kind == "roman" else ""
            number = ord(letter) - 64 if len(letter) == 1 and letter in _BOTH else 0
            if number and last.get(style) == number - 1:
                label = replace(label, kind="upper", number=number, style=style)
                line = replace(line, label=label)
            if label.kind == "upper":
                last[style] = label.number
        yield line
