"""Each question's answer: what stands beside it, else what its key says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct

from ...report import Code, Finding, finding
from ...text.letters import OPTIONS
from ...text.patterns import lazy
from ..exercises.draft import Answer, Asked, Draft, Exercise
from ..exercises.kinds import is_value
from ..exercises.shapes.statements import group_of, values_of
from ..words.words import Words
from .groups import KeyGroup
from .pairing import Pairing, pair
from .suits import contradict, fits, match_pairs

SHOWN = 3
"""Entries of a key that a warning quotes."""
_LETTER = lazy(rf"[\s(\[]*[{OPTIONS}][\s.)\]]*")


class Answered(Struct, frozen=True):
    """Answers by question, types that an answer settled, doubts by question, and what the keys were paired with."""

    answers: Mapping[int, Answer]
    kinds: Sequence[str]
    doubts: Mapping[int, str]
    """Why a question's key was not taken."""
    pairing: Pairing
    findings: tuple[Finding, ...]


def answers_of(
    asked: Sequence[Asked], exercises: Sequence[Exercise], groups: Sequence[KeyGroup], words: Words
) -> Answered:
    """Answers by draft: those beside the question, then those of the key groups."""
    return _Answering(asked, words).settled(pair(exercises, groups, words, _Suits(asked, words)))


class _Suits(Struct, frozen=True):
    """Whether a key's entry can answer a question of an exercise."""

    asked: Sequence[Asked]
    words: Words

    def __call__(self, e: Exercise, at: int, value: str) -> bool:
        return bool(_values(self.asked, e, at, value, self.words)) and self._fits(e, at, value)

    def _fits(self, e: Exercise, at: int, value: str) -> bool:
        own = self.asked[_draft_at(e, at)]
        whole = own.draft.part == 1 or (own.kind == "match" and not e.entries)
        return whole or fits(own.draft, own.kind, value, self.words)


class _Answering(Struct, frozen=True):
    """Joins what stands beside the questions with what their keys say."""

    asked: Sequence[Asked]
    words: Words

    def settled(self, paired: Pairing) -> Answered:
        """All answers; a question with two that contradict each other gets none."""
        beside = ((n, a.draft) for n, a in enumerate(self.asked) if a.draft.answer or a.draft.pairs)
        out = {n: Answer(d.pairs or ((0, d.answer),), d.answer_source) for n, d in beside}
        values = self._from_keys(paired)
        against = self._against(paired, values, out)
        letters = {n for n, a in enumerate(self.asked) if self._is_lost_letter(a, out.get(n), values.get(n))}
        out |= {n: Answer(tuple(v), "key") for n, v in values.items() if n not in out}
        kinds = [self._kind(n, out.get(n)) for n in range(len(self.asked))]
        doubts = dict.fromkeys(sorted(against), "the document gives different keys for it")
        doubts |= dict.fromkeys(sorted(letters - against), "its key is a letter, and no options were found for it")
        answers = {n: answer for n, answer in out.items() if n not in doubts}
        return Answered(answers, kinds, doubts, paired, tuple(_told(paired)))

    def _from_keys(self, paired: Pairing) -> dict[int, list[tuple[int, str]]]:
        values: dict[int, list[tuple[int, str]]] = {}
        for found in paired.pairs:
            for at, value in found.values:
                for n, entry in _values(self.asked, found.exercise, at, value, self.words):
                    values.setdefault(n, []).append(entry)
        return values

    def _against(
        self, paired: Pairing, values: Mapping[int, list[tuple[int, str]]], beside: Mapping[int, Answer]
    ) -> set[int]:
        """The questions whose answers contradict each other."""
        against = {_draft_at(e, at) for e, at in paired.contradicted}
        for n in values.keys() & beside.keys():
            own = self.asked[n]
            if contradict(own.draft, own.kind, (beside[n].values[0][1], values[n][0][1]), self.words):
                against.add(n)
        return against | {n for n, a in enumerate(self.asked) if _concludes_otherwise(a.draft, self.words)}

    @staticmethod
    def _is_lost_letter(asked: Asked, beside: Answer | None, key: Sequence[tuple[int, str]] | None) -> bool:
        """Whether the answer of a question without options is a lone letter: proof that something was misread."""
        if asked.draft.options or asked.draft.right or asked.kind not in ("short", "essay", "task", "fill"):
            return False
        said = beside.values if beside is not None else key or ()
        return len(said) == 1 and _LETTER.fullmatch(said[0][1]) is not None

    def _kind(self, n: int, answer: Answer | None) -> str:
        """What a bare value answers is no open question, unless its exercise is called one."""
        own = self.asked[n]
        open_ = own.kind == "essay" and not own.hint and answer is not None
        return "short" if open_ and answer is not None and is_value(answer.values[0][1]) else own.kind


def _concludes_otherwise(draft: Draft, words: Words) -> bool:
    """Whether an explanation ends in another letter than the answer beside it: `Answer: D`, `… so B is right`."""
    said = {found[1] for line in draft.feedback if (found := words.concluded.search(line.text))}
    return bool(said and draft.answer) and len(draft.options) > 1 and draft.answer.strip(" .()").upper() not in said


def _told(paired: Pairing) -> list[Finding]:
    """What is to be said of keys that answer nothing."""
    out = []
    for group, several in paired.doubtful:
        reason = f"the key “{' › '.join(group.titles)}” may belong to several exercises ({len(several)})"
        out.append(finding(Code.KEY_UNSURE, group.where, question="a key", reason=reason))
    for group in paired.unused:
        entry = ", ".join(f"{n}: {v[:20]}" for n, v in group.entries[:SHOWN]) + " …" * (len(group.entries) > SHOWN)
        out.append(finding(Code.KEY_UNUSED, group.where, entry=entry))
    return out


def _draft_at(e: Exercise, at: int) -> int:
    return e.first if e.entries else e.first + at


def _values(
    asked: Sequence[Asked], e: Exercise, at: int, value: str, words: Words
) -> list[tuple[int, tuple[int, str]]]:
    """What a key's entry says: draft, and the entry of its answer; several where it answers several at once."""
    n = _draft_at(e, at)
    own = asked[n]
    if own.kind == "match":
        pairs = [(at, value)] if e.entries else match_pairs(own.draft, value)
        return [(n, pair) for pair in pairs]
    if own.draft.part == 1:
        count = group_of(a.draft for a in islice(asked, n + 1, None))
        found = values_of(value, count, words, judged=own.kind == "truefalse")
        return [(n + k, (0, said)) for k, said in enumerate(found)]
    return [(n, (at if e.entries else 0, value))]
