"""An open question; a model answer may be shown after an attempt, but nothing is scored."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, QuestionDataError


class Essay(Question, frozen=True, kw_only=True):
    """`answer` is a model answer."""

    type: ClassVar[str] = "essay"
    scorable: ClassVar[bool] = False
    interaction: ClassVar[str] = "fill-in"
    own_fields: ClassVar[tuple[str, ...]] = ("answer",)

    answer: str | None = None

    def key(self) -> str | None:
        """The model answer."""
        return self.answer

    def to_data(self) -> dict[str, Any]:
        """`answer` as text."""
        return {} if self.answer is None else {"answer": self.answer}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        answer = data.get("answer")
        if answer is not None and not isinstance(answer, str):
            raise QuestionDataError("answer", f"{answer!r} must be text; put it in quotes")
        return {"answer": answer}
