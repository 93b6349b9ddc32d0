"""The language of a document, and those it is mixed with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ...languages import known, traces

MIXED = 5
"""Words of a document's language for each of one that it is mixed with, at most."""
ENOUGH = 20
"""Small words that make a language certain enough to leave others aside."""
PIECES, PIECE = 10, 6_000
"""How many pieces of a long text are looked at, and how many characters each has."""


def languages_of(text: str, stated: str = "", tables: str = "") -> tuple[str, ...]:
    """The document's language by its commonest small words (or letters), those it is mixed with, and English.

    Words of tables count as well, but a text that is long enough has its own language: a list of words to learn, with
    what they mean, is in the one that is taught. Word files state the language of the writer's computer, which is often
    not that of the text: what the file states only breaks a tie.
    """
    scores = weights(f"{text} {tables}")
    own = stated.split("-")[0]
    best = max(scores, key=lambda code: (scores[code], code == own))
    if tables:
        said = weights(text)
        first = max(said, key=lambda code: (said[code], scores[code], code == own))
        best = first if said[first] >= ENOUGH or said[first] * MIXED >= scores[best] else best
    if scores[best] < ENOUGH:
        # Too little text to tell: all languages may be meant.
        best = best if scores[best] else own if own in known() else "en"
        return tuple(dict.fromkeys([best, *known()]))
    mixed = sorted((c for c in scores if scores[c] * MIXED >= scores[best]), key=lambda c: -scores[c])
    return tuple(dict.fromkeys([best, *mixed, "en"]))


def weights(text: str) -> dict[str, int]:
    """How much of a text each language explains: its small words, and letters that it alone uses."""
    sample = _sample(text)
    counts = Counter(re.findall(r"\w+", sample.casefold()))
    furthest = max(sample, default="")
    return {code: _score(*traces(code), sample, counts, furthest) for code in known()}


def _sample(text: str) -> str:
    """Pieces from all over a long text: a module's first pages may be in another language."""
    step = len(text) // PIECES
    return text if step <= PIECE else " ".join(text[at * step : at * step + PIECE] for at in range(PIECES))


def _score(stopwords: Iterable[str], letters: str, sample: str, counts: Counter[str], furthest: str) -> int:
    """How much of the text a language's small words, or the letters that only it uses, explain."""
    first = min((c for c in letters if not c.isascii()), default="")
    # A pattern is compiled only for a text that reaches as far into Unicode.
    own = len(re.findall(letters, sample)) // 4 if letters and furthest >= first else 0
    return own + sum(counts[w] for w in stopwords)
