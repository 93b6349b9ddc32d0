"""How long a module takes: the time to read it, and the time its questions want."""

from __future__ import annotations

from ..module import Block, Figure, Glossary, List, Objectives, Table, walk
from ..questions import Essay, Question, Task
from ..text.patterns import lazy
from .outline import Outline, Section

WORDS = 150
"""That a learner reads in a minute: to learn, not to leaf through."""
PICTURE = 40
"""Words that a picture is worth, in time."""
_WORD = lazy(r"([\u3040-\u30ff\u3400-\u9fff]{1,2})|[^\s\u3040-\u30ff\u3400-\u9fff]+")
_FIRST_UNSPACED = "\u3040"


def minutes(plan: Outline) -> int:
    """To the nearest five, at least five."""
    return rounded(sum(_exact(section) for section in plan.sections))


def chapter_minutes(section: Section) -> int:
    """The same for one chapter: what a trainer plans with."""
    return rounded(_exact(section))


def rounded(exact: float) -> int:
    """To the nearest five, at least five."""
    return max(5, round(exact / 5) * 5)


def _exact(section: Section) -> float:
    blocks = list(walk(section.chapter.content))
    asked = sum(3 if isinstance(b, Essay | Task) else 1 for b in blocks if isinstance(b, Question))
    return sum(map(_words, blocks)) / WORDS + asked


def _words(block: Block) -> int:
    """Words of a block that are read; those of a question count by its minute. Two Chinese characters are a word."""
    match block:
        case Question():
            return 0
        case Table():
            texts = [cell.text for row in block.rows for cell in row]
        case List():
            texts = [item.text for item in block.items]
        case Glossary(terms=terms):
            texts = [t for term in terms for t in (term.term, term.meaning)]
        case Objectives():
            texts = [block.lead, *(o.text for o in block.objectives)]
        case _:
            texts = [getattr(block, "text", ""), getattr(block, "caption", ""), getattr(block, "title", "")]
    return sum(map(_counted, texts)) + PICTURE * isinstance(block, Figure)


def _counted(text: str) -> int:
    # Most modules need no such pattern, which takes Python 2 ms to compile.
    return len(text.split()) if max(text, default="") < _FIRST_UNSPACED else len(_WORD.findall(text))
