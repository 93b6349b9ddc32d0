"""Activities with a title of their own (`Activity Two: Improve a page`) and no questions in them: tasks, each named by
its title. What the activity tells stays where it stands, before the place to note the result."""

from __future__ import annotations

from ....text.patterns import lazy
from ....text.signs import SENTENCE, asks
from ...lines.line import Line, unlabelled
from ...outline.parts import Part
from ...words.words import EXERCISES, Words
from ..draft import Draft
from ..exercises import Found

_TITLED = lazy(r"\s*+([^:：\n]{3,30}?)(\s++\w++)?(?:\s*+[:：]|\s++[-–—])\s++(?=\S)")


def as_task(part: Part, line: Line, found: Found, words: Words) -> Found:
    """What was found in a part headed by `line`; a task instead where it is an activity that asks nothing."""
    title = _title(part, line, words)
    if title is None or not part.lines:
        return found
    if not (_asks_nothing(found) or _is_procedure(part, found, words) or _has_steps(title, found, words)):
        return found
    told = [x for x in part.lines if x.text]
    if len(told) == 1 and told[0].label is None and not words.task_verb.match(title.text) and _does(told[0], words):
        return found if found.drafts else Found((Draft((told[0],), kind="task"),), found.hint)
    return Found((part.lines, Draft((title,), kind="task")), found.hint)


def _title(part: Part, line: Line, words: Words) -> Line | None:
    """An activity's title: behind its number, or with the word that announces it (`Actividad: …`)."""
    heading, paragraph = part.heading, line.paragraph
    if heading is None or heading.level == 1 or paragraph is None or words.question_type(line.text) != "task":
        return None
    match = _TITLED.match(paragraph.text, line.start, line.end)
    if (
        match is None
        or words.role(match[1], extra=0) != "practice"
        or words.only_names(paragraph.text[match.end() : line.end])
    ):
        return None
    title = unlabelled(line, match.end() if match[2] else line.start, line.end)
    # Below an exercise's heading a numbered title is a task of it if it says what to do.
    counted = match[2] and heading.role in EXERCISES and _tells(title, words)
    return title if part.begins or counted else None


def _asks_nothing(found: Found) -> bool:
    """Whether nothing was found but a sentence, at most, that tells to do the activity."""
    alone = len(found.drafts) == 1 and not found.drafts[0].number and not found.drafts[0].options
    text = found.drafts[0].stem[0].text if alone and found.drafts[0].stem else ""
    return not found.drafts or (bool(text) and not asks(text))


def _tells(title: Line, words: Words) -> bool:
    """Whether a title says what to do: `Sort the list`, `List all names`."""
    return any(v.match(title.text) for v in (words.task_verb, words.ask_verb)) and not asks(title.text)


def _does(line: Line, words: Words) -> bool:
    """Whether a line tells to do something."""
    return any(v.match(s) for s in SENTENCE.split(line.text) for v in (words.task_verb, words.act_verb))


def _has_steps(title: Line, found: Found, words: Words) -> bool:
    """Whether a title tells what to do (`Task 1: Sort the list`) and what is below it, for the most part, how."""
    asked = sum(asks(d.stem[-1].text) for d in found.drafts if d.stem)
    chosen = any(d.options or d.answer or d.right for d in found.drafts)
    return _tells(title, words) and not chosen and asked * 2 <= len(found.drafts)


def _is_procedure(part: Part, found: Found, words: Words) -> bool:
    """Whether the questions found are steps below a line that announces them: `Instructions:`."""
    first = found.drafts[0].stem[:1]
    at = next((n for n, line in enumerate(part.lines) if first and line.block is first[0].block), 0)
    asking = any(d.options or d.answer or asks(d.stem[-1].text) for d in found.drafts if d.stem)
    before = part.lines[at - 1].text if at else ""
    return not asking and before.endswith((":", "：")) and words.steps.match(before) is not None
