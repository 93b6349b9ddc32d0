"""What a person must settle: doubts are written into a module as `unsure`, and found again in its module.yaml.

In: an extraction's module and findings. Out: the module with `unsure` where somebody must look, and why.
In: the text of a module.yaml. Out: what is still open, each with its line.
"""

from __future__ import annotations

from .marking import Doubt, count, marked
from .open import Open, openings
from .words import WORDS, Word

__all__ = ["WORDS", "Doubt", "Open", "Word", "count", "marked", "openings"]
