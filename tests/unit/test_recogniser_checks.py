"""The checks on a finished reading: each finds its fault where it is, and says nothing where all is well.

The documents are invented, each after a kind of reading that went wrong with real ones.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_document import document

from modmigrate.document import LeftOut
from modmigrate.recogniser import explained, recognise
from modmigrate.recogniser.checks.checks import CHECKS, faults, told
from modmigrate.recogniser.checks.fault import Fault, Seen, seen
from modmigrate.recogniser.recognise import Recogniser
from modmigrate.source import Where

DOCS = Path(__file__).parents[2] / "docs"
CHAPTERS = """{h1} Chapter 1 Money
Money is what people accept for goods.
{h1} Chapter 2 Credit
Credit is money that somebody lends.
"""
QUIZ = """{h1} Quiz
1. Which of these is money?
A. coins
B. stones
C. leaves
2. Who lends money?
A. a bank
B. a tree
C. a stone
3. What is rent?
A. a cost
B. a gain
C. a gift
4. What is profit?
A. a gain
B. a cost
C. a gift
"""
WRONG = {
    "titles": CHAPTERS + "{h2} people often ask for credit here.\nThey do.\n{h2} banks lend\nThey do.\n",
    "repeated": CHAPTERS + "{h2} Mind\nCount twice.\n{h2} Banks\nBanks lend.\n{h2} Mind\nRead it.\n",
    "missed": "{b c s16} Money\nTools:\nA purse is a tool.\nCoins:\nCoins are round.\nNotes:\nNotes are flat.\n",
    "labels": "{h1} Notes\nRead this.\nTrial 1: Melting\nHeat it.\nTrial 2: Freezing\nCool it.\n",
    "empty": "{h1} Money\n{h1} Credit\n{h1} Banks\nBanks lend what others save.\n",
    "sizes": "\n".join(f"Sentence {n} speaks of money and of nothing else at all." for n in range(99)),
    "contents": "{b c s14} Contents\nMoney .......... 1\nCredit .......... 5\nBanks .......... 9\nRent .......... 12\n"
    "{h1} Money\nMoney is what people accept.\n{h1} Credit\nCredit is lent.\n",
    "unnamed": "A purse holds coins.\nA bank holds notes.\n",
    "objectives": "{h1} Objectives\n1. name coins:\n2. count notes:\n{h1} Money\nMoney is accepted.\n",
    "idle": "{h1} Exercise\n1. The menu of the program.\n2. The data of the guests.\n3. Leave\n",
    "swallowed": "{h1} Quiz\n1. Look at the coins. Question 2: what is rent?\n3. What is credit?\n4. Who lends?\n",
    "numbers": "{h1} Quiz\n1. What is rent?\n2. What is profit?\n7. What is credit?\n8. What is a bank?\n",
    "uneven": QUIZ.replace("C. leaves\n", "").replace("C. a stone\n", "") + "5. Why?\nA. x\nB. y\nC. z\n",
    "unasked": CHAPTERS + "What is money to you?\nIt differs.\nWhat is rent?\nA cost.\nWho lends?\nBanks.\n",
    "unfilled": CHAPTERS + "{h1} Exercise 1\nThe bridge is old.\n{h1} Exercise 2\nThe river is wide.\n",
    "unused": CHAPTERS + "{h1} Answer Key\nSee the trainer's own copy of this text.\n",
    "constant": QUIZ + "5. What is a note?\nA. paper\nB. stone\nC. wood\n{h1} Answer Key\n1. A 2. A 3. A 4. A 5. A\n",
    "left": CHAPTERS + "Answer: money is accepted.\nAnswer: credit is lent.\n",
}  # fmt: skip
"""Check → a document whose reading it objects to."""


def _seen(text: str, left_out: tuple[LeftOut, ...] = ()) -> Seen:
    read = Recogniser(document(text), "en")
    read.run()
    return seen(read.lines, read.words, read.reading, left_out)


def _found(text: str, left_out: tuple[LeftOut, ...] = ()) -> dict[str, Fault]:
    return {check.name: fault for check, fault in faults(_seen(text, left_out))}


@pytest.mark.parametrize("name", WRONG)
def test_each_check_finds_its_fault(name: str) -> None:
    fault = _found(WRONG[name])[name]
    assert 0 < fault.severity <= 1
    assert not fault.says.endswith(".")


@pytest.mark.parametrize("text", [CHAPTERS, QUIZ, CHAPTERS + QUIZ + "{h1} Answer Key\n1. A 2. A 3. B 4. C\n"])
def test_nothing_is_told_of_a_good_reading(text: str) -> None:
    assert list(told(faults(_seen(text)))) == []


def test_names_of_exercises_left_out_as_running_heads_are_found() -> None:
    left = tuple(LeftOut("running heads", f"Exercise {n}", Where(page=n)) for n in (2, 3, 4))
    assert _found(CHAPTERS, left)["running"].places[0] == Where(page=2)
    assert "running" not in _found(CHAPTERS, tuple(LeftOut("running heads", str(n), Where(page=n)) for n in (2, 3)))


def test_headings_that_are_the_running_head_are_found() -> None:
    left = (LeftOut("running heads", "Village School"),)
    twice = "{h1} Village School\nCoins are round.\n{h1} Village School\nNotes are flat.\n"
    assert "running" in _found(twice, left)
    assert "running" not in _found(twice.replace("Village School", "Coins", 1), left)


def test_each_check_has_a_document_that_provokes_it() -> None:
    assert {check.name for check in CHECKS} == {*WRONG, "running"}


def test_a_finding_names_the_first_place_and_some_others() -> None:
    _, findings = recognise(document(WRONG["unasked"] + "Who pays?\nYou.\nWho gains?\nThey.\n"))
    (finding,) = [f for f in findings if f.code.code == "check-questions"]
    assert str(finding.where) == "¶5"
    assert finding.message.endswith("first “What is money to you?”; see also ¶7, ¶9, ¶11")


def test_faults_too_slight_to_be_told_are_shown_with_the_evidence() -> None:
    _, findings, why = explained(document(WRONG["unnamed"], "purse.docx"), "en")
    assert not [f for f in findings if f.code.code.startswith("check-")]
    assert [r.evidence[0] for r in why if r.decision == "check unnamed"] == ["its title is its file's name"]


def test_a_reading_without_anything_has_no_faults() -> None:
    assert list(told(faults(_seen("")))) == []


def test_the_documentation_names_all_checks_and_their_codes() -> None:
    text = (DOCS / "inspect-json.md").read_text("utf-8")
    assert not [c.name for c in CHECKS if f"`{c.name}`" not in text or f"`{c.code.code}`" not in text]
