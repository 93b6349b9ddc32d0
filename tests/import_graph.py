"""The import graph of a package: floors, arrows, arrows upward, circles. `python tests/import_graph.py recogniser`.

A room is a sub-package or a file of the package; an arrow leads from a room to another that it imports, counted once.
A floor is the longest way down from a room to the ground. Rooms that import each other in a circle share a floor.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

Graph = dict[str, set[str]]


def arrows(root: Path, depth: int = 1) -> Graph:
    """Room → the rooms that it imports, at a depth of folders (1: what stands in `root`; 9: every file)."""
    files = [f for f in root.rglob("*.py") if f != root / "__init__.py"]
    graph: Graph = {_room(f.relative_to(root), depth): set() for f in files}
    for file in files:
        own = _room(file.relative_to(root), depth)
        for path in _imported(file, root):
            other = _room(path.relative_to(root), depth)
            if other != own:
                graph[own].add(other)
    return graph


def _room(path: Path, depth: int) -> str:
    parts = path.with_suffix("").parts
    return "/".join(parts[:depth]).removesuffix("/__init__")


def _imported(file: Path, root: Path) -> Iterator[Path]:
    """The files below `root` that a file imports from, packages by the file that defines them."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = file.parents[node.level - 1]
        head = base.joinpath(*(node.module or "").split(".")) if node.module else base
        for name in [a.name for a in node.names]:
            for path in (
                head / f"{name}.py",
                head / name / "__init__.py",
                head.with_suffix(".py"),
                head / "__init__.py",
            ):
                if path.is_file() and path.is_relative_to(root):
                    yield path
                    break


def circles(graph: Graph) -> list[list[str]]:
    """Groups of rooms that import each other, by whatever way round."""
    found = []
    left = set(graph)
    while left:
        room = min(left)
        ring = {room} | {r for r in _below(graph, room) if room in _below(graph, r)}
        left -= ring
        if len(ring) > 1:
            found.append(sorted(ring))
    return found


def _below(graph: Graph, room: str) -> set[str]:
    seen: set[str] = set()
    todo = [room]
    while todo:
        for other in graph.get(todo.pop(), ()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


def floors(graph: Graph) -> dict[str, int]:
    """Room → its floor, 0 for the ground; only for a graph without circles."""
    return {room: _floor(graph, room) for room in graph}


def _floor(graph: Graph, room: str) -> int:
    return max((1 + _floor(graph, other) for other in graph[room]), default=0)


def main(package: str) -> None:
    """Prints the rooms of a package floor by floor, and its files' figures."""
    root = Path(__file__).parent.parent / "src" / "modmigrate" / package
    for depth, what in ((1, "rooms"), (9, "files")):
        graph = arrows(root, depth)
        rings = circles(graph)
        count = sum(map(len, graph.values()))
        told = f"{len(graph)} {what}, {count} arrows, {len(rings)} circles {rings}"
        print(told if rings else f"{told}, {max(floors(graph).values()) + 1} floors")
        if depth == 1 and not rings:
            levels = floors(graph)
            for level in range(max(levels.values()), -1, -1):
                print(f"  {level}: " + "  ".join(sorted(r for r, f in levels.items() if f == level)))


if __name__ == "__main__":
    main(sys.argv[1])
