"""`modmigrate preview`: a package in a local player, for people who work on it."""

from __future__ import annotations

from pathlib import Path

import click

from .options import LANGUAGE, PASSWORD, TEMPLATES, File
from .signs import give, say


@click.argument("path", type=File())
@click.option("--port", type=click.IntRange(1, 65535), help="The player's port; a free one by default.")
@click.option("--no-browser", is_flag=True, help="Only say where the player is.")
@TEMPLATES
@LANGUAGE
@PASSWORD
def preview(
    path: Path, port: int | None, no_browser: bool, templates: Path | None, language: str, password: str
) -> None:
    """Show a source, a module.yaml or any SCORM 1.2 zip in a local player, with what it tells the LMS at its side.

    It reloads when a file changes and stays on the screen; Ctrl-C ends it. Nothing but this machine is reached.

    \b
    Example:
      modmigrate preview modul-3/
    """
    from ..preview import preview as serve

    def said(line: str) -> None:
        if line.startswith("http://127.0.0.1:"):
            give(line)
            if not no_browser:
                import webbrowser

                webbrowser.open(line)
        elif line:
            say(line)

    serve(path, said, language, password, templates, port or 0)
