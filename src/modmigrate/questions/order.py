"""Entries to be put in order."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, QuestionDataError, as_list, as_texts, index, letters


class Order(Question, frozen=True, kw_only=True):
    """`options` as printed; `answer` lists their indices in the right order."""

    type: ClassVar[str] = "order"
    scorable: ClassVar[bool] = True
    interaction: ClassVar[str] = "sequencing"
    own_fields: ClassVar[tuple[str, ...]] = ("options", "answer")

    options: tuple[str, ...]
    answer: tuple[int, ...] | None = None

    def key(self) -> list[int] | None:
        """Indices in the right order."""
        return None if self.answer is None else list(self.answer)

    def contract_options(self) -> list[str]:
        """The entries' texts as printed."""
        return list(self.options)

    def texts(self) -> tuple[str, ...]:
        """The entries."""
        return self.options

    def to_data(self) -> dict[str, Any]:
        """`answer` as letters in the right order."""
        answer = {} if self.answer is None else {"answer": letters(self.answer)}
        return {"options": list(self.options), **answer}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        options = as_texts(data.get("options"), "options")
        answer = data.get("answer")
        if answer is not None:
            answer = tuple(index(a, len(options)) for a in as_list(answer, "answer"))
            if sorted(answer) != list(range(len(options))):
                raise QuestionDataError("answer", "answer must name each option once")
        return {"options": options, "answer": answer}
