"""An explanation that goes through a question's options: what a key says of each belongs to those who chose it.

A. salah, karena …        Opsi B tepat sebab …        (C) is what the text calls …
"""

from __future__ import annotations

from ...text.patterns import lazy

_LETTER = lazy(r"^(?:[^\W\d_]{3,12}\s+)?\(?([A-Ha-h])[.):]\s+(?=\S)|^[^\W\d_]{4,12}\s+([A-H])\s+(?=\S)")
FEWEST = 2


def divided(lines: list[str], options: int) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What remains of an explanation, and what it says of options by their letters; all remains where it is in doubt.

    `lines` is inline Markdown. It is divided only where at least two lines name an option each, none twice, in order,
    and no more than there are.
    """
    found: list[tuple[str, str]] = []
    rest: list[str] = []
    for line in lines:
        named = _LETTER.match(line)
        if named:
            found.append(((named[1] or named[2]).upper(), line[named.end() :].strip() if named[1] else line))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
        else:
            rest.append(line)
    letters = [letter for letter, _ in found]
    sure = len(set(letters)) == len(letters) >= FEWEST and letters == sorted(letters) and _last(letters) < options
    return ("\n".join(rest), tuple(found)) if sure else ("\n".join(lines), ())


def _last(letters: list[str]) -> int:
    return ord(letters[-1]) - ord("A")
