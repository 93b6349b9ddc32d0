"""Each question's answer: what stands beside it, else what its key says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..report import Code, finding
from .build import Answer
from .draft import Exercise
from .pairing import Pairing, pair
from .state import State
from .suits import contradict, fits
from .words import Words


def answers_of(state: State, words: Words) -> Mapping[int, Answer]:
    """Answers by draft: those beside the question, then those of the key groups."""
    beside = ((n, d) for n, d in enumerate(state.drafts) if d.answer or d.pairs)
    out = {n: Answer(d.pairs or ((0, d.answer),), d.answer_source) for n, d in beside}

    def suits(e: Exercise, at: int, value: str) -> bool:
        n = _draft_at(e, at, state.kinds)
        return fits(state.drafts[n], state.kinds[n], value, words)

    paired = state.pairing = pair(state.exercises, state.groups, words, suits)
    values: dict[int, list[tuple[int, str]]] = {}
    for found in paired.pairs:
        for at, value in found.values:
            n = _draft_at(found.exercise, at, state.kinds)
            values.setdefault(n, []).append((at if state.kinds[n] == "match" else 0, value))
    against = {_draft_at(e, at, state.kinds) for e, at in paired.contradicted}
    for n in values.keys() & out.keys():
        if contradict(state.drafts[n], state.kinds[n], (out[n].values[0][1], values[n][0][1]), words):
            against.add(n)
    out |= {n: Answer(tuple(v), "key") for n, v in values.items() if n not in out}
    _report(state, paired)
    for n in against:
        out.pop(n, None)
        state.doubts[n] = "the document gives different keys for it"
    return out


def _report(state: State, paired: Pairing) -> None:
    for group, several in paired.doubtful:
        reason = f"the key “{' › '.join(group.titles)}” may belong to several exercises ({len(several)})"
        state.findings.append(finding(Code.KEY_UNSURE, group.where, question="a key", reason=reason))
    for group in paired.unused:
        entry = ", ".join(f"{n}: {v[:20]}" for n, v in group.entries[:3]) + " …" * (len(group.entries) > 3)
        state.findings.append(finding(Code.KEY_UNUSED, group.where, entry=entry))


def _draft_at(e: Exercise, at: int, kinds: Sequence[str]) -> int:
    return e.first if kinds[e.first] == "match" else e.first + at
