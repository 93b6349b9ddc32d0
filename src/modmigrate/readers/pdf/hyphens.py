"""Words broken at the end of a line: joined, unless the hyphen is the word's own (anak-anak, self-made)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...patterns import lazy

_BROKEN = lazy(r"([^\W\d_]+)-$")
_BEGINS = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CJK = lazy(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Hyphens:
    """Joins line ends by the words that the document itself uses; `texts` is asked for once, and only if needed."""

    def __init__(self, texts: Callable[[], Iterable[str]]) -> None:
        self._texts = texts
        self._known: frozenset[str] | None = None

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """The text before a line break without its hyphen where that falls, and what stands between both lines."""
        before = before.rstrip(" ")
        if before and after and _CJK.match(before[-1]) and _CJK.match(after[0]):
            return before, ""
        if before[-1:] != "-":
            return before, " "
        broken = _BROKEN.search(before)
        follows = _BEGINS.match(after)
        if not broken or not follows:
            # A hyphen behind a digit or sign goes on without a blank; a dash between words is set off by blanks.
            return before, "" if before[-2:-1].isalnum() and after[:1].isalnum() else " "
        head, tail = broken[1].casefold(), follows[0].casefold()
        if self._keeps(head, tail, follows[0]):
            return before, ""
        return before[:-1], ""

    def _keeps(self, head: str, tail: str, printed: str) -> bool:
        if not printed[0].islower() or head[:3] == tail[:3] or _doubled(head, tail):
            return True
        known = self._words()
        if head + tail in known:
            return False
        return f"{head}-{tail}" in known

    def _words(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset(w.casefold() for text in self._texts() for w in _WORD.findall(text))
        return self._known


def _doubled(head: str, tail: str) -> bool:
    """Whether both halves share a root, as doubled words of Malay languages do: perundang-undangan, ke-anak-anakan."""
    shorter = min(len(head), len(tail))
    sizes = range(shorter, max(4, -(-2 * shorter // 3)) - 1, -1)
    return any(head[at : at + size] in tail for size in sizes for at in range(len(head) - size + 1))


PLAIN = Hyphens(tuple)
"""Knows no words: in a table's cells."""
