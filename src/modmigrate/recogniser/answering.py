"""Each question's answer: what stands beside it, else what its key says."""

from __future__ import annotations

from collections.abc import Mapping

from ..report import Code, finding
from .build import Answer
from .draft import Draft, Exercise
from .kinds import is_value
from .pairing import Pairing, pair
from .state import State
from .statements import group_of, values_of
from .suits import contradict, fits, match_pairs
from .words import Words


def answers_of(state: State, words: Words) -> Mapping[int, Answer]:
    """Answers by draft: those beside the question, then those of the key groups."""
    beside = ((n, d) for n, d in enumerate(state.drafts) if d.answer or d.pairs)
    out = {n: Answer(d.pairs or ((0, d.answer),), d.answer_source) for n, d in beside}

    def suits(e: Exercise, at: int, value: str) -> bool:
        return bool(_values(state, e, at, value, words)) and _fits(state, e, at, value, words)

    paired = state.pairing = pair(state.exercises, state.groups, words, suits)
    values: dict[int, list[tuple[int, str]]] = {}
    for found in paired.pairs:
        for at, value in found.values:
            for n, entry in _values(state, found.exercise, at, value, words):
                values.setdefault(n, []).append(entry)
    against = {_draft_at(e, at) for e, at in paired.contradicted}
    for n in values.keys() & out.keys():
        if contradict(state.drafts[n], state.kinds[n], (out[n].values[0][1], values[n][0][1]), words):
            against.add(n)
    against.update(n for n, d in enumerate(state.drafts) if _concludes_otherwise(d, words))
    out |= {n: Answer(tuple(v), "key") for n, v in values.items() if n not in out}
    for n, answer in out.items():
        # What a bare value answers is no open question, unless its exercise is called one.
        if state.kinds[n] == "essay" and not state.hints[n] and is_value(answer.values[0][1]):
            state.kinds[n] = "short"
    _report(state, paired)
    for n in against:
        out.pop(n, None)
        state.doubts[n] = "the document gives different keys for it"
    return out


def _concludes_otherwise(draft: Draft, words: Words) -> bool:
    """Whether an explanation ends in another letter than the answer beside it: `Answer: D`, `… so B is right`."""
    said = {found[1] for line in draft.feedback if (found := words.concluded.search(line.text))}
    return bool(said and draft.answer) and len(draft.options) > 1 and draft.answer.strip(" .()").upper() not in said


def _report(state: State, paired: Pairing) -> None:
    for group, several in paired.doubtful:
        reason = f"the key “{' › '.join(group.titles)}” may belong to several exercises ({len(several)})"
        state.findings.append(finding(Code.KEY_UNSURE, group.where, question="a key", reason=reason))
    for group in paired.unused:
        entry = ", ".join(f"{n}: {v[:20]}" for n, v in group.entries[:3]) + " …" * (len(group.entries) > 3)
        state.findings.append(finding(Code.KEY_UNUSED, group.where, entry=entry))


def _draft_at(e: Exercise, at: int) -> int:
    return e.first if e.entries else e.first + at


def _fits(state: State, e: Exercise, at: int, value: str, words: Words) -> bool:
    n = _draft_at(e, at)
    whole = state.drafts[n].part == 1 or (state.kinds[n] == "match" and not e.entries)
    return whole or fits(state.drafts[n], state.kinds[n], value, words)


def _values(state: State, e: Exercise, at: int, value: str, words: Words) -> list[tuple[int, tuple[int, str]]]:
    """What a key's entry says: draft, and the entry of its answer; several where it answers several at once."""
    n = _draft_at(e, at)
    if state.kinds[n] == "match":
        pairs = [(at, value)] if e.entries else match_pairs(state.drafts[n], value)
        return [(n, pair) for pair in pairs]
    if state.drafts[n].part == 1:
        found = values_of(value, group_of(state.drafts, n), words, judged=state.kinds[n] == "truefalse")
        return [(n + k, (0, own)) for k, own in enumerate(found)]
    return [(n, (at if e.entries else 0, value))]
