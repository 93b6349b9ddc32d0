"""The weights of evidence on exercises, fitted anew to hand-made readings; how reliable the tool's confidence is.

    python benchmarks/tune.py FOLDER …          # documents with their *.gold.yaml beside them

Comes in: folders. Goes out: each weight of today beside the one fitted to all documents (its sign is fixed, and it is
held near today's); runs of lines judged wrong by either, and by weights fitted without their source, a fold at a time;
a reliability curve for headings, questions and types: how many decisions, how likely they were called, how many are
right.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from pathlib import Path
from typing import Any

import yaml
from gold import _fold

from modmigrate.pipeline import extract
from modmigrate.recogniser.evidence.weigh import probability, weights_of
from modmigrate.recogniser.exercises import items
from modmigrate.recogniser.exercises.evidence import ROWS, Posed, exercise

FOLDS, STEPS, RATE, HELD = 8, 200, 2.0, 1.0
BEGINS = 40
"""Signs by which a question is known again."""
BINS = 10
Run = dict[str, Any]
"""A run of lines: its source, what each row of evidence says, whether it asks, and how many lines that decides."""


def documents(folders: Sequence[str]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each document with its hand-made reading."""
    for gold in sorted(g for folder in folders for g in Path(folder).rglob("*.gold.yaml")):
        named = gold.name.removesuffix(".gold.yaml")
        source = next((f for f in sorted(gold.parent.glob(f"{named}.*")) if f.suffix in (".docx", ".pdf")), None)
        if source is not None:
            yield source, yaml.safe_load(gold.read_text("utf-8"))


def runs(source: Path, gold: Mapping[str, Any]) -> tuple[list[Run], list[tuple[str, float, bool]]]:
    """The runs of lines that might be exercises, and the decisions taken: kind, how likely, whether right."""
    seen: dict[tuple[str, int], Posed] = {}

    def noted(posed: Posed) -> Any:
        if posed.drafts and posed.drafts[0].stem:
            seen[posed.drafts[0].stem[0].text, len(posed.drafts)] = posed
        return exercise(posed)

    items.exercise = noted
    try:
        why = extract(source, why=True).why
    finally:
        items.exercise = exercise
    stems = {_fold(q["stem"]): q["type"] for q in gold.get("questions") or ()}
    out: list[Run] = []
    for posed in seen.values():
        hits = sum(_known(_fold(" ".join(x.text for x in d.stem)), stems) is not None for d in posed.drafts)
        asks = hits * 2 >= len(posed.drafts)
        rows = {row.name: float(row.of(posed)) for row in ROWS}
        out.append({"source": source.name, "rows": rows, "asks": asks, "weight": hits if asks else len(posed.drafts)})
    share = sqrt(sum(run["weight"] for run in out) or 1.0)  # A long document does not speak for all.
    return [{**run, "weight": sqrt(run["weight"]) / share} for run in out], list(_decisions(why, gold, stems))


def _decisions(why: Any, gold: Mapping[str, Any], stems: Mapping[str, str]) -> Iterator[tuple[str, float, bool]]:
    titles = [_fold(t) for c in gold.get("chapters") or () for t in (c["title"], *(c.get("sections") or ()))]
    for one in why:
        if one.probability is None:
            continue
        what, kind = _fold(one.what), one.decision.split()[0].rstrip(",")
        if kind in ("chapter", "heading") and one.decision.split(",")[0] in ("chapter", "heading of level 2"):
            yield "heading", one.probability, any(what and (what in t or t in what) for t in titles if t)
        elif kind in ("question", "type"):
            asked = _known(what, stems)
            if kind == "question":
                yield kind, one.probability, asked is not None
            elif asked is not None:
                yield kind, one.probability, _alike(stems[asked], one.decision.split()[1])


def _known(stem: str, stems: Mapping[str, str]) -> str | None:
    """The question of the hand-made reading that begins like this one, or holds its beginning."""
    return next((g for g in stems if g and stem and (g[:BEGINS] in stem or stem[:BEGINS] in g)), None)


def _alike(gold: str, found: str) -> bool:
    """Short, essay and task are one type where nothing is scored; so are choice and multi without a key."""
    for kinds in ({"short", "essay", "task"}, {"choice", "multi"}):
        if {gold, found} <= kinds:
            return True
    return gold == found


def fitted(found: Sequence[Run], start: Mapping[str, float]) -> dict[str, float]:
    """Weights by logistic regression from today's on: each keeps its sign and is held near where it was."""
    weights, total = dict(start), sum(run["weight"] for run in found)
    against = {row.name for row in ROWS if not row.speaks_for}
    for _ in range(STEPS):
        slope = {name: HELD * (weights[name] - start[name]) / total for name in weights}
        for run in found:
            off = (probability(_score(run, weights)) - run["asks"]) * run["weight"] / total
            slope["bias"] += off
            for name, value in run["rows"].items():
                slope[name] += off * value
        for name in weights:
            moved = weights[name] - RATE * slope[name]
            weights[name] = moved if name == "bias" else min(moved, 0.0) if name in against else max(moved, 0.0)
    return weights


def _score(run: Run, weights: Mapping[str, float]) -> float:
    return weights["bias"] + sum(weights[name] * value for name, value in run["rows"].items() if value)


def _wrong(found: Sequence[Run], weights: Mapping[str, float]) -> tuple[int, float]:
    """Runs judged wrong, and the loss (weighed, natural logarithm)."""
    loss = 0.0
    for run in found:
        likely = min(max(probability(_score(run, weights)), 1e-6), 1 - 1e-6)
        loss -= run["weight"] * log(likely if run["asks"] else 1 - likely)
    return sum((_score(run, weights) > 0) != run["asks"] for run in found), loss


def reliability(decisions: Sequence[tuple[str, float, bool]], kind: str) -> None:
    """Print the curve of one kind of decision, and its expected calibration error."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for own, likely, right in decisions:
        if own == kind:
            bins[min(int(likely * BINS), BINS - 1)].append((likely, right))
    count = sum(map(len, bins.values())) or 1
    error = sum(abs(sum(p for p, _ in b) - sum(r for _, r in b)) for b in bins.values()) / count
    print(f"\n{kind}: {count} decisions, expected calibration error {error:.3f}")
    for _, b in sorted(bins.items()):
        print(f"  {len(b):5}  said {sum(p for p, _ in b) / len(b):.2f}  right {sum(r for _, r in b) / len(b):.2f}")


def main(folders: Sequence[str]) -> None:
    """Fit, leave sources out, print."""
    found: list[Run] = []
    decisions: list[tuple[str, float, bool]] = []
    for source, gold in documents(folders):
        own, decided = runs(source, gold)
        found += own
        decisions += decided
    today = dict(weights_of("exercise"))
    best = fitted(found, today)
    sources = sorted({run["source"] for run in found})
    out = [0, 0.0]
    for fold in range(FOLDS):
        left = set(sources[fold::FOLDS])
        weights = fitted([r for r in found if r["source"] not in left], today)
        wrong, loss = _wrong([r for r in found if r["source"] in left], weights)
        out = [out[0] + wrong, out[1] + loss]
    print(f"{len(found)} runs of {len(sources)} documents   wrong  loss")
    for name, (wrong, loss) in (("today", _wrong(found, today)), ("fitted", _wrong(found, best)), ("left out", out)):
        print(f"  {name:10} {wrong:5}  {loss:6.1f}")
    for name, weight in today.items():
        print(f"  {name:12} {weight:5.1f} → {best[name]:5.1f}")
    for kind in ("heading", "question", "type"):
        reliability(decisions, kind)


if __name__ == "__main__":
    main(sys.argv[1:])
