"""A statement that is true or false."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, QuestionDataError


class TrueFalse(Question, frozen=True, kw_only=True):
    """`answer` says whether the statement is true."""

    type: ClassVar[str] = "truefalse"
    scorable: ClassVar[bool] = True
    interaction: ClassVar[str] = "true-false"
    own_fields: ClassVar[tuple[str, ...]] = ("answer",)

    answer: bool | None = None

    def key(self) -> bool | None:
        """Whether the statement is true."""
        return self.answer

    def to_data(self) -> dict[str, Any]:
        """`answer` as true or false."""
        return {} if self.answer is None else {"answer": self.answer}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        answer = data.get("answer")
        if answer is not None and not isinstance(answer, bool):
            raise QuestionDataError("answer", f"{answer!r} must be true or false")
        return {"answer": answer}
