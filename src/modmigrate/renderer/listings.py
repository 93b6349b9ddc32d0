"""Lines of code below each other within one text: a program, each line of which would be a pill of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..text import inline


def with_listings(parts: Sequence[inline.Inline]) -> Iterator[inline.Inline]:
    """The parts, with lines of code that stand below each other made one run, marked `lines`."""
    at = 0
    while at < len(parts):
        lines = _lines_from(parts, at)
        if len(lines) > 1:
            yield inline.Run("\n".join(lines), frozenset({"lines"}))
            at += 2 * len(lines) - 1
        else:
            part = parts[at]
            at += 1
            # A listing is a block: it needs no line ends around it.
            if isinstance(part, inline.Run) and "code" not in part.marks:
                begins, ends = len(_lines_from(parts, at)) > 1, at > 1 and _ends_listing(parts, at - 2)
                text = part.text.rstrip("\n") if begins else part.text
                part = replace(part, text=text.lstrip("\n") if ends else text)
            yield part


def _lines_from(parts: Sequence[inline.Inline], at: int) -> list[str]:
    """The lines of code that begin with this part, each a line of its own."""
    out: list[str] = []
    while at < len(parts) and _is_line(parts, at):
        out.append(getattr(parts[at], "text", ""))
        if at + 1 >= len(parts) or getattr(parts[at + 1], "text", "").strip():
            break
        at += 2
    return out


def _ends_listing(parts: Sequence[inline.Inline], at: int) -> bool:
    between = getattr(parts[at - 1], "text", "x")
    return at > 1 and _is_line(parts, at) and _is_line(parts, at - 2) and not between.strip()


def _is_line(parts: Sequence[inline.Inline], at: int) -> bool:
    """Whether a part is code, with a line's end before and behind it."""
    before = parts[at - 1] if at else inline.Run("\n")
    behind = parts[at + 1] if at + 1 < len(parts) else inline.Run("\n")
    part = parts[at]
    return (
        isinstance(part, inline.Run)
        and "code" in part.marks
        and isinstance(before, inline.Run)
        and before.text.endswith("\n")
        and isinstance(behind, inline.Run)
        and behind.text.startswith("\n")
    )
