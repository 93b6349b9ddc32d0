"""Banks read again, each by a reader of its format, as `{id: (words of the question, answer, points)}`; and what they
ought to hold.

An answer is the texts of the right options, pairs, entries in order, or accepted texts of each blank; None where the
question is open.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from needs import NODE_MODULES, library, needed

from modmigrate.export.bank import OPEN, Bank, Entry
from modmigrate.questions import Choice, Fill, Match, Multi, Order, Short, TrueFalse
from modmigrate.text import inline

Read = dict[str, tuple[str, Any, float | None]]
GIFT = """
const gift = require(process.argv[1]);
process.stdout.write(JSON.stringify(gift.parse(require("fs").readFileSync(0, "utf8"))));
"""


def said(text: str) -> str:
    """Plain text without blanks and spaces: what two programs may write differently."""
    return re.sub(r"[\s\xa0_]+", "", text)


def words(text: str) -> str:
    """The same of HTML."""
    return said(html.unescape(re.sub(r"<[^>]*>", "", text)))


def right(entry: Entry, bank: Bank) -> Any:
    """What a bank must say is right; None for open questions."""
    if entry.form == OPEN:
        return None
    texts = [said(inline.plain(t)) for t in entry.question.texts()]
    match entry.question:
        case Choice(answer=int(answer)):
            return {texts[answer]}
        case Multi(answer=tuple(answer)):
            return {texts[a] for a in answer}
        case TrueFalse(answer=answer):
            return {said(bank.words["true" if answer else "false"])}
        case Match(left=left, right=others, answer=tuple(answer)):
            return {
                (said(inline.plain(one)), said(inline.plain(others[fits[0]])))
                for one, fits in zip(left, answer, strict=True)
            }
        case Order(answer=tuple(answer)):
            return [texts[a] for a in answer]
        case Fill(answer=tuple(answer)):
            return [{said(inline.plain(t)) for t in own} for own in answer]
        case Short(answer=tuple(answer)):
            return [{said(inline.plain(t)) for t in answer}]
    return None


def gift(data: bytes, bank: Bank) -> Read:
    """By gift-pegjs, the parser of the GIFT grammar."""
    parser = needed(NODE_MODULES / "gift-pegjs/pegjs-gift.js")
    run = subprocess.run(["node", "-e", GIFT, str(parser)], input=data, capture_output=True, check=True)
    return {
        q["id"]: (words(q["stem"]["text"]), _gift_answer(q, bank), None)
        for q in json.loads(run.stdout)
        if q["type"] != "Category"
    }


def _gift_answer(q: dict[str, Any], bank: Bank) -> Any:
    match q["type"]:
        case "TF":
            return {said(bank.words["true" if q["isTrue"] else "false"])}
        case "MC":
            return {words(c["text"]["text"]) for c in q["choices"] if c["isCorrect"] or (c["weight"] or 0) > 0}
        case "Short":
            return [{said(c["text"]["text"].replace("\\*", "*")) for c in q["choices"] if c["weight"] != 0}]
        case "Matching":
            pairs = [(words(p["subquestion"]["text"]), said(_decoded(p["subanswer"]))) for p in q["matchPairs"]]
            return _paired([p for p in pairs if p[0]])
    assert q["type"] == "Essay"
    return None


def _decoded(text: str) -> str:
    """The parser leaves its own marks of escaped signs in the right-hand entries of pairs."""
    return re.sub(r"&&(\d+);", lambda m: chr(int(m[1])), text)


def _paired(pairs: list[tuple[str, str]]) -> Any:
    """Pairs; entries with their places 1, 2, 3 … are entries in order."""
    if [b for _, b in pairs] == [str(n) for n in range(1, len(pairs) + 1)]:
        return [a for a, _ in pairs]
    return set(pairs)


def moodle_xml(data: bytes, bank: Bank) -> Read:
    """By the rules of Moodle's documentation: 100 % in all for what is right, nothing or less for the rest."""
    out: Read = {}
    for question in ET.fromstring(data).iter("question"):
        if question.get("type") == "category":
            assert (question.findtext("category/text") or "").startswith("$course$/top/")
            continue
        text = question.findtext("questiontext/text") or ""
        grade = float(question.findtext("defaultgrade") or 0) or None
        out[question.findtext("idnumber") or ""] = (_cloze(text)[0], _moodle_answer(question, text, bank), grade)
    return out


