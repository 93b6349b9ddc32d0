"""What the documents of a language call things, ready to compare."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from ...module import folded
from ...text.patterns import lazy
from ...text.signs import CLAUSE, asks_in, ends_sentence

CLOSED = frozenset({"key", "contents"})
"""Roles that take a part's text away from learners: only a title that says nothing else announces them."""
MANY = 4
"""Words that may follow in a heading; names of exercises and chapters behind a key's may be more."""
SHORT = 4
"""Words of a title that names an exercise by its last one."""
LONG = 16
"""Blanks in a title that may still announce something: the longest phrases and what may follow them."""
IDEOGRAPHS = "\u3040"
"""From here on a sign is a word or half of one."""
_ASIDE = lazy(r"\([^)]*\)")
SIGNS = dict.fromkeys("√✓✔○〇◯", True) | dict.fromkeys("×✗✘╳☓", False)
"""Signs that judge a statement (East Asian papers; 〇 and × in Japanese ones)."""
EXERCISES = ("practice", "pretest", "test")
SECTIONS = ("glossary", "references", "further")
"""Sections that are what their titles say, word for word."""
ROLES = ("contents", "front", "back", "objectives", "pretest", "test", "practice", "key", "summary", "recipe")
"""What a heading can announce; an earlier row wins where phrases are equally long."""


Types = Mapping[str, tuple[tuple[str, str], ...]]


