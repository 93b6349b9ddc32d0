"""Words broken at the end of a line: joined, unless the hyphen is the word's own (anak-anak, self-made)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ....text.patterns import lazy

_BROKEN = lazy(r"(?<![^\W\d_])([^\W\d_]++)-$")
_LAST = lazy(r"(?<![^\W\d_])[^\W\d_]++$")
_BEGINS = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CJK = lazy(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_ADDRESS = lazy(r"(?:https?://|www\.)\S+$")
_ATTACHED = lazy(r"[\w%°][-\u2013\u2014]$")
SHORT = 3
"""Letters; so short an end of a word is hardly a word that the document has nowhere else."""
_OFTEN = 0.01
"""Share of lines; where fewer end in a hyphen, no program broke words: those are the words' own."""


class Hyphens:
    """Joins line ends by the words that the document itself uses.

    `texts` is asked for once, and only if needed; so is `torn`, which gives what stands around doubtful line ends.
    """

    def __init__(self, texts: Callable[[], Iterable[str]], torn: Callable[[], Iterable[str]] = tuple) -> None:
        self._texts, self._torn = texts, torn
        self._halves: Counter[str] | None = None
        self._known: Counter[str] | None = None
        self._breaks_words = True

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """The text before a line break without its hyphen where that falls, and what stands between both lines."""
        before = before.rstrip(" ")
        if before and after and _CJK.match(before[-1]) and _CJK.match(after[0]):
            return before, ""
        if before[-1:] not in ("-", "\u2013", "\u2014"):
            return before, " "
        broken = _BROKEN.search(before)
        follows = _BEGINS.match(after)
        if not broken or not follows:
            # Behind a digit or sign it goes on without a blank; a dash between words is set off by blanks.
            return before, "" if _ATTACHED.search(before) and after[:1].isalnum() else " "
        return (before if self._keeps(before, broken[1], follows[0]) else before[:-1]), ""

    def torn(self, before: str, after: str) -> str:
        """What stands between two lines of a narrow cell: nothing within a word that was wider than the cell."""
        head, tail = (found[0].casefold() if found else "" for found in (_LAST.search(before), _BEGINS.match(after)))
        if self._words()[head + tail]:
            return ""
        return " " if self._stands(tail) or (len(tail) > SHORT and self._stands(head)) else ""

    def _stands(self, word: str) -> bool:
        """Whether a word stands elsewhere than where a line may have torn one."""
        if self._halves is None:
            self._halves = Counter(word.casefold() for word in self._torn())
        return self._words()[word] > self._halves[word]

    def _keeps(self, before: str, first: str, second: str) -> bool:
        head, tail = first.casefold(), second.casefold()
        if not second[0].islower() or head[:3] == tail[:3] or _doubled(head, tail) or _ADDRESS.search(before):
            return True
        known = self._words()
        if head + tail in known:
            return False
        # In `state-of-the-` an earlier hyphen shows that this one may be the word's own, too.
        compound = before.removesuffix(f"{first}-")[-1:] == "-" and head in known
        return f"{head}-{tail}" in known or (tail in known and (compound or not self._breaks_words))

    def _words(self) -> Counter[str]:
        if self._known is None:
            texts = list(self._texts())
            self._known = Counter(w.casefold() for text in texts for w in _WORD.findall(text))
            self._breaks_words = _is_frequent(texts)
        return self._known


def _is_frequent(texts: Sequence[str]) -> bool:
    """Whether so many lines end in a hyphen that a program breaks words; in a few lines, one is enough."""
    return sum(_BROKEN.search(text) is not None for text in texts) > _OFTEN * len(texts)


def _doubled(head: str, tail: str) -> bool:
    """Whether both halves share a root, as doubled words of Malay languages do: perundang-undangan, ke-anak-anakan."""
    shorter = min(len(head), len(tail))
    sizes = range(shorter, max(4, -(-2 * shorter // 3)) - 1, -1)
    return any(head[at : at + size] in tail for size in sizes for at in range(len(head) - size + 1))
