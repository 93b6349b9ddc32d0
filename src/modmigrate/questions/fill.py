"""A sentence with blanks."""

from __future__ import annotations

from typing import Any, ClassVar

from ..text.patterns import lazy
from .base import Question, QuestionDataError, as_list, as_texts

BLANK = lazy(r"_{3,}")
"""A blank in a stem; readers' other forms (…… and lone underlines) are written this way."""


class Fill(Question, frozen=True, kw_only=True):
    """The stem holds `____` per blank; `answer[i]` are the texts accepted in blank i."""

    type: ClassVar[str] = "fill"
    scorable: ClassVar[bool] = True
    interaction: ClassVar[str] = "fill-in"
    own_fields: ClassVar[tuple[str, ...]] = ("answer",)

    answer: tuple[tuple[str, ...], ...] | None = None

    @property
    def blanks(self) -> int:
        """How many gaps a learner fills; a stem without a mark has one, after it."""
        return max(1, len(BLANK.findall(self.stem)))

    def key(self) -> str | list[str] | None:
        """The accepted texts of each blank, divided by ` / `."""
        if self.answer is None:
            return None
        found = [" / ".join(accepted) for accepted in self.answer]
        return found[0] if len(found) == 1 else found

    def to_data(self) -> dict[str, Any]:
        """`answer`: a text per blank, or a list of accepted texts per blank."""
        if self.answer is None:
            return {}
        return {"answer": [a[0] if len(a) == 1 else list(a) for a in self.answer]}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> dict[str, Any]:
        """See base."""
        answer = data.get("answer")
        if answer is None:
            return {"answer": None}
        answers = as_list(answer, "answer") if not isinstance(answer, str) else [answer]
        entries = [a if isinstance(a, list) else [a] for a in answers]
        if not entries or not all(entries):
            raise QuestionDataError("answer", "each blank needs at least one accepted text")
        return {"answer": tuple(as_texts(entry, "answer") for entry in entries)}
