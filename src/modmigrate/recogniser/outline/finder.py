"""Whether a single line may be a heading, by style, label, announcing words or looks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from ...text.letters import CAPITALS
from ...text.patterns import lazy
from ...text.signs import asks
from ..lines.labels import QUESTION, TYPED, Label, typed
from ..lines.line import Line
from ..lines.signs import is_code, is_contents_line
from ..words.words import EXERCISES, IDEOGRAPHS, Words
from .candidate import Candidate
from .chapter_labels import ChapterLabel, ChapterLabels, labels_of

ENDS = (".", ";", ",", "!", "…")
TITLE, ANNOUNCING, NAMING, PLAIN = 12, 8, 6, 3
"""Words of a bold title, of one that announces a part, of names alone, and of a plain line that is one."""
LARGE, LARGER = 12, 1.5
"""Points of large letters, and by how much they exceed the text's."""
LETTERS = 3
"""A title has some; 市场 counts as four, ok is none."""
"""Signs that end sentences, not titles."""
MAX_LENGTH = 250
_ADDRESS = lazy(r"(https?://|www\.)\S+|[-–—]{2,}.*|[—–]\s?\S.{0,60}", re.IGNORECASE)
"""An address, or who said the words above; these head nothing."""
_ENTRIES = lazy(r"[:：]\s*\S|\d\D+\d")
"""In a line that names exercises: entries of their keys."""
_VALUE = lazy(r"[^\d:：]{2,25}\s*+[:：]\s*+[±~]?\d.*")
"""`Time: 2 hours`: a label and its value."""
_LABELLED = lazy(r"([^:：–—]{3,25}?)(?:\s*+[:：]|\s++[-–—])\s++(\S.*)")
_COUNTED = lazy(rf"[^\W\d_]+\s+(?:\d{{1,3}}|[IVX]{{1,5}}|[{CAPITALS}])\s*[.:：]\s+(\S.*)")
"""`Part B. True or false`: a word, a counter, and the title."""
_COUNTED_LABEL = lazy(rf"([^\W\d_]+\s+(?:\d{{1,3}}|[IVX]{{1,5}}|[{CAPITALS}]))\.\s+(\S.*)")
"""`Annex B. Price list`."""
_RANGE = lazy(r"\w\s+\d{1,3}\s*(?:[-–&,]|\s[^\W\d]{1,3}\s)\s*\d{1,3}\s*[!.:]?$")
_ASIDE = lazy(r"^\([^)]{2,20}\)\s*(?=\S)")
"""`(Optional) Exercise 3`"""
_PARTING = frozenset(":：–—-")
_SPACED = lazy(r"([^\W\d]+)\s++(\d{1,2}(?:\.\d{1,2})*+)\.?\s++([^\W\d]\S{2,}.*|\[\w.*)")
_NAMED = lazy(
    r"([^\W\d](?:[^:\d]*?[^:\d\s])?)\s++(\w++(?:\.\d{1,2})*+)(?:(?:\s*+[:：]|\s++[-–—])\s++|\s*+—\s*+(?=[^\W\d]))(\S.*)"
)


