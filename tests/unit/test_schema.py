"""The JSON Schema that editors use: every key is explained, and a written module.yaml names it without any network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from word import QUIZ, word

from modmigrate.cli import main
from modmigrate.errors import ModelError
from modmigrate.module_yaml import schema
from modmigrate.module_yaml.describing import FILE
from modmigrate.pipeline import load
from modmigrate.plain_yaml.settings import settings

TOP = "format: 1\ntitle: x\n"


def records(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for one in part:
            yield from records(one)
    elif isinstance(part, dict):
        if isinstance(part.get("properties"), dict) and "type" in part:
            yield part
        for one in part.values():
            yield from records(one)


def name(record: dict[str, Any]) -> str:
    first = next(iter(record["properties"]))
    return "module" if first == "format" else first


def test_every_record_and_every_key_is_explained() -> None:
    found = list(records(schema()))
    assert len(found) > 20
    assert all(record["description"] for record in found)
    assert not {(name(r), key) for r in found for key, value in r["properties"].items() if not value.get("description")}


def test_no_explanation_is_left_over() -> None:
    used = {(name(record), key) for record in records(schema()) for key in record["properties"]}
    texts = settings(FILE.name, FILE.read_bytes())
    assert {(record, key) for record, own in texts.items() for key in own if key != "about"} - used == set()


def test_the_command_writes_what_the_library_gives(tmp_path: Path) -> None:
    out = tmp_path / "s.json"
    assert json.loads(CliRunner().invoke(main, ["schema"]).stdout) == schema()
    assert CliRunner().invoke(main, ["schema", "-o", str(out)]).exit_code == 0
    assert json.loads(out.read_text("utf-8")) == schema()


def test_an_extraction_names_the_schema_beside_it(tmp_path: Path) -> None:
    source = word(tmp_path / "m.docx", *QUIZ)
    CliRunner().invoke(main, ["extract", str(source), "-o", str(tmp_path / "kept")])
    first = (tmp_path / "kept" / "module.yaml").read_text("utf-8").split("\n")[0]
    path = first.removeprefix("# yaml-language-server: $schema=")
    assert path != first
    assert json.loads((tmp_path / "kept" / path).read_text("utf-8")) == schema()


def test_missing_files_are_told_with_their_places_beside_other_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "module.yaml"
    path.write_text(
        f"{TOP}theme: diklat.yaml\ncover: media/a.png\nmastery: 900\n"
        "opening:\n- figure: media/b.png\n- lihat ![x](media/c.png)\n"
    )
    with pytest.raises(ModelError) as caught:
        load(path)
    assert str(caught.value).split("\n") == [
        "module.yaml:3:8: the theme diklat.yaml is not there; put it beside the file or remove it",
        "module.yaml:4:8: the picture media/a.png is not there; put it beside the file or remove it",
        "module.yaml:5:10: a whole number from 1 to 100 is expected here",
        "module.yaml:7:11: the picture media/b.png is not there; put it beside the file or remove it",
        "module.yaml:8:3: the picture media/c.png is not there; put it beside the file or remove it",
    ]


def test_a_link_out_of_the_folder_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    (tmp_path / "m" / "a.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "m" / "module.yaml").write_text(f"{TOP}cover: a.png\n")
    with pytest.raises(ModelError, match=r"module\.yaml:3:8: the picture a\.png lies outside"):
        load(tmp_path / "m" / "module.yaml")
