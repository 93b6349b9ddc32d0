"""Something to do, alone or in a group; a check list helps, nothing is scored."""

from __future__ import annotations

from typing import Any, ClassVar

from .base import Question, as_texts
from .essay import Essay


class Task(Question, frozen=True, kw_only=True):
    """`answer` is a model answer, `checklist` what the learner ticks off."""

    type: ClassVar[str] = "task"
    scorable: ClassVar[bool] = False
    interaction: ClassVar[str] = "performance"
    own_fields: ClassVar[tuple[str, ...]] = ("checklist", "answer")

    checklist: tuple[str, ...] = ()
    answer: str | None = None

    def key(self) -> str | None:
        """The model answer."""
        return self.answer

    def texts(self) -> tuple[str, ...]:
        """The check list."""
        return self.checklist

    def to_data(self) -> dict[str, Any]:
        """`checklist` and `answer` where given."""
        checklist = {"checklist": list(self.checklist)} if self.checklist else {}
        return checklist | ({} if self.answer is None else {"answer": self.answer})

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        return {
            "checklist": as_texts(data.get("checklist", []), "checklist"),
            **Essay.from_data({"answer": data.get("answer")}),
        }
