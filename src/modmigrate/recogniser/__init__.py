"""Recognition: Document in, Module out. Finds chapters, objectives, exercises and keys as a careful reader would.

The rooms stand on a slope, from `words` up to `build`; `recognise` tells the story (docs/architecture.md).
"""

from __future__ import annotations

from .recognise import explained, recognise
from .why import Reason

__all__ = ["Reason", "explained", "recognise"]