class Finder(Struct, frozen=True):
    """Looks at one line after another. `lists` number headings, `options` are lines that letter options.

    `series` are lines whose typed letters count on through headings, `exercises` lines that name exercises so.
    """

    words: Words
    body: float
    lists: set[str]
    series: frozenset[int]
    options: set[int]
    labels: ChapterLabels
    exercises: Mapping[int, tuple[str, str, str]] = {}

    @classmethod
    def plain(cls, words: Words, body: float) -> Finder:
        """One that looks at a line alone."""
        return cls(words, body, set(), frozenset(), set(), labels_of(words))

    def vouched(self, at: int, line: Line) -> Candidate | None:
        """The line as a candidate where its series says that it heads something, whatever sign it ends in."""
        if line.paragraph is None:
            return None
        chapter = self.labels.read(line)
        title = line.text if chapter is None else chapter.title
        return self._candidate(at, line, title, chapter, self._role(title), None)

    def look(self, at: int, line: Line) -> Candidate | None:
        """The line as a candidate; None if it can be no heading."""
        paragraph = line.paragraph
        if paragraph is None or self._is_no_title(at, line):
            return None
        chapter = self.labels.read(line)
        title = line.text.rstrip(":").strip() if chapter is None else chapter.title
        layout = paragraph.layout
        loud = layout.bold or layout.capitals or (layout.size or self.body) >= self.body + LARGER
        role = self._role(_ASIDE.sub("", title)) or (self._kind(title) if loud else "")
        listed = (
            at in self.series or at in self.exercises or (line.label is not None and line.label.style in self.lists)
        )
        named = self._named(_ASIDE.sub("", title)) if chapter is None else None
        if named is None and chapter is None and (paragraph.level or layout.bold):
            named = self._spaced(title)
        named = self.exercises.get(at, named)
        role = named[0] if named is not None else role
        if paragraph.level is None and not loud and role in EXERCISES and self._leads_order(title):
            return None
        if not (paragraph.level or chapter or listed or self._announces(line, role, loud) or self._looks(line, loud)):
            return None
        if paragraph.level is None and is_code(line):
            return None
        if chapter is not None and not (loud or paragraph.level or layout.centred) and line.words > ANNOUNCING:
            return None
        return self._candidate(at, line, title, chapter, role, named)

    def _candidate(
        self, at: int, line: Line, title: str, chapter: ChapterLabel | None, role: str,
        named: tuple[str, str, str] | None,
    ) -> Candidate:  # fmt: skip
        paragraph, label = line.paragraph, line.label
        assert paragraph is not None
        layout = paragraph.layout
        size = layout.size or self.body
        numbered = label is not None and label.kind != "bullet"
        found = (_LABELLED.match(title) or _COUNTED_LABEL.match(title)) if not numbered else None
        if found is not None and role in ("back", "key", *EXERCISES) and self._is_back(found[1]):
            named = (role, found[1], found[2])  # Annex B: Price list
        if named and not numbered:
            return Candidate(at, named[2], named[1], role=role, level=paragraph.level, size=size,
                             bold=layout.bold, capitals=layout.capitals, centred=layout.centred)  # fmt: skip
        return Candidate(
            at, title, chapter.printed if chapter else label.text if numbered and label else "",
            chapter.word if chapter else "", chapter.value if chapter else 0, paragraph.level, role, size, layout.bold,
            layout.capitals, layout.centred, _marker(label) if numbered and label and not chapter else "",
            label.level if label is not None and label.style in self.lists else 0,
            label.number if label else 0, chapter is not None and chapter.word in self.words.chapter_parts,
        )  # fmt: skip

    def _role(self, title: str) -> str:
        """What a title announces; an appendix is what its own title says: `Annex 2: Answer key`."""
        found = _LABELLED.match(title) or _COUNTED_LABEL.match(title)
        if found is not None and self.words.role(found[2], extra=0) == "key" and self._is_exercise(found[1]):
            return "key"  # Latihan 1: Kunci Jawaban
        if found is None or not self._is_back(found[1]):
            counted = _COUNTED.match(title)
            own = self.words.role(title, extra=4)
            return own or (self.words.role(counted[1], extra=4) if counted is not None else "")
        own = self.words.role(found[2])
        return own if own in ("key", *EXERCISES) else "back"

    def _kind(self, title: str) -> str:
        """`True – false` names an exercise by its type of question alone."""
        return "practice" if self.words.question_type(title) and self.words.only_names(title) else ""

    def _is_back(self, label: str) -> bool:
        return self.words.role(label, extra=1) == "back"

    def _is_exercise(self, name: str) -> bool:
        return self.words.only_names(name) or self.words.role(name, extra=1) in EXERCISES

    def _is_no_title(self, at: int, line: Line) -> bool:
        if not line.text or len(line.text) > MAX_LENGTH or is_contents_line(line):
            return True
        if re.fullmatch(r"[\W_]+", line.text) or self.words.caption.match(line.text):
            return True
        if line.text[-1] in "0123456789.:!" and _RANGE.search(line.text):
            return True  # Text for questions 4 and 5
        if line.text[0] in "(（" and self.words.true_false_tail.fullmatch(line.text):
            return True  # what the statement before it is to be judged by
        if self.words.lead.match(line.text) and not self.words.role(line.text, extra=0):
            return True  # `At the end of this unit you will be able to:`
        if self.words.answer.match(line.text) and not self.words.role(line.text, extra=0):
            return True
        styled = line.paragraph is not None and line.paragraph.level is not None
        said = _ADDRESS.fullmatch(line.text) or _VALUE.fullmatch(line.text)
        return not styled and (at in self.options or said is not None)

    def _named(self, title: str) -> tuple[str, str, str] | None:
        """`Activity One: Make a page`: what it announces, its label, its title."""
        found = _NAMED.fullmatch(title) if not _PARTING.isdisjoint(title) else None
        if found is None or self.words.role(found[3], extra=0) == "key" or self.words.truth(found[3]) is not None:
            return None  # Kuis Benar – Salah
        role = self.words.role(found[1], extra=0)
        return (role, f"{found[1]} {found[2]}", found[3]) if role in ("practice", "test") else None

    def _leads_order(self, title: str) -> bool:
        """`Tugas: Buat:`: a label, and what it tells to do."""
        label, sign, rest = title.replace("：", ":").partition(":")
        return bool(sign) and self.words.role(label, extra=0) in EXERCISES and self.words.tells(rest.strip())

    def _spaced(self, title: str) -> tuple[str, str, str] | None:
        """`Aufgabe 4 [Sorting]`, `Exercise 2.1 The wage`: what it announces, its label, its title."""
        found = _SPACED.fullmatch(title)
        role = self.words.role(found[1], extra=0) if found is not None else ""
        return (
            (role, f"{found[1]} {found[2]}", found[3]) if found is not None and role in ("practice", "test") else None
        )

    def _announces(self, line: Line, role: str, loud: bool) -> bool:
        """A short line that is just an announcing phrase ('Latihan soal'), by looks or standing alone."""
        if not role or line.text.endswith(ENDS) or (line.label is not None and line.label.kind in ("lower", "bullet")):
            return False
        if line.label is not None and line.label.kind == "number" and not loud:
            return False
        if not loud and self.words.instruction.match(line.text):
            return False  # Answer the following questions:
        named = not _ENTRIES.search(line.text) and self.words.only_names(line.text)
        return line.words <= (ANNOUNCING if loud else NAMING if named else PLAIN)

    def _looks(self, line: Line, loud: bool) -> bool:
        large = line.paragraph is not None and (line.paragraph.layout.size or 0) >= self.body + 1
        # `3.1 Opening activities.`: whoever numbers a bold title so may end it like a sentence.
        ends = line.text.endswith(ENDS) and not (
            line.label is not None and line.label.kind == "multi" and line.text[-1] == "."
        )
        if not loud or line.words > TITLE or ends or (asks(line.text) and not large):
            return False  # a bold question is one, unless it is as large as titles are
        if line.text.endswith(":") and line.words > NAMING:
            return False  # a sentence that announces what follows
        if line.label is not None and (line.label.kind in ("lower", "bullet") or line.label.style == QUESTION):
            return False
        layout = line.paragraph.layout if line.paragraph else None
        # Capitals alone are often an acronym or a line of code; they need centring or a second sign.
        strong = layout is not None and (layout.bold or layout.centred or (layout.size or 0) > LARGE)
        return strong and sum(2 if c >= IDEOGRAPHS else c.isalpha() for c in line.text) >= LETTERS


def _marker(label: Label) -> str:
    """The kind of a label; `五、` of Word's own ranks as it does when typed, before or behind such a one."""
    plain = label.kind != "number" or not label.auto or any(c.isdigit() for c in label.text)
    said = None if plain else TYPED.match(f"{label.text} ")
    printed = typed(said) if said is not None else None
    return printed.kind if printed is not None and printed.kind != "bullet" else label.kind
