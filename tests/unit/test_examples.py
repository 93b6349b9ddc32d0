"""The example modules: all that a careful reader finds in them is found, as Word file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kept_readings
import pytest
import yaml

from modmigrate import module_yaml
from modmigrate.commands.inspection import as_data
from modmigrate.module import folded
from modmigrate.pipeline import Extraction, extract

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NAMES = sorted(p.parent.name for p in EXAMPLES.glob("*/source.docx"))


@pytest.fixture(scope="module", params=NAMES)
def example(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any], Extraction]:
    folder = EXAMPLES / request.param
    found = extract(folder / "source.docx")
    return yaml.safe_load((folder / "source.gold.yaml").read_text("utf-8")), as_data(found), found


def test_there_are_two_examples() -> None:
    assert NAMES == ["keuangan-usaha-kecil", "kewirausahaan-sosial"]


def test_chapters_and_sections(example: tuple[dict[str, Any], dict[str, Any], Extraction]) -> None:
    gold, found, _ = example
    wanted = [(c["number"], folded(c["title"]), c["role"]) for c in gold["chapters"]]
    assert [(c["number"], folded(c["title"]), c["role"]) for c in found["chapters"]] == wanted
    for chapter, right in zip(found["chapters"], gold["chapters"], strict=True):
        assert [folded(s) for s in chapter["sections"]] == [folded(s) for s in right["sections"]]


def test_objectives(example: tuple[dict[str, Any], dict[str, Any], Extraction]) -> None:
    gold, found, _ = example
    assert [folded(o["text"]) for o in found["objectives"]] == [folded(o["text"]) for o in gold["objectives"]]


def test_questions_with_options_and_keys(example: tuple[dict[str, Any], dict[str, Any], Extraction]) -> None:
    gold, found, _ = example
    assert [folded(q["stem"]) for q in found["questions"]] == [folded(q["stem"]) for q in gold["questions"]]
    for question, right in zip(found["questions"], gold["questions"], strict=True):
        assert question["type"] == right["type"], right["stem"]
        if right["type"] in ("choice", "multi", "match"):
            assert question["options"] == right["options"], right["stem"]
        if right["type"] in ("choice", "multi", "truefalse", "match"):
            assert question["answer"] == right["answer"], right["stem"]


def test_no_key_is_left_in_what_learners_read(example: tuple[dict[str, Any], dict[str, Any], Extraction]) -> None:
    gold, found, _ = example
    text = "\n".join(c["text"] for c in found["chapters"])
    assert not [a for a in gold["absent"] if a in text.split("\n")]
    assert "Jawaban:" not in text


def test_probes_survive_whole(example: tuple[dict[str, Any], dict[str, Any], Extraction]) -> None:
    gold, found, _ = example
    for probe in gold["probes"]:
        assert folded(probe["text"]) in folded(found["chapters"][probe["chapter"]]["text"])


def test_the_module_yaml_beside_it_is_what_extract_makes(
    example: tuple[dict[str, Any], dict[str, Any], Extraction], request: pytest.FixtureRequest
) -> None:
    """After a change: `modmigrate extract source.docx -o folder`, then copy module.yaml and media/ from there."""
    _, _, found = example
    name = request.node.callspec.params["example"]
    assert (EXAMPLES / name / "module.yaml").read_text("utf-8") == module_yaml.dumps(found.module)
    assert all((EXAMPLES / name / file).read_bytes() == data for file, data in found.media.items())


def test_the_yaml_says_all_that_the_module_holds(
    example: tuple[dict[str, Any], dict[str, Any], Extraction],
) -> None:
    _, _, found = example
    assert module_yaml.loads(module_yaml.dumps(found.module)) == found.module


@pytest.mark.parametrize("source", [f"{name}/source.{kind}" for name in NAMES for kind in ("docx", "pdf")])
def test_the_whole_reading_is_the_one_that_is_kept(source: str, request: pytest.FixtureRequest) -> None:
    found = as_data(extract(EXAMPLES / source))
    kept_readings.compare("examples", source, found, request.config.getoption("--accept"))
