"""The limits of SCORM 1.2 in one table: used by the renderer, the manifest, the validator and the tests.

Sources: SCORM 1.2 Run-Time Environment, 3.4.4 (data model) and 3.4.7 (data types); the official XSDs;
habits of LMSs where a comment says so.
"""

from __future__ import annotations

SUSPEND_DATA = 4096
"""cmi.suspend_data: CMIString4096. Moodle takes more unless its standard mode is on, then refuses with 405."""
LOCATION = 255
"""cmi.core.lesson_location: CMIString255."""
COMMENTS = 4096
"""cmi.comments: CMIString4096."""
IDENTIFIER = 255
"""cmi.interactions.n.id and cmi.objectives.n.id: CMIIdentifier, printable ASCII without blanks."""
RESPONSE = 255
"""student_response and correct_responses.n.pattern: CMIFeedback."""
MATCHING_ENTRIES = 36
"""Entries of a column that single characters (0-9, a-z) can name."""

TITLE = 200
"""Titles in the manifest (XSD titleType); over 255 is a database error in Moodle."""
DESCRIPTION = 1000
"""LOM description; SCORM Cloud refuses longer ones."""
HREF = 2000
"""href of resources and files (XSD)."""
MASTERY = range(1, 101)
"""masteryscore: Moodle drops 0, and what is over 100 cannot be reached."""

REFUSED_SUFFIXES = (".py", ".rb", ".cgi", ".php", ".zip", ".br", ".dat")
"""Files with these ends are refused or renamed by Chamilo, Docebo and Tovuti."""
FILE_NAME = r"[A-Za-z0-9._-]+"
"""What each part of a path in a package is made of."""

VOCABULARY: dict[str, tuple[str, ...]] = {
    "lesson_status": ("passed", "completed", "failed", "incomplete", "browsed", "not attempted"),
    "exit": ("time-out", "suspend", "logout", ""),
    "result": ("correct", "wrong", "unanticipated", "neutral"),
    "interaction": (
        "true-false",
        "choice",
        "fill-in",
        "matching",
        "performance",
        "sequencing",
        "likert",
        "numeric",
    ),
}
"""Closed vocabularies of elements that a SCO writes; `result` may be a number too."""
