"""Activities made of a document's own words: which blocks give something to do, and why others do not.

Screens come in, records go out (`records.py`, one for each kind); what they look like is the renderer's. A rule is
a file; `plan.py` asks them all and keeps a rhythm. No word is added: a wrong activity is worse than none.
"""

from __future__ import annotations

from .plan import Page, Plan, plan
from .records import Activity, Refused

__all__ = ["Activity", "Page", "Plan", "Refused", "plan"]
