"""The example modules give the same chapters, sections, objectives and questions as PDF as they do as Word files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from modmigrate.commands.inspection import as_data
from modmigrate.module import folded
from modmigrate.pipeline import extract

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NAMES = sorted(p.parent.name for p in EXAMPLES.glob("*/source.pdf"))


def told(file: Path) -> dict[str, Any]:
    data = as_data(extract(file))
    return {
        "title": folded(data["title"]),
        "chapters": [(c["number"], folded(c["title"]), c["role"]) for c in data["chapters"]],
        "sections": [[folded(s) for s in c["sections"]] for c in data["chapters"]],
        "objectives": [(o["chapter"], folded(o["text"])) for o in data["objectives"]],
        "questions": [
            (
                q["chapter"],
                q["type"],
                folded(q["stem"]),
                _folded(q["options"]),
                _folded(q["answer"]),
                q["answer_source"],
            )
            for q in data["questions"]
        ],
        "images": data["images"],
        "tables": data["tables"],
    }


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _folded(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_folded(v) for v in value]
    return folded(value) if isinstance(value, str) else value


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_an_example_reads_the_same_as_pdf(name: str) -> None:
    folder = EXAMPLES / name
    as_word, as_pdf = told(folder / "source.docx"), told(folder / "source.pdf")
    for part, wanted in as_word.items():
        assert as_pdf[part] == wanted, part
