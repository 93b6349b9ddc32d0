from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pdf import Sheet, saved

from modmigrate.document import Document
from modmigrate.readers.pdf import read


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., Document]:
    """Sheets written as a file, and read."""

    def made(*sheets: Sheet, outline: Sequence[tuple[str, int]] = ()) -> Document:
        return read(saved(tmp_path, *sheets, outline=outline))

    return made
