"""Question banks: the same questions, answers and points in every format, and what a format does not hold is told."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import banks
import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from needs import TESTS
from sample_module import CHOICE, MEDIA, SAMPLE

from modmigrate.cli import main
from modmigrate.cli.exporting import TO
from modmigrate.export import FORMATS, _planned, export
from modmigrate.export.bank import OPEN, Bank, bank
from modmigrate.export.formats import aiken, csv, gift
from modmigrate.export.table import PARTS
from modmigrate.module import Cell, Chapter, Code, Figure, Item, List, Module, Paragraph, Table
from modmigrate.pipeline import load
from modmigrate.questions import TYPES, Choice, Essay, Fill, Match, Multi, Order, Short, TrueFalse
from modmigrate.text import inline

ROOT = TESTS.parent
EXAMPLES = ("kewirausahaan-sosial", "keuangan-usaha-kecil")
ODD = r"a~b = c # {d} : \e <f> & \"g\" %50% -> ::h:: //i"
NASTY = Module(
    id="m",
    title="Modul / = ~ {uji}",
    language="id",
    chapters=(
        Chapter(
            id="c",
            number="BAB I",
            title="Aneh / <b>",
            content=(
                Choice(
                    id="q1", stem=f"{ODD} ![gambar](media/ikon.png)\n\n=1+1",
                    options=(ODD, "%50% lain", "=2"), answer=1, feedback=ODD,
                    responses=(("B", f"B {ODD}"), ("wrong", ODD)), points=3,
                    content=(
                        Paragraph(text="Lihat:"), Code(text="if (a < b) {\n  c = ~d;\n}"),
                        List(items=(Item(text="satu"),)), Table(rows=((Cell(text="x"), Cell(text="{y}")),)),
                        Figure(file="media/grafik batang.png", alt="grafik"),
                    ),
                ),
                Multi(id="q2", stem="-Pilih @", options=("+a", "@b", "-c", "=d"), answer=(0, 2, 3), points=2),
                TrueFalse(id="q3", stem="# Benar? {T}", answer=True, responses=(("true", "Ya #"), ("false", "~Tak"))),
                Match(id="q4", stem="Jodoh =", left=("a = b", "c"), right=("1 = x", "{2}", "~3"), answer=((1,), (0,))),
                Order(id="q5", stem="Urut", options=("tiga", "satu {1}", "dua"), answer=(1, 2, 0), points=5),
                Fill(id="q6", stem="Isi ____ di {sini}, lalu.", answer=(("a=b", r"c\*d"),), points=4),
                Fill(id="q7", stem="____ dan ~____ {1:SHORTANSWER:=z}", answer=(("x}y", "z"), (r'"w"',)), points=4),
                Short(id="q8", stem="Apa?", answer=(r"\*", "10%")),
                Essay(id="q9", stem="Uraikan {x}.", answer="Contoh = jawaban"),
                Match(id="q10", stem="Ganda", left=("a",), right=("1", "2"), answer=((0, 1),)),
                Choice(id="q11", stem="Tanpa kunci", options=("A. satu", "dua")),
                Choice(id="q12", stem="Ragu", options=("satu", "dua"), answer=0, unsure=("key",)),
            ),
        ),
    ),
)  # fmt: skip
MODULES: dict[str, Callable[[], tuple[Module, Mapping[str, bytes]]]] = {
    "sample": lambda: (SAMPLE, MEDIA),
    "nasty": lambda: (NASTY, MEDIA),
    **{name: lambda name=name: _example(name) for name in EXAMPLES},  # type: ignore[misc]
}
"""Modules with every type, with every sign that a format takes for its own, and both examples."""


def _example(name: str) -> tuple[Module, Mapping[str, bytes]]:
    found = load(ROOT / "examples" / name / "module.yaml")
    return found.module, found.media


def held(module: Module, media: Mapping[str, bytes], to: str) -> Bank:
    return _planned(bank(module, media), FORMATS[to])[0]


def same(found: banks.Read, wanted: Bank, *, points: bool) -> None:
    assert list(found) == [e.id for e in wanted.entries]
    for entry in wanted.entries:
        stem, answer, grade = found[entry.id]
        assert stem.startswith(banks.said(inline.plain(entry.question.stem))), entry.id
        assert answer == banks.right(entry, wanted), entry.id
        if points and grade is not None:
            assert grade == entry.points, entry.id


def same_in_order(found: Iterable[tuple[str, Any]], wanted: Bank) -> None:
    for (stem, answer), entry in zip(found, wanted.entries, strict=True):
        assert stem.startswith(banks.said(inline.plain(entry.question.stem))), entry.id
        assert answer == banks.right(entry, wanted), entry.id


@pytest.mark.slow
@pytest.mark.parametrize("name", MODULES)
def test_banks_read_again_hold_the_same_questions_answers_and_points(name: str, tmp_path: Path) -> None:
    module, media = MODULES[name]()
    made = {to: (export(module, media, to).data, held(module, media, to)) for to in TO}
    same(banks.gift(*made["gift"]), made["gift"][1], points=False)
    same(banks.moodle_xml(*made["moodle-xml"]), made["moodle-xml"][1], points=True)
    same(banks.qti21(made["qti21"][0], tmp_path), made["qti21"][1], points=True)
    same(banks.qti12(made["qti12"][0]), made["qti12"][1], points=True)
    same_in_order(banks.h5p(*made["h5p"]), made["h5p"][1])
    same_in_order(banks.aiken(made["aiken"][0]), made["aiken"][1])
    same_in_order(banks.xlsx(made["xlsx"][0]), made["xlsx"][1])
    rows = banks.table(made["csv"][0])
    assert [row["id"] for row in rows] == [e.id for e in made["csv"][1].entries]
    assert [int(row["points"] or 0) for row in rows] == [e.question.points for e in made["csv"][1].entries]


@pytest.mark.slow
@pytest.mark.parametrize("name", MODULES)
def test_the_word_paper_asks_all_and_its_last_sheet_answers_what_is_known(name: str) -> None:
    from docx import Document

    module, media = MODULES[name]()
    paper = Document(io.BytesIO(export(module, media, "docx").data))
    wanted = held(module, media, "docx")
    text = banks.said("".join(p.text for p in paper.paragraphs))
    assert all(banks.said(inline.plain(e.question.stem)) in text for e in wanted.entries)
    keys = [(named, row) for named, table in _keys(paper) for row in table.rows]
    unknown = {n for n, e in enumerate(wanted.entries) if not e.question.has_key or "key" in e.question.unsure}
    assert {n for n, (_, row) in enumerate(keys) if row.cells[1].text == "–"} == unknown
    assert len(keys) == len(wanted.entries)
    # The example's key had four rows “BAB II … 1”, for its case study, two exercises and the test.
    assert len({(named, row.cells[0].text) for named, row in keys}) == len(keys)


def _keys(paper: Any) -> Iterator[tuple[str, Any]]:
    """The tables of the last sheet, each with the heading above it."""
    inner = list(paper.iter_inner_content())
    start = max(n for n, part in enumerate(inner) if 'w:type="page"' in part._element.xml)
    named = ""
    for part in inner[start:]:
        if hasattr(part, "rows"):
            yield named, part
        elif part.style.name == "Heading 2":
            named = part.text


@pytest.mark.slow
def test_h5p_names_the_libraries_that_its_questions_use_and_its_pictures_are_in_it() -> None:
    module, media = MODULES["sample"]()
    one = replace(CHOICE, content=(Figure(file="media/grafik batang.png", alt="Grafik"),))
    module = replace(module, chapters=(replace(module.chapters[2], content=(one,)),))
    with zipfile.ZipFile(io.BytesIO(export(module, media, "h5p").data)) as archive:
        about = json.loads(archive.read("h5p.json"))
        content = json.loads(archive.read("content/content.json"))
        (question,) = content["questions"]
        assert content["passPercentage"] == 70
        picture = question["params"]["media"]["type"]
        named = {f"{d['machineName']} {d['majorVersion']}.{d['minorVersion']}" for d in about["preloadedDependencies"]}
        assert named == {"H5P.QuestionSet 1.20", question["library"], picture["library"]}
        assert archive.read(f"content/{picture['params']['file']['path']}") == MEDIA["media/grafik batang.png"]
        assert (picture["params"]["alt"], picture["params"]["file"]["mime"]) == ("Grafik", "image/png")


def test_every_format_says_what_becomes_of_every_type_and_the_command_knows_all() -> None:
    assert tuple(FORMATS) == TO
    assert all(set(form.types) == {*TYPES, OPEN} for form in FORMATS.values())


def test_the_docs_hold_the_table() -> None:
    text = (ROOT / "docs" / "export.md").read_text("utf-8")
    for name, form in FORMATS.items():
        for kind, what in form.types.items():
            assert f"| `{name}` | `{kind}` | {what or '–'} |" in text
        kept = " | ".join("yes" if part in form.keeps else "–" for part in PARTS)
        assert f"| `{name}` | {form.title} | {kept} |" in text


@pytest.mark.parametrize("to", [to for to in TO if to != "docx"])
def test_all_questions_are_in_the_file_or_told_and_none_has_a_guessed_key(to: str) -> None:
    made = export(NASTY, MEDIA, to)
    told = {f.code.code: dict(f.values)["count"] for f in made.findings if "count" in dict(f.values)}
    assert made.questions + told.get("export-left-out", 0) == 12
    keyed = {e.id for e in held(NASTY, MEDIA, to).entries if e.form != OPEN}
    assert not {"q11", "q12"} & keyed


def test_what_a_format_does_not_hold_is_one_finding_with_count_and_names() -> None:
    made = export(SAMPLE, MEDIA, "aiken")
    lines = [f.line("m") for f in made.findings]
    assert lines[0].startswith("m: 11 questions are not in the file, since Aiken does not hold them: it has no multi")
    assert "their answer is not known (BAB I › 10, 11)" in lines[0]
    assert "m: 1 question is without its hint, which Aiken does not hold (BAB I › 1) [export-part]" in lines


def test_signs_of_a_format_are_text_in_it() -> None:
    """Moodle's documentation: ~ = # { } : stand behind a stroke; OWASP: a cell that begins so is a formula."""
    assert gift.escaped("~=#{}:\\") == r"\~\=\#\{\}\:\\"
    assert [csv.cell(t) for t in ("=1", " +1", "-1", "@x", "a=1")] == ["'=1", "' +1", "'-1", "'@x", "a=1"]
    assert aiken.line("a\n\nANSWER: B") == "a ANSWER: B"


