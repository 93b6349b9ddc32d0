"""Every warning there is, in one table; a Finding is one of them at one place."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from msgspec import Struct

from .source import NOWHERE, Where
from .text.patterns import lazy


class Severity(Enum):
    """INFO is shown with -v; ADVICE always; WARNING too, and fails under --strict; TOTAL are last lines of `convert`.

    ADVICE is what the author alone can mend and nearly no document is free of: nothing is lost or unsure.
    """

    INFO = "info"
    ADVICE = "advice"
    WARNING = "warning"
    TOTAL = "total"


class Code(Enum):
    """Warning codes with severity and sentence; the sentence's fields are filled from the finding."""

    KEY_MISSING = (
        "key-missing",
        Severity.WARNING,
        "{question} {has} no answer in the document; {it} will not be scored",
    )
    KEY_UNSURE = ("key-unsure", Severity.WARNING, "{question}: {reason}; it will not be scored until you set `answer`")
    KEY_UNUSED = ("key-unused", Severity.WARNING, "the key “{entry}” fits no exercise and answers nothing")
    NO_CHAPTERS = ("no-chapters", Severity.WARNING, "no chapter was found; the whole document is one chapter")
    CHECK_HEADINGS = ("check-headings", Severity.WARNING, "the headings may be wrong: {what}{places}")
    CHECK_QUESTIONS = ("check-questions", Severity.WARNING, "the questions may be wrong: {what}{places}")
    CHECK_KEYS = ("check-keys", Severity.WARNING, "the answers may be wrong: {what}{places}")
    NO_SCORED = ("no-scored", Severity.INFO, "no test with known answers was found; the package completes on reading")
    NOT_SCORED = (
        "not-scored",
        Severity.WARNING,
        "{count} question{s} with {answers} {stand} in no test; set `scoring: all` in module.yaml to score {them}",
    )
    PASS_MARK = (
        "pass-mark",
        Severity.WARNING,
        "the document names several pass marks: {named}; {used} is used, set `mastery` in module.yaml",
    )
    POINTS_PARTLY = (
        "points-partly",
        Severity.WARNING,
        "{count} of {total} questions that count {have} no points, so all count alike; set `points` in module.yaml",
    )
    POINTS_MANY = (
        "points-many",
        Severity.WARNING,
        "an exercise has {total} points, more than the {limit} that learners' progress has room for, so all questions "
        "count alike; set smaller `points` in module.yaml",
    )
    PICTURE_UNREADABLE = (
        "picture-unreadable",
        Severity.WARNING,
        "a picture of kind {kind} cannot be shown in a browser; {what}",
    )
    PAPER_ONLY = (
        "paper-only",
        Severity.ADVICE,
        "{count} sentence{s} that only paper can follow {are} left out: {quoted}; `instructions: keep` in module.yaml "
        "shows {them}",
    )
    DROPPED = ("dropped", Severity.WARNING, "{what} is left out: {reason}")
    INTERNAL = (
        "internal",
        Severity.WARNING,
        "{what} met a mistake of this program and {kept}; please report it: {error}",
    )
    ACTIVITIES = (
        "activities",
        Severity.INFO,
        "{count} offer{s} to do something {are} made of the document's own words: {kinds}; {refused} refused; "
        "`inspect --why` says why",
    )
    COLOUR_CORRECTED = (
        "colour-corrected",
        Severity.WARNING,
        "the theme's colour {name} {wish} is hard to read; {used} is used instead",
    )
    COLOURS_ALIKE = (
        "colours-alike",
        Severity.WARNING,
        "the theme's colours {one} and {other} are too alike to be read, or not written as #rrggbb",
    )
    COMMENTS_LEFT_OUT = ("comments-left-out", Severity.INFO, "{count} comment{s} {are} left out")
    HIDDEN_LEFT_OUT = ("hidden-left-out", Severity.INFO, "{count} run{s} of hidden text {are} left out")
    OBJECTS_AS_PICTURES = (
        "objects-as-pictures",
        Severity.INFO,
        "{count} embedded object{s} {are} shown by {their} picture alone; what is inside is left out",
    )
    LINKS_LEFT_OUT = (
        "links-left-out",
        Severity.INFO,
        "{count} link{s} {are} of a kind that no page may open (javascript:, file: …); {their} words are kept",
    )
    FOR_TRAINERS = (
        "for-trainers",
        Severity.INFO,
        "{count} part{s} {are} for trainers; the trainer edition alone shows {them}",
    )
    MACROS_IGNORED = ("macros-ignored", Severity.INFO, "the file holds macros; they are ignored")
    PART_UNREADABLE = ("part-unreadable", Severity.WARNING, "part {part} of the file cannot be read: {reason}")
    NO_TEXT = (
        "no-text",
        Severity.WARNING,
        "no text on {pages}, only pictures; to have them read, install the extra modmigrate[ocr]",
    )
    TEXT_RECOGNISED = (
        "text-recognised",
        Severity.WARNING,
        "{pages} held only pictures of text and were read by text recognition; check them",
    )
    TEXT_IN_PICTURE = (
        "text-in-picture",
        Severity.WARNING,
        "pictures on {pages} hold many words, which only screen readers and search find as text; check them",
    )
    ALT_MISSING = (
        "alt-missing",
        Severity.ADVICE,
        "{count} picture{s} {are} without alternative text, which people who do not see need{places}",
    )
    SIGNS_UNKNOWN = (
        "signs-unknown",
        Severity.WARNING,
        "the meaning of {count} sign{s} on {pages} is not told by {their} font; compare with the page",
    )
    WORDS_LOST = (
        "words-lost",
        Severity.WARNING,
        "{count} word{s} of the source {stand} nowhere in the module: “{first} …”{more}",
    )
    PICTURES_LOST = (
        "pictures-lost",
        Severity.WARNING,
        "{count} picture{s} of the source {stand} nowhere in the module{places}",
    )
    ACCOUNT = ("account", Severity.TOTAL, "{words} words read{more}")
    SUMMARY = ("summary", Severity.TOTAL, "{what}; next: {next}")
    EMPTY = ("empty", Severity.WARNING, "the document holds no text")
    MERGE_CONFLICT = (
        "merge-conflict",
        Severity.WARNING,
        "{what} changed by hand and in the source; your edit was kept{sides}",
    )
    MERGED = ("merged", Severity.TOTAL, "{taken} of the source taken, {kept} of yours kept, {conflicts}")
    QUESTION_UNUSABLE = (
        "question-unusable",
        Severity.WARNING,
        "{question} cannot be answered: {reason}; it is not scored",
    )
    RESPONSE_LEFT_OUT = (
        "response-left-out",
        Severity.INFO,
        "{question} has more than {limit} entries; the LMS is told whether the answer was right, not which it was",
    )
    SEVERAL_SCOS = (
        "several-scos",
        Severity.INFO,
        "the package has {count} SCOs; in Moodle turn on “Require all SCOs to return completion status”, "
        "or the activity is complete after the first",
    )
    STATE_SIZE = (
        "state-size",
        Severity.INFO,
        "learners' state takes at most {size} of the 4096 characters an LMS keeps, besides typed texts",
    )
    STATE_TRIMMED = (
        "state-trimmed",
        Severity.WARNING,
        "learners' state may need {size} of 4096 characters; long texts may not be resumed",
    )

    EXPORT_LEFT_OUT = (
        "export-left-out",
        Severity.WARNING,
        "{count} question{s} {are} not in the file, since {format} does not hold {them}: {reasons}",
    )
    EXPORT_OPEN = (
        "export-open",
        Severity.WARNING,
        "{count} question{s} {go} out as open question{s} without a key: {reasons}",
    )
    EXPORT_PART = (
        "export-part",
        Severity.WARNING,
        "{count} question{s} {are} without {their} {what}, which {format} does not hold ({named})",
    )

    def __init__(self, code: str, severity: Severity, sentence: str) -> None:
        self.code = code
        self.severity = severity
        self.sentence = sentence


