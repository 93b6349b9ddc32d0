"""A browser and an LMS for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from needs import chrome
from player import Learner, Server, serving
from sample_module import MEDIA

from modmigrate.module import Module
from modmigrate.renderer import render
from modmigrate.scorm import package

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = chrome()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


@pytest.fixture(scope="session")
def packages() -> Callable[[Module], bytes]:
    made: dict[int, bytes] = {}

    def make(module: Module) -> bytes:
        key = id(module)
        if key not in made:
            made[key] = package(render(module, MEDIA))
        return made[key]

    return make


@pytest.fixture
def learner(browser: Any, server: Server, packages: Callable[[Module], bytes]) -> Callable[..., Learner]:
    """learner(MODULE, **options of lms.js): someone who has never opened the package."""
    return lambda module, **options: Learner(browser, server, packages(module), options=options)
