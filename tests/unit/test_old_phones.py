"""The Moodle app runs from WebView 61 (2017): nothing newer is used without an older way before it."""

from __future__ import annotations

import re

import pytest
from sample_module import MEDIA, SAMPLE

from modmigrate.renderer import render
from modmigrate.templating.old_phones import lowered

NEWER_SELECTORS = r":(?:is|where|has|not\([^()]*,)|:focus-visible|::part"
ALLOWED = {"input:focus:not(:focus-visible) + .letter", ":focus:not(:focus-visible)"}
"""Rules that take something away again: who does not know them keeps it."""
NEWER_PROPERTIES = (
    r"(?:inset|(?:margin|padding|inset|border)-(?:inline|block)[a-z-]*|aspect-ratio|translate|rotate|scale)$"
)
NEWER_VALUES = r"(?<![\w-])(?:min|max|clamp|conic-gradient)\(|anywhere"
"""Functions and words of values; they need another declaration of the property, or of its shorthand, before them."""
NEWER_PROGRAM = {
    "optional chaining (80)": r"\w\?\.\w",
    "?? (80), ||= (85)": r"\?\?|\|\|=",
    "object rest or spread in a pattern is 60, catch without a name 66": r"catch ?\{",
    "methods after 61": r"\.(?:replaceAll|flatMap|flat|at|trimStart|trimEnd|matchAll|allSettled|finally|toSorted)\(",
    "Object.fromEntries (73)": r"Object\.fromEntries",
    "globalThis (71), queueMicrotask (71), structuredClone (98)": r"globalThis|queueMicrotask|structuredClone",
    "look-behind, named groups, \\p, the s flag (62 to 64)": r"\(\?<|\\p\{|/[gimuy]*s[gimuy]*[,;).]",
    "private fields, async generators, BigInt": r"#\w+ ?=|\basync \*|\d+n\b",
    "modules": r"^(?:import|export) ",
}


@pytest.fixture(scope="module", params=["default", "contrast"])
def files(request):
    own = dict(render(SAMPLE, MEDIA, theme=request.param).files)
    return own | {"style.css": own["style.css"] + own["acts.css"]}


def rules(css):
    """Selector and declarations of each rule, those in @media too."""
    return [
        (s.strip(), [d.partition(":")[::2] for d in b.split(";") if ":" in d])
        for s, b in re.findall(r"([^{}]*)\{([^{}]*)\}", css)
    ]


def test_selectors_are_known(files):
    found = [
        s for s, _ in rules(files["style.css"].decode()) for one in s.split(",") if re.search(NEWER_SELECTORS, one)
    ]
    assert set(found) <= ALLOWED


def test_properties_and_values_have_an_older_way_before_them(files):
    wrong = []
    for selector, declarations in rules(files["style.css"].decode()):
        before = set()
        for name, value in declarations:
            if re.match(NEWER_PROPERTIES, name) or (
                re.search(NEWER_VALUES, value)
                and not name.startswith("--")
                and not {name, name.rpartition("-")[0]} & before
            ):
                wrong.append((selector, name, value))
            before.add(name)
    assert wrong == []


def test_room_between_boxes_in_a_line_is_margins(files):
    """`gap` of flexible boxes came with 84, without any way to ask for it; that of grids is `grid-gap` before 66."""
    found = [
        (selector, name)
        for selector, declarations in rules(files["style.css"].decode())
        for name, _ in declarations
        if name in ("gap", "row-gap") or (name == "column-gap" and "columns" not in dict(declarations))
    ]
    assert found == []


def test_the_program_is_known(files):
    program = (files["runtime.js"] + files["more.js"] + files["acts.js"]).decode()
    found = {what: re.findall(pattern, program, re.MULTILINE)[:3] for what, pattern in NEWER_PROGRAM.items()}
    assert {what: hits for what, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    ("css", "ltr", "rtl"),
    [
        ("a{inset:0}", "a{top:0;right:0;bottom:0;left:0}", "a{top:0;right:0;bottom:0;left:0}"),
        ("a{inset:1px 2px}", "a{top:1px;right:2px;bottom:1px;left:2px}", None),
        ("a{inset-inline-start:4px}", "a{left:4px}", "a{right:4px}"),
        (
            "a{padding-inline:6px 14px}",
            "a{padding-left:6px;padding-right:14px}",
            "a{padding-right:6px;padding-left:14px}",
        ),
        ("a{margin-inline:0 !important}", "a{margin-left:0 !important;margin-right:0 !important}", None),
        (
            "a{padding-inline:max(48px, 50vw - 40rem) 40px;b:c}",
            "a{padding-left:max(48px,50vw - 40rem);padding-right:40px;b:c}",
            None,
        ),
        ("a{padding-block:1px 2px}", "a{padding-top:1px;padding-bottom:2px}", "a{padding-top:1px;padding-bottom:2px}"),
        ("a{border-inline-start:3px solid red}", "a{border-left:3px solid red}", "a{border-right:3px solid red}"),
        ("a{border-inline-start-width:6px}", "a{border-left-width:6px}", "a{border-right-width:6px}"),
        ("a{box-shadow:inset 4px 0}", "a{box-shadow:inset 4px 0}", None),
        ("a{clip-path:inset(50%)}", "a{clip-path:inset(50%)}", None),
    ],
)
def test_logical_properties_become_physical_ones(css, ltr, rtl):
    assert lowered(css, "ltr") == ltr
    if rtl:
        assert lowered(css, "rtl") == rtl