class Words(Struct, frozen=True):
    """The words of one document: those of its language first, then of all others (documents mix)."""

    language: str
    chapter: re.Pattern[str]
    chapter_parts: frozenset[str]
    """Folded words of chapter labels that may number the parts of one lesson."""
    editions: frozenset[str]
    """Folded words for the versions of one paper, which letters tell apart: Paket A."""
    sheet: re.Pattern[str]
    """What work sheets number themselves by, alone in a cell: Jobsheet 2; groups word, number."""
    numerals: Mapping[str, int]
    """Numbers of chapters that are spelled out (one, first), as written."""
    chapter_patterns: tuple[re.Pattern[str], ...]
    """Whole labels of languages that put the number inside: 第一章; groups word, number, rest."""
    phrases: Mapping[str, tuple[str, ...]]
    """Folded phrase → roles it announces."""
    types: Types
    """Folded phrases and the question type that each names, by their first word."""
    answer: re.Pattern[str]
    concluded: re.Pattern[str]
    """A sentence that ends in the letter of the right answer: `So the correct answer is B.`"""
    explanation: re.Pattern[str]
    lead: re.Pattern[str]
    instruction: re.Pattern[str]
    task_verb: re.Pattern[str]
    act_verb: re.Pattern[str]
    """Of these, what is done with others or elsewhere: discuss, interview, visit."""
    tell_verb: re.Pattern[str]
    """Verbs that tell to do something, by their form where the language marks it (`Öffnen Sie`, `-lah`, `-ez`)."""
    step_verb: re.Pattern[str]
    """Of these, what is done at a machine step by step: click, open, klik."""
    polite: re.Pattern[str]
    """Words that ask for something to be done, before the verb: please, silakan."""
    following: re.Pattern[str]
    """Words that point to what stands below: the following, berikut."""
    ask_verb: re.Pattern[str]
    """Words that an open question begins with, or a sum: explain, name, why, calculate …"""
    open_verb: re.Pattern[str]
    """Of these, what is answered in sentences or a list: explain, name, why."""
    boxes: Mapping[str, str]
    """Folded words that open a box → its kind (note, tip …, trainer)."""
    meanings: Mapping[str, str]
    """Folded titles of sections → what they are: glossary, references, further, trainer."""
    topics: frozenset[str]
    """Folded beginnings of titles that look like an exercise's and are none (Uraian Materi); two or three words."""
    parts: frozenset[str]
    """Folded titles of standard parts of a lesson: equipment, procedure."""
    guides: frozenset[str]
    """Folded names of documents that are for trainers as a whole."""
    fact: re.Pattern[str]
    """What asks for a word or a number: how many, who, when."""
    title_label: re.Pattern[str]
    """`Judul :` before a chapter's title."""
    caption: re.Pattern[str]
    truths: Mapping[str, bool]
    columns: Mapping[str, str]
    """Folded head of a table's column → stem, option or key."""
    plain: frozenset[str]
    """Single words for exercises of any type."""
    ends: tuple[str, ...]
    """What the last word of an exercise's title ends in: questions, -fragen."""
    names: frozenset[str]
    """Words that name exercises, question types and chapters, and the small words between them."""
    either: re.Pattern[str]
    """What stands between two answers, one as right as the other: `profit or gain`."""
    yes_no: frozenset[str]
    """Of `truths`, those that answer rather than judge: yes, no."""
    true_false_tail: re.Pattern[str]
    steps: re.Pattern[str]
    """Words that name steps to be followed."""
    right_tail: re.Pattern[str]
    """`(correct)` behind the right option."""
    wrong_tail: re.Pattern[str]
    """`(false)` behind an option."""

    def role(self, title: str, *, extra: int = 5) -> str:
        """What a heading with this title announces; '' for nothing. At most `extra` words may follow the phrase."""
        if title.count(" ") > LONG:
            return ""
        words = folded(title).split()
        if self._is_topic(words):
            return ""
        for length in range(len(words), 0, -1):
            if roles := self.phrases.get(" ".join(words[:length])):
                if roles[0] in CLOSED and (len(words) - length <= extra or extra >= MANY):
                    return roles[0] if self.only_names(title, length) else ""
                if len(words) - length <= extra:
                    return roles[0]
        # A type of question and nothing else: Identification.
        if words and self._is_type(" ".join(words), words[0]) and not self._tells(title):
            return "practice"
        # English names what it is last: Critical Thinking Questions.
        return "practice" if 1 < len(words) <= SHORT and words[-1].endswith(self.ends) else ""

    def opening(self, title: str) -> str:
        """The longest phrase that a title begins with; '' if it announces nothing."""
        words = folded(title).split()
        found = (" ".join(words[:length]) for length in range(len(words), 0, -1))
        return next((phrase for phrase in found if phrase in self.phrases), "")

    def says_only(self, title: str) -> bool:
        """Whether a title announces an exercise and says nothing else: `Tugas dan Fungsi Pengurus` is a topic."""
        title = re.split(r"[:：–—(]|\s-\s", title.strip(" :："), maxsplit=1)[0]
        words = folded(title).split()
        lengths = (n for n in range(len(words), 0, -1) if " ".join(words[:n]) in self.phrases)
        return self.only_names(title, next(lengths, 0))

    def only_names(self, title: str, length: int = 0) -> bool:
        """Whether nothing but numbers and names of exercises and chapters follows the phrase.

        `Solutions for small shops` is a topic, no key: taking it for one would lose its text.
        """
        rest = folded(_ASIDE.sub(" ", title)).split()[length:]
        return all(len(t) == 1 or t.isdecimal() or t in self.names or re.fullmatch(r"[ivxlc]+", t) for t in rest)

    def is_part(self, title: str) -> bool:
        """Whether a title is that of a standard part of a lesson, with a word more at most: `Alat yang dipakai`."""
        words = folded(title).split()
        return any(" ".join(words[:n]) in self.parts for n in (len(words), len(words) - 1) if n > 0)

    def _is_type(self, phrase: str, first: str) -> bool:
        return any(named == phrase for named, _ in self.types.get(first, ()))

    def _tells(self, title: str) -> bool:
        """Whether words ask or tell, as an instruction does and a title does not: `True or false?`, `Complete`."""
        return ends_sentence(title.rstrip(" :")) or self.instruction.match(title) is not None

    def _is_topic(self, words: list[str]) -> bool:
        return any(" ".join(words[:n]) in self.topics for n in (2, 3))

    def question_type(self, text: str) -> str:
        """The question type that a heading or instruction names; '' for none."""
        words = f" {folded(text)} "
        if self._is_topic(words.split()):
            return ""
        best = min(((words.find(f" {phrase} "), -len(phrase), kind)
                    for first in set(words.split()) & self.types.keys()
                    for phrase, kind in self.types[first] if f" {phrase} " in words), default=(0, 0, ""))  # fmt: skip
        pair = re.fullmatch(r"(\w+)\s*[/&]\s*(\w+)", text.strip())
        if best[2] == "task" and pair and self.plain & {folded(pair[1]), folded(pair[2])}:
            return ""  # Latihan/Tugas: exercises of any kind
        return best[2]

    def tells(self, text: str) -> bool:
        """Whether a text begins by telling to do, answer or explain something: `Please name …`, `Connect the …`."""
        asked = self.polite.match(text)
        verb = text[asked.end() :] if asked is not None else text
        return any(v.match(verb) for v in (self.instruction, self.ask_verb, self.task_verb, self.act_verb)) or (
            self.tell_verb.match(verb) is not None
        )

    def poses(self, text: str) -> bool:
        """Whether a text asks anywhere, or begins by telling to do something."""
        return asks_in(text) or self.tells(text)

    def instructs(self, text: str) -> bool:
        """Whether a clause of a text tells to answer, in whatever place: `For these statements, please name …`."""
        pointing = self.following.search(text) is not None
        for clause in CLAUSE.split(text):
            asked = self.polite.match(clause)
            verb = clause[asked.end() :] if asked is not None else clause
            if self.instruction.match(verb) or ((asked or pointing) and self.ask_verb.match(verb)):
                return True
        return False

    def only_says_answer(self, text: str) -> bool:
        """Whether a text is a word for answers and nothing else: `Jawaban`, `Answer:`."""
        return self.answer.fullmatch(text.rstrip(" :：") + ":") is not None

    def box(self, label: str) -> str:
        """The kind of box that a label opens: note, tip, warning, example, case, definition, trainer; '' for none."""
        return self.boxes.get(folded(label), "")

    def is_for_trainers(self, title: str) -> bool:
        """Whether a document with this title is a trainer's guide as a whole."""
        words = f" {folded(title)} "
        return any(f" {guide} " in words or (not guide.isascii() and guide in words) for guide in self.guides)

    def meaning(self, title: str) -> str:
        """What a section with this title is: glossary, references, further or trainer; '' for none of these."""
        return self.meanings.get(folded(title), "")

    def asks_to_judge(self, text: str) -> bool:
        """Whether an instruction names both truth values: `Escriba V si es verdadero y F si es falso`."""
        if {SIGNS[c] for c in text if c in SIGNS} == {True, False}:
            return True
        words = f" {folded(text)} "
        found = [(word, value) for word, value in self.truths.items() if self._stands(word, words)]
        # `Tidak` alone is `not`, whatever else is called true.
        judging = {value for word, value in found if word not in self.yes_no}
        answering = {value for word, value in found if word in self.yes_no}
        return {True, False} in (judging, answering)

    @staticmethod
    def _stands(word: str, words: str) -> bool:
        """Whether a truth value stands among words; scripts without blanks have words of two signs."""
        if word[0] >= IDEOGRAPHS:
            return len(word) > 1 and word in words
        return len(word) > 3 and f" {word} " in words

    def says_right(self, text: str) -> bool:
        """Whether a text speaks of the right answer: `* = jawaban benar`."""
        said = f" {folded(text)} "
        return any(f" {word} " in said for word, role in self.columns.items() if role == "key")

    def truth(self, text: str) -> bool | None:
        """True or False for 'Benar', 'S', 'True', '√' …; None for anything else."""
        sign = text.strip(" .,;:()（）")
        return SIGNS[sign] if sign in SIGNS else self.truths.get(folded(text))
