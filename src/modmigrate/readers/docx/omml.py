"""Office's equations (OMML) as LaTeX: every construct of ECMA-376 part 1, 22.1.

What the learner's page shows is made of this text by `modmigrate.formula`; people edit it in module.yaml
between dollar signs, so it holds no dollar sign, no line break and no blank at its ends.
"""

from __future__ import annotations

import re

from lxml import etree

from .names import M
from .omml_constructs import aligned
from .omml_walk import children, written

_BREAKS = (f"{M}rPr/{M}brk", f"{M}boxPr/{M}brk")


def latex(element: etree._Element) -> str:
    """The LaTeX of an m:oMath; '' for an empty one."""
    rows: list[list[etree._Element]] = [[]]
    for child in element:
        # A break stands before its sign (ECMA-376 part 1, 22.1.2.15).
        if rows[-1] and any(child.find(path) is not None for path in _BREAKS):
            rows.append([])
        rows[-1].append(child)
    made = children(element, 0) if len(rows) == 1 else aligned([f"& {written(row, 0)}" for row in rows])
    return re.sub(r"\s+", " ", made).strip()
