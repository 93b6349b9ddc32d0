"""All patterns that modmigrate compiles, tried on strings that backtracking dislikes; run by a test in a fresh process.

Goes out: one line of JSON for each pattern that needs more for 1,500 signs than BOUND times what a pattern known to
work with the square of the signs needs at the same moment: a slow or busy machine slows both.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
SIZES = (40, 160, 500, 1_500)
UNITS = (
    ".", ". ", "…", "… ", " ", "\t", " \t", "\u00a0", "\n", " \n", "_", "_ ", "-", "- ", "–", "(", ")", "( ) ", "[ ] ",
    "[", "{", "a", "a ", "A", "A ", "A. ", "a)", "1", "1 ", "1.", "1. ", "1)", "1-", "1,", "1, ",
    "IV ", "I", "a, ", "A,B ",
    "/", " / ", "*", "**", ":", ": ", "=", "?", "!", "; ", "x\t", "\\", "$", "é ", "图", "؟", "。", "١", "·", "• ", "√",
)  # fmt: skip
HEADS = ("", "1. ")
TAILS = ("", " x!")
LONGEST = 12
"""Of a pumped piece."""
BOUND = 100
"""How many times the known pattern's time is too much; work with the cube takes at least 400 times as long."""
TRIES = 9
"""The least counts: what else the machine does slows some."""


class Recorded:
    """Every pattern compiled from now on, with the file of modmigrate that asked for it."""

    def __init__(self) -> None:
        self.found: dict[tuple[Any, int], str] = {}
        compile_ = re._compiler.compile  # type: ignore[attr-defined]

        def compiling(pattern: Any, flags: int = 0) -> Any:
            made = compile_(pattern, flags)
            if origin := _origin():
                self.found.setdefault((made.pattern, made.flags), origin)
            return made

        re._compiler.compile = compiling  # type: ignore[attr-defined]


def _origin() -> str:
    """The file of modmigrate that called the library; '' for other libraries, which compile patterns of their own."""
    frame: Any = sys._getframe(2)
    while frame is not None and _is_between(str(frame.f_globals["__name__"])):
        frame = frame.f_back
    name = "" if frame is None else str(frame.f_globals["__name__"])
    return name.removeprefix("modmigrate.") if name.startswith("modmigrate.") else ""


def _is_between(name: str) -> bool:
    return name in ("re", "functools", "modmigrate.text.patterns", __name__)


def _recording_methods() -> dict[tuple[Any, int], set[str]]:
    """Which methods of lazy patterns are used from now on."""
    from modmigrate.text.patterns import Lazy

    used: dict[tuple[Any, int], set[str]] = {}

    def getting(self: Lazy, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.flags)
        used.setdefault((made.pattern, made.flags), set()).add(name)
        return getattr(made, name)

    Lazy.__getattr__ = getting  # type: ignore[method-assign]
    return used


ANCHORED = ("match", "fullmatch")
_METHODS = (*ANCHORED, "search", "finditer", "findall", "sub", "subn", "split")


def methods() -> dict[str, set[str]]:
    """Name of a pattern (a variable, or a field of the words) → the methods that modmigrate calls on it."""
    import modmigrate

    out: dict[str, set[str]] = {}
    root = Path(modmigrate.__file__).parent
    for file in root.rglob("*.py"):
        room = ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in _METHODS:
                owner = node.value
                name = (
                    owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
                )
                out.setdefault(f"{room}.{name}", set()).add(node.attr)
                out.setdefault(f"*.{name}", set()).add(node.attr)
                of = owner.value if isinstance(owner, ast.Attribute) else None
                if isinstance(of, ast.Name | ast.Attribute) and "words" in (
                    getattr(of, "id", ""),
                    getattr(of, "attr", ""),
                ):
                    out.setdefault(f"words.{name}", set()).add(node.attr)
    return out