def test_pictures_are_in_the_bank_and_those_that_could_do_harm_are_not() -> None:
    bad = {**MEDIA, "media/grafik batang.png": b"<svg onload='x()'><script>1</script></svg>"}
    with zipfile.ZipFile(io.BytesIO(export(NASTY, bad, "qti21").data)) as archive:
        item = archive.read("items/q1.xml").decode()
        assert [n for n in archive.namelist() if n.startswith("media/")] == _named_in(item)
    assert b"script" not in export(NASTY, bad, "moodle-xml").data
    assert b"data\\:image/png;base64," in export(NASTY, MEDIA, "gift").data


def _named_in(item: str) -> list[str]:
    return [part.partition('"')[0] for part in item.split('src="../')[1:]]


def test_the_same_module_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = export(SAMPLE, MEDIA, "qti12").data
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert export(SAMPLE, MEDIA, "qti12").data == first


@pytest.mark.slow
def test_export_writes_a_bank_of_a_source_a_folder_or_a_module_yaml(tmp_path: Path) -> None:
    folder = ROOT / "examples" / EXAMPLES[1]
    for path in (folder, folder / "module.yaml", folder / "source.docx"):
        result = CliRunner().invoke(main, ["export", str(path), "--to", "csv", "-o", f"{tmp_path}/"])
        assert result.exit_code == 0, result.stderr
        assert "with a key), " in result.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{EXAMPLES[1]}.csv", "source.csv"]


