"""What the package's programs say to an LMS: whether they find the adapter, begin, save, end, and tell what counts."""

from __future__ import annotations

import re

from ..fault import MOODLE, RTE, Faults, Rule
from ..opened import MANIFEST, Package

SILENT = Rule(
    "api-missing", "error", "no script of the package calls LMSInitialize", "the LMS records nothing", f"{RTE}, API"
)
NEWER = Rule(
    "api-2004",
    "error",
    "the scripts talk to SCORM 2004's adapter (API_1484_11) only",
    "a SCORM 1.2 LMS records nothing",
    f"{RTE}, API",
)
NO_SEARCH = Rule(
    "api-search",
    "error",
    "no script looks for the adapter in the windows above (`parent`)",
    "LMSs show content in frames within frames, and it is found in none",
    f"{RTE}, finding the API",
)
NO_OPENER = Rule(
    "api-opener",
    "warning",
    "no script looks for the adapter in the window that opened it (`opener`)",
    "LMSs that open content in a window of its own record nothing",
    f"{RTE}, finding the API",
)
NO_FINISH = Rule(
    "finish-missing", "error", "no script calls LMSFinish", "some LMSs keep nothing of a session without it", RTE
)
NO_COMMIT = Rule(
    "commit-missing",
    "warning",
    "no script calls LMSCommit",
    "what a closed tab or a dead battery cuts off is lost",
    RTE,
)
NO_STATUS = Rule(
    "status-missing",
    "warning",
    "no script sets cmi.core.lesson_status",
    "many LMSs call the content completed once it was opened",
    f"{RTE}, LMSFinish; {MOODLE}",
)
NO_SCORE = Rule(
    "mastery-without-score",
    "warning",
    "the manifest has a mastery score, and no script sends cmi.core.score.raw",
    "nobody can pass",
    f"{RTE}, cmi.core.lesson_status",
)
UNLOAD = Rule(
    "unload-only",
    "warning",
    "scripts wait for `unload` or `beforeunload`, and not for `pagehide` or `visibilitychange`",
    "phones do not send those, and the end of a session is lost",
    "Page Lifecycle of browsers",
)
TOP = Rule(
    "leaves-frame",
    "warning",
    "a script replaces the topmost window's page",
    "it throws learners out of the LMS",
    "LMSs' frames",
)
_TOP = re.compile(r"\btop\.location(?:\.href)?\s{0,3}=[^=]|\btop\.location\.(?:replace|assign)\(")
_UNLOAD = re.compile(r"\b(?:before)?unload\b|\bonunload\b|\bonbeforeunload\b")


def found(package: Package) -> Faults:
    """Faults of what is said; of a package that says nothing, only that."""
    root = package.manifest.tree
    if root is None:
        return
    said = "\n".join([package.programs, *package.handlers])
    if not any(r.get("adlcp:scormtype") == "sco" for r in root.all("resources", "resource")) or not package.pages:
        return
    if "LMSInitialize" not in said:
        yield (NEWER if "API_1484_11" in said else SILENT).at()
        return
    if not re.search(r"\bparent\b", said):
        yield NO_SEARCH.at()
    elif not re.search(r"\bopener\b", said):
        yield NO_OPENER.at()
    for word, rule in (("LMSFinish", NO_FINISH), ("LMSCommit", NO_COMMIT), ("lesson_status", NO_STATUS)):
        if word not in said:
            yield rule.at()
    mastery = next((e for e in root.walk() if e.name == "adlcp:masteryscore"), None)
    if mastery is not None and "score.raw" not in said:
        yield NO_SCORE.at(MANIFEST, mastery.line)
    if _UNLOAD.search(said) and "pagehide" not in said and "visibilitychange" not in said:
        yield UNLOAD.at()
    if _TOP.search(said):
        yield TOP.at()
