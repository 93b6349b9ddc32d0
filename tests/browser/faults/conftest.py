"""Stories of learners in LMSs that fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import nine_types as nine
import pytest
from faulty_server import FaultyServer
from story import Story

from modmigrate.module import Module

NINE = nine.module()
_numbers = count()


@pytest.fixture(scope="session")
def place() -> Iterator[FaultyServer]:
    server = FaultyServer()
    yield server
    server.close()


@pytest.fixture
def story(browser: Any, place: FaultyServer, packages: Callable[..., bytes]) -> Iterator[Callable[..., Story]]:
    """story(module): someone who has never opened it. At the end no light may have been false, no script failed."""
    made: list[Story] = []

    def make(of: Module = NINE, **look: Any) -> Story:
        made.append(Story(browser, place, packages(of, **look), of, str(next(_numbers))))
        return made[-1]

    yield make
    place.fault, place.headers, place.strange, place.delay = "", {}, False, 0
    for own in made:
        own.context.close()
        # The answer of an expired login is no script; the browser says so.
        assert [p for p in own.problems if p != "Unexpected token '<'"] == []
        assert own.differences == []
