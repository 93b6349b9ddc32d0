"""Addresses that stand for themselves, below pictures that lead somewhere."""

from __future__ import annotations

import pytest

from modmigrate.readers.addresses import shown


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://video.example.org/watch?v=stall", "https://video.example.org/watch?v=stall"),
        ("#bab-2", "#bab-2"),
        # A picture from a search engine carries an address of 400 letters, all of which stood below it.
        ("http://www.search.example/url?sa=i&rct=j&q=" + "x" * 300, "www.search.example/…"),
    ],
)
def test_a_long_address_shows_where_it_leads(url: str, said: str) -> None:
    assert shown(url) == said
