"""What the documents of a language call things, ready to compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..languages import known, load
from ..module import folded
from ..patterns import lazy

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
    explanation: re.Pattern[str]
    lead: re.Pattern[str]
    instruction: re.Pattern[str]
    task_verb: re.Pattern[str]
    act_verb: re.Pattern[str]
    """Of these, what is done with others or elsewhere: discuss, interview, visit."""
    following: re.Pattern[str]
    """Words that point to what stands below: the following, berikut."""
    ask_verb: re.Pattern[str]
    """Words that an open question begins with: explain, name, why …"""
    boxes: Mapping[str, str]
    """Folded words that open a box → its kind (note, tip …, trainer)."""
    meanings: Mapping[str, str]
    """Folded titles of sections → what they are: glossary, references, further, trainer."""
    topics: frozenset[str]
    """Folded beginnings of titles that look like an exercise's and are none (Uraian Materi); two or three words."""
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
        said = {value for word, value in self.truths.items() if self._stands(word, words)}
        return said == {True, False}

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


def words_for(languages: tuple[str, ...]) -> Words:
    """The words to read a document by: those of its language, then of those it is mixed with (see `languages_of`)."""
    order = tuple(language for language in languages if language in known()) or ("en",)
    # Where all may be meant their order means nothing, and one set serves all such documents.
    made = _made(known() if len(order) == len(known()) else order)
    return replace(made, language=languages[0])


@cache
def _made(order: tuple[str, ...]) -> Words:
    files = [load(code)["document"] for code in order]
    phrases: dict[str, tuple[str, ...]] = {}
    for file in files:
        for role in ROLES:
            for phrase in file.get(role, ()):
                key = folded(phrase)
                phrases[key] = (*phrases.get(key, ()), role)
    judging = (("is-yes", True), ("is-no", False), ("is-true", True), ("is-false", False))
    truths = {folded(str(w)): v for f in reversed(files) for name, v in judging for w in f.get(name, ())}
    spelled = _either(sorted((t for t in truths if len(t) > 2), key=len, reverse=True))
    letters = "".join(sorted({t.upper() for t in truths if len(t) == 1 and t.isalpha()} | set("TFBS")))
    one = rf"(?:{spelled}|(?-i:[{letters}]))"
    joined = r"/|-|–|\||\b(?:atau|or|ou|o|oder|of|veya|hay|e|أم|او|או)\b|(?<=\w)\s(?=\w)"
    tail = rf"\(?\s*{one}\s*(?:{joined})\s*{one}\s*\)?\s*[.:]?\s*$"
    return Words(
        language=order[0],
        chapter=lazy(rf"({_either(_all(files, 'chapter'))})[\s.:\-–]*", re.IGNORECASE),
        sheet=lazy(rf"({_either(_all(files, 'sheet'))})[\s\-.:]*(\d{{1,2}})", re.IGNORECASE),
        numerals={str(w).casefold(): n for f in files for n, ws in enumerate(f.get("numerals", ()), 1) for w in ws},
        chapter_patterns=tuple(lazy(p, re.S) for f in files for p in f.get("chapter-patterns", ())),
        phrases=phrases,
        types=_types(files),
        answer=lazy(_answer(_all(files, "answer")), re.IGNORECASE),
        explanation=lazy(rf"({_either(_all(files, 'explanation'))})\s*[:：]\s*", re.IGNORECASE),
        lead=lazy("|".join(f"(?:{p})" for f in files for p in f.get("objectives-lead", ())), re.I | re.S),
        instruction=_start(files, "instruction"),
        task_verb=_start(files, "task-verb"),
        act_verb=_start(files, "act-verb"),
        following=lazy(rf"\b(?:{_either(_all(files, 'following'))})", re.IGNORECASE),
        ask_verb=_start(files, "ask-verb"),
        boxes={folded(str(w)): kind for f in reversed(files) for kind, ws in f["boxes"].items() for w in ws},
        meanings={
            folded(str(w)): name
            for f in reversed(files)
            for name, ws in ((*((n, f.get(n, ())) for n in SECTIONS), ("trainer", f["boxes"]["trainer"])))
            for w in ws
        },
        topics=frozenset(folded(str(w)) for f in files for w in f.get("topic", ())),
        guides=frozenset(folded(str(w)) for f in files for w in f["trainer-guide"]),
        fact=_start(files, "fact"),
        title_label=lazy(rf"({_either(_all(files, 'title-label'))})\s*[:：]\s*", re.IGNORECASE),
        caption=lazy(rf"({_either(_all(files, 'caption'))})\s*\.?\s*\d+([.\-]\d+)*\b", re.IGNORECASE),
        truths=truths,
        columns={
            folded(str(w)): name
            for f in reversed(files)
            for name in ("stem", "option", "key")
            for w in f.get(f"column-{name}", ())
        },
        plain=_plain(phrases, _types(files)),
        ends=tuple(folded(str(w)) for f in files for w in f.get("exercise-end", ())),
        names=_names(files, phrases),
        yes_no=frozenset(folded(str(w)) for f in files for name in ("is-yes", "is-no") for w in f.get(name, ())),
        true_false_tail=lazy(tail, re.IGNORECASE),
        steps=lazy(rf"\b(?:{_either(_all(files, 'steps'))})", re.IGNORECASE),
        right_tail=_tail(_right(files, truths)),
        wrong_tail=_tail(_either(sorted(t for t, value in truths.items() if not value and len(t) > 2))),
    )


