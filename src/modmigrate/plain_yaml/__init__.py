"""YAML from people and strangers, read in one way: structure and texts, nothing else of YAML's.

In: the text of a module.yaml or a theme.yaml. Out: nodes that know their place. Refuses, with line and column, what is
not one plain document: anchors, aliases, tags, a second document, deep nesting, signs that cannot be shown.
"""

from __future__ import annotations

from .problems import Mark, Problems, suggestion
from .reading import Mapping, Node, Scalar, Sequence, compose

__all__ = ["Mapping", "Mark", "Node", "Problems", "Scalar", "Sequence", "compose", "suggestion"]
