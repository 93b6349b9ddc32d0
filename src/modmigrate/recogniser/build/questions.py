"""Drafts become questions: their type is settled, their answers are read, doubts are written down."""

from __future__ import annotations

from typing import Any

from ... import module as mod
from ...questions import TYPES, Question
from ...questions.fill import BLANK
from ...text.signs import GAP
from ..blocks.convert import Converter
from ..blocks.inline_text import KEEP_PLAIN, text_of
from ..exercises.draft import Answer, Draft, place
from ..keys import values as answers
from ..keys.suits import chosen, match_letters, truth_of
from ..lines.line import Line
from ..words.words import Words
from .option_feedback import divided


class Builder:
    """Makes questions of one module."""

    def __init__(self, words: Words, ids: mod.Ids, convert: Converter) -> None:
        self.words = words
        self.ids = ids
        self.convert = convert

    def question(self, draft: Draft, kind: str, answer: Answer | None, chapter: str) -> Question:
        """The question, with its answer if that could be read."""
        stem, content = self._stem(draft, kind)
        values = self._own(draft, kind, answer, stem)
        explained = values.pop("feedback", "")
        said = "\n".join([explained, *(text_of(line.inlines) for line in draft.feedback)])
        feedback, responses = divided([line for line in said.split("\n") if line], len(draft.options))
        options = [text_of(o.lines[0].inlines, KEEP_PLAIN) for o in draft.options]
        answered = values.get("answer") is not None
        cls = TYPES[values.pop("kind", kind)]
        return cls(
            stem=stem, content=content, number=draft.printed.strip(" .()-–:：．、（）"),
            id=self.ids.make("q", chapter, stem, *options), source=str(place(draft)),
            feedback=feedback, responses=responses,
            answer_source=answer.source if answer and answered else "none", **values,
        )  # fmt: skip

    def _stem(self, draft: Draft, kind: str) -> tuple[str, tuple[mod.Block, ...]]:
        """The stem's paragraphs as one string; tables and lists among them as blocks behind it."""
        texts: list[str] = []
        others: list[Line] = []
        for at, line in enumerate(draft.stem):
            captioned = at and (not line.text or self.words.caption.match(line.text))
            if line.table is not None or (at and line.label is not None) or captioned or others:
                others.append(line)
                continue
            text = text_of(line.inlines, KEEP_PLAIN)
            if kind == "truefalse":
                text = self.words.true_false_tail.sub("", text).rstrip()
            if kind == "fill":
                text = BLANK.sub("____", GAP.sub("____", text))
            if text:
                texts.append(text)
        return "\n\n".join(texts), self.convert.blocks(others)

    def _own(self, draft: Draft, kind: str, answer: Answer | None, stem: str) -> dict[str, Any]:
        value = answer.values[0][1] if answer else None
        if kind in ("choice", "multi", "order"):
            return self._options(draft, kind, value)
        if kind == "truefalse":
            found = truth_of(draft, value, self.words) if value is not None else None
            return {"answer": found[0] if found else None, "feedback": found[1] if found else ""}
        if kind == "match":
            return self._match(draft, answer)
        if kind == "fill" and answer is not None and len(answer.values) > 1:
            return self._gaps(answer, stem)
        if kind in ("fill", "short") and value is not None:
            blanks = max(1, len(BLANK.findall(stem))) if kind == "fill" else 1
            texts = answers.texts(value, blanks, self.words)
            if texts is None:
                # Words too long to compare are a model answer, never a key.
                return {"kind": "essay", "answer": value}
            return {"answer": texts if kind == "fill" else texts[0]}
        return {"answer": value} if value is not None else {}

    def _gaps(self, answer: Answer, stem: str) -> dict[str, Any]:
        """A text whose gaps a key numbers; words too long to compare, or too few of them, are a model answer."""
        values = [value for _, value in sorted(answer.values)]
        found = [texts[0] for value in values if (texts := answers.texts(value, 1, self.words))]
        if len(found) == len(values) == len(BLANK.findall(stem)):
            return {"answer": tuple(found)}
        return {"kind": "essay", "answer": "; ".join(values)}

    def _options(self, draft: Draft, kind: str, value: str | None) -> dict[str, Any]:
        options = tuple("\n".join(text_of(x.inlines, KEEP_PLAIN) for x in o.lines) for o in draft.options)
        if kind == "order":
            return {"options": options, "answer": answers.order(value, len(options)) if value else None}
        found = chosen(draft, value) if value else None
        if found is None:
            return {"options": options}
        indices, explained = found
        if kind == "multi" and len(indices) == 1:
            return {"kind": "choice", "options": options, "answer": indices[0], "feedback": explained}
        if kind == "choice" and len(indices) > 1:
            return {"kind": "multi", "options": options, "answer": indices, "feedback": explained}
        return {"options": options, "answer": indices if kind == "multi" else indices[0], "feedback": explained}

    def _match(self, draft: Draft, answer: Answer | None) -> dict[str, Any]:
        left = tuple(text_of(o.lines[0].inlines, KEEP_PLAIN) for o in draft.options)
        right = tuple(text_of(line.inlines, KEEP_PLAIN) for line in draft.right)
        found = {at: match_letters(v, len(right)) for at, v in answer.values} if answer else {}
        whole = len(found) == len(left) and all(found.values())
        return {"left": left, "right": right, "answer": tuple(found[i] for i in range(len(left))) if whole else None}
