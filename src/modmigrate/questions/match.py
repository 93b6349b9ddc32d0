"""Two columns to be paired."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, QuestionDataError, as_list, as_texts, index, letters


class Match(Question, frozen=True, kw_only=True):
    """`answer[i]` holds the indices of the right-hand entries that fit left-hand entry i."""

    type: ClassVar[str] = "match"
    scorable: ClassVar[bool] = True
    interaction: ClassVar[str] = "matching"
    own_fields: ClassVar[tuple[str, ...]] = ("left", "right", "answer")

    left: tuple[str, ...]
    right: tuple[str, ...]
    answer: tuple[tuple[int, ...], ...] | None = None

    def key(self) -> list[int | list[int]] | None:
        """A right index per left entry, or a list of them where several fit it, as `answer` in module.yaml has it."""
        if self.answer is None:
            return None
        return [fits[0] if len(fits) == 1 else list(fits) for fits in self.answer]

    def contract_options(self) -> dict[str, list[str]]:
        """Both columns."""
        return {"left": list(self.left), "right": list(self.right)}

    def texts(self) -> tuple[str, ...]:
        """Left column, then right column."""
        return (*self.left, *self.right)

    def to_data(self) -> dict[str, Any]:
        """`answer`: for each left entry the letter of the right one, or a list of letters."""
        data: dict[str, Any] = {"left": list(self.left), "right": list(self.right)}
        if self.answer is not None:
            data["answer"] = [letters(fits)[0] if len(fits) == 1 else letters(fits) for fits in self.answer]
        return data

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        left, right = as_texts(data.get("left"), "left"), as_texts(data.get("right"), "right")
        answer = data.get("answer")
        if answer is not None:
            rows = [a if isinstance(a, list) else [a] for a in as_list(answer, "answer")]
            if len(rows) != len(left):
                raise QuestionDataError("answer", f"answer has {len(rows)} entries for {len(left)} on the left")
            answer = tuple(tuple(index(a, len(right)) for a in row) for row in rows)
        return {"left": left, "right": right, "answer": answer}
