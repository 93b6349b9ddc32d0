"""Lines of the text that look like headings: labels that count on as headings' do, short lines that end in a colon."""

from __future__ import annotations

from collections import Counter, defaultdict

from ...text.patterns import lazy
from ..lines.line import Line
from .fault import Fault, Seen, counted, where

SHORT = 5
"""Words of a line that announces what follows."""
TITLED = 14
"""Words of a label with its title."""
FEW = 2
"""Lines of this kind that any text may have."""
_LABEL = lazy(r"([^\W\d_]{3,})\s(\d{1,2})\s*(?:[:.–-]\s|$)")


def missed(seen: Seen) -> Fault | None:
    """Short lines that announce what follows, where hardly anything is a heading."""
    found = [x for x in seen.texts if _announces(x)]
    if not found:
        return None
    says = counted("short lines that announce what follows and are no headings", len(found), first=found[0].text)
    return Fault(says, tuple(map(where, found)), len(found) / (len(found) + len(seen.headings) + FEW))


def _announces(line: Line) -> bool:
    """A few words and a colon, nothing else, in a paragraph of their own."""
    return line.text[-1] in ":：" and line.label is None and line.text.count(" ") < SHORT


def labels(seen: Seen) -> Fault | None:
    """Lines that open with a word and a number which count on, or which headings count with: `Experiment 1: …`."""
    headed = Counter(h.number.split()[0].casefold() for h in seen.headings if h.number and " " in h.number)
    found: dict[str, dict[int, Line]] = defaultdict(dict)
    for line in seen.texts:
        match = _LABEL.match(line.text) if line.label is None else None
        if match and line.text.count(" ") < TITLED and not seen.words.caption.match(line.text):
            found[match[1].casefold()].setdefault(int(match[2]), line)
    # Beside headings of another kind, a few labelled lines are boxes and steps.
    others = {word: headed[word] or len(seen.headings) for word in found}
    shares = {w: len(own) / (len(own) + others[w]) for w, own in found.items() if len(own) + headed[w] > 1}
    if not shares:
        return None
    word = max(shares, key=lambda w: shares[w])
    lines = list(found[word].values())
    says = counted("lines of the text labelled like headings", len(lines), first=lines[0].text)
    return Fault(says, tuple(map(where, lines)), shares[word])
