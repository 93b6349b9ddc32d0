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
def packages() -> Callable[..., bytes]:
    made: dict[Any, tuple[Module, bytes]] = {}

    def make(module: Module, **look: Any) -> bytes:
        key = (id(module), *sorted(look.items()))
        if key not in made:
            made[key] = (module, package(render(module, MEDIA, **look)))  # the module lives on, and its id with it
        return made[key][1]

    return make


@pytest.fixture
def learner(browser: Any, server: Server, packages: Callable[..., bytes]) -> Callable[..., Learner]:
    """learner(MODULE, theme, edition, **options of lms.js): someone who has never opened the package."""

    def make(module: Module, theme: str = "", edition: Any = "learner", **options: Any) -> Learner:
        return Learner(browser, server, packages(module, theme=theme, edition=edition), options=options)

    return make
