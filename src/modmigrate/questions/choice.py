"""One right option of several."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, as_texts, index, letter


class Choice(Question, frozen=True, kw_only=True):
    """`options` in printed order, without their letters; `answer` is an index."""

    type: ClassVar[str] = "choice"
    scorable: ClassVar[bool] = True
    interaction: ClassVar[str] = "choice"
    own_fields: ClassVar[tuple[str, ...]] = ("options", "answer")

    options: tuple[str, ...]
    answer: int | None = None

    def key(self) -> int | None:
        """Index of the right option."""
        return self.answer

    def contract_options(self) -> list[str]:
        """The options' texts."""
        return list(self.options)

    def texts(self) -> tuple[str, ...]:
        """The options."""
        return self.options

    def to_data(self) -> dict[str, Any]:
        """`answer` as a letter."""
        answer = {} if self.answer is None else {"answer": letter(self.answer)}
        return {"options": list(self.options), **answer}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        options = as_texts(data.get("options"), "options")
        answer = data.get("answer")
        return {"options": options, "answer": None if answer is None else index(answer, len(options))}
