"""Recognition case by case: each file in tests/cases holds documents as plain text and what they say.

A case is `### sentence`, the document, `===`, and YAML with what must be found. Keys left out are not
compared. `chapters: [{title: …, number: …, role: …, sections: […]}]`, `objectives: […]`,
`questions: [{type: …, stem: …, options: […], answer: …, source: …}]`, `text: […]` (lines that must
stand in the learner's text), `gone: […]` (words that must not), `language`, `title`.

Two keys every case has: `warnings: [codes]`, all findings that it raises, and `from`, where it comes from: a kind of
document, a report, or "invented". What stands above a file's first case holds for all its cases that do not say it
themselves. The whole reading of each case is kept in tests/kept/ as well (`kept_readings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kept_readings
import pytest
import yaml
from plain_document import document

from modmigrate.commands.inspection import as_data
from modmigrate.pipeline import Extraction
from modmigrate.recogniser import recognise

CASES = Path(__file__).parent.parent / "cases"
ALWAYS = {"from", "warnings"}
PENDING = {file.stem for file in (CASES / "pending").glob("*.case")}


def _cases(folder: Path, *marks: pytest.MarkDecorator) -> Iterator[Any]:
    for file in sorted(folder.glob("*.case")):
        head, *chunks = re.split(r"^### ", file.read_text("utf-8"), flags=re.MULTILINE)
        for chunk in chunks:
            name, _, rest = chunk.partition("\n")
            text, _, wanted = rest.partition("\n===\n")
            case = {**(yaml.safe_load(head) or {}), **(yaml.safe_load(wanted) or {})}
            yield pytest.param(text, case, file.stem, name.strip(), id=f"{file.stem}: {name.strip()}", marks=marks)


KNOWN_GAPS = pytest.mark.xfail(reason="known gap in recognition", strict=True)
"""Cases in tests/cases/pending are right, but not read rightly yet; one that passes moves up a folder."""


@pytest.mark.parametrize(
    ("text", "wanted", "file", "name"), [*_cases(CASES), *_cases(CASES / "pending", KNOWN_GAPS, pytest.mark.slow)]
)
def test_case(text: str, wanted: dict[str, Any], file: str, name: str, request: pytest.FixtureRequest) -> None:
    options = re.match(r"language: (\w+)\n", text)
    module, findings = recognise(document(text[options.end() :] if options else text), options[1] if options else "")
    found = as_data(Extraction(module, {}, findings))
    unknown = set(wanted) - {"chapters", "objectives", "questions", "text", "gone", "language", "title", *ALWAYS}
    assert not unknown
    assert set(wanted) >= ALWAYS
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
    assert [w["code"] for w in found["warnings"]] == wanted["warnings"]
    shown = everything.split("\n")
    for line in wanted.get("text", ()):
        # A list item's own label is no part of what the case asks for.
        assert line in shown or line in [x.partition(" ")[2] for x in shown]
    for words in wanted.get("gone", ()):
        assert words not in everything
    if file not in PENDING:
        kept_readings.compare(file, name, found, request.config.getoption("--accept"))


def test_no_reading_is_kept_of_a_case_that_is_gone(request: pytest.FixtureRequest) -> None:
    for file in CASES.glob("*.case"):
        told = re.findall(r"^### (.*?)\s*$", file.read_text("utf-8"), flags=re.MULTILINE)
        assert len(told) == len(set(told)), f"{file.name}: two cases have one name"
        kept_readings.told(file.stem, set(told))
        assert kept_readings.names(file.stem) <= set(told) or request.config.getoption("--accept")


def _like(found: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    return {key: found.get(key) for key in wanted}
