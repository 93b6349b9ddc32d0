"""`modmigrate schema`: the JSON Schema of module.yaml, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from .options import File
from .program import as_utf8
from .signs import give


@click.option("-o", "--output", type=File(), help="Write to this file instead.")
def schema(output: Path | None) -> None:
    """Write the JSON Schema of module.yaml, by which editors complete, explain and check it while you type.

    What `extract` writes has it already: the first line of module.yaml names the schema beside it.

    \b
    Example:
      modmigrate schema -o module.schema.json
    """
    from ..module_yaml import schema as described
    from ..output import as_json, write

    data = as_json(described())
    if output is not None:
        write(output, data)
        give(str(output))
    else:
        as_utf8()
        give(data.decode().rstrip("\n"))
