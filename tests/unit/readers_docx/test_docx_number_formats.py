"""Numbers of charts look as their formats say."""

from __future__ import annotations

import pytest

from modmigrate.readers.docx.number_formats import shown


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("0.1", "", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("4.5", "0.00", "4.50"),
        ("1234.567", "#,##0", "1235"),
        ("0.255", "0%", "26%"),
        ("0.255", "0.0%", "25.5%"),
        ("37261", "m/d/yyyy", "2002-01-05"),
        ("37261", "[$-409]mmm\\-yy;@", "2002-01"),
        ("37261", "yyyy", "2002"),
        ("0.75", "h:mm", "18:00"),
        ("37261.25", "d.m.yyyy h:mm", "2002-01-05 06:00"),
        ("7", '0 "buah"', "7"),
        ("-3", "m/d/yyyy", "-3"),
        ("1e300", "yyyy", "1e+300"),
        ("Jan", "m/d/yyyy", "Jan"),
        ("nan", "0.00", "nan"),
    ],
)
def test_a_number_is_shown_as_its_format_says(text: str, code: str, expected: str) -> None:
    assert shown(text, code) == expected
