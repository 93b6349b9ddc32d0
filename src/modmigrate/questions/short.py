"""A question answered in a few words that can be compared."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, as_texts


class Short(Question, frozen=True, kw_only=True):
    """`answer` are the accepted texts; case, spacing and final punctuation do not count."""

    type: ClassVar[str] = "short"
    scorable: ClassVar[bool] = True
    interaction: ClassVar[str] = "fill-in"
    own_fields: ClassVar[tuple[str, ...]] = ("answer",)

    answer: tuple[str, ...] | None = None

    def key(self) -> str | None:
        """The accepted texts, divided by ` / `."""
        return " / ".join(self.answer) if self.answer else None

    def to_data(self) -> dict[str, Any]:
        """`answer`: a text, or a list of accepted texts."""
        if not self.answer:
            return {}
        return {"answer": self.answer[0] if len(self.answer) == 1 else list(self.answer)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        answer = data.get("answer")
        if answer is None:
            return {"answer": None}
        return {"answer": as_texts(answer if isinstance(answer, list) else [answer], "answer")}
