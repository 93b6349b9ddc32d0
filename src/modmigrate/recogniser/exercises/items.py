"""An exercise's lines as questions: where each begins, its stem, options, answer and explanation."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...text.patterns import lazy
from ...text.signs import BRACKETED_ROOM, has_gap, is_room
from ..lines.line import Line, pieces
from ..words.words import Words
from .beside.below import with_answers_below
from .beside.brackets import with_bracket_keys
from .beside.constant import unless_constant
from .beside.filled import with_filled_blanks
from .draft import Draft
from .evidence import Posed, exercise
from .places.offers import offered
from .places.rooms import without_front_room
from .places.slots import crossed, judged
from .question_lines import QuestionLines
from .question_starts import starts_of
from .shapes.banks import with_plain_options
from .shapes.matching import with_matches
from .shapes.numbered import with_numbered_options
from .shapes.part_lists import with_parts
from .shapes.scrambled import with_scrambled
from .shapes.statements import with_statements
from .shapes.whole import whole
from .ways import Cut, chosen, ways

_BRACKET = lazy(rf"{BRACKETED_ROOM}\s*\w.*[.。]\s*$")
_BEHIND = lazy(r"[.。]\s*[(（]\s+[)）]\s*$")
"""Room for a sign behind a statement that is whole."""


def _is_judged(line: Line) -> bool:
    """Whether a line's place for the answer stands behind it."""
    paragraph = line.paragraph
    return line.slot is not None and paragraph is not None and paragraph.text[line.end :].lstrip()[:1] in tuple("(（")


class Parsed(Struct, frozen=True):
    """What an exercise's lines say: what stands before the first question, then the questions."""

    lead: tuple[Line, ...]
    drafts: tuple[Draft, ...]


def parse(lines: Sequence[Line], words: Words, hint: str, *, strict: bool, sure: bool = True) -> Parsed:
    """Split an exercise, where the evidence says that it is one: `strict` in running text, which no heading announces.

    `sure` says that the heading announces an exercise and nothing else.
    """
    flat = without_front_room(_without_room([piece for line in lines for piece in pieces(line)]))
    flat = [
        judged(line, words) if not hint and line.text.endswith((")", "）")) and _BEHIND.search(line.text) else line
        for line in flat
    ]
    if judging := hint == "truefalse" or (not hint and (_all_bracketed(flat) or _all_offered(flat, words))):
        signs = crossed(flat)
        flat = [judged(line, words, signs=signs) for line in flat]
    flat = with_plain_options(flat, words)
    if single := whole(flat, words, hint):
        return Parsed(tuple(single[0]), tuple(single[1]))
    starts = starts_of(flat, words, hint)
    if not starts:
        return Parsed(tuple(lines), ())
    slotted = "truefalse" if judging else "short" if hint in ("", "fill") else ""
    asked = Posed((), (), words, announced=not strict, sure=sure, hint=hint)
    best = chosen([_posed(flat, way, asked, slotted) for way in ways(flat, starts, asked)])
    weighed = exercise(best)
    if weighed.score <= 0:
        return Parsed(tuple(lines), ())
    return Parsed(tuple(best.lead), tuple(replace(draft, weighed=weighed) for draft in best.drafts))


def _posed(flat: Sequence[Line], cuts: Sequence[Cut], asked: Posed, slotted: str) -> Posed:
    """The lines read as the questions that these cuts make of them, in the surroundings that `asked` tells.

    `slotted` is the type of what has a place for its answer.
    """
    words = asked.words
    own = [flat[cut.start : cut.end] for cut in cuts]
    made = [_draft(lines, words, "truefalse" if _is_judged(lines[0]) else slotted) for lines in own]
    drafts = [_placed(d, cut, flat) for d, cut in zip(made, cuts, strict=True)]
    drafts = with_parts(drafts, own, words, asked.hint)
    drafts = with_numbered_options(with_scrambled(_recounted(drafts)), words)
    drafts = with_matches(with_bracket_keys(drafts), words)
    drafts = unless_constant(with_answers_below(with_statements(with_filled_blanks(drafts), words), words))
    return replace(asked, lead=flat[: cuts[0].opens], drafts=drafts)


def _placed(draft: Draft, cut: Cut, flat: Sequence[Line]) -> Draft:
    """A part of a numbered question with what introduces it, and its number; what answers it behind all questions."""
    draft = _answered(draft, flat[slice(*cut.answer)])
    if not cut.part:
        return draft
    label, own = flat[cut.within].label, flat[cut.start].label
    assert label is not None
    assert own is not None
    return replace(
        draft,
        lead=tuple(flat[cut.opens : cut.start]),
        number=label.number,
        printed=f"{label.text} {own.text}",
        part=cut.part,
    )


def _answered(draft: Draft, lines: Sequence[Line]) -> Draft:
    """The question with these lines as its model answer: shown after a try, they score nothing."""
    told = [x.text for x in lines if x.table is None and x.text]
    if not told or draft.options or draft.answer:
        return draft
    return replace(draft, answer=" ".join(told), answer_source="inline", kind="essay")


def _recounted(drafts: list[Draft]) -> list[Draft]:
    """The questions, a number typed twice before one that was left out (7, 7, 9) read as the one between."""
    numbers = [d.number for d in drafts]
    slips = [at for at in range(1, len(numbers) - 1) if 0 < numbers[at] == numbers[at - 1] == numbers[at + 1] - 2]
    return [replace(d, number=d.number + 1) if at in slips else d for at, d in enumerate(drafts)]


def _without_room(flat: list[Line]) -> list[Line]:
    """The lines without numbered places to write in, where those stand below what they answer: `1. ……`."""
    room = [at for at, x in enumerate(flat) if x.label is not None and x.label.kind == "number" and is_room(x.text)]
    numbered = sum(1 for x in flat if x.label is not None and x.label.kind == "number")
    return [x for at, x in enumerate(flat) if at not in room] if len(room) > 1 and len(room) == numbered else flat


def _all_bracketed(flat: Sequence[Line]) -> bool:
    """Whether all numbered lines begin at a place for a sign: `1. (   ) Statement.`"""
    numbered = [x for x in flat if x.label is not None and x.label.kind == "number"]
    return bool(numbered) and all(_BRACKET.match(x.text) for x in numbered)


def _all_offered(flat: Sequence[Line], words: Words) -> bool:
    """Whether all lines but the instruction have both truth values beside them."""
    return len(flat) > 1 and all(offered(x, words) is not None for x in flat[1:])


def _draft(lines: Sequence[Line], words: Words, slotted: str) -> Draft:
    """One question from its lines; `slotted` is the type of one with a place for the answer before it."""
    label = lines[0].label
    offer = offered(lines[0], words)
    draft = QuestionLines(words).draft_of(lines if offer is None else [offer, *lines[1:]])
    if offer is not None and not draft.options:
        # What is ticked is the key, as a mark in a place for the answer is.
        draft = replace(draft, kind="truefalse")
    if not draft.options and not draft.kind and lines[0].slot is not None:
        # A gap in its words is what that place would be for.
        draft = replace(draft, kind="" if slotted == "short" and has_gap(lines[0].text) else slotted)
    return replace(
        draft,
        number=label.number if label is not None and label.kind != "bullet" else 0,
        printed=label.text if label is not None and label.kind != "bullet" else "",
    )
