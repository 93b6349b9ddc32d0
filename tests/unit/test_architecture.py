"""The rooms and their doors: who may import what (docs/design.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from import_graph import arrows, circles

import modmigrate

ROOT = Path(modmigrate.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

ONLY_IN: dict[str, tuple[str, ...]] = {
    "jinja2": ("renderer", "templating", "review"),
    "markupsafe": ("renderer", "templating"),
    "click": ("cli",),
    "docx": ("readers", "export.formats"),
    "lxml": ("readers", "text.svg", "check"),
    "pdfplumber": ("readers",),
    "pypdfium2": ("readers", "review"),
    "yaml": ("plain_yaml", "module_yaml.writing", "languages", "recogniser.evidence"),
    "PIL": ("readers",),
    "distributed": ("shelf.cluster",),
    "latex2mathml": ("text.formula",),
    "zipfile": ("readers", "scorm", "check", "preview", "export"),
}
"""Library → the rooms that may import it."""

MAY_NOT: dict[str, tuple[str, ...]] = {
    "readers": ("module", "recogniser", "renderer", "scorm", "module_yaml", "questions", "cli"),
    "recogniser": ("readers", "renderer", "scorm", "module_yaml", "cli", "pipeline"),
    "questions": ("readers", "recogniser", "renderer", "scorm", "module_yaml", "document", "cli"),
    "module_yaml": ("readers", "recogniser", "renderer", "scorm", "document", "cli"),
    "plain_yaml": ("readers", "recogniser", "renderer", "scorm", "document", "module", "module_yaml", "cli"),
    "merge": ("readers", "recogniser", "renderer", "scorm", "document", "cli"),
    "renderer": ("readers", "recogniser", "module_yaml", "document", "scorm.packager", "cli", "pipeline"),
    "activities": ("readers", "recogniser", "renderer", "scorm", "module_yaml", "document", "cli", "pipeline"),
    "scorm": ("readers", "recogniser", "module_yaml", "document", "cli", "pipeline"),
    "export": ("readers", "recogniser", "scorm", "module_yaml", "document", "cli", "pipeline"),
    "check": ("readers", "recogniser", "renderer", "module", "module_yaml", "document", "cli", "pipeline"),
    "document": ("module", "recogniser", "readers"),
    "module": ("document", "readers", "recogniser", "renderer"),
}
"""Room → the rooms it does not know: data flows from reader to recogniser to module to renderer to packager."""

PDF_ROOMS = (
    "ground", "glyphs", "drawn", "lines", "order", "tables", "figures", "structure",
    "sheet", "steps", "plain", "content", "guard", "stamped", "read",
)  # fmt: skip
"""The rooms of the PDF reader from the ground up; each knows only those before it."""

FORBIDDEN = frozenset({"requests", "urllib.request", "http.client", "socket", "pickle", "marshal", "eval", "exec"})
"""Nothing is fetched, nothing from a document is run."""


SLOPE = {room: floor for floor, room in enumerate((
    "words", "evidence", "lines", "entries", "blocks", "outline", "exercises", "objectives", "keys", "build",
    "reading", "checks",
))}  # fmt: skip
"""The rooms of the recogniser, ground first: each may import those before it. `reading` is what checks look at."""

CROWDED = {"docx": 40, "renderer": 24}
"""Folders that hold more than fifteen files, and how many they may."""


@cache
def _imports(file: Path) -> frozenset[str]:
    """Absolute names of what a file imports, wherever in the file."""
    return frozenset(_found(file))


def _found(file: Path) -> Iterator[str]:
    package = ["modmigrate", *file.relative_to(ROOT).parent.parts]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            head = ".".join([*base, *([node.module] if node.module else [])])
            yield head
            yield from (f"{head}.{alias.name}" for alias in node.names)


def _room(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(room + ".") for room in rooms)


def test_libraries_are_imported_only_in_their_rooms() -> None:
    wrong = {
        f"{name} in {_room(file)}"
        for file in FILES
        for name in _imports(file)
        for library, rooms in ONLY_IN.items()
        if _within(name, (library,)) and not _within(_room(file), rooms)
    }
    assert not wrong


def test_data_flows_one_way() -> None:
    wrong = {
        f"{name} in {_room(file)}"
        for file in FILES
        for room, closed in MAY_NOT.items()
        if _within(_room(file), (room,))
        for name in _imports(file)
        if _within(name, tuple(f"modmigrate.{r}" for r in closed))
    }
    assert not wrong


@pytest.mark.parametrize(
    "package", ["recogniser", "recogniser/exercises", "recogniser/outline", "recogniser/keys", "readers"]
)
def test_rooms_stand_on_a_slope(package: str) -> None:
    assert circles(arrows(ROOT / package)) == []


def test_stages_of_recognition_know_only_what_stands_below_them() -> None:
    graph = arrows(ROOT / "recogniser")
    assert SLOPE.keys() >= {room for room in graph if (ROOT / "recogniser" / room).is_dir()}
    wrong = [f"{room} → {other}" for room, others in graph.items() for other in others if _floor(room) <= _floor(other)]
    assert not wrong


def _floor(room: str) -> int:
    """The floor of a room of the recogniser; files that tell the story stand above all rooms."""
    return SLOPE.get(room, {"recognise": 30, "confidence": 20}.get(room, 25))


def test_no_folder_is_crowded() -> None:
    assert not {
        f"{f.parent.name}: {n}"
        for f in FILES
        if (n := len(list(f.parent.glob("*.py")))) > CROWDED.get(f.parent.name, 15)
    }


def test_rooms_of_the_pdf_reader_import_only_downward() -> None:
    base = "modmigrate.readers.pdf."
    wrong = {
        f"{name} in {_room(file)}"
        for file in FILES
        if _room(file).startswith("readers.pdf.")
        for name in _imports(file)
        if name.startswith(base) and PDF_ROOMS.index(name.split(".")[3]) > PDF_ROOMS.index(_room(file).split(".")[2])
    }
    assert not wrong


def test_word_files_do_not_ask_the_reader_that_hands_to_them() -> None:
    wrong = {
        _room(f) for f in FILES if _room(f).startswith("readers.docx") and "modmigrate.readers.office" in _imports(f)
    }
    assert not wrong


def test_nothing_reaches_the_network_or_runs_what_a_document_says() -> None:
    assert not {f"{name} in {_room(file)}" for file in FILES for name in _imports(file) if name in FORBIDDEN}


def test_starting_the_program_loads_no_heavy_library() -> None:
    import subprocess
    import sys

    code = "import sys, modmigrate.cli; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"docx", "lxml", "jinja2", "pdfplumber", "pypdfium2", "yaml", "PIL"} & set(run.stdout.split())
    assert not heavy


def test_warning_codes_are_unique_and_their_sentences_are_sentences() -> None:
    from modmigrate.report import Code

    codes = [code.code for code in Code]
    assert len(codes) == len(set(codes))
    assert all(not code.sentence.endswith(".") and "\n" not in code.sentence for code in Code)


def test_each_error_has_an_exit_code_of_its_own_that_the_help_names() -> None:
    from modmigrate import errors

    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.ModmigrateError)]
    own = [c.exit_code for c in classes if c is not errors.ModmigrateError]
    assert len(own) == len(set(own))
    assert set(own) <= set(errors.EXIT_CODES)


def test_every_language_says_what_tells_it_in_a_text() -> None:
    from modmigrate.languages import known, load, traces

    for code in known():
        words, letters = traces(code)
        assert words == tuple(load(code)["document"]["stopwords"])
        assert letters == load(code)["document"].get("letters", "")


def test_no_room_is_left_out_of_the_wheel_by_gitignore() -> None:
    """Hatch leaves out what git ignores: a room called like a tool's folder was missing in every installation."""
    ignored = (ROOT.parent.parent / ".gitignore").read_text("utf-8").split()
    rooms = {file.parent.name for file in FILES}
    assert not {line for line in ignored if line.rstrip("/") in rooms}
    assert not {file.parent for file in FILES if not (file.parent / "__init__.py").exists()}
