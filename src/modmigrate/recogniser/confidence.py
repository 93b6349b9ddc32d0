"""How likely a decision is right: one number for each heading, question, type and key, from the evidence for it.

Rows that speak for and against, weighed as log odds (`evidence`). That a run of lines is an exercise has its odds from
the weights that decided it. `benchmarks/tune.py` fits weights to hand-made readings and shows how reliable they are.
"""

from __future__ import annotations

from collections.abc import Callable

from .evidence.weigh import Row, probability, weigh
from .exercises.draft import Asked
from .outline.heading import Heading

FORM = 0.95
"""A question told by its form alone: a table of questions, a list to match (of 90 in public documents 4 were none)."""


def of_heading(heading: Heading) -> float:
    """That the line heads something at its rank."""
    return probability(weigh(heading, "heading", HEADING).score)


def of_question(asked: Asked) -> float:
    """That the lines pose a question."""
    weighed = asked.draft.weighed
    return FORM if weighed is None else probability(weighed.score)


def of_type(kind: str) -> float:
    """That a question has this type, if it is one."""
    return probability(weigh(kind, "type", TYPE).score)


def of_key(source: str, *, witnessed: bool) -> float:
    """That an answer is the right one; `source` as in module.yaml, `witnessed` by titles or numbers that it shares."""
    return probability(weigh((source, witnessed), "key", KEY).score)


def _says(start: str) -> Callable[[Heading], float]:
    return lambda heading: float(any(e.startswith(start) for e in heading.evidence))


HEADING: tuple[Row[Heading], ...] = (
    Row("styled", _says("style"), "it has a style"),
    Row("labelled", _says("label"), "it has a label"),
    Row("chapter", lambda h: float(h.level == 1), "it begins a chapter"),
    Row("announces", lambda h: float(bool(h.role)), "its words announce a part"),
    Row("capitals", _says("capitals"), "it is set in capitals"),
    Row("numbered", _says("marker"), "it is numbered"),
)
TYPE: tuple[Row[str], ...] = (
    Row("written", lambda kind: float(kind in ("short", "essay", "task")), "it is answered in words"),
    Row("gap", lambda kind: float(kind == "fill"), "gaps are filled in", speaks_for=False),
    Row("several", lambda kind: float(kind == "multi"), "several options are right", speaks_for=False),
    Row("drawn", lambda kind: float(kind in ("match", "order")), "entries are matched or put in order"),
)
KEY: tuple[Row[tuple[str, bool]], ...] = (
    Row("beside", lambda k: float(k[0] == "inline"), "it stands beside the question"),
    Row("witnessed", lambda k: float(k[1]), "titles or numbers name its question"),
    Row("marked", lambda k: float(k[0] == "marked"), "it is marked in its place"),
)
