"""What is wrong with a package: rules, each with severity, sentence, reason and source, and faults, each at a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

Severity = Literal["error", "warning", "note"]
"""An error: no import, launch or tracking; a warning: so in some LMSs; a note is advice."""

CAM = "SCORM 1.2 Content Aggregation Model, content packaging"
RTE = "SCORM 1.2 Run-Time Environment"
CP_XSD = "IMS Content Packaging 1.1.2, imscp_rootv1p1p2.xsd"
ADL_XSD = "ADL Content Packaging 1.2, adlcp_rootv1p2.xsd"
MD_XSD = "IMS Metadata 1.2.1, imsmd_rootv1p2p1.xsd"
MOODLE = "Moodle 4.5, mod_scorm"
WEB = "how browsers load pages"

LONGEST, PATH = 120, 300
"""Signs of a stranger's word, and of a path, that are repeated to people."""


class Rule(Struct, frozen=True):
    """One thing that can be wrong. `what` says so and `why` what comes of it; a fault fills the fields of both."""

    code: str
    severity: Severity
    what: str
    why: str
    source: str

    def at(self, file: str = "", line: int = 0, **values: Any) -> Fault:
        """A fault of this kind in a file of the package, at a line counted from 1 where that is known."""
        return Fault(self, file if len(file) <= PATH else file[:PATH] + "…", line, tuple(sorted(values.items())))


class Fault(Struct, frozen=True):
    """A rule that a package breaks at one place."""

    rule: Rule
    file: str = ""
    line: int = 0
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def place(self) -> str:
        """`imsmanifest.xml:12`, the file alone, or nothing for the package as a whole."""
        return f"{self.file}:{self.line}" if self.file and self.line else self.file

    @property
    def message(self) -> str:
        """What is wrong, and what comes of it."""
        said = {name: _short(str(value)) for name, value in self.values}
        return f"{self.rule.what.format(**said)}; {self.rule.why.format(**said)}"

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "code": self.rule.code,
            "severity": self.rule.severity,
            "place": self.place,
            "file": self.file,
            "line": self.line or None,
            "message": self.message,
            "source": self.rule.source,
        }


Faults = Iterator[Fault]


def _short(text: str) -> str:
    """A stranger's word in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
