"""The command line: the only place that prints and picks exit codes. stdout is for results, stderr for people."""

from __future__ import annotations

import click

from ..errors import EXIT_CODES
from .checking import check
from .converting import build, convert
from .describing import schema
from .exporting import export
from .finding import extract, inspect
from .previewing import preview
from .program import Group
from .reviewing import review
from .settling import todo

CODES = "\b\nExit codes:\n" + "\n".join(f"  {code}  {what}" for code, what in sorted(EXIT_CODES.items()))


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]}, epilog=CODES)
@click.version_option(package_name="modmigrate")
def main() -> None:
    """Turn training modules (Word, PDF) into SCORM 1.2 packages with interactive quizzes.

    \b
    Example:
      modmigrate convert modul-3.docx -o modul-3.zip
    """


for command in (convert, extract, build, inspect, check, todo, schema, preview, review, export):
    main.command(epilog=CODES)(command)
