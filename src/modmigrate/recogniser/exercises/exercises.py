"""A part's questions: found in its lines and tables, in order, with what stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...text.patterns import lazy
from ...text.signs import gaps as gaps_in
from ..lines.labels import part_label
from ..lines.line import Line, line_labels
from ..outline.parts import Part
from ..words.words import Words
from .beside.marks import with_marked_keys
from .draft import Draft, Exercise
from .items import Parsed, parse
from .tables.tables import drafts_of, examples

LEAD = 60
"""Words of a line that leads to questions."""
_SECTION = lazy(r"(\d{1,2})\.\d{1,2}\.?$")
OPEN = ("essay", "short", "task")
"""Types of questions without options."""


class Found(Struct, frozen=True):
    """Lines and drafts of a part in reading order, and the type its instructions name."""

    pieces: tuple[tuple[Line, ...] | Draft, ...]
    hint: str

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The questions alone."""
        return tuple(p for p in self.pieces if isinstance(p, Draft))


def find(part: Part, words: Words, *, strict: bool) -> Found:
    """The questions of a part; `strict` where no heading announces an exercise."""
    pieces: list[tuple[Line, ...] | Draft] = []
    hint = part.hint
    runs = _runs(part.lines, words, hint)
    for run, after in zip(runs, [*runs[1:], ()], strict=True):
        if isinstance(run, list):
            pieces += _with_stem(run, pieces, words)
            continue
        hint = _told(part.hint, _hint(run, words)) or hint
        # A list above a table of questions tells how to fill it in, unless it asks something itself.
        parsed = parse(run, words, hint, strict=strict, sure=part.sure and not isinstance(after, list))
        hint = _told(part.hint, _hint(parsed.lead, words)) or hint
        if hint in OPEN and any(len(d.options) > 1 and not d.kind for d in parsed.drafts):
            hint = ""  # exercises of several types
        if isinstance(after, list) and not any(d.number or d.options for d in parsed.drafts):
            parsed = Parsed(tuple(run), ())  # an instruction for the table below it
        pieces += [parsed.lead, *parsed.drafts]
    flat: list[tuple[Line, ...] | Draft] = []
    marked = iter(with_marked_keys([p for p in pieces if isinstance(p, Draft)], words))
    for piece in pieces:
        if isinstance(piece, Draft):
            draft = next(marked)
            flat += [x for x in (draft.lead, replace(draft, lead=(), rest=()), draft.rest) if x]
        elif piece:
            flat.append(piece)
    return Found(tuple(flat), hint)


def _told(heading: str, instruction: str) -> str:
    """The type that a heading names; what an instruction below an activity's says goes before it."""
    return instruction if heading == "task" and instruction and instruction not in OPEN else heading or instruction


def announced(line: Line, words: Words) -> str:
    """The type of question that a line names or tells to answer; '' for none.

    Judging is told by both truth values: `D if it is right, Y if it is wrong`, whatever is to be filled in.
    """
    kind = words.question_type(line.text)
    return "truefalse" if kind in ("", "fill") and words.asks_to_judge(line.text) else kind


def _hint(lines: Sequence[Line], words: Words) -> str:
    """The type that the lines before the first question name."""
    for line in lines:
        plain = line.label is None and line.table is None and line.words < LEAD and line.text
        if plain and (kind := announced(line, words)):
            return kind
        if line.label is not None:
            break
    return ""


def _runs(lines: Sequence[Line], words: Words, hint: str) -> list[tuple[Line, ...] | list[Draft]]:
    """The lines, cut at tables that are exercises themselves."""
    out: list[tuple[Line, ...] | list[Draft]] = []
    run: list[Line] = []
    for line in lines:
        drafts = drafts_of(line.table, words, hint or _hint(run, words)) if line.table is not None else []
        if drafts:
            shown = examples(line.table, words) if line.table is not None else None
            out += [(*run, Line(shown, "")) if shown is not None else tuple(run), drafts]
            run = []
        else:
            run.append(line)
    out.append(tuple(run))
    return out


def _asks_to_match(draft: Draft, entries: Draft, words: Words) -> bool:
    """Whether a question that tells to match has its entries in the table below it."""
    told = bool(draft.stem) and words.question_type(draft.stem[0].text) == "match"
    return told and entries.kind == "match" and not (entries.stem or draft.options or draft.right or draft.answer)


