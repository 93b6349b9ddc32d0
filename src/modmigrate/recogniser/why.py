"""Why the tool decided as it did: each decision with its evidence and confidence, for people to argue with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ..source import NOWHERE, Where
from .checks.checks import Check
from .checks.fault import Fault
from .confidence import of_heading, of_key, of_question, of_type
from .exercises.draft import Asked, place
from .keys.answering import Answered
from .keys.pairing import Pair
from .lines.line import Line
from .outline.heading import Heading
from .reading import Reading
from .words.detection import ENOUGH

CLEARLY = 4
"""Times that a language's words outnumber those of the next, where it is sure."""
SURE, LIKELY = 0.9, 0.7
"""How likely a decision is that is called so."""
Confidence = Literal["sure", "likely", "doubtful"]


class Reason(Struct, frozen=True):
    """A decision: what is taken for what, where, on which evidence."""

    where: Where
    what: str
    decision: str
    evidence: tuple[str, ...]
    confidence: Confidence
    probability: float | None = None
    """How likely it is right, 0 to 1; None for what is no guess."""

    def as_data(self) -> dict[str, object]:
        """An entry of `why` in the JSON contract."""
        return {
            "from": str(self.where), "what": self.what, "decision": self.decision,
            "evidence": list(self.evidence), "confidence": self.confidence,
            "probability": None if self.probability is None else round(self.probability, 2),
        }  # fmt: skip

    def told(self, said: Callable[[str], str] = str) -> str:
        """A line for people; `said` says its parts in their language."""
        place = f"{self.where} " if str(self.where) else ""
        sure = said(self.confidence) + ("" if self.probability is None else f", {self.probability:.0%}")
        return f"{place}“{self.what}” → {said(self.decision)} ({sure}): {'; '.join(map(said, self.evidence))}"


def reasons(lines: Sequence[Line], language: str, weighed: Mapping[str, int], reading: Reading) -> Iterator[Reason]:
    """All decisions: the language, then headings and questions in reading order, then keys that answer nothing."""
    yield _language(language, weighed)
    asked = reading.gathered.asked
    found = [(heading.at, _heading(lines, heading)) for heading in reading.outline.headings]
    order = {id(line.block): at for at, line in enumerate(lines)}
    pairs = _pairs(reading)
    for n, own in enumerate(asked):
        stem = own.draft.stem
        at = order.get(id(stem[0].block), len(lines)) if stem else len(lines)
        found += [(at, _question(own)), (at, _type(own, reading.answered.kinds[n]))]
        found.append((at, _key(n, own, reading.answered, pairs.get(n))))
    yield from (reason for _, reason in sorted(found, key=lambda pair: pair[0]))
    yield from _left(reading.answered)


def doubts(found: Iterable[tuple[Check, Fault]]) -> Iterator[Reason]:
    """What the checks object to, told or not, with how much of the reading it concerns."""
    for check, fault in found:
        where = fault.places[0] if fault.places else NOWHERE
        evidence = (fault.says, f"severity {fault.severity:.2f}, told from {check.told_from:.2f} on")
        yield Reason(where, "the reading", f"check {check.name}", evidence, "doubtful")


def _language(language: str, weighed: Mapping[str, int]) -> Reason:
    best = sorted(weighed.items(), key=lambda pair: -pair[1])[:3]
    counts = tuple(f"{count} small words or letters of {code}" for code, count in best if count)
    first, second = ([count for _, count in best] + [0, 0])[:2]
    sure = first > CLEARLY * second and first > ENOUGH
    confidence: Confidence = "sure" if sure else "likely" if first > second else "doubtful"
    return Reason(NOWHERE, "the document", f"language {language}", counts or ("no words to tell by",), confidence)


def _heading(lines: Sequence[Line], heading: Heading) -> Reason:
    kind = "chapter" if heading.level == 1 else f"heading of level {heading.level}"
    decision = f"{kind}, {heading.role}" if heading.role else kind
    paragraph = lines[heading.at].paragraph
    where = paragraph.where if paragraph is not None else NOWHERE
    return _weighed(where, heading.title or heading.number, decision, heading.evidence, of_heading(heading))


def _weighed(where: Where, what: str, decision: str, evidence: tuple[str, ...], likely: float) -> Reason:
    """A decision whose confidence is how likely it is."""
    confidence: Confidence = "sure" if likely >= SURE else "likely" if likely >= LIKELY else "doubtful"
    return Reason(where, what, decision, evidence, confidence, likely)


def _question(asked: Asked) -> Reason:
    """That lines pose a question: where they stand, and what speaks for the exercise."""
    draft = asked.draft
    evidence = [f"below {' › '.join(asked.trail)}"] if asked.trail else ["stands in the running text"]
    evidence += [f"label {draft.printed}"] if draft.printed else []
    evidence += [says for says, _ in draft.weighed.shares] if draft.weighed is not None else ["its form"]
    return _weighed(place(draft), _stem(asked), "question", tuple(evidence), of_question(asked))


def _type(asked: Asked, kind: str) -> Reason:
    draft, hint = asked.draft, asked.hint
    evidence = [f"{len(draft.options)} options"] if draft.options else []
    evidence += [f"{len(draft.right)} entries to match"] if draft.right else []
    evidence += [f"instructions name {hint}"] if hint else []
    told = tuple(evidence) or ("what its words ask for",)
    return _weighed(place(draft), _stem(asked), f"type {kind}", told, of_type(kind))


def _key(n: int, asked: Asked, answered: Answered, pair: Pair | None) -> Reason:
    where, stem = place(asked.draft), _stem(asked)
    answer = answered.answers.get(n)
    if answer is None:
        doubt = answered.doubts.get(n, "nothing in the document answers it")
        return Reason(where, stem, "no key", (doubt,), "sure" if n not in answered.doubts else "doubtful")
    said = ", ".join(value for _, value in answer.values)[:60]
    marked = answer.source == "marked"
    beside = not marked and (answer.source == "inline" or pair is None)
    if marked:
        told: tuple[str, ...] = ("marked in its place, as throughout the exercise",)
    elif beside or pair is None:
        told = ("stands beside the question",)
    else:
        told = (*_group(pair), *pair.evidence)
    witnessed = pair is not None and not beside and bool(pair.evidence)
    source = "inline" if beside else answer.source
    return _weighed(where, stem, f"key {said}", told, of_key(source, witnessed=witnessed))


def _group(pair: Pair) -> tuple[str, ...]:
    title = " › ".join(pair.group.titles) or "without a title"
    share = f"{len(pair.values)} entries for {len(pair.exercise.numbers)} questions"
    return (f"key “{title}” {pair.group.where}".strip(), share)


def _pairs(reading: Reading) -> dict[int, Pair]:
    """The pair that answered each question."""
    out: dict[int, Pair] = {}
    for pair in reading.answered.pairing.pairs:
        first = pair.exercise.first
        for at, _ in pair.values:
            out[first if reading.answered.kinds[first] == "match" else first + at] = pair
    return out


def _left(answered: Answered) -> Iterator[Reason]:
    for group, several in answered.pairing.doubtful:
        evidence = tuple(f"fits {' › '.join(e.titles) or 'an exercise'}" for e in several)
        yield Reason(group.where, " › ".join(group.titles), "a key that answers nothing", evidence, "doubtful")
    for group in answered.pairing.unused:
        evidence = ("its titles, numbers or values contradict every exercise",)
        yield Reason(group.where, " › ".join(group.titles), "a key that answers nothing", evidence, "doubtful")


def _stem(asked: Asked) -> str:
    return " ".join(line.text for line in asked.draft.stem)[:60]
