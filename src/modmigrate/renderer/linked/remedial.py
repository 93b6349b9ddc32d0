"""Which section a question is about: the one to read again after a wrong answer.

Found by the words that question and section share, rare ones counting more. None is named where no section stands out:
sending a learner to the wrong page is worse than to none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ...module import Block, folded, texts, walk
from ...questions import Question
from ...text import inline

ENOUGH = 2
"""Words that a question and its section must share at least."""
SHARE = 0.25
"""Of the weight of a question's words that its section must hold."""
NEAR = 1.5
"""A section of the question's own chapter counts so much more than one elsewhere."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def words(texts_: Iterable[str]) -> Counter[str]:
    """Words of four letters and more, cut to their first seven; of scripts without blanks, pairs of signs."""
    out: Counter[str] = Counter()
    for text in map(folded, map(inline.plain, texts_)):
        if not _UNSPACED.search(text):
            out.update([word[:7] for word in text.split() if len(word) > 3])
            continue
        for word in text.split():
            if _UNSPACED.search(word):
                out.update(word[n : n + 2] for n in range(len(word) - 1))
            elif len(word) > 3:
                out[word[:7]] += 1
    return out


def of_blocks(blocks: tuple[Block, ...]) -> Counter[str]:
    """The words of a section that is read; those of its questions do not count."""
    return words(t for b in walk(blocks) if not isinstance(b, Question) for t in texts(b))


class Sections:
    """The sections that can be read again: `(chapter, code, words)` of each."""

    def __init__(self, sections: Sequence[tuple[int, str, Counter[str]]]) -> None:
        self._sections = [s for s in sections if sum(s[2].values()) >= 30]
        found = Counter(word for _, _, own in self._sections for word in own)
        self._weights = {word: math.log(1 + len(self._sections) / count) for word, count in found.items()}

    def about(self, question: Question, chapter: int) -> str:
        """The code of the section that a question is about; empty where none stands out."""
        asked = words((question.stem, question.feedback, *question.texts()))
        whole = sum(self._weights.get(word, 0) for word in asked)
        best, code = 0.0, ""
        for own, candidate, held in self._sections:
            shared = [word for word in asked if word in held]
            weight = sum(self._weights[word] * min(2.0, 1 + math.log(held[word])) for word in shared)
            if len(shared) < ENOUGH or sum(self._weights[word] for word in shared) < SHARE * whole:
                continue
            weight *= NEAR if own == chapter else 1
            if weight > best:
                best, code = weight, candidate
        return code