_ONE = {"s": "", "are": "is", "stand": "stands", "answers": "an answer", "them": "it", "their": "its", "have": "has",
        "go": "goes"}  # fmt: skip
_MANY = {word: word for word in _ONE}
"""Words of sentences that agree with their `count`."""


_PARAGRAPH = lazy(r"¶([0-9]{1,9})")
_PLACED = (Severity.WARNING, Severity.ADVICE)
"""What names places."""


class Finding(Struct, frozen=True):
    """One thing the tool was unsure of, changed or left out."""

    code: Code
    where: Where = NOWHERE
    values: tuple[tuple[str, Any], ...] = ()
    words: tuple[tuple[int, str], ...] = ()
    """By number, how the paragraphs that it names begin, in quotes: what people are told instead."""

    @property
    def numbers(self) -> list[int]:
        """The numbers of the paragraphs that it names."""
        named = [int(number) for number in _PARAGRAPH.findall(self.message)] if self.code.severity in _PLACED else []
        return [self.where.paragraph, *named] if self.where.paragraph else named

    @property
    def told(self) -> str:
        """The message as people are told it: paragraphs by their first words."""
        return self.in_words(self.message)

    def in_words(self, message: str) -> str:
        """A message, also one in another language, with paragraphs named by their first words."""
        words = dict(self.words)
        return _PARAGRAPH.sub(lambda f: words.get(int(f[1]), f[0]), message) if words else message

    @property
    def message(self) -> str:
        """The sentence, without place and code."""
        values = dict(self.values)
        return self.code.sentence.format(**(_ONE if values.get("count") == 1 else _MANY), **values)

    def line(self, file: str, message: str = "") -> str:
        """`modul-3.docx p.18 (BAB II › Latihan): question 7 has no answer … [key-missing]`; with other words."""
        words = dict(self.words).get(self.where.paragraph, "")
        number = str(self.where) if self.where.page or not words else ""
        place = " ".join(part for part in (file, number, words) if part)
        trail = f" ({' › '.join(self.where.trail)})" if self.where.trail else ""
        return f"{place}{trail}: {self.in_words(message or self.message)} [{self.code.code}]"

    def as_data(self) -> dict[str, Any]:
        """For --report and `inspect --json`; a total has its figures, too."""
        data = dict(self.values).get("data")
        return ({"data": data} if data is not None else {}) | {
            "code": self.code.code,
            "severity": self.code.severity.value,
            "message": self.message,
            "from": str(self.where),
            "trail": " › ".join(self.where.trail),
        }


def finding(code: Code, where: Where = NOWHERE, **values: Any) -> Finding:
    """A finding with its sentence's fields given by name."""
    return Finding(code, where, tuple(sorted(values.items())))


def warnings(findings: Iterable[Finding]) -> list[Finding]:
    """Those that fail under --strict."""
    return [f for f in findings if f.code.severity is Severity.WARNING]
