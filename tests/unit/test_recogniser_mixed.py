"""Documents that nobody would write: cases mixed, torn and shuffled must come out whole, if not well."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from plain_document import document

from modmigrate.commands.inspection import as_data
from modmigrate.pipeline import Extraction
from modmigrate.recogniser import explained

CASES = Path(__file__).parent.parent / "cases"
ROUNDS = 12


def _documents() -> list[list[str]]:
    text = "\n".join(f.read_text("utf-8") for f in sorted(CASES.glob("*.case")))
    chunks = re.split(r"^### .*\n", text, flags=re.MULTILINE)[1:]
    return [chunk.partition("\n===\n")[0].split("\n") for chunk in chunks]


def _mixed(chance: random.Random, documents: list[list[str]]) -> str:
    first, second = chance.choice(documents), chance.choice(documents)
    half = len(first) // 2
    lines = [*first[:half], *second[len(second) // 2 :], *first[half:]]
    how = chance.random()
    if how < 0.4:
        chance.shuffle(lines)
    elif how < 0.7:
        lines = [line for line in lines if chance.random() > 0.3]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(20))
def test_mixed_documents_are_recognised_without_an_error(seed: int) -> None:
    chance = random.Random(seed)
    documents = _documents()
    for _ in range(ROUNDS):
        module, findings, reasons = explained(document(_mixed(chance, documents)))
        data = as_data(Extraction(module, {}, findings))
        assert all(x.line("file.docx") for x in findings)
        assert all(reason.told() for reason in reasons)
        for question in data["questions"]:
            if question["type"] == "choice" and question["answer"] is not None:
                assert question["answer"] in range(len(question["options"]))
