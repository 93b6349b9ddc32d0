"""Why a block gives something to do, or why not, in words for people."""

from __future__ import annotations

from ..module import texts, walk
from .records import Activity, Cloze, Fold, Order, Pairs, Parts, Rate, Recall, Refused, Reveal, Sort, Steps, Timeline
from .texts import bare

NAMES = {
    "fold": "items that open one by one", "steps": "a step at a time", "reveal": "recall before reading",
    "timeline": "a line of time", "rate": "tick what you can",
    "recall": "recall, then turn the card", "order": "put in order",
    "pairs": "find the one meant", "sort": "sort by column", "cloze": "find the missing word",
}  # fmt: skip


def about(verdict: Activity | Refused) -> tuple[str, str, str]:
    """The block's first words, what was decided, and the evidence."""
    first = next((bare(t) for b in walk((verdict.block,)) for t in texts(b) if bare(t)), "")
    said = NAMES[verdict.kind]
    if isinstance(verdict, Refused):
        return first[:60], f"no activity ({said})", verdict.reason
    return first[:60], f"activity: {said}", _evidence(verdict)


def _evidence(activity: Activity) -> str:
    match activity:
        case Fold(leads=rows):
            return f"{len(rows)} items begin with a lead"
        case Parts(parts=parts):
            return f"{len(parts)} parts of one level side by side"
        case Steps(block=block):
            return f"a procedure of {len(block.items)} steps"
        case Reveal():
            return "a summary of text and lists"
        case Timeline(block=block):
            return f"{len(block.items)} dated events, one after the other"
        case Rate(block=goals):
            return f"{len(goals.objectives)} objectives"
        case Recall(pairs=pairs):
            return f"{len(pairs)} terms with their meanings" if len(pairs) > 1 else "a list that a sentence announces"
        case Order(choices=choices):
            return f"{len(choices)} steps that nobody takes for each other"
        case Pairs(choices=choices):
            return f"{len(choices)} names told apart by what is said of them"
        case Sort(choices=heads, prompts=cells):
            return f"{len(cells)} cells below {len(heads)} heads of a table that compares"
        case Cloze(prompts=prompts):
            return f"{len(prompts)} sentences that name a term of the chapter once"
    raise TypeError(activity)  # pragma: no cover
