"""What can be made of a document's own words: one record per kind of activity, and what was refused.

All words in them are the document's. None is scored; what learners do with them is told to no LMS.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from msgspec import Struct

from ..module import Block, Glossary, Heading, List, Note, Objectives


class Fold(Struct, frozen=True):
    """A list whose items open one by one: (lead, rest) as inline Markdown for each of its items."""

    kind: ClassVar[str] = "fold"
    block: List
    leads: tuple[tuple[str, str], ...]


class Parts(Struct, frozen=True):
    """Sub-sections of one rank that open one by one, each with its blocks."""

    kind: ClassVar[str] = "fold"
    block: Heading
    parts: tuple[tuple[Heading, tuple[Block, ...]], ...]


class Steps(Struct, frozen=True):
    """A procedure, a step at a time."""

    kind: ClassVar[str] = "steps"
    block: List


class Reveal(Struct, frozen=True):
    """A summary, item by item or paragraph by paragraph: to be recalled before it is read."""

    kind: ClassVar[str] = "reveal"
    block: Block
    blocks: tuple[Block, ...]


class Timeline(Struct, frozen=True):
    """Dated events along a line."""

    kind: ClassVar[str] = "timeline"
    block: List


class Rate(Struct, frozen=True):
    """Objectives, to be ticked before the start and at the chapter's end: what can be done already, and what then."""

    kind: ClassVar[str] = "rate"
    block: Objectives


class Recall(Struct, frozen=True):
    """Terms with their meanings as a deck: known, or not yet; or a sentence with the list that it announces."""

    kind: ClassVar[str] = "recall"
    block: Glossary | Note | List
    pairs: tuple[tuple[str, str], ...]


class Chosen(Struct, frozen=True):
    """One prompt at a time, to be answered by one of the choices: the fields all such activities share."""

    block: Block
    choices: tuple[str, ...]
    prompts: tuple[tuple[str, int], ...]
    """What is asked, and the place of its answer among the choices."""


class Order(Chosen, frozen=True):
    """What comes first, next, last? The prompts are empty."""

    kind: ClassVar[str] = "order"


class Pairs(Chosen, frozen=True):
    """Which of these is meant?"""

    kind: ClassVar[str] = "pairs"


class Sort(Chosen, frozen=True):
    """Where does it belong?"""

    kind: ClassVar[str] = "sort"


class Cloze(Chosen, frozen=True):
    """Which word is missing?"""

    kind: ClassVar[str] = "cloze"


Activity: TypeAlias = Fold | Parts | Steps | Reveal | Timeline | Rate | Recall | Order | Pairs | Sort | Cloze


class Refused(Struct, frozen=True):
    """What looked like an activity and is none: a wrong one is worse than none."""

    kind: str
    block: Block
    reason: str


Verdict: TypeAlias = Activity | Refused
