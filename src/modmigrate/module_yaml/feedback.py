"""`feedback` of a question in module.yaml: a text, or a mapping of what is said to whom.

feedback: Explanation, shown once the answer is right or known.
feedback:
  explanation: …
  right: …
  wrong: …
  B: what is said to those who chose B (of true or false questions: `true`, `false`)
"""

from __future__ import annotations

from typing import Any

from ..plain_yaml.problems import Problems
from ..plain_yaml.reading import Mapping, Node
from ..questions import Question
from ..questions.base import RESPONSES, option_of
from .kinds import TEXT, TEXT_SCHEMA

EXPLANATION = "explanation"


def divided(node: Mapping, problems: Problems) -> tuple[Mapping, dict[str, Any]]:
    """A question's mapping without a feedback that is a mapping, and what that holds: feedback and responses."""
    found = node.entries.get("feedback")
    if not isinstance(found, Mapping):
        return node, {}
    texts = {key: TEXT.read(child, problems) for key, child in found.entries.items()}
    explanation = texts.pop(EXPLANATION, "")
    rest = Mapping(node.mark, {k: n for k, n in node.entries.items() if k != "feedback"}, node.keys)
    return rest, {"feedback": explanation or "", "responses": tuple((k, t) for k, t in texts.items() if t)}


def check(question: Question, node: Node, problems: Problems) -> None:
    """Notes keys of a feedback that name neither a verdict nor an option of its question."""
    found = node.entries.get("feedback") if isinstance(node, Mapping) else None
    if not isinstance(found, Mapping):
        return
    for key, mark in found.keys.items():
        if key not in (EXPLANATION, *RESPONSES) and option_of(question, key) is None:
            problems.add(mark, f"'{key}' is no option of this question; give explanation, right, wrong, or an option")


def written(question: Question, data: dict[str, Any]) -> dict[str, Any]:
    """The written question, its feedback a mapping where it says more than an explanation."""
    if not question.responses:
        return data
    explanation = {EXPLANATION: data["feedback"]} if question.feedback else {}
    return {**data, "feedback": {**explanation, **dict(question.responses)}}


def schema() -> dict[str, Any]:
    """A text, or a mapping of texts."""
    return {"anyOf": [TEXT_SCHEMA, {"type": "object", "additionalProperties": TEXT_SCHEMA}]}
