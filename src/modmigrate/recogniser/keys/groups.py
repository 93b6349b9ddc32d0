"""Answer keys that stand apart from their questions: entries under titles, ready to be paired."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from ...source import NOWHERE, Where
from ...text.letters import OPTIONS
from ...text.patterns import lazy
from ...text.signs import is_room
from ..entries.entries import entries_of
from ..entries.labelled import by_label
from ..entries.names import TITLE, names_exercise
from ..entries.runs import letters
from ..entries.tables import by_exercise, in_cells
from ..lines.labels import MENTIONED
from ..lines.line import Line, pieces
from ..words.words import Words

_ORDER = lazy(rf"\(?[{OPTIONS}]\)?(\s*[,;–>→-]+\s*\(?[{OPTIONS}]\)?){{2,}}[\s.]*")


class KeyGroup(Struct):
    """Key entries under one title. `titles`: headings from the key's own downwards; `chapter`: where it stands."""

    chapter: int | None
    titles: tuple[str, ...]
    where: Where = NOWHERE
    entries: list[tuple[int, str]] = field(default_factory=list)
    whole: bool = False
    """Whether its entry stands for the exercise as a whole, without a number of its own."""
    only: int | None = None
    """The first question of the one exercise that these entries can answer; None where that is open."""
    section: int = 0
    """What stands before the point in its entries' numbers: 2 of `2.1 b`; 0 where they have none."""
    after: int = 0
    """The number of the last entry under the title before it; a key may count on through its exercises."""


def groups(
    lines: Sequence[Line], chapter: int | None, titles: tuple[str, ...], words: Words, after: int = 0
) -> list[KeyGroup]:
    """The key groups in the lines below one heading; a short line that is no entry titles a new group.

    `after` is the number of the same key's last entry before them.
    """
    where = lines[0].paragraph.where if lines and lines[0].paragraph else NOWHERE
    collected = _Collected([KeyGroup(chapter, titles, where, after=after)], titles)
    for line in (piece for whole in lines for piece in pieces(whole)):
        collected.take(line, words)
    return [g for g in collected.groups if g.entries]


class _Collected(Struct):
    """The groups so far, and the number of the last entry; None where a title stands since."""

    groups: list[KeyGroup]
    titles: tuple[str, ...]
    last: int | None = None

    def take(self, line: Line, words: Words) -> None:
        """A line of the key: entries, a title, or a title with its entries."""
        if columns := in_cells(line):
            for name, lines in columns:
                self._title(line, name)
                for own in lines:
                    self.take(own, words)
            self._title(line)
            return
        if several := by_exercise(line, words):
            for name, entries in several:
                self._title(line, name)
                self.groups[-1].entries += entries
            self._title(line)
            return
        if labelled := by_label(line, words):
            for names, own in labelled:
                self._title(line, *names)
                self.take(own, words)
            self._title(line)
            return
        named = names_exercise(line, words)
        if named is not None:
            self._title(line, named[0])
            line = named[1]
        alone = named is not None or _ORDER.fullmatch(line.text) is not None or bool(letters(line.text))
        found = list(entries_of(line, words))
        if not found and alone:
            found, self.groups[-1].whole = _whole_answer(line), True
        if not found and self.last is not None and (said := MENTIONED.findall(line.text)):
            # A remark on some entries: which answer is meant nobody knows.
            self.groups[-1].entries = [e for e in self.groups[-1].entries if str(e[0]) not in said]
        elif not found and line.words <= TITLE and line.text and line.table is None:
            self._title(line, line.text)
        section = _section(line)
        if found and section != self.groups[-1].section:
            self.groups.append(replace(self.groups[-1], entries=[], whole=False, section=section))
        for number, value in found:
            # Numbers that start again at 1 belong to another exercise, titled or not; one that is given twice
            # stays, for its question to be left without a key.
            if self.last is not None and number <= self.last and number == 1:
                self.groups.append(replace(self.groups[-1], entries=[], whole=False))
            if value and not is_room(value):  # what is crossed out, or room to write, leaves its number alone
                self.groups[-1].entries.append((number, _said(value, words)))
            self.last = number

    def _title(self, line: Line, *name: str) -> None:
        where = line.paragraph.where if line.paragraph else self.groups[0].where
        after = next((g.entries[-1][0] for g in reversed(self.groups) if g.entries), self.groups[0].after)
        self.groups.append(KeyGroup(self.groups[0].chapter, (*self.titles, *name), where, after=after))
        self.last = None


def _section(line: Line) -> int:
    """The first number of a label such as `2.1`; 0 for other lines."""
    label = line.label
    return int(label.text.strip("(").partition(".")[0]) if label is not None and label.kind == "multi" else 0


def _said(value: str, words: Words) -> str:
    """A value without the word that names it: `Sample answer: profit`."""
    found = words.answer.match(value)
    return value[found.end() :].strip() or value if found else value


def _whole_answer(line: Line) -> list[tuple[int, str]]:
    """The key of an exercise that is one question: `Task 2: b`, `Order: b, c, a`."""
    label = f"{line.label.text} " if line.label is not None and not line.label.auto else ""
    return [(1, label + line.text)] if line.text else []
