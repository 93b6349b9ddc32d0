"""The rules of a package, a room for each subject; `ROOMS` is the order in which they are looked at."""

from __future__ import annotations

from types import ModuleType

from ..fault import Rule
from . import container, items, loading, names, resources, schema, structure, talking

ROOMS: tuple[ModuleType, ...] = (container, names, structure, schema, items, resources, talking, loading)
RULES: dict[str, Rule] = {rule.code: rule for room in ROOMS for rule in vars(room).values() if isinstance(rule, Rule)}
"""Every rule there is, by its code."""