def test_a_module_without_questions_has_no_bank(tmp_path: Path) -> None:
    path = tmp_path / "module.yaml"
    path.write_text("format: 1\ntitle: Bacaan\nchapters:\n  - chapter: Satu\n    content: [Isi.]\n", "utf-8")
    result = CliRunner().invoke(main, ["export", str(path), "--to", "gift"])
    assert (result.exit_code, list(tmp_path.iterdir())) == (5, [path])
    assert "this module has no questions; there is nothing to export" in result.stderr


def test_a_format_that_holds_no_question_says_why(tmp_path: Path) -> None:
    """A trainer's guide with tasks alone: “H5P holds none of the 14 questions” left nothing to be done about it."""
    path = tmp_path / "module.yaml"
    task = "  - {question: Buatlah., type: task}\n  - {question: Apa?, type: choice, options: [a, b], answer: }\n"
    path.write_text(f"format: 1\ntitle: A\nchapters:\n- chapter: A\n  content:\n{task}", "utf-8")
    said = CliRunner().invoke(main, ["export", str(path), "--to", "h5p"]).stderr
    assert said.endswith("of this module: it has no task questions, their answer is not known\n")


def test_an_entry_with_feedback_to_options_says_it_there() -> None:
    entry = bank(NASTY, MEDIA).entries[0]
    assert [entry.of_option(n)[:3] for n in range(3)] == ["", "B a", ""]
    assert entry.response("wrong") == ODD
