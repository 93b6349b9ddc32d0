"""The review page in Indonesian says nothing in English but what the document says: every sentence has its row."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from plain_document import document
from test_cases import CASES, _cases
from test_review import LINES, words_of
from word import word

from modmigrate.account.ledger import CONTENTS, KEYS, LABELS, account
from modmigrate.activities import records
from modmigrate.activities.reasons import NAMES
from modmigrate.document import UNEXPLAINED
from modmigrate.doubts import WORDS, marked
from modmigrate.doubts.marking import CODES
from modmigrate.export import refusals
from modmigrate.languages import known
from modmigrate.pipeline import Extraction, extract
from modmigrate.questions import TYPES
from modmigrate.readers.pdf.structure.furniture import REASON
from modmigrate.recogniser import explained
from modmigrate.recogniser.words.words import ROLES
from modmigrate.report import Code, finding
from modmigrate.review import review
from modmigrate.review.said import fits, said

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/source.*"))
SHOWN = (*CODES, Code.KEY_MISSING, Code.PASS_MARK, Code.STATE_SIZE, Code.STATE_TRIMMED)
SMALL = {"reason": "it is damaged", "what": "a key", "question": "question 7", "kept": "is left out", "pages": "page 3",
         "places": "", "more": "", "has": "has", "it": "it"}  # fmt: skip
"""What stands in the gaps that are said in the language, too."""


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
@pytest.mark.parametrize("count", [1, 7])
def test_every_sentence_of_a_doubt_is_said(code: Code, count: int) -> None:
    gaps = dict.fromkeys(re.findall(r"\{(\w+)\}", code.sentence), "X") | {"count": count, "size": 900}
    values = {name: SMALL.get(name, value) for name, value in gaps.items() if name in code.sentence}
    values = {name: value for name, value in values.items() if name not in ("s", "are", "stand", "their", "them")}
    sentence = finding(code, **{**values, "count": count}).message
    if code in (Code.CHECK_HEADINGS, Code.CHECK_QUESTIONS, Code.CHECK_KEYS):
        sentence = sentence.replace("a key", "headings with nothing below them (2 of 5), first “X”; see also “Y”")
    assert fits(sentence, "id"), sentence


def test_every_word_reason_role_and_kind_is_said() -> None:
    reasons = (KEYS, CONTENTS, LABELS, UNEXPLAINED, REASON, "hidden text", "struck out", "prompts of empty form fields")
    for text in (
        *(t for w in WORDS.values() for t in (w.means, w.settle)),
        *reasons,
        *ROLES,
        *TYPES,
        "sure",
        "likely",
        "doubtful",
    ):
        assert fits(text, "id"), text
        assert said(text, "id") != text or text == LABELS


def test_what_no_row_says_and_what_the_document_says_stays() -> None:
    assert said("no such sentence", "id") == "no such sentence"
    assert not fits("no such sentence", "id")
    assert said("the key “bold and centred” fits no exercise and answers nothing", "id").startswith(
        "kunci “bold and cent"
    )
    assert said("a key is left out: its entries could not be read", "en") == (
        "a key is left out: its entries could not be read"
    )
    assert "id" in known()


def _texts(found: Extraction) -> Iterator[str]:
    for doubt in found.doubts:
        yield doubt.message
    for reason in found.why:
        yield from (reason.decision, reason.confidence, *reason.evidence)
    yield from (entry.reason for entry in (found.document.left_out if found.document else ()))


def _read(text: str) -> Extraction:
    options = re.match(r"language: (\w+)\n", text)
    source = document(text[options.end() :] if options else text)
    module, findings, why = explained(source, options[1] if options else "")
    _, losses = account(source, module)
    module, doubts = marked(module, (*findings, *losses))
    return Extraction(module, {}, findings, why, None, doubts, source)


@pytest.mark.slow
def test_all_that_is_said_of_the_cases_and_examples_is_said() -> None:
    found = [_read(case.values[0]) for case in _cases(CASES)]
    found += [extract(source, why=True) for source in EXAMPLES if source.suffix in (".docx", ".pdf")]
    said_ = {" ".join(text.split()) for one in found for text in _texts(one)}
    assert len(said_) > 1_000
    assert [text for text in sorted(said_) if not fits(text, "id")] == []


def _reasons() -> Iterator[str]:
    """Why blocks give nothing to do, and banks hold no question, with `7` for what is filled in."""
    for file in (*sorted(Path(records.__file__).parent.glob("*.py")), Path(refusals.__file__)):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Refused"), args=[*_, ast.Constant() | ast.JoinedStr() as said_]):
                    yield _filled(said_)
                case ast.Return(value=ast.Constant(value=str()) | ast.JoinedStr() as said_) if file.stem != "leads":
                    yield _filled(said_)


def _filled(text: ast.Constant | ast.JoinedStr) -> str:
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts)


def test_every_reason_of_an_activity_and_of_a_bank_is_said() -> None:
    texts = {text for text in _reasons() if " " in text}
    assert len(texts) > 30
    assert [text for text in sorted({*texts, *NAMES.values()}) if not fits(text, "id")] == []


@pytest.mark.slow
def test_the_page_speaks_the_language_of_the_module(tmp_path: Path) -> None:
    source = word(tmp_path / "modul-1.docx", *LINES)
    page = html.document_fromstring(review(source, words="id"))
    (doubt,) = page.find_class("doubt")
    text = words_of(doubt)
    assert "soal 2 tidak memiliki jawaban di dokumen dan tidak akan dinilai" in text
    assert "tanpa kunci (yakin): tidak ada yang menjawabnya di dokumen" in text
    assert "keadaan peserta memakai paling banyak" in words_of(page.body)
    assert "question 2 has no answer" in words_of(html.document_fromstring(review(source, words="en")))
