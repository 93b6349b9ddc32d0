"""Questions of several statements: `2. Write T or F: ( ) … ( ) …`, `3. Complete: a. … ____ … b. … ____ …`.

Each statement is a question of its own. They share the printed number; a key gives their values in one entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from msgspec.structs import replace

from ....text.amounts import SEVERAL
from ....text.letters import OPTIONS, letter_value
from ....text.patterns import lazy
from ....text.signs import has_gap
from ...entries.runs import counted, listed
from ...lines.line import Line, line_labels
from ...words.words import Words
from ..draft import Draft
from ..places.slots import judged

_LETTER = lazy(rf"(?:^|(?<=\s))([{OPTIONS}])(?:[.)]\s*|\s+)(?=\S)")
_SEPARATORS = lazy(r"[\s,;/、，；–—-]+")


def with_statements(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """The drafts, those with several statements to judge taken apart; what introduces these goes before them."""
    out: list[Draft] = []
    for draft in drafts:
        if gapped(draft) and not draft.kind and not draft.answer:
            out += _apart(draft, [o.lines for o in draft.options], "fill")
            continue
        entries = _statements(draft, words)
        out += _apart(draft, entries, "truefalse") if entries else [draft]
    return out


def gapped(draft: Draft) -> bool:
    """Whether each lettered line below a stem leaves room in its words: sentences to complete, no options."""
    return len(draft.options) > 1 and not draft.right and all(has_gap(o.lines[0].text) for o in draft.options)


def _statements(draft: Draft, words: Words) -> list[tuple[Line, ...]]:
    if draft.kind or draft.right or not draft.stem:
        return []
    if draft.options:
        return _offered(draft, words)
    rest = draft.stem[1:]
    if len(rest) > 1 and _judges(draft.stem[0], words):
        slotted = [judged(line, words) for line in rest]
        if all(line.slot is not None for line in slotted):
            return [(line,) for line in slotted]
    counts = len(rest) > 1 and line_labels(rest) == list(range(1, len(rest) + 1))
    return [(line,) for line in rest] if counts and _judges(draft.stem[0], words) else []


def _offered(draft: Draft, words: Words) -> list[tuple[Line, ...]]:
    """Statements that look like options of a stem; what most questions lack is asked for first."""
    found, stem = [o.lines for o in draft.options], draft.stem[0]
    if len(found) >= SEVERAL and all(words.true_false_tail.search(lines[-1].text) for lines in found):
        return found  # both truth values stand behind each
    boxed = all(lines[0].slot is not None for lines in found)
    told = words.instruction.match(stem.text) is not None
    sentences = all(lines[0].text.endswith((".", "。")) for lines in found)
    if len(found) < SEVERAL or not (boxed or told or sentences):
        return []
    if not (_judges(stem, words) if boxed or told else words.question_type(stem.text) == "truefalse"):
        return []
    return [] if any(words.truth(lines[0].text) is not None for lines in found) else found


def _judges(line: Line, words: Words) -> bool:
    return words.asks_to_judge(line.text) or words.question_type(line.text) == "truefalse"


def _apart(draft: Draft, entries: Sequence[tuple[Line, ...]], kind: str) -> list[Draft]:
    ticked = [lines[0].slot or "" for lines in entries]
    out = [
        Draft(lines, draft.number, draft.printed, kind=kind, part=n, answer=slot if slot != "x" else "",
              answer_source="marked" if slot not in ("", "x") else "none")
        for n, (lines, slot) in enumerate(zip(entries, ticked, strict=True), 1)
    ]  # fmt: skip
    lead = draft.stem if draft.options else draft.stem[:1]
    out[0] = replace(out[0], lead=lead)
    out[-1] = replace(out[-1], feedback=draft.feedback, rest=draft.rest)
    return out


def group_of(following: Iterable[Draft]) -> int:
    """How many statements share the entry of the question before these."""
    return 1 + sum(1 for _ in takewhile(lambda d: d.part > 1, following))


def _lettered(value: str) -> list[tuple[int, str]]:
    """`a. true b. false` as numbered entries."""
    found = list(_LETTER.finditer(value)) if value.lstrip()[:1] in ("a", "A") else []
    ends = [*(m.start() for m in found[1:]), len(value)] if found else []
    return [(letter_value(m[1]), value[m.end() : end].strip(" ;,")) for m, end in zip(found, ends, strict=True)]


def values_of(value: str, count: int, words: Words, *, judged: bool = True) -> list[str]:
    """The values that one entry gives to `count` statements: `T, F`, `(1) ○ (2) ×`; [] when in doubt.

    Those that are not `judged` are completed: `a. clay; b. thirty`, `clay; thirty`.
    """
    run = listed(value) or counted(value) or _lettered(value)
    if run and [n for n, _ in run] != list(range(1, count + 1)):
        return []
    if not judged:
        found = [v for _, v in run] or [t.strip() for t in value.strip(" .").split(";")]
        return found if len(found) == count and all(found) else []
    found = [v for _, v in run] or [t for t in _SEPARATORS.split(value.strip(" .")) if t]
    return found if len(found) == count and all(words.truth(v) is not None for v in found) else []