def _cloze(text: str) -> tuple[str, list[set[str]]]:
    gap = re.compile(r"\{\d+:SHORTANSWER:((?:\\.|[^\\}])*)\}")
    found = [
        {words(re.sub(r"\\(.)", r"\1", re.sub(r"\\(.)", r"\1", a)).removeprefix("=")) for a in re.split(r"(?<!\\)~", g)}
        for g in gap.findall(text)
    ]
    return words(gap.sub("", text)), found


def _moodle_answer(question: ET.Element, text: str, bank: Bank) -> Any:
    grades = [(a.findtext("text") or "", float(a.get("fraction", 0))) for a in question.findall("answer")]
    match question.get("type"):
        case "truefalse":
            return {said(bank.words[t]) for t, grade in grades if grade == 100}
        case "multichoice":
            assert sum(g for _, g in grades if g > 0) == _about(100)
            return {words(t) for t, grade in grades if grade > 0}
        case "shortanswer":
            return [{said(t.replace("\\*", "*")) for t, grade in grades if grade == 100}]
        case "cloze":
            return _cloze(text)[1]
        case "matching":
            pairs = [
                (words(p.findtext("text") or ""), said(p.findtext("answer/text") or ""))
                for p in question.findall("subquestion")
            ]
            return _paired([p for p in pairs if p[0]])
    assert question.get("type") == "essay"
    return None


def _about(number: float) -> Any:
    import pytest

    return pytest.approx(number, abs=0.001)


def qti21(data: bytes, tmp: Path) -> Read:
    """By qti-convert, a program of its own, which makes QTI 3 of it, and from there by name."""
    library("qti_convert")
    (tmp / "qti21.zip").write_bytes(data)
    command = [sys.executable, "-m", "qti_convert.cli", "upgrade", str(tmp / "qti21.zip"), str(tmp / "qti3.zip")]
    subprocess.run(command, check=True, capture_output=True)
    out: Read = {}
    with zipfile.ZipFile(tmp / "qti3.zip") as archive:
        for name in (n for n in archive.namelist() if n.startswith("items/")):
            item = ET.fromstring(re.sub(rb' xmlns="[^"]*"', b"", archive.read(name), count=1))
            most = item.findtext("qti-outcome-declaration[@identifier='MAXSCORE']/qti-default-value/qti-value")
            out[item.get("identifier", "")] = (_qti_stem(item), _qti_answer(item), float(most) if most else None)
    return out


def _qti_stem(item: ET.Element) -> str:
    stem = item.find("qti-item-body/div")
    assert stem is not None
    return said("".join(stem.itertext()))


def _qti_answer(item: ET.Element) -> Any:
    texts = {
        c.get("identifier"): said("".join(c.itertext()))
        for kind in ("qti-simple-choice", "qti-simple-associable-choice")
        for c in item.iter(kind)
    }
    declared = item.findall("qti-response-declaration")
    if any(d.find("qti-mapping") is not None for d in declared):
        return [{said(e.get("map-key", "")) for e in d.iter("qti-map-entry")} for d in declared]
    values = [v.text or "" for v in declared[0].iter("qti-value")]
    if not values:
        return None
    if declared[0].get("base-type") == "directedPair":
        return {(texts[v.split()[0]], texts[v.split()[1]]) for v in values}
    found = [texts[v] for v in values]
    return found if declared[0].get("cardinality") == "ordered" else set(found)


