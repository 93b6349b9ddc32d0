"""What a merge came to: changes of the source that were taken, and edits that were kept."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec.structs import replace

from ..module import Module, walk
from ..report import Code, Finding, finding
from .three_way import LISTS
from .words import bare


def counted(edited: Module, merged: Module, source: Module, conflicts: int) -> Finding:
    """`12 changes of the source taken, 7 edits of yours kept, 1 conflict`; an element that changed counts once."""
    taken, kept = _changes(edited, merged), _changes(source, merged)
    return finding(
        Code.MERGED, taken=_many(taken, "change"), kept=_many(kept, "edit"), conflicts=_many(conflicts, "conflict"),
        data={"taken": taken, "kept": kept, "conflicts": conflicts},
    )  # fmt: skip


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _changes(one: Module, other: Module) -> int:
    """Elements with an id that differ or that one side lacks, and those without one."""
    (named, plain), (named2, plain2) = _elements(one), _elements(other)
    differing = sum(bool(named.get(key) != named2.get(key)) for key in named.keys() | named2.keys())
    anonymous: int = max((plain - plain2).total(), (plain2 - plain).total())
    return differing + anonymous


def _elements(module: Module) -> tuple[dict[str, Any], Counter[Any]]:
    """Every element without what stands in it: by id, or counted where it has none."""
    top = replace(module, opening=(), chapters=(), notes=(), source="")
    named: dict[str, Any] = {"": top} | {f"note {name}": text for name, text in module.notes}
    plain: Counter[Any] = Counter()
    for part in ((None, module.opening), *((c, c.content) for c in module.chapters)):
        for element in ([part[0]] if part[0] else []) + list(walk(part[1])):
            own = bare(_alone(element))
            if name := getattr(element, "id", ""):
                named[name] = own
            else:
                plain[own] += 1
    return named, plain


def _alone(element: Any) -> Any:
    """An element without the blocks in it."""
    inner = next((name for kind, name in LISTS.items() if isinstance(element, kind)), "")
    if inner == "content":
        return replace(element, content=())
    if inner == "items":
        return replace(element, items=tuple(_alone(item) for item in element.items))
    if hasattr(element, "rows"):
        return replace(element, rows=tuple(tuple(_alone(cell) for cell in row) for row in element.rows))
    return element
