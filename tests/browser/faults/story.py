"""A story: a learner who answers by plan in an LMS with habits, and what must be true at its end.

Where the light says that all is saved, the LMS must hold what the page has shown, field by field: this is asked after
every step, so a light that is false for a moment is found, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nine_types as nine
from acts import end_of_deck
from faulty_server import FaultyServer
from player import mastery

from modmigrate.module import Module

FINGERS = (Path(__file__).parent.parent / "lms" / "learner.js").read_text("utf-8").split("\n", 1)[1]
LIGHT = "document.querySelector('#mm-light').className.replace('light is-', '')"


class Story:
    """One learner, one attempt; `handed` is what was handed in, `shown` what its screens showed last."""

    def __init__(self, browser: Any, server: FaultyServer, package: bytes, of: Module, name: str) -> None:
        self.browser, self.server, self.module = browser, server, of
        self.track = f"/track/{name}"
        self.folder = server.add(package)
        self.sco = "index.html"
        self.handed: dict[str, Any] = {}
        self.rings: dict[str, str] = {}
        self.judged = True
        """Whether the oracle knows what status there must be."""
        self.journal = True
        """Whether the LMS has interactions."""
        self.tests: set[str] = set()
        """Of the SCO that is played; empty for all."""
        self.problems: list[str] = []
        self.differences: list[str] = []
        self.context = self.device()

    def device(self) -> Any:
        """A device that has never seen the module."""
        context = self.browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
        context.set_default_timeout(8000)
        return context

    @property
    def stored(self) -> dict[str, Any]:
        """What the LMS holds."""
        return self.server.stored.setdefault(self.track, {"cmi.core.student_id": "peserta-1"})

    def launch(self, script: str = "", context: Any = None, clock: bool = True, **habits: Any) -> Tab:
        """Opens the module in a new tab."""
        own = self.stored
        own["cmi.core.lesson_mode"] = habits.pop("mode", "normal")
        setup = {
            "sco": f"{self.folder}/{self.sco}",
            "track": self.track,
            "mastery": mastery(self.server.files[f"{self.folder}/imsmanifest.xml"], self.sco),
            "habits": habits,
        }
        page = (context or self.context).new_page()
        page.add_init_script(f"if (window.parent === window) window.setup = {json.dumps(setup)};")
        if script:
            page.add_init_script(script)
        if clock:
            page.clock.install()
        page.on("pageerror", lambda e: self.problems.append(str(e)))
        page.goto(f"{self.server.origin}/lms/faulty.html")
        tab = Tab(self, page)
        tab.sco.wait_for_selector("#mm-contents li", state="attached")
        return tab

    def differences_now(self) -> list[str]:
        """Where the LMS does not hold what the learner was shown."""
        own, out = self.stored, []
        records = self.records()
        for name, value in self.handed.items() if self.journal else ():
            last = [r for r in records if r.get("id") == name][-1:]
            question = nine.asked(self.module).get(name)
            if question is None:
                continue
            expected = nine.told(question, value)
            found = last and (last[0].get("type"), last[0].get("student_response", ""), last[0].get("result"))
            if found != (expected.type, expected.response[:255], expected.result):
                out.append(f"{name}: {found} instead of {expected}")
        status = str(own.get("cmi.core.lesson_status", ""))
        raw = own.get("cmi.core.score.raw")
        expected_status, expected_raw = self.expected()
        if self.judged and (status != expected_status or (None if raw is None else float(raw)) != expected_raw):
            out.append(f"{status} {raw} instead of {expected_status} {expected_raw}")
        return out

    def records(self) -> list[dict[str, Any]]:
        """cmi.interactions."""
        return _records(self.stored)

    def expected(self) -> tuple[str, float | None]:
        """Status and score by the answers handed in; a pass stays, and the better one counts."""
        return self.result or ("incomplete", None)

    result: tuple[str, float] | None = None

    def judge(self) -> None:
        """After a test was handed in; `rings` are the percentages that the page showed."""
        tests = nine.tests(self.module)
        if not (self.tests or set(tests)) <= set(self.rings):
            return
        ids = [i for test, own in tests.items() if not self.tests or test in self.tests for i in own]
        score = nine.percent(self.module, self.handed, ids)
        if self.result and self.result[0] == "passed":
            self.result = ("passed", max(score, self.result[1]))
        else:
            self.result = ("passed" if score >= self.module.mastery else "failed", score)


class Tab:
    """The module in one tab."""

    def __init__(self, story: Story, page: Any) -> None:
        self.story, self.page = story, page

    @property
    def sco(self) -> Any:
        """The SCO's frame."""
        return self.page.frames[-1]

    def light(self) -> str:
        """saved, saving, unsaved, none, review or stopped."""
        return str(self.sco.evaluate(LIGHT))

    def go(self, test: str) -> None:
        """To a test's screen."""
        first = nine.tests(self.story.module)[test][0]
        code = self.sco.evaluate(
            "h => Object.entries(modmigrate.course.objectives).filter(p => p[1] === h).map(p => p[0])[0]", test
        )
        self.sco.evaluate("code => { location.hash = '#/' + code; }", code)
        self.sco.wait_for_selector(f"#{first} .q-foot", state="attached")
        self.check()

    def answer(self, test: str, plan: Mapping[str, Any]) -> None:
        """Answers a test's questions, not yet handing in."""
        self.go(test)
        if (again := self.sco.locator(".result .btn")).count() and not self.sco.locator(".submit").count():
            end_of_deck(self.sco)
            again.click()
        self.touch({q: plan[q] for q in nine.tests(self.story.module)[test] if q in plan})

    def touch(self, plan: Mapping[str, Any]) -> None:
        """Answers questions of this screen."""
        self.sco.evaluate(FINGERS, dict(plan))

    def hand_in(self, test: str, plan: Mapping[str, Any], told: bool = True, again: bool = True) -> None:
        """Answers and hands in; `told` is false where the page must say that it is not recorded."""
        if again:
            self.answer(test, plan)
        else:
            self.go(test)  # what was answered stands there
        self.sco.evaluate("""() => {
            document.querySelector('.submit > .btn').click();
            const anyway = document.querySelector('.gaps .quiet');
            if (anyway) anyway.click();
        }""")
        self.sco.wait_for_selector(".result")
        own = nine.tests(self.story.module)[test]
        ring = self.sco.locator(".ring").inner_text().rstrip("%")
        if told:
            self.story.handed = {k: v for k, v in self.story.handed.items() if k not in own}
            self.story.handed |= {q: plan[q] for q in own if q in plan}
            self.story.rings[test] = ring
            self.story.judge()
        expected = nine.percent(self.story.module, plan if not told else self.story.handed, own)
        assert ring == str(expected), f"the page shows {ring} %, the key says {expected}"
        self.check()

    def run(self, milliseconds: int) -> None:
        """Time passes, in steps in which questions to the server are answered before they are given up."""
        for left in range(milliseconds, 0, -15_000):
            self.page.clock.run_for(min(15_000, left))
            self.sco.wait_for_selector('script[src^="online.js"]', state="detached")
        self.check()

    def until(self, light: str) -> None:
        """Waits for a light."""
        self.sco.wait_for_selector(f"#mm-light.is-{light}", state="attached")
        self.check()

    def check(self) -> None:
        """A light that says "saved" must be true."""
        if self.light() == "saved" and (found := self.story.differences_now()):
            self.story.differences.append(f"the light says saved, but: {found}")

    def leave(self) -> None:
        """The learner goes to another page of the LMS: what is sent now is sent by a beacon."""
        self.story.server.ended.clear()
        reachable = not self.story.server.fault and self.page.evaluate("navigator.onLine")
        running = self.light() not in ("stopped", "none")
        self.page.goto("about:blank")
        if reachable and running:
            assert self.story.server.ended.wait(8), "LMSFinish has not arrived"
        self.page.close()

    def kill(self) -> None:
        """The tab is gone without a word."""
        self.page.evaluate("() => { window.stop(); }")
        self.page.close()

    def fails(self, fault: str) -> None:
        """From now on the device is "offline", or the server has a fault; "" mends both."""
        self.story.context.set_offline(fault == "offline")
        self.story.server.fault = "" if fault == "offline" else fault

    def hide(self) -> None:
        """Another app comes to the front."""
        self._visible("hidden")

    def back(self) -> None:
        """And the module again."""
        self._visible("visible")

    def _visible(self, state: str) -> None:
        self.sco.evaluate(
            """state => {
                Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
                document.dispatchEvent(new Event('visibilitychange'));
            }""",
            state,
        )
        self.sco.wait_for_selector('script[src^="online.js"]', state="detached")
        self.check()