def _asks_to_judge(draft: Draft, below: Sequence[Draft], words: Words) -> bool:
    """Whether a numbered question tells to judge the statements in the table below it."""
    text = draft.stem[0].text if draft.stem else ""
    told = words.asks_to_judge(text) or words.question_type(text) == "truefalse"
    alone = draft.number and not (draft.options or draft.right or draft.answer)
    return bool(told and alone and below) and all(d.kind == "truefalse" for d in below)


def _with_stem(drafts: list[Draft], before: list[tuple[Line, ...] | Draft], words: Words) -> list[Draft]:
    """A match in a table takes the question or the instruction before it as its stem, statements take its number."""
    last = before[-1] if before else None
    if isinstance(last, Draft) and _asks_to_judge(last, drafts, words):
        before.pop()
        below = [replace(d, number=last.number, printed=last.printed, part=n) for n, d in enumerate(drafts, 1)]
        return [replace(below[0], lead=last.stem), *below[1:]]
    if len(drafts) == 1 and isinstance(last, Draft) and _asks_to_match(last, drafts[0], words):
        entries = drafts[0]
        before[-1] = replace(last, options=entries.options, right=entries.right, kind=entries.kind)
        return []
    if len(drafts) == 1 and not drafts[0].stem and isinstance(last, tuple) and last and last[-1].text:
        before[-1] = last[:-1]
        return [replace(drafts[0], stem=(last[-1],))]
    return drafts


def exercises(part: Part, hint: str, kinds: Sequence[str], drafts: Sequence[Draft], first: int) -> list[Exercise]:
    """The part's questions in runs whose numbers count through; `first` is the first one's index."""
    out: list[Exercise] = []
    numbers: list[int] = []
    start = 0
    out_of = False
    for at, (draft, own_kind) in enumerate(zip(drafts, kinds, strict=True)):
        number = draft.number or (numbers[-1] + 1 if numbers else 1)
        gaps = _gaps(draft) if own_kind == "fill" and len(drafts) == 1 else 0
        own = (own_kind == "match" and not _is_numbered(drafts, at)) or gaps > 1
        again = bool(numbers) and number <= numbers[-1] and draft.part < 2
        if at > start and (again or own or (out_of and at == start + 1)):
            out.append(
                _exercise(part, _one(kinds[start:at]) or hint, first + start, numbers, drafts[start], entries=out_of)
            )
            numbers, start = [], at
        out_of = own
        numbers += _entries(draft, gaps) if own else [draft.number or at - start + 1]
    if numbers:
        out.append(_exercise(part, _one(kinds[start:]) or hint, first + start, numbers, drafts[start], entries=out_of))
    return out


def _one(kinds: Sequence[str]) -> str:
    """The type that all questions share, where that is one to be marked."""
    return kinds[0] if len(set(kinds)) == 1 and kinds[0] in ("choice", "truefalse", "match") else ""


def _entries(draft: Draft, gaps: int) -> Sequence[int]:
    """The numbers of a text's gaps or of the entries to match: as printed where they count on."""
    printed = [] if gaps else line_labels(o.lines[0] for o in draft.options)
    first = printed[0] if printed and printed == list(range(printed[0], printed[0] + len(printed))) else 1
    return range(first or 1, (first or 1) + (gaps or len(draft.options)))


def _gaps(draft: Draft) -> int:
    """How many gaps a text has whose key may number them."""
    return sum(gaps_in(line.text) for line in draft.stem)


def _is_numbered(drafts: Sequence[Draft], at: int) -> bool:
    """Whether a question to match is numbered among others: then a key's entry answers all of it."""
    number = drafts[at].number
    before = at > 0 and drafts[at - 1].number == number - 1 and number > 1
    return number > 0 and (before or (at + 1 < len(drafts) and drafts[at + 1].number == number + 1))


def _exercise(part: Part, hint: str, first: int, numbers: Sequence[int], draft: Draft, *, entries: bool) -> Exercise:
    label = _label_of(part)
    counted = _SECTION.search(draft.printed)
    section = int(counted[1]) if counted else 0
    return Exercise(part.chapter, part.chapter_value, part.titles, hint, first, tuple(numbers), label, section, entries)


def _label_of(part: Part) -> str:
    """What counts the part among those of a paper: its heading's label, or that of the line which introduces it."""
    if part.named:
        return part_label(part.named[-1].split()[0]) if part.named[-1] else ""
    return part_label(part.heading.number) if part.heading is not None else ""
