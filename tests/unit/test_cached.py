"""What is kept in the user's cache folder: never wrong, never needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from modmigrate import cached
from modmigrate.languages import known, load
from modmigrate.templating import search_path

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes and owners of this kind")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "modmigrate"


def test_what_was_put_is_got_under_its_own_key_only(home: Path) -> None:
    cached.put("kind", b"key", b"body")
    assert (cached.get("kind", b"key"), cached.get("kind", b"other"), cached.get("other", b"key")) == (
        b"body",
        None,
        None,
    )
    assert [f.suffix for f in home.iterdir()] == [""]


@pytest.mark.parametrize("damage", [b"", b"x" * 31, b"x" * 40])
def test_damaged_files_are_as_good_as_none(home: Path, damage: bytes) -> None:
    cached.put("kind", b"key", b"body")
    next(home.iterdir()).write_bytes(damage)
    assert cached.get("kind", b"key") is None


def test_what_json_cannot_say_is_parsed_each_time(home: Path) -> None:
    for parsed in ({1: "a"}, {"a": {1, 2}}, {"day": __import__("datetime").date(2026, 1, 1)}):
        assert cached.data("kind", b"text", lambda _, parsed=parsed: parsed) == parsed  # type: ignore[misc]
    assert not home.exists()
    assert (
        cached.data("kind", b"text", lambda _: {"a": [1]}) == cached.data("kind", b"text", lambda _: {}) == {"a": [1]}
    )


def test_the_folder_does_not_grow_for_ever(home: Path) -> None:
    for n in range(cached.MANY + 1):
        cached.put("kind", str(n).encode(), b"body")
    assert len(list(home.iterdir())) < cached.MANY
    assert cached.get("kind", str(cached.MANY).encode()) == b"body"


@posix
def test_a_folder_that_others_may_write_to_is_not_trusted(home: Path) -> None:
    cached.put("kind", b"key", b"body")
    home.chmod(0o777)
    assert cached.get("kind", b"key") is None
    cached.put("kind", b"new", b"body")
    assert len(list(home.iterdir())) == 1


@posix
def test_a_folder_above_that_others_may_write_to_is_not_trusted(home: Path) -> None:
    """Whoever may write there may put a folder of their own in our folder's place, or a link to one of ours."""
    cached.put("kind", b"key", b"body")
    home.parent.chmod(0o777)
    assert cached.get("kind", b"key") is None
    cached.put("kind", b"new", b"body")
    assert len(list(home.iterdir())) == 1
    home.parent.chmod(0o1777)  # As /tmp: what is ours there stays ours.
    assert cached.get("kind", b"key") == b"body"


@posix
def test_a_link_to_another_folder_is_not_trusted(home: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    home.symlink_to(tmp_path / "mine")
    cached.put("kind", b"key", b"body")
    assert list((tmp_path / "mine").iterdir()) == []


def test_what_is_not_ours_stays_when_the_folder_is_emptied(home: Path) -> None:
    home.mkdir(mode=0o700)
    for n in range(cached.MANY):
        (home / f"letter {n}.txt").write_text("dear")
    for n in range(cached.MANY + 1):
        cached.put("kind", str(n).encode(), b"body")
    assert len(list(home.glob("letter*"))) == cached.MANY


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(home: Path) -> None:
    home.write_text("a file stands here")
    cached.put("kind", b"key", b"body")
    assert cached.get("kind", b"key") is None


@pytest.mark.parametrize("environ", [{}, {"XDG_CACHE_HOME": "relative"}, {"HOME": "relative"}])
def test_without_a_place_nothing_is_kept(environ: dict[str, str]) -> None:
    assert cached.folder(environ) is None


def test_templates_are_compiled_once_and_again_when_they_change(home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    for text in ("first {{ 1 + 1 }}", "second {{ 1 + 1 }}"):
        (mine / "blocks.html.j2").write_text(text)
        for _ in range(2):
            search_path.environment.cache_clear()
            assert search_path.environment(mine).get_template("blocks.html.j2").render() == text.replace(
                "{{ 1 + 1 }}", "2"
            )
    assert len(list(home.glob("template-*"))) == 2


def test_errors_in_a_kept_template_name_its_file_and_line(home: Path, tmp_path: Path) -> None:
    from modmigrate.errors import ModelError

    (tmp_path / "blocks.html.j2").write_text("\n{{ nothing.here }}")
    for _ in range(2):
        search_path.environment.cache_clear()
        with pytest.raises(ModelError, match=r"blocks.html.j2:2:"), search_path.told(tmp_path):
            search_path.environment(tmp_path).get_template("blocks.html.j2").render()
    assert home.is_dir()


@pytest.mark.parametrize("code", known())
def test_a_language_is_the_same_from_its_file_and_kept(home: Path, code: str) -> None:
    load.cache_clear()
    fresh = load(code)
    load.cache_clear()
    assert load(code) == fresh
    assert len(list(home.iterdir())) == 1


@pytest.mark.slow
def test_python_docx_is_whole_for_who_imports_it_after_us() -> None:
    import subprocess

    code = "import modmigrate.readers.docx, docx; print(docx.Document().paragraphs)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ))
    assert (run.stdout.strip(), run.stderr) == ("[]", "")
