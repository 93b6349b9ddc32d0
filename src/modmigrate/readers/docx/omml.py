"""Office's equations (OMML) as LaTeX: every construct of ECMA-376 part 1, 22.1.

What the learner's page shows is made of this text by `modmigrate.formula`; people edit it in module.yaml
between dollar signs, so it holds no dollar sign, no line break and no blank at its ends.
"""

from __future__ import annotations

import re

from lxml import etree

from . import omml_constructs  # noqa: F401 (tells the walk how constructs are written)
from .omml_walk import children


def latex(element: etree._Element) -> str:
    """The LaTeX of an m:oMath; '' for an empty one."""
    return re.sub(r"\s+", " ", children(element, 0)).strip()
