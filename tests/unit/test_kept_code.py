"""What compiling made is kept from run to run, and does what it did when it was made."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from modmigrate import kept_code
from modmigrate.kept_code import Shelf, kept

PATTERNS = [(rf"(?P<no>\d+){n}\s*(?:bab|[à-ü\u4e00-\u9fff])?", flags) for n in range(6) for flags in (0, re.IGNORECASE)]


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def _work() -> list[object]:
    re.purge()
    found = [re.compile(pattern, flags) for pattern, flags in PATTERNS]
    made = dataclasses.make_dataclass("Nilai", [("a", int), ("b", str, "x")], frozen=True, slots=True)
    value = made(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.a = 2
    said = [(p.pattern, p.flags, p.groupindex.copy(), [m.span() for m in p.finditer("120 BAB 31Ü 4文")]) for p in found]
    return [said, repr(value), value == made(1), hash(value) == hash(made(1))]


def test_the_second_run_makes_nothing_and_says_the_same() -> None:
    plain = _work()
    with kept() as first:
        assert _work() == plain
    with kept() as second:
        assert _work() == plain
    assert len(first.made) > len(PATTERNS)
    assert (len(second.made), second.used) == (0, set(first.made))


def test_the_library_is_as_it_was_afterwards() -> None:
    before = (re._compiler.compile, re._compiler._sre)  # type: ignore[attr-defined]
    with kept():
        assert re._compiler.compile is not before[0]  # type: ignore[attr-defined]
    assert (re._compiler.compile, re._compiler._sre) == before  # type: ignore[attr-defined]
    assert "exec" not in vars(dataclasses)


def test_entries_that_the_engine_refuses_are_made_anew() -> None:
    plain = _work()
    with kept() as first:
        _work()
    broken = {key: (0, b"\xff\xff\xff\xff", 0, {}, ()) if key.startswith("re ") else "?" for key in first.made}
    kept_code.cached.put("code", kept_code.key(), kept_code.marshal.dumps(broken))
    with kept():
        assert _work() == plain


def test_a_few_new_patterns_are_not_worth_a_file(tmp_path: Path) -> None:
    with kept():
        re.purge()
        re.compile("satu pola dokumen")
    assert not list(tmp_path.rglob("code-*"))


def test_a_full_shelf_loses_what_was_not_used() -> None:
    shelf = Shelf({f"re 0 {n}": n for n in range(kept_code.MANY)})
    shelf.get("re 0 7")
    shelf.made["re 0 new"] = 1
    assert shelf.left() == {"re 0 7": 7, "re 0 new": 1}