def _answer(words: Iterable[str]) -> str:
    """`Jawaban: …`; a single letter (`R: …`) needs the colon, for `R.` begins names."""
    found = list(words)
    long, short = _either(w for w in found if len(w) > 1), _either(w for w in found if len(w) == 1)
    return rf"[\W_]*(?:({long})\s*[:=.：]|({short}):)\s*"


def _tail(said: str) -> re.Pattern[str]:
    return lazy(rf"\s*[(\[（]\s*(?:{said})\s*[)\]）][\s.]*$", re.IGNORECASE)


def _right(files: Iterable[Mapping[str, Any]], truths: Mapping[str, bool]) -> str:
    said = {
        *(t for t, value in truths.items() if value and len(t) > 2),
        *_all(files, "column-key"),
        *_all(files, "answer"),
    }
    return _either(sorted(said, key=lambda w: (-len(w), w)))


def _plain(phrases: Mapping[str, tuple[str, ...]], types: Types) -> frozenset[str]:
    typed = {word for named in types.values() for phrase, _ in named for word in phrase.split()}
    single = (p for p, roles in phrases.items() if set(roles) & set(EXERCISES) and " " not in p)
    return frozenset(p for p in single if p not in typed)


def _names(files: Iterable[Mapping[str, Any]], phrases: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    named = [phrase for phrase, roles in phrases.items() if {*roles} & {*EXERCISES, *CLOSED}]
    kinds = [folded(p) for f in files for ps in f["types"].values() for p in ps]
    chapters = [folded(str(c)) for f in files for c in f.get("chapter", ())]
    small = [w for f in files for w in f["stopwords"]]
    return frozenset(token for text in (*named, *kinds, *chapters, *small, "nomor no number") for token in text.split())


def _types(files: Iterable[Mapping[str, Any]]) -> Types:
    found = {folded(p): kind for f in reversed(list(files)) for kind, ps in f["types"].items() for p in ps}
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    for phrase, kind in found.items():
        first = phrase.split()[0]
        out[first] = (*out.get(first, ()), (phrase, kind))
    return out


def _all(files: Iterable[Mapping[str, Any]], key: str) -> list[str]:
    return sorted({str(w) for f in files for w in f.get(key, ())}, key=lambda w: (-len(w), w))


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[\s\-]+") for w in words) or "(?!)"


def _start(files: Iterable[Mapping[str, Any]], key: str) -> re.Pattern[str]:
    return lazy("|".join(f"(?:{f[key]})" for f in files if f.get(key)) or "(?!)", re.IGNORECASE)
