"""Findings as JUnit XML, which GitLab, Jenkins and others show: a suite for each package, a case for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from ...text.patterns import lazy
from ..fault import Fault, Rule
from .sarif import rules

_NOT_XML = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(checked: Mapping[str, Sequence[Fault]], strict: bool) -> str:
    """Errors are failures; warnings too, where they count as such; notes are output of a case that passed."""
    suites = "\n".join(_suite(name, faults, strict) for name, faults in checked.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="modmigrate check">\n{suites}\n</testsuites>\n'


def _suite(name: str, faults: Sequence[Fault], strict: bool) -> str:
    by_rule: dict[str, list[Fault]] = {}
    for fault in faults:
        by_rule.setdefault(fault.rule.code, []).append(fault)
    known = rules()
    failed = sum(_fails(known[code], strict) for code in by_rule)
    head = (
        f"  <testsuite name={_attribute(name)} tests={_attribute(str(len(known)))} failures={_attribute(str(failed))}>"
    )
    cases = (line for rule in known.values() for line in _case(name, rule, by_rule.get(rule.code, ()), strict))
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(name: str, rule: Rule, faults: Sequence[Fault], strict: bool) -> Iterator[str]:
    head = f"    <testcase classname={_attribute(name)} name={_attribute(rule.code)}"
    if not faults:
        yield f"{head}/>"
        return
    said = "\n".join(f"{fault.place}: {fault.message}".removeprefix(": ") for fault in faults)
    yield f"{head}>"
    if _fails(rule, strict):
        head = f"<failure type={_attribute(rule.severity)} message={_attribute(faults[0].message)}>"
        yield f"      {head}{_text(said)}</failure>"
    else:
        yield f"      <system-out>{_text(f'{rule.severity}: {said}')}</system-out>"
    yield "    </testcase>"


def _fails(rule: Rule, strict: bool) -> bool:
    return rule.severity == "error" or (strict and rule.severity == "warning")


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
