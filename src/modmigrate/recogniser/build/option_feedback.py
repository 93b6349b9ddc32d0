"""An explanation that goes through a question's options: what a key says of each belongs to those who chose it.

A. salah, karena …        Opsi B tepat sebab …        (C) is what the text calls …
"""

from __future__ import annotations

from ...text.letters import CAPITALS, OPTIONS, letter_of, letter_value
from ...text.patterns import lazy

_LETTER = lazy(rf"^(?:[^\W\d_]{{3,12}}\s+)?\(?([{OPTIONS}])[.):]\s+(?=\S)|^[^\W\d_]{{4,12}}\s+([{CAPITALS}])\s+(?=\S)")
FEWEST = 2


def divided(lines: list[str], options: int) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What remains of an explanation, and what it says of options by their letters; all remains where it is in doubt.

    `lines` is inline Markdown. It is divided only where at least two lines name an option each, none twice, in order,
    and no more than there are.
    """
    found: list[tuple[int, str]] = []
    rest: list[str] = []
    for line in lines:
        named = _LETTER.match(line)
        if named:
            place = letter_value(named[1] or named[2])
            found.append((place, line[named.end() :].strip() if named[1] else line))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
        else:
            rest.append(line)
    places = [place for place, _ in found]
    sure = len(set(places)) == len(places) >= FEWEST and places == sorted(places) and places[-1] <= options
    if not sure:
        return "\n".join(lines), ()
    return "\n".join(rest), tuple((letter_of(place), text) for place, text in found)
