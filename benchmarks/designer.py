"""A designer's work after a conversion: edits until module.yaml equals a hand-made reading, and places to look at.

    python benchmarks/designer.py FOLDER          # documents with their *.gold.yaml beside them

Comes in: a folder. Goes out: a row for each document: doubts (places that `todo` sends a person to), edits by kind, and
how many of the edits no doubt of their kind announces, so that a person finds them by comparing the whole.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from gold import STEMS, TITLES, _fold, _same

from modmigrate.commands.inspection import as_data
from modmigrate.commands.todo import todos_in
from modmigrate.pipeline import extract

KINDS = {
    "title": ("title",), "heading": ("heading", "chapter"), "objective": ("heading",),
    "question": ("question", "words"), "type": ("question",), "options": ("question",), "answer": ("key",),
}  # fmt: skip
"""Kind of edit → the words of `unsure` that announce it."""
CHOSEN = ("choice", "multi")


def matched(gold: Sequence[str], found: Sequence[str], alike: float) -> list[tuple[int, int]]:
    """The longest matching in order."""
    a, b = [_fold(t) for t in gold], [_fold(t) for t in found]
    rows: list[list[int]] = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    same = [[_same(one, other, alike) for other in b] for one in a]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            rows[i][j] = max(rows[i + 1][j], rows[i][j + 1], rows[i + 1][j + 1] + same[i][j])
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if same[i][j] and rows[i][j] == rows[i + 1][j + 1] + 1:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
    return out


def edits(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    """The kinds of all edits, one each: an element to be added, taken away, or changed in one respect."""
    if not _same(_fold(gold.get("title") or ""), _fold(found["title"]), TITLES):
        yield "title"
    titles = [_titles(one.get("chapters") or ()) for one in (gold, found)]
    if gold.get("chapters") or len(found["chapters"]) > 1:
        yield from ["heading"] * (sum(map(len, titles)) - 2 * len(matched(*titles, TITLES)))
    goals = [[o["text"] for o in one.get("objectives") or ()] for one in (gold, found)]
    yield from ["objective"] * (sum(map(len, goals)) - 2 * len(matched(*goals, TITLES)))
    asked = [one.get("questions") or () for one in (gold, found)]
    pairs = matched(*([q["stem"] for q in own] for own in asked), STEMS)
    yield from ["question"] * (sum(map(len, asked)) - 2 * len(pairs))
    for one, other in pairs:
        yield from _differences(asked[0][one], asked[1][other])


def _titles(chapters: Sequence[Mapping[str, Any]]) -> list[str]:
    return [title for c in chapters for title in (c["title"], *(c.get("sections") or ()))]


def _differences(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    kinds = [one["type"] for one in (gold, found)]
    if kinds[0] != kinds[1] and not (gold.get("answer") is None and set(kinds) <= set(CHOSEN)):
        yield "type"
    elif _folded(gold.get("options") or []) != _folded(found["options"]):
        yield "options"
    elif gold.get("answer") is not None and _folded(gold["answer"]) != _folded(found["answer"]):
        yield "answer"


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _folded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_folded(one) for one in value]
    return _fold(value) if isinstance(value, str) else value


def main() -> None:
    """The table."""
    total: Counter[str] = Counter()
    print("| document | doubts | edits |", " | ".join(KINDS), "| unannounced |")
    print("|---|---|---|" + "---|" * (len(KINDS) + 1))
    for file in sorted(f for given in sys.argv[1:] for f in Path(given).glob("*.gold.yaml")):
        source = next((s for end in (".docx", ".pdf") if (s := file.with_name(file.name[:-10] + end)).exists()), None)
        if source is None:
            continue
        found = extract(source)
        words = Counter(todo.open.word for todo in todos_in(source, found))
        counts = Counter(edits(yaml.safe_load(file.read_text("utf-8")), as_data(found)))
        silent = sum(n for kind, n in counts.items() if not any(words[w] for w in KINDS[kind]))
        row = {"doubts": words.total(), "edits": counts.total(), **{k: counts[k] for k in KINDS}, "silent": silent}
        total.update(row)
        print(f"| {source.name} | {' | '.join(map(str, row.values()))} |", flush=True)
    print(f"| all | {' | '.join(str(total[k]) for k in ('doubts', 'edits', *KINDS, 'silent'))} |")


if __name__ == "__main__":
    main()
