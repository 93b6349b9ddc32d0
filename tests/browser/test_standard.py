"""The strict judge of these tests, and our table of limits, against what ADL's validators say (fixtures/scorm12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from needs import TESTS
from player import LMS_FILES

from modmigrate.scorm import limits

Row = tuple[str, str, str, int, str]


def rows() -> Iterator[Row]:
    """Call, element, value, code, and why a package may not do what ADL allows."""
    for line in (TESTS / "fixtures/scorm12/calls.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            call, element, value, code, *why = [part.strip() for part in line.split("|")]
            value = re.sub(r"<(\d+)\*(.)>", lambda m: m[2] * int(m[1]), value)
            yield call, element, value, int(code), why[0] if why else ""


ROWS = list(rows())


@pytest.mark.browser
def test_the_judge_answers_with_adls_codes(browser):
    page = browser.new_page()
    page.evaluate((Path(LMS_FILES) / "standard.js").read_text("utf-8"))
    told = page.evaluate(
        """rows => { const made = [], goals = []; return rows.map(([call, element, value]) => {
            const said = call === 'set' ? judgeSet(element, value, made, goals) : judgeGet(element, goals, made);
            return parseInt(said, 10) || (said ? -1 : 0);
        }); }""",
        [row[:3] for row in ROWS],
    )
    page.close()
    expected = [405 if why else code for *_, code, why in ROWS]
    assert [(row[:3], code) for row, code in zip(ROWS, told, strict=True)] == [
        (row[:3], code) for row, code in zip(ROWS, expected, strict=True)
    ]


def allowed(element: str) -> set[str]:
    return {value for call, name, value, code, _ in ROWS if (call, name, code) == ("set", element, 0)}


def longest(element: str) -> tuple[int, int]:
    """The longest value that ADL takes, and the shortest that is too long."""
    taken = max(len(value) for value in allowed(element))
    return taken, min(len(v) for c, e, v, code, _ in ROWS if (c, e, code) == ("set", element, 405) and len(v) > taken)


@pytest.mark.parametrize(
    ("element", "limit"),
    [
        ("cmi.suspend_data", limits.SUSPEND_DATA),
        ("cmi.core.lesson_location", limits.LOCATION),
        ("cmi.comments", limits.COMMENTS),
        ("cmi.objectives.0.id", limits.IDENTIFIER),
        ("cmi.interactions.4.student_response", limits.RESPONSE),
    ],
)
def test_our_limits_are_adls(element, limit):
    assert longest(element) == (limit, limit + 1)


def test_our_vocabularies_are_adls():
    words = limits.VOCABULARY
    assert set(words["lesson_status"]) - {"not attempted"} == allowed("cmi.core.lesson_status")
    assert set(words["exit"]) == allowed("cmi.core.exit")
    assert set(words["result"]) == allowed("cmi.interactions.0.result") - {"0.5"}
    types = {
        v for c, e, v, code, _ in ROWS if c == "set" and re.fullmatch(r"cmi\.interactions\.\d\.type", e) and not code
    }
    assert types <= set(words["interaction"])
