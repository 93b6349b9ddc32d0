"""What a preview shows, without a browser: what is built, when it is built anew, and what cannot be shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from broken_packages import BROKEN, GOOD, MANIFEST, zipped
from click.testing import CliRunner
from sample_module import MEDIA, SAMPLE, written
from test_check import HOSTILE
from word import QUIZ, word

from modmigrate.cli import main
from modmigrate.errors import SourceError
from modmigrate.preview.showing import Showing, shown


@pytest.fixture
def module(tmp_path: Path) -> Path:
    return written(tmp_path)


def showing(path: Path) -> Showing:
    found = Showing(path)
    found.changed()
    found.load()
    return found


def package(tmp_path: Path, data: bytes) -> Showing:
    path = tmp_path / "paket.zip"
    path.write_bytes(data)
    return showing(path)


def test_a_module_is_shown_in_both_editions_and_in_themes(module: Path) -> None:
    found = showing(module)
    state = found.state("", "")
    assert (state["title"], state["error"], state["version"]) == (SAMPLE.title, "", 1)
    assert [item["href"] for item in state["items"]] == ["index.html"]
    assert state["items"][0]["mastery"] == "70"
    trainer = found.state("trainer", "contrast")
    assert (trainer["edition"], trainer["theme"], trainer["variant"]) == ("trainer", "contrast", "trainer.contrast")
    pages = [found.package(1, s["variant"]).read("index.html") for s in (state, trainer)]  # type: ignore[union-attr]
    assert pages[0] != pages[1]
    assert found.state("lain", "../x")["variant"] == "learner."


def test_a_document_is_shown_as_it_would_be_converted(tmp_path: Path) -> None:
    found = showing(word(tmp_path / "modul.docx", *QUIZ))
    assert found.state("", "")["items"][0]["href"] == "index.html"


def test_a_change_of_any_file_that_matters_is_seen(module: Path) -> None:
    found = showing(module)
    assert not found.changed()
    (module.parent / "diklat.yaml").write_text("colours: {brand: '#7a1f2b'}\n")
    assert found.changed()
    picture = module.parent / next(iter(MEDIA))
    os.utime(picture, (1, 1))
    assert found.changed()
    (module.parent / ".modmigrate").mkdir()
    (module.parent / ".modmigrate" / "x").write_text("")
    assert not found.changed()


def test_the_version_before_is_still_served_while_a_page_goes(module: Path) -> None:
    found = showing(module)
    variant = found.state("", "")["variant"]
    found.load()
    assert found.package(1, variant) is not None
    found.load()
    assert found.package(1, variant) is None
    assert found.package(3, variant) is not None
    assert found.package(9, variant) is None


def test_a_mistake_is_a_sentence_and_what_was_there_stays(module: Path) -> None:
    found = showing(module)
    module.write_text("format: 1\ntitle: x\nmastery: 900\n", "utf-8")
    found.load()
    state = found.state("", "")
    assert state["error"] == "module.yaml:3:10: a whole number from 1 to 100 is expected here"
    assert (state["version"], len(state["items"])) == (1, 1)


def test_items_have_what_their_manifest_says(tmp_path: Path) -> None:
    text = MANIFEST.replace('identifierref="sco-1">', 'identifierref="sco-1" parameters="?bab=1">')
    found = package(tmp_path, zipped({**GOOD, "imsmanifest.xml": text.encode()}))
    one, two = found.state("", "")["items"]
    assert (one["href"], one["title"], one["mastery"]) == ("index.html?bab=1", "Bab 1", "70")
    assert (two["href"], two["data"], two["time"]) == ("bab-2/index.html?mulai=1", "bab=2", "0001:30:00")
    assert two["action"] == "continue,no message"


@pytest.mark.parametrize("code", sorted(set(BROKEN) - {"bomb", "heavy-file", "oversize"}))
def test_a_broken_package_is_shown_or_says_why_not(code: str, tmp_path: Path) -> None:
    state = package(tmp_path, BROKEN[code]()).state("", "")
    assert state["items"] or state["error"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_shown_or_says_why_not(name: str, tmp_path: Path) -> None:
    state = package(tmp_path, HOSTILE[name]).state("", "")
    assert state["items"] or state["error"]


def test_what_cannot_be_shown_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"there is no module\.yaml in this folder"):
        shown(tmp_path)
    assert CliRunner().invoke(main, ["preview", str(tmp_path / "leer.zip")]).exit_code == 3
    (tmp_path / "module.yaml").write_text("")
    assert shown(tmp_path) == tmp_path / "module.yaml"
