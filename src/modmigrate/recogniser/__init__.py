"""Recognition: Document in, Module out. Finds chapters, objectives, exercises and keys as a careful reader would.

The passes, in order: `outline` (headings), `parts` (what each part is), `objectives`, `exercises`
(questions, by `items` and `exercise_tables`), `keys` and `pairing`, then `build` and `convert`.
"""

from __future__ import annotations

from .recognise import explained, recognise
from .why import Reason

__all__ = ["Reason", "explained", "recognise"]
