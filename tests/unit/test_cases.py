"""Recognition case by case: each file in tests/cases holds documents as plain text and what they say.

A case is `### sentence`, the document, `===`, and YAML with what must be found. Keys left out are not
compared. `chapters: [{title: …, number: …, role: …, sections: […]}]`, `objectives: […]`,
`questions: [{type: …, stem: …, options: […], answer: …, source: …}]`, `text: […]` (lines that must
stand in the learner's text), `gone: […]` (words that must not), `warnings: [codes]`, `language`, `title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from plain_document import document

from modmigrate.inspection import as_data
from modmigrate.pipeline import Extraction
from modmigrate.recogniser import recognise

CASES = Path(__file__).parent.parent / "cases"


def _cases(folder: Path, *marks: pytest.MarkDecorator) -> Iterator[Any]:
    for file in sorted(folder.glob("*.case")):
        for chunk in re.split(r"^### ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = chunk.partition("\n")
            text, _, wanted = rest.partition("\n===\n")
            yield pytest.param(text, yaml.safe_load(wanted) or {}, id=f"{file.stem}: {name.strip()}", marks=marks)


KNOWN_GAPS = pytest.mark.xfail(reason="known gap in recognition", strict=True)
"""Cases in tests/cases/pending are right, but not read rightly yet; one that passes moves up a folder."""


@pytest.mark.parametrize(("text", "wanted"), [*_cases(CASES), *_cases(CASES / "pending", KNOWN_GAPS, pytest.mark.slow)])
def test_case(text: str, wanted: dict[str, Any]) -> None:
    options = re.match(r"language: (\w+)\n", text)
    module, findings = recognise(document(text[options.end() :] if options else text), options[1] if options else "")
    found = as_data(Extraction(module, {}, findings))
    unknown = set(wanted) - {"chapters", "objectives", "questions", "text", "gone", "warnings", "language", "title"}
    assert not unknown
    everything = "\n".join(c["text"] for c in found["chapters"])
    for key in ("language", "title"):
        if key in wanted:
            assert found[key] == wanted[key]
    if "chapters" in wanted:
        assert [_like(c, w) for c, w in zip(found["chapters"], wanted["chapters"], strict=False)] == wanted["chapters"]
        assert len(found["chapters"]) == len(wanted["chapters"])
    if "objectives" in wanted:
        assert [o["text"] for o in found["objectives"]] == wanted["objectives"]
    if "questions" in wanted:
        got = [{**q, "source": q["answer_source"]} for q in found["questions"]]
        assert [_like(q, w) for q, w in zip(got, wanted["questions"], strict=False)] == wanted["questions"]
        assert len(got) == len(wanted["questions"])
    if "warnings" in wanted:
        assert [w["code"] for w in found["warnings"]] == wanted["warnings"]
    shown = everything.split("\n")
    for line in wanted.get("text", ()):
        # A list item's own label is no part of what the case asks for.
        assert line in shown or line in [x.partition(" ")[2] for x in shown]
    for words in wanted.get("gone", ()):
        assert words not in everything


def _like(found: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    return {key: found.get(key) for key in wanted}
