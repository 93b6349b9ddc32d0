"""One question's lines, read one by one: its stem, then its options, then answer and explanation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ...text.letters import OPTIONS
from ...text.patterns import lazy
from ...text.signs import asks, ends_sentence, is_blank, is_open, is_room
from ..lines.grid import ticked_options
from ..lines.labels import Label
from ..lines.line import Line, unlabelled, unstruck
from ..lines.signs import MAX_LETTER, begins_list, is_option
from ..words.words import Words
from .beside.marks import judge
from .draft import Draft, Option
from .options import (
    bare,
    behind,
    from_first,
    lettered,
    lettered_cells,
    option,
    pointless,
    says_wrong,
    split,
    unlettered,
)
from .places.slots import boxed, boxes
from .places.slots import unlettered as boxed_words

LABEL = 2
"""Words of a label before room to write in."""
_LETTER = lazy(rf"\W*([{OPTIONS}])(?=\W|$)")


class QuestionLines:
    """Reads a question's lines one by one: stem, then options, then answer and explanation."""

    def __init__(self, words: Words, *, options: bool = True) -> None:
        self.words = words
        self._may_have_options = options
        self.stem: list[Line] = []
        self.options: list[tuple[int, list[Line]]] = []
        self.answer: list[str] = []
        self._told = 0
        """How many lines begin with a word for the answer and say it."""
        self.feedback: list[Line] = []
        self.rest: list[Line] = []
        self._entries = 0
        """How many entries a list has that answers; 0 for an answer that is none."""
        self._list: Label | None = None
        """The label of the first."""
        self.ticked = False
        """Whether the options stand behind boxes."""
        self._where = "stem"
        self._room = False
        self._alone = False
        """Whether the word for the answer stood on a line of its own."""
        self._letters: frozenset[int] = frozenset()
        self._before = 0
        self._rows: set[int] = set()
        """The lines of several to write on, one below the other."""
        self._pointless: dict[int, list[tuple[int, Line]]] = {}

    def draft_of(self, lines: Sequence[Line]) -> Draft:
        """The question that the lines make."""
        lines, self._before = from_first(lines)
        self._letters = lettered(lines)
        self._rows = {id(x) for pair in pairwise(lines) if all(is_room(x.text) for x in pair) for x in pair}
        self._pointless = {id(lines[at]): found for at, found in pointless(lines).items()}
        for at, line in enumerate(lines):
            self._take(line, first=at == 0)
        return self._draft()

    def _take(self, line: Line, *, first: bool) -> None:
        if not first and self._inline_answer(line):
            return
        if not first and self._options(line):
            return
        if not first and self._space(line):
            self._room = True
            return
        if self._where == "stem" and not first and self._closes(line):
            self._where = "rest"
            self.rest.append(line)
        elif self._where == "stem":
            alone, options = behind(line) if not self.options and self._may_have_options else (line, [])
            self.stem.append(alone)
            self.options += [(n, [text]) for n, text in options]
        elif self._counts_on(line):
            self._entries = line.label.number if line.label is not None and is_option(line) else self._entries + 1
            self.answer.append(_printed(line))
        elif self._where == "answer" and not any(self.answer):
            self.answer.append(_printed(line))
            self._list = line.label if line.label is not None and _opens(line.label) else None
            self._entries = int(self._list is not None)
            self._where = "feedback"
        elif self._where == "feedback" and line.table is None and not line.label:
            if self._alone and not self.options:
                self.answer.append(line.text)  # a model answer of several lines below its word
            else:
                self.feedback.append(line)
        elif self._where == "options" and line.label is None and self._wraps(line):
            self.options[-1][1].append(line)
        else:
            self._where = "rest"
            self.rest.append(line)

    def _counts_on(self, line: Line) -> bool:
        """Whether a line goes on with the numbers or letters of the answer above it."""
        label = line.label
        if self._where != "feedback" or self._list is None or label is None or asks(line.text):
            return False
        if label.kind == "bullet":
            return self._alone and label.style == self._list.style
        # Letters may leave out what is not answered.
        skips = self._alone and label.number > self._entries and is_option(line)
        return label.kind == self._list.kind and (skips or label.number == self._entries + 1)

    def _closes(self, line: Line) -> bool:
        """Whether a bold or centred line below a question that is whole, and is neither, speaks of the paper."""
        before = self.stem[-1]
        if not asks(before.text) or line.label is not None or not line.text:
            return False
        looks = [(x.paragraph.layout.bold, x.paragraph.layout.centred) for x in (before, line) if x.paragraph]
        return len(looks) == 2 and looks[0] == (False, False) and any(looks[1]) and not is_open(line.text)

    def _wraps(self, line: Line) -> bool:
        """Whether an unlabelled line goes on with the option before it."""
        last = self.options[-1][1][-1]
        indents = [x.paragraph.layout.indent if x.paragraph else -1.0 for x in (line, last)]
        return line.block is last.block or (
            bool(line.text) and indents[0] >= indents[1] > 0 and not self.words.instruction.match(line.text)
        )

    def _inline_answer(self, line: Line) -> bool:
        line = self._unlettered_answer(line)
        explained = self.words.explanation.match(line.text) if line.paragraph else None
        if explained and self._where in ("feedback", "answer"):
            self._where = "feedback"
            self.feedback.append(_behind(line, explained.end()))
            return True
        text = unstruck(line).text if line.label is None or line.label.kind == "bullet" else ""
        found = self.words.answer.match(text) if text else None
        bare = self.words.answer.fullmatch(text + ":") if text and not found else None
        if found is None and bare is None:
            return False
        self._where = "answer"
        if found and not is_blank(text[found.end() :]):
            self.answer.append(text[found.end() :].strip())
            self._told += 1
            self._list = begins_list(self.answer[-1])
            self._entries = int(self._list is not None)
            self._where = "feedback"
        elif found and text[found.end() :].strip():
            self._where = "rest"
        else:
            self._alone = True
        return True

    def _unlettered_answer(self, line: Line) -> Line:
        """The line with the letter that is short for the word for answers (`R. the wage`, `R.- the wage`) before it."""
        label = line.label
        if label is None or label.auto or label.kind != "upper" or label.number <= MAX_LETTER:
            return line
        letter = label.text.rstrip(".)-– ")
        offers = {self.words.truth(word) for word in line.text.split()} == {True, False}  # `R. V   F`
        if offers or self.words.answer.fullmatch(f"{letter}:") is None:
            return line
        return replace(line, label=None, text=f"{letter}: {line.text.lstrip('.-–— ')}")

    def _answer(self, *, several: bool) -> str:
        """What the lines that announce an answer say; letters that contradict each other are left in doubt."""
        if self._entries > 1:
            bullets = self._list is not None and self._list.kind == "bullet"
            return ("; " if bullets else " ").join(self.answer)
        said = [found[1].upper() for text in self.answer if (found := _LETTER.match(text))]
        if several and len(set(said)) > 1:
            return " / ".join(dict.fromkeys(said))
        # Two answers, each behind its word, are no text that anybody types.
        return ("; " if self._told > 1 else " ").join(dict.fromkeys(self.answer))

    def _answer_behind(self) -> str:
        """The answer in brackets at the end of the stem (`… (Answer: 5 V)`), which leaves it; '' if there is none."""
        line = self.stem[-1] if self.stem else None
        paragraph = line.paragraph if line is not None else None
        if line is None or paragraph is None or not paragraph.text[: line.end].rstrip().endswith(")"):
            return ""
        start = paragraph.text.rfind("(", line.start, line.end)
        found = self.words.answer.match(paragraph.text, start, line.end) if start > line.start else None
        if found is None:
            return ""
        kept = unlabelled(line, line.start, start)
        self.stem[-1] = replace(line, text=kept.text, end=kept.end)
        return paragraph.text[found.end() : line.end].rstrip(" )")

    def _space(self, line: Line) -> bool:
        """Whether a line is nothing but room for the learner's words: `____`, or `Alasan: ……`."""
        explained = self.words.explanation.match(line.text)
        room = line.text[explained.end() :] if explained else line.text
        said = line.text.rstrip(" ._…\t")
        if len(said.split()) <= LABEL and is_room(line.text[len(said) :]) and ends_sentence(self.stem[-1].text):
            room = line.text[len(said) :]
        if line.paragraph is None or line.label is not None or not is_room(room):
            return False
        # A blank may end a sentence that was left open.
        return (
            bool(explained)
            or self._where != "stem"
            or id(line) in self._rows
            or (ends_sentence(self.stem[-1].text) or self.stem[-1].text.endswith(":"))
        )

    def _options(self, line: Line) -> bool:
        if self._where not in ("stem", "options") or not self._may_have_options:
            return False
        expected = self._expected()
        if is_option(line, expected) or self._follows(line):
            self.options += [(n, [text]) for n, text in split(line)]
        elif pointless_ones := self._pointless.get(id(line)):
            self.options += [(number, [own]) for number, own in pointless_ones]
        elif self.options and not self.ticked and bare(line, expected):
            self.options.append((expected, [unlettered(line)]))
        elif line.table is not None and not self.options and (rows := ticked_options(line.table)):
            self.options = [(n, [replace(x, slot="x" if on else "")]) for n, (x, on) in enumerate(rows, 1)]
            self.ticked = True
        elif line.table is not None and not self.options and (cells := lettered_cells(line.table)):
            self.options = [(n, [own]) for n, own in cells]
        elif boxes := self._boxes(line, expected):
            self.options += boxes
            self.ticked = True
        else:
            return False
        self._where = "options"
        return True

    def _boxes(self, line: Line, expected: int) -> list[tuple[int, list[Line]]]:
        """The options that stand behind boxes in a line: one, or several."""
        found = boxes(line) if self.ticked or not self.options else []
        if found and self.stem and self.words.asks_to_judge(self.stem[0].text):
            return []  # statements
        numbers = range(expected, expected + len(found))
        return [(n, [replace(own, slot="x" if on else "")]) for n, (own, on) in zip(numbers, found, strict=True)]

    def _follows(self, line: Line) -> bool:
        """Whether a line's letter is one of the question's that stand in another order, or behind a lost one."""
        label = line.label
        return label is not None and is_option(line) and label.number in self._letters - {n for n, _ in self.options}

    def _expected(self) -> int:
        """The number of the next option; where options stand in two columns, the first one missing."""
        numbers = {n for n, _ in self.options}
        return next(n for n in range(1, len(numbers) + 2) if n not in numbers)

    def _draft(self) -> Draft:
        ordered = _unboxed(sorted(self.options, key=lambda found: found[0]))
        if self.ticked:
            firsts = boxed_words([lines[0] for _, lines in ordered])
            ordered = [(n, [first, *lines[1:]]) for (n, lines), first in zip(ordered, firsts, strict=True)]
        judged = any(says_wrong(texts, self.words) for _, texts in ordered)
        signs = judge([texts for _, texts in ordered])
        options: list[Option] = [
            option(n + self._before, texts, self.words, tail=not judged, signs=signs) for n, texts in ordered
        ]
        if len(options) == 1:
            self.stem += options[0].lines
            options = []
        answer = self._answer(several=bool(options)) or self._answer_behind()
        source = "inline" if answer else "none"
        slot = self.stem[0].slot if self.stem else None
        if slot and not options and not answer:
            answer, source = slot, "marked"
        return Draft(
            stem=tuple(self.stem), options=tuple(options), answer=answer,
            answer_source=source, feedback=tuple(self.feedback), rest=tuple(self.rest), room=self._room,
        )  # fmt: skip


def _unboxed(options: list[tuple[int, list[Line]]]) -> list[tuple[int, list[Line]]]:
    """Options whose words stand behind boxes, all of them, without these: `a) ( ) input`; a ticked one is marked."""
    boxes = [boxed(lines[0]) for _, lines in options]
    if not options or not all(boxes):
        return options
    return [(n, [replace(box[0], slot="x" if box[1] else ""), *lines[1:]])
            for (n, lines), box in zip(options, boxes, strict=True) if box]  # fmt: skip


def _opens(label: Label) -> bool:
    """Whether a label is the first of a list."""
    return label.number == 1 or label.kind == "bullet"


def _printed(line: Line) -> str:
    """A line of an answer with its number or letter, without what is crossed out."""
    told = unstruck(line).text
    return told if line.label is None or line.label.kind == "bullet" else f"{line.label.text} {told}"


def _behind(line: Line, offset: int) -> Line:
    """The line after an offset into its own text."""
    paragraph = line.paragraph
    assert paragraph is not None
    raw = paragraph.text[line.start : line.end]
    lost = len(raw) - len(raw.lstrip())
    return unlabelled(line, line.start + lost + offset, line.end)