def _records(own: Mapping[str, Any]) -> list[dict[str, Any]]:
    out: dict[int, dict[str, Any]] = {}
    for element, value in own.items():
        if part := re.fullmatch(r"cmi\.interactions\.(\d+)\.(.+)", element):
            out.setdefault(int(part[1]), {})[part[2]] = value
    return [out[n] for n in sorted(out)]


ONE, TWO = "t-satu", "t-dua"
FAULTS = ("offline", "503", "503 data", "login")
"""The device has no line; the server is down; only what stores values is; the login has expired."""
EMPTIED = "if (window.parent === window && location.pathname.startsWith('/lms/')) localStorage.clear();"
"""Moodle 4.5 does so at each login (lib/amd/src/storage_validation.js)."""


def begun(own: Story, **habits: Any) -> Tab:
    """Opened and read a while; both tests' screens are on the device."""
    tab = own.launch(**habits)
    for test in reversed(nine.tests(own.module)):
        tab.go(test)
    tab.run(12_000)
    assert tab.light() == "saved"
    return tab


def whole(own: Story, tab: Tab | None = None, **habits: Any) -> None:
    """The end of a story: the LMS holds everything, and another device shows it."""
    if tab:
        tab.leave()
    assert own.differences_now() == []
    other = own.device()
    tab = own.launch(context=other, **habits)
    for test in own.rings:
        tab.go(test)
        tab.sco.wait_for_selector(".result")
        assert tab.sco.locator(".ring").inner_text() == f"{own.rings[test]}%"
        shown = tab.sco.evaluate("() => [...document.querySelectorAll('.q.is-locked')].map(q => q.id)")
        assert set(shown) >= set(own.handed) & set(nine.tests(own.module)[test])
    other.close()
