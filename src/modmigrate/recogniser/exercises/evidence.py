"""What speaks for and against taking a run of lines for an exercise: rows of evidence, weighed in `evidence`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from ...text.patterns import lazy
from ...text.signs import SENTENCE, has_gap, is_open
from ..evidence.weigh import Row, Weighed, weigh
from ..lines.labels import QUESTION
from ..lines.line import Line
from ..lines.signs import is_code
from ..words.words import Words
from .draft import Draft

TEST = (4, 5)
"""Options of a question in a test, as a rule."""
SHORT = 20
"""Words of such an option, at most."""
TITLE = 4
"""Words of a stem; titles have fewer."""
LONG_TITLE = 6
"""Words of a numbered title with an explanation below it."""
_FIELD = lazy(r"[^:：?!.]{3,40}[:：]\s*[^:：?!]{2,60}")
"""A label and its value."""


class Posed(Struct, frozen=True):
    """A run of lines read as questions: what stands before the first, the questions, and what headings say of them."""

    lead: Sequence[Line]
    drafts: Sequence[Draft]
    words: Words
    announced: bool
    """Whether a heading announces an exercise."""
    sure: bool
    """Whether that heading says nothing else."""
    hint: str


def exercise(posed: Posed) -> Weighed:
    """How much speaks for an exercise; above zero it is one."""
    return weigh(posed, "exercise", ROWS)


def asks(draft: Draft, words: Words) -> bool:
    """Whether a stem asks: by its end, or by its first word."""
    return bool(draft.stem) and bool(is_open(draft.stem[-1].text) or words.ask_verb.match(draft.stem[0].text))


def tells(draft: Draft, words: Words) -> bool:
    """Whether a question shows that it is one: by options, an answer, a blank, or what it asks or tells to do."""
    blank = any(has_gap(line.text) for line in draft.stem)
    return len(draft.options) > 1 or bool(draft.answer) or blank or _instructs(draft, words) or asks(draft, words)


def _instructs(draft: Draft, words: Words) -> bool:
    return bool(draft.stem) and any(p.match(draft.stem[0].text) for p in (words.task_verb, words.instruction))


def _directs(draft: Draft, words: Words) -> bool:
    return bool(draft.stem) and words.tells(draft.stem[0].text) and not _instructs(draft, words)


def orders(draft: Draft, words: Words) -> bool:
    """Whether a stem begins by telling to do something, be it by its form alone."""
    return bool(draft.stem) and words.tells(draft.stem[0].text)


def _share(holds: Callable[[Draft, Words], object]) -> Callable[[Posed], float]:
    """The share of the questions for which something holds."""
    return lambda posed: sum(bool(holds(d, posed.words)) for d in posed.drafts) / len(posed.drafts)


def _asks(draft: Draft, words: Words) -> bool:
    # Where nothing counts them, Explain … in a list of bullets tells what a trainer does.
    return asks(draft, words) and bool(draft.number or is_open(draft.stem[-1].text))


def _is_shaped(draft: Draft, words: Words) -> bool:
    """Whether a question to choose from shows itself by its shape: four or five short options below a sentence.

    The entries of a lettered outline differ in number, or hang below mere titles.
    """
    told = bool(draft.stem) and (draft.stem[0].words >= TITLE or asks(draft, words))
    return told and len(draft.options) in TEST and all(o.lines[0].words <= SHORT for o in draft.options)


def _is_labelled(posed: Posed) -> float:
    named = [d for d in posed.drafts if any(x.label is not None and x.label.style == QUESTION for x in d.stem[:1])]
    return len(named) / len(posed.drafts)


def _offers(draft: Draft, words: Words) -> bool:
    """Whether there is something to choose from: options, or both truth values behind a statement."""
    values = bool(draft.stem) and not draft.options and words.true_false_tail.search(draft.stem[-1].text)
    return len(draft.options) > 1 or bool(values)


def _has_room(draft: Draft, _: Words) -> bool:
    return any(has_gap(x.text) or x.slot is not None for x in draft.stem)


def _explains(draft: Draft, words: Words) -> bool:
    """Whether several lines of text stand below a line that asks nothing."""
    plain = not (draft.options or draft.answer or draft.right)
    return plain and len(draft.stem) > TITLE // 2 and not tells(draft, words)


def _is_title(draft: Draft, words: Words) -> bool:
    """Guided practice: a numbered title with paragraphs of explanation below it, nothing asked."""
    if draft.options or draft.answer or len(draft.stem) <= TITLE // 2 or draft.stem[0].words > LONG_TITLE:
        return False
    told = asks(draft, words) or words.task_verb.match(draft.stem[0].text)
    return not told and not draft.stem[0].text.endswith(("!", ".", ":"))


def _is_field(draft: Draft, words: Words) -> bool:
    """Whether a line is a label and its value (`Written test: at the end`), which ask nothing."""
    if len(draft.stem) != 1 or draft.kind or draft.answer or tells(draft, words):
        return False
    text = draft.stem[0].text
    return _FIELD.fullmatch(text) is not None and not words.question_type(text)


def _is_program(draft: Draft, _: Words) -> bool:
    """Whether a line of a program stands where a question would begin; options below it are asked about it."""
    return bool(draft.stem) and not draft.options and is_code(draft.stem[0])


def _lead(posed: Posed) -> str:
    return next((x.text for x in reversed(posed.lead) if x.text), "")


def _is_instructed(posed: Posed) -> float:
    """Whether what stands above tells to answer, choose or do, in whatever place of its sentence.

    A labelled line that does has parts below it, which are no exercise of their own.
    """
    above = next((x for x in reversed(posed.lead) if x.text), None)
    return float(above is not None and above.label is None and posed.words.instructs(above.text))


def _is_ordered(posed: Posed) -> float:
    """The share of orders in a list below an exercise's heading; a label above it names what they are for."""
    named = _lead(posed).endswith((":", "：")) and len(_lead(posed).split()) <= TITLE
    return _share(orders)(posed) * (posed.announced and len(posed.drafts) > 1 and not named)


