"""The ways to divide a document, weighed: rows of evidence, the best proposal, and by how much it is better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from ...module import folded
from ..evidence.weigh import Row, Weighed, weigh
from .candidate import Candidate
from .proposals.contents_page import Entry
from .proposals.numbered_sheet import HOW as SHEET
from .proposals.one_rank import torn
from .proposals.proposal import Proposal
from .proposals.quiet import quiet

OPENING = 8
"""Lines of a title block."""


class Subject(Struct, frozen=True):
    """A proposal among the headings of the document, and the outer entries of its contents page."""

    proposal: Proposal
    entries: Sequence[Entry]
    found: Sequence[Candidate]


class Chosen(Struct, frozen=True):
    """The best proposal, the next best (None where there is one alone), and the difference of their scores."""

    best: Proposal
    weighed: Weighed
    runner_up: Proposal | None
    margin: float


def choose(proposals: Sequence[Proposal], entries: Sequence[Entry], found: Sequence[Candidate]) -> Chosen:
    """The proposal for which most speaks; of two alike the first."""
    weighed = [weigh(Subject(p, entries, found), "outline", ROWS) for p in proposals]
    order = sorted(range(len(proposals)), key=lambda n: -weighed[n].score)
    best = order[0]
    second = order[1] if len(order) > 1 else None
    margin = weighed[best].score - weighed[second].score if second is not None else weighed[best].score
    return Chosen(proposals[best], weighed[best], proposals[second] if second is not None else None, margin)


def _in_contents(s: Subject) -> float:
    """How well chapters and outer entries agree: F1 of their titles."""
    if not s.entries or not s.proposal.chapters:
        return 0.0
    hit = sum(any(_is_named(c, entry) for entry in s.entries) for c in s.proposal.chapters)
    return 2 * hit / (len(s.proposal.chapters) + len(s.entries))


def _is_named(c: Candidate, entry: Entry) -> bool:
    """Whether an entry names a heading; a label that stands alone has its title on the next line."""
    said = {folded(f"{c.number} {c.title}"), folded(c.title), folded(c.number)}
    bare = bool(c.word) and not c.title and entry.whole.startswith(f"{folded(c.number)} ")
    return bare or bool({entry.whole, entry.title} & said)


def _is_lone_label(s: Subject) -> float:
    """Whether a label is the only chapter, in the title block, though the document has other headings that count."""
    chapters = s.proposal.chapters
    return float(len(chapters) == 1 and bool(chapters[0].word) and chapters[0].at < OPENING)


def _mixes_levels(s: Subject) -> float:
    """Whether labelled chapters have one style and others beside them a higher one."""
    labelled = [c.level for c in s.proposal.chapters if c.word and c.level is not None]
    above = [c for c in s.proposal.chapters if not c.word and c.level is not None and labelled
             and c.level < min(labelled) and not c.role]  # fmt: skip
    return float(bool(above))


def _leaves_labels(s: Subject) -> float:
    """The share of labels that look like the chapters' and are none."""
    looks = {c.look for c in s.proposal.chapters if c.word}
    own = {c.at for c in s.proposal.chapters}
    alike = [c for c in s.found if c.word and c.look in looks]
    return sum(c.at not in own for c in alike) / len(alike) if alike else 0.0


def _says_twice(s: Subject) -> float:
    """The share of chapters whose title another has: parts that recur in each chapter are none."""
    titles = Counter(folded(c.title) for c in s.proposal.chapters if c.title)
    return sum(n for n in titles.values() if n > 1) / len(s.proposal.chapters) if s.proposal.chapters else 0.0


def _is_torn(s: Subject) -> float:
    """Whether members of one series that counts on have different ranks."""
    return float(bool(torn(s.proposal.chapters, s.found)))


def _is_quiet(s: Subject) -> float:
    """Whether the chapters' labels are set as text below one of several louder headings."""
    return float(bool(quiet(s.proposal.chapters, s.found)))


ROWS: tuple[Row[Subject], ...] = (
    Row("first", lambda s: float(s.proposal.how == "labels and styles"), "labels that count, else styles, divide it"),
    Row("in-contents", _in_contents, "the contents page names its chapters"),
    Row("several", lambda s: float(len(s.proposal.chapters) > 1), "there are several chapters"),
    Row("lone-label", _is_lone_label, "one label in the title block is all", speaks_for=False),
    Row("numbered", lambda s: float(s.proposal.how == SHEET), "its title numbers the sheet among others"),
    Row("mixed", _mixes_levels, "headings of a higher style stand beside the labels", speaks_for=False),
    Row("twice", _says_twice, "chapters share their titles", speaks_for=False),
    Row("torn", _is_torn, "a series that counts on begins chapters and sections", speaks_for=False),
    Row("quiet", _is_quiet, "its labels are plain lines below one of several louder headings", speaks_for=False),
    Row("leaves", _leaves_labels, "labels of one look are left out", speaks_for=False),
)
"""The evidence on outlines; weights stand in evidence/weights.yaml, table `outline`."""