def is_anchored(origin: str, called: dict[str, set[str]], seen: set[str]) -> bool:
    """Whether a pattern is only ever asked whether it fits at the beginning.

    A name of a module is looked for in that module, or everywhere if others use it; what is made in a function
    counts as it was used while documents were converted.
    """
    name = origin.rpartition(".")[2]
    key = f"words.{name}" if origin.startswith("words of") else origin if name.startswith("_") else f"*.{name}"
    used = called.get(key)
    used = (used or set()) | seen
    return bool(used) and used <= set(ANCHORED)


def all_patterns(recorded: Recorded) -> dict[tuple[Any, int], str]:
    """Those of modules, of each language's words, and those that are made while documents are converted."""
    import modmigrate
    from modmigrate.text.patterns import Lazy

    def force(room: str, value: Any) -> None:
        if isinstance(value, Lazy):
            made = re.compile(value.pattern, value.flags)
            recorded.found.setdefault((made.pattern, made.flags), room)
        elif isinstance(value, re.Pattern):
            recorded.found.setdefault((value.pattern, value.flags), room)
        elif isinstance(value, tuple | list | set | frozenset):
            for one in value:
                force(room, one)
        elif isinstance(value, dict):
            for one in value.values():
                force(room, one)

    for module in pkgutil.walk_packages(modmigrate.__path__, "modmigrate."):
        if "__main__" not in module.name and "templates" not in module.name:
            for name, value in vars(importlib.import_module(module.name)).items():
                force(f"{module.name.removeprefix('modmigrate.')}.{name}", value)
    from modmigrate.languages import known
    from modmigrate.recogniser.words.lists import words_for

    for code in known():
        words = words_for((code,))
        for name in words.__struct_fields__:
            force(f"words of {code}.{name}", getattr(words, name))
        _convert(code)
    return recorded.found


def _convert(code: str) -> None:
    """What is compiled on the way: a small module with exercises and keys, as each language calls them."""
    from modmigrate.document import Document, Paragraph, Span
    from modmigrate.languages import load
    from modmigrate.pipeline import build
    from modmigrate.recogniser import explained

    said = load(code)["document"]
    labels = [w for key in ("chapter", "exercise", "exercises", "key", "keys") for w in _flat(said.get(key, ()))][:12]
    texts: list[str] = []
    for label in labels:
        texts += [f"{label} I", f"1. {label} ....", "A. satu", "B. dua", "C. A, B", f"{label}: 1. A 2. B", "- a: b",
                  "1. A\t2. B\t3. C"]  # fmt: skip
    blocks = tuple(Paragraph((Span(text),)) for text in texts)
    module, *_ = explained(Document(blocks=blocks, file="a.docx"), code)
    build(module, {})


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"[\\^$.|?*+()\[\]{}]", "", value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _flat(one)
    elif isinstance(value, list):
        for one in value:
            yield from _flat(one)


# Strings made for one pattern: a piece that it repeats, many times, behind what it wants to see first.


def pumped(pattern: str, flags: int) -> Iterator[tuple[str, str]]:
    """(head, piece) for each repetition of the pattern."""
    try:
        yield from _repeats(re._parser.parse(pattern, flags), "")  # type: ignore[attr-defined]
    except (RecursionError, re.error):
        return


def _repeats(parsed: Any, head: str) -> Iterator[tuple[str, str]]:
    for op, value in parsed:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, high, inner = value
            if int(high) > 20:
                for piece in _samples(inner):
                    yield head, piece[:LONGEST]
            yield from _repeats(inner, head)
        elif name == "SUBPATTERN":
            yield from _repeats(value[3], head)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _repeats(branch, head)
        elif name in ("ASSERT", "ATOMIC_GROUP"):
            yield from _repeats(value[1] if name == "ASSERT" else value, head)
        head = (head + _sample([(op, value)]))[-200:]


def _samples(parsed: Any) -> set[str]:
    """A few texts that the piece matches."""
    items = list(parsed)
    out = {_sample(items)}
    if len(items) == 1:
        op, value = items[0]
        if str(op) == "IN":
            out |= {_sample([(part[0], part[1])]) for part in value if str(part[0]) != "NEGATE"}
        elif str(op) == "BRANCH":
            out |= {_sample(branch) for branch in value[1]}
        elif str(op) == "SUBPATTERN":
            out |= _samples(value[3])
    return {piece for piece in out if piece}