def qti12(data: bytes) -> Read:
    """By the rules of the standard: what sets the score."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(re.sub(rb' xmlns="[^"]*"', b"", archive.read("questions.xml"), count=1))
    out: Read = {}
    for item in root.iter("item"):
        stem = item.findtext("presentation/material/mattext") or ""
        most = item.find("resprocessing/outcomes/decvar")
        assert most is not None
        stem = re.sub(r"\[blank\d+\]", "", stem)
        answer = _qti12_answer(item)
        out[item.get("ident", "")] = (words(stem), answer, float(most.get("maxvalue", 0)) if answer else None)
    return out


def _qti12_answer(item: ET.Element) -> Any:
    rule = next((c for c in item.iter("respcondition") if c.find("setvar") is not None), None)
    if rule is None:
        return None
    whole = rule.find("conditionvar/and")
    assert whole is not None
    texts = {
        (r.get("ident"), label.get("ident")): words(label.findtext("material/mattext") or "")
        for r in item.iter("response_lid")
        for label in r.iter("response_label")
    }
    if not texts:
        return [{said(v.text or "") for v in (own.iter("varequal") if own.tag == "or" else [own])} for own in whole]
    chosen = [(v.get("respident"), texts[v.get("respident"), v.text]) for v in whole.findall("varequal")]
    lists = item.findall(".//response_lid")
    if lists[0].find("material") is not None:
        left = {r.get("ident"): words(r.findtext("material/mattext") or "") for r in lists}
        return {(left[ident], text) for ident, text in chosen}
    found = [text for _, text in chosen]
    return found if lists[0].get("rcardinality") == "Ordered" else set(found)


def h5p(data: bytes, bank: Bank) -> Iterator[tuple[str, Any]]:
    """The questions in order, by what their content types do with their parameters."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = json.loads(archive.read("content/content.json"))
    for question in content["questions"]:
        params = question["params"]
        match question["library"].split()[0]:
            case "H5P.MultiChoice":
                yield words(params["question"]), {words(a["text"]) for a in params["answers"] if a["correct"]}
            case "H5P.TrueFalse":
                yield words(params["question"]), {said(bank.words[params["correct"]])}
            case "H5P.Blanks":
                (text,) = params["questions"]
                gaps = re.findall(r"\*([^*]+)\*", text)
                yield words(re.sub(r"\*[^*]+\*", "", text)), [set(map(words, gap.split("/"))) for gap in gaps]
            case "H5P.DragText":
                lines = [line.partition(": *") for line in params["textField"].split("\n")]
                pairs = [(said(left), said(right.removesuffix("*"))) for left, _, right in lines]
                in_order = [left for left, _ in pairs] == [str(n) for n in range(1, len(pairs) + 1)]
                yield words(params["taskDescription"]), [b for _, b in pairs] if in_order else set(pairs)


def aiken(data: bytes) -> Iterator[tuple[str, Any]]:
    """By the rules of Moodle's documentation: a line, options, `ANSWER: ` and a letter."""
    for block in data.decode().strip().split("\n\n"):
        stem, *options, answer = block.splitlines()
        letter = answer.removeprefix("ANSWER: ")
        shown = dict(re.fullmatch(r"([A-Z])[.)] (.+)", option).groups() for option in options)  # type: ignore[union-attr]
        yield said(stem.partition(") ")[2]), {said(shown[letter])}


def xlsx(data: bytes) -> Iterator[tuple[str, Any]]:
    """By openpyxl."""
    library("openpyxl")
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data)).active
    for row in sheet.iter_rows(min_row=9, values_only=True):
        _, stem, *answers, seconds, correct = row
        assert seconds in (5, 10, 20, 30, 60, 90, 120, 240)
        yield said(stem), {said(answers[int(n) - 1]) for n in str(correct).split(",")}


def table(data: bytes) -> list[dict[str, str]]:
    """By the csv module, with the sign before a formula taken off again."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{k: re.sub(r"^'(?=\s*[=+\-@])", "", v) for k, v in row.items()} for row in rows]