def _handling(posed: Posed) -> float:
    """The share of steps at a machine (`Click …`, `Klik …`) in a list of several orders."""
    return _share(_handles)(posed) * (len(posed.drafts) > 1)


def _handles(draft: Draft, words: Words) -> bool:
    plain = bool(draft.stem) and not (draft.answer or is_open(draft.stem[-1].text))
    return plain and words.step_verb.match(draft.stem[0].text) is not None


def _is_example(posed: Posed) -> float:
    lead = _lead(posed)
    return float(lead.endswith((":", "：")) and posed.words.box(lead.split()[0].rstrip(":：")) == "example")


def _has_steps(posed: Posed) -> float:
    sentences = [s for s in SENTENCE.split(_lead(posed)) if s.strip()]
    return float(bool(sentences) and posed.words.steps.search(sentences[-1]) is not None)


def _majority(share: Callable[[Posed], float]) -> Callable[[Posed], float]:
    return lambda posed: float(share(posed) * 2 >= 1)


def _all(share: Callable[[Posed], float]) -> Callable[[Posed], float]:
    return lambda posed: float(share(posed) == 1 and len(posed.drafts) > 1)


ROWS: tuple[Row[Posed], ...] = (
    Row("asks", _share(_asks), "its lines ask"),
    Row("tells", _share(_instructs), "its lines tell to do something"),
    Row("directs", _share(_directs), "its lines have the form of an order"),
    Row("ordered", _is_ordered, "a heading announces it and its lines are orders"),
    Row("offers", _share(_offers), "options stand below its lines"),
    Row("shaped", lambda p: _share(_is_shaped)(p) * (len(p.drafts) > 1), "four or five short options each"),
    Row("scrambled", _share(lambda d, _: d.kind == "order"), "words to be put in order stand below its lines"),
    Row("labelled", _is_labelled, "its lines are numbered as questions"),
    Row("answered", _share(lambda d, _: d.answer), "answers stand beside its lines"),
    Row("leaves-room", _share(_has_room), "its lines leave room to write"),
    Row("above-room", _share(lambda d, _: d.room), "lines to write on stand below its lines"),
    Row("instructed", _is_instructed, "an instruction stands above"),
    Row("announced", lambda p: float(p.announced), "its heading announces an exercise"),
    Row("says-only", lambda p: float(p.announced and p.sure), "its heading says nothing else"),
    Row("typed", lambda p: float(bool(p.hint)), "a type of question is named"),
    Row("alone", lambda p: float(len(p.drafts) == 1 and not p.announced), "it is one line in a text", speaks_for=False),
    Row("explains", _share(_explains), "its lines are explained below", speaks_for=False),
    Row("titles", _majority(_share(_is_title)), "its lines are titles with text below", speaks_for=False),
    Row("fields", _all(_share(_is_field)), "its lines are labels and values", speaks_for=False),
    Row("programs", _share(_is_program), "its lines are a program's", speaks_for=False),
    Row("example", _is_example, "it is announced as an example", speaks_for=False),
    Row("handling", _handling, "its lines are steps at a machine", speaks_for=False),
    Row("steps", _has_steps, "steps are announced", speaks_for=False),
)
"""The evidence on exercises; weights stand in evidence/weights.yaml, table `exercise`."""
