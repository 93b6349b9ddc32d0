"""The table: formats, and what each makes of the nine question types. The docs and the tests read it, too.

Sources: Moodle's documentation of GIFT, Aiken and Moodle XML; IMS QTI 2.1 (Assessment Test, Section, and Item
Information Model) and QTI 1.2 (ASI XML Binding) with the metadata that Canvas and Blackboard read; the semantics of the
H5P content types; the spreadsheet that Kahoot imports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from ..questions import TYPES
from .bank import OPEN, Entry
from .refusals import (
    answer_for_each_blank,
    bare,
    gift_lacks,
    lettered,
    moodle_lacks,
    no_arrows,
    no_dividing_signs,
    no_pictures,
    one_blank,
    one_each,
    one_picture,
    shares,
    short_enough,
)

PARTS = ("feedback", "responses", "hints", "points", "pictures", "chapters", "ids")
"""What questions bring besides words and answer; `responses` are those to a verdict or an option."""


def _nothing(_part: str, _entry: Entry) -> bool:
    return False


class Format(Struct, frozen=True):
    """A row: a format's title, its file's ending, and what becomes of each type ('' is not held)."""

    title: str
    file: str
    """Its module in formats/."""
    suffix: str
    types: Mapping[str, str]
    """Type (and `open`) → what the format calls it."""
    keeps: frozenset[str]
    """Those of `PARTS` that it holds."""
    where: str
    """What a person does with the file."""
    refuses: tuple[Callable[[Entry], str], ...] = ()
    """Why it does not hold a question though it holds its type: each gives a reason, or ''."""
    lacks: Callable[[str, Entry], bool] = _nothing
    """Whether it lacks this part of this question though it holds the part of others."""

    @property
    def opens(self) -> bool:
        """Whether it has open questions, as which those without a known answer go out."""
        return bool(self.types[OPEN])

    def holds(self, part: str, entry: Entry) -> bool:
        """Whether it holds this part of a question."""
        return part in self.keeps and not self.lacks(part, entry)

    def why_not(self, entry: Entry) -> str:
        """Why it does not hold this question as what it is, in words that several share; '' where it does."""
        question = entry.question
        if not entry.answerable:
            return "nobody could answer them"
        if not self.types[question.type]:
            return f"it has no {question.type} questions"
        if question.scorable and not question.scored:
            return "their answer is not known"
        return next(filter(None, (refusal(entry) for refusal in self.refuses)), "")


ALL = frozenset(PARTS)


def _types(**named: str) -> dict[str, str]:
    return {name: named.get(name, "") for name in (*TYPES, OPEN)}


FORMATS: dict[str, Format] = {
    "gift": Format(
        "GIFT", "gift", ".gift.txt",
        _types(
            choice="multiple choice", multi="multiple choice with weights", truefalse="true-false", match="matching",
            order="matching of entries and places", fill="missing word", short="short answer", essay="essay",
            task="essay", open="essay",
        ),
        ALL - {"hints", "points"}, "import it into Moodle's question bank as GIFT",
        (one_each, one_blank, answer_for_each_blank, shares, no_arrows),
        gift_lacks,
    ),
    "moodle-xml": Format(
        "Moodle XML", "moodle_xml", ".xml",
        _types(
            choice="multichoice", multi="multichoice with weights", truefalse="truefalse", match="matching",
            order="matching of entries and places", fill="shortanswer; cloze with several blanks",
            short="shortanswer", essay="essay", task="essay", open="essay",
        ),
        ALL, "import it into Moodle's question bank as Moodle XML",
        (one_each, answer_for_each_blank, shares), moodle_lacks,
    ),
    "qti21": Format(
        "QTI 2.1", "qti21", "-qti21.zip",
        _types(
            choice="choiceInteraction", multi="choiceInteraction", truefalse="choiceInteraction",
            match="matchInteraction", order="orderInteraction", fill="textEntryInteraction",
            short="textEntryInteraction", essay="extendedTextInteraction", task="extendedTextInteraction",
            open="extendedTextInteraction",
        ),
        ALL - {"hints"}, "import it where QTI 2.1 packages are taken", (one_each, answer_for_each_blank),
    ),
    "qti12": Format(
        "QTI 1.2", "qti12", "-qti12.zip",
        _types(
            choice="response_lid Single", multi="response_lid Multiple", truefalse="response_lid Single",
            match="a response_lid for each entry", order="response_lid Ordered", fill="a response_str for each blank",
            short="response_str", essay="response_str", task="response_str", open="response_str",
        ),
        ALL - {"hints"}, "import it where QTI 1.2 packages are taken", (one_each, answer_for_each_blank),
    ),
    "aiken": Format(
        "Aiken", "aiken", ".txt", _types(choice="question", truefalse="question"),
        frozenset(), "import it into Moodle's question bank as Aiken", (bare, no_pictures, lettered),
    ),
    "h5p": Format(
        "H5P", "h5p", ".h5p",
        _types(
            choice="MultiChoice", multi="MultiChoice", truefalse="TrueFalse", match="DragText",
            order="DragText of entries and places", fill="Blanks", short="Blanks",
        ),
        frozenset({"feedback", "responses", "pictures", "ids"}), "upload it where H5P is installed",
        (one_each, answer_for_each_blank, one_picture, no_dividing_signs),
    ),
    "csv": Format("CSV", "csv", ".csv", {t: t for t in (*TYPES, OPEN)}, ALL - {"pictures"}, "open it in a spreadsheet"),
    "xlsx": Format(
        "the quiz spreadsheet", "xlsx", ".xlsx",
        _types(choice="question", multi="question with several right answers", truefalse="question"),
        frozenset(), "import it as a spreadsheet into the quiz game", (bare, no_pictures, short_enough),
    ),
    "docx": Format(
        "the Word paper", "docx", "-paper.docx", {t: t for t in (*TYPES, OPEN)}, ALL - {"responses", "hints", "ids"},
        "print it; the key is on the last sheet",
    ),
}  # fmt: skip
