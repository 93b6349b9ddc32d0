"""What all question types share, and what each type must say of itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct

from ..text.digits import count as number_in

if TYPE_CHECKING:
    from ..module import Block

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RESPONSES = ("right", "wrong")
"""Feedback that goes by the verdict; other feedback goes by the option that was chosen."""


class QuestionDataError(ValueError):
    """A field of a question in module.yaml has a wrong value; `field` names it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Question(Struct, frozen=True, kw_only=True):
    """A question where the learner meets it. `content` are blocks between stem and options."""

    type: ClassVar[str]
    scorable: ClassVar[bool]
    """False for types that no machine marks: their answer is a model answer."""
    interaction: ClassVar[str]
    """The cmi.interactions type (SCORM 1.2 Run-Time, 3.4.4)."""
    own_fields: ClassVar[tuple[str, ...]] = ()
    """Keys of module.yaml that only this type has."""

    stem: str
    content: tuple[Block, ...] = ()
    number: str = ""
    """As printed, for people."""
    feedback: str = ""
    """Explanation shown after an answer."""
    responses: tuple[tuple[str, str], ...] = ()
    """Feedback for `right` and `wrong` answers and for those who chose an option (`B`; `true`, `false`)."""
    hint: str = ""
    objective: str = ""
    """The id of the objective that it tests, or empty."""
    points: int = 0
    """What the document says it is worth, 1–100; 0 where it says nothing."""
    answer_source: str = "none"
    """key, marked, inline or none."""
    unsure: tuple[str, ...] = ()
    """What a person must settle first: 'key' keeps the question unscored."""
    id: str = ""
    source: str = ""

    @property
    def has_key(self) -> bool:
        """A known right answer (or model answer)."""
        return self.key() is not None

    @property
    def scored(self) -> bool:
        """Whether an answer can be marked right or wrong: never by a doubtful key."""
        return self.scorable and self.has_key and "key" not in self.unsure

    def key(self) -> Any:
        """The answer in the form of the `inspect --json` contract; None when unknown."""
        raise NotImplementedError

    def contract_options(self) -> Any:
        """The options in the form of the `inspect --json` contract."""
        return []

    def texts(self) -> tuple[str, ...]:
        """All the words a learner sees besides the stem, in order."""
        return ()

    def to_data(self) -> dict[str, Any]:
        """The type's own fields as module.yaml holds them; unset ones left out."""
        return {}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Constructor arguments from the type's own fields; raises QuestionDataError."""
        return dict(data)


def option_of(question: Question, name: str) -> int | None:
    """The option that feedback is named after: a letter's place, 0 and 1 for true and false; None for no option."""
    if question.type == "truefalse":
        return {"true": 0, "false": 1}.get(name.lower())
    if question.type not in ("choice", "multi"):
        return None
    found = LETTERS.find(name.upper()) if len(name) == 1 else -1
    return found if 0 <= found < len(getattr(question, "options", ())) else None


def letter(index: int) -> str:
    """0 → 'A'; from the 27th option on, its number."""
    return LETTERS[index] if index < len(LETTERS) else str(index + 1)


def letters(indices: Sequence[int]) -> list[str]:
    """[0, 2] → ['A', 'C']."""
    return [letter(i) for i in indices]


def index(value: Any, count: int, field: str = "answer") -> int:
    """'B' (or 'b', or the number 2) → 1; raises QuestionDataError when outside `count` options."""
    text = str(value).strip()
    named = len(text) == 1 and text.isalpha()
    found = LETTERS.find(text.upper()) if named else number_in(text, 0) - 1
    if not 0 <= found < count:
        last = letter(count - 1) if count else "none"
        raise QuestionDataError(field, f"{value!r} is no option; give a letter from A to {last}")
    return found


def as_list(value: Any, field: str) -> list[Any]:
    """A list as it is; raises QuestionDataError for anything else."""
    if not isinstance(value, list):
        raise QuestionDataError(field, f"{field} must be a list")
    return value


def as_texts(value: Any, field: str) -> tuple[str, ...]:
    """A list of texts; numbers and booleans that YAML made of bare words are refused."""
    out = as_list(value, field)
    for text in out:
        if not isinstance(text, str):
            raise QuestionDataError(field, f"{text!r} must be text; put it in quotes")
    return tuple(out)
