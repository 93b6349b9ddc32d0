"""Several right options."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, as_list, as_texts, index, letters


class Multi(Question, frozen=True, kw_only=True):
    """`answer` holds the indices of all right options, ascending."""

    type: ClassVar[str] = "multi"
    scorable: ClassVar[bool] = True
    interaction: ClassVar[str] = "choice"
    own_fields: ClassVar[tuple[str, ...]] = ("options", "answer")

    options: tuple[str, ...]
    answer: tuple[int, ...] | None = None

    def key(self) -> list[int] | None:
        """Indices of the right options."""
        return None if self.answer is None else list(self.answer)

    def contract_options(self) -> list[str]:
        """The options' texts."""
        return list(self.options)

    def texts(self) -> tuple[str, ...]:
        """The options."""
        return self.options

    def to_data(self) -> dict[str, Any]:
        """`answer` as letters."""
        answer = {} if self.answer is None else {"answer": letters(self.answer)}
        return {"options": list(self.options), **answer}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        options = as_texts(data.get("options"), "options")
        answer = data.get("answer")
        if answer is not None:
            answer = tuple(sorted({index(a, len(options)) for a in as_list(answer, "answer")}))
        return {"options": options, "answer": answer}