_CATEGORY = {"SPACE": " ", "DIGIT": "1", "WORD": "a", "NOT_SPACE": "x", "NOT_DIGIT": "x", "NOT_WORD": "."}


def _sample(parsed: Any) -> str:
    out = ""
    for op, value in parsed:
        name = str(op)
        if name == "LITERAL":
            out += chr(value)
        elif name == "NOT_LITERAL":
            out += "x" if value != ord("x") else "y"
        elif name == "ANY":
            out += "x"
        elif name == "RANGE":
            out += chr(value[0])
        elif name == "CATEGORY":
            out += _CATEGORY.get(str(value).removeprefix("CATEGORY_"), "x")
        elif name == "IN":
            out += _in_set(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            out += _sample(value[2]) * max(1, min(int(value[0]), 3))
        elif name == "SUBPATTERN":
            out += _sample(value[3])
        elif name == "BRANCH":
            out += _sample(value[1][0])
        elif name == "ATOMIC_GROUP":
            out += _sample(value)
    return out


def _in_set(parts: Any) -> str:
    if str(parts[0][0]) == "NEGATE":
        taken = re.compile("[" + "".join(re.escape(_sample([p])) for p in parts[1:]) + "]") if parts[1:] else None
        return next((c for c in "x .1A-\n" if taken is None or not taken.match(c)), "x")
    return _sample([parts[0]])


def square() -> float:
    """Seconds that a pattern needs now that looks from each of 1,500 blanks to their end."""
    return seconds(re.compile(r"\s*x"), " " * SIZES[-1], False)


def seconds(made: Any, subject: str | bytes, anchored: bool) -> float:
    """Processor time of one try."""
    begun = time.process_time()
    if anchored:
        made.match(subject)
        made.fullmatch(subject)
    else:
        made.search(subject)
    return time.process_time() - begun


def slowest(pattern: str, flags: int, bound: float, anchored: bool) -> tuple[float, str] | None:
    """The first string found that takes longer than the bound, with how many times the square's time it takes."""
    made = re.compile(pattern, flags)
    binary = isinstance(pattern, bytes)
    tries = {(head, unit) for unit in UNITS for head in HEADS}
    if not binary:
        tries |= set(pumped(pattern, flags))
    for head, unit in sorted(tries):
        for tail in TAILS:
            for size in SIZES:
                text = head + unit * (size // len(unit)) + tail
                subject = text.encode() if binary else text
                took = seconds(made, subject, anchored)
                # What takes a third of the time for a third of the signs will take longer than that.
                part = 1 if size == SIZES[-1] else 3
                if took > bound / part:
                    times = min(seconds(made, subject, anchored) / square() for _ in range(TRIES))
                    if times > BOUND / part:
                        return times, f"{head!r} + {unit!r} × {size // len(unit)} + {tail!r}"
                # Even its cube stays below the bound for all the signs.
                if took < bound / (2 * (SIZES[-1] / size) ** 3):
                    break
    return None


def main() -> None:
    """Print the patterns that are too slow, one a line, and how many were tried."""
    bound = BOUND * min(square() for _ in range(TRIES))
    recorded = Recorded()
    seen = _recording_methods()
    patterns, called = all_patterns(recorded), methods()
    for (pattern, flags), origin in sorted(patterns.items(), key=lambda item: str(item)):
        anchored = is_anchored(origin, called, seen.get((pattern, flags), set()))
        if found := slowest(pattern, flags, bound, anchored):
            print(
                json.dumps(
                    {
                        "origin": origin,
                        "anchored": anchored,
                        "pattern": str(pattern),
                        "times": found[0],
                        "text": found[1],
                    }
                )
            )
    print(json.dumps({"tried": len(patterns)}))


if __name__ == "__main__":
    main()
