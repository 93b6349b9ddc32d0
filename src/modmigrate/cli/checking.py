"""`modmigrate check`: faults of packages, for people and for CI."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import StrictError
from ..languages.designers import sentence
from .options import File
from .program import as_utf8
from .signs import give, visible

SIZE = 1_000_000


@click.argument("packages", nargs=-1, required=True, type=File())
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit", "sarif"]),
    default="text",
    help="For people or for CI.",
)
@click.option("-o", "--output", type=File(), help="Write to this file instead.")
@click.option("--max-size", type=click.IntRange(1), help="The package's size in MB that is still light enough (100).")
@click.option("--strict", is_flag=True, help="Fail if there are warnings, too.")
def check(
    packages: tuple[Path, ...], as_json: bool, form: str, output: Path | None, max_size: int | None, strict: bool
) -> None:
    """Check SCORM 1.2 packages, of modmigrate or not, for what LMSs stumble over.

    Each fault has its code, place, reason and source. Exit code 1 if there are errors, or with --strict warnings.

    \b
    Examples:
      modmigrate check modul-3.zip
      modmigrate check packages/*.zip --format junit -o check.xml
    """
    from ..check import MAX_SIZE
    from ..check import check as checked
    from ..check.formats import FORMATS
    from ..output import check as distinct
    from ..output import write

    if output is not None:
        distinct([output], packages)
    size = MAX_SIZE if max_size is None else max_size * SIZE
    found = {str(path): checked(path, size) for path in packages}
    form = "json" if as_json else form
    said = FORMATS[form](found, strict)
    if output is not None:
        write(output, said.encode("utf-8", "replace"))
    else:
        if form != "text":
            as_utf8()
        give((sentence(visible(said)) if form == "text" else said).removesuffix("\n"))
    failing = ("error", "warning") if strict else ("error",)
    bad = [name for name, faults in found.items() if any(fault.rule.severity in failing for fault in faults)]
    if bad:
        raise StrictError(
            f"{len(bad)} of {len(found)} packages have faults" if len(found) > 1 else "the package has faults"
        )
