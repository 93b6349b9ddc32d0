"""Links that a text calls by a page («halaman 12») have the name of the section there: a package has no pages."""

from __future__ import annotations

import re
from functools import cache

from ...languages import load
from ...module import Heading, Module
from ...text import inline
from ...text.patterns import lazy
from ..outline import Outline

_LINK = lazy(r"\[([^\[\]]*)\]\(#([A-Za-z][\w.-]*)\)")


def titles(plan: Outline) -> dict[str, str]:
    """What chapters and headings are called, by their ids."""
    out: dict[str, str] = {}
    for section in plan.sections:
        out[section.id] = " ".join((section.chapter.number, section.chapter.title)).strip()
        for block in section.chapter.content:
            if isinstance(block, Heading):
                number = "" if block.text.startswith(block.number) else block.number
                out[plan.names[id(block)]] = f"{number} {block.text}".strip()
    return {name: " ".join(inline.plain(title).split()) for name, title in out.items()}


def named(text: str, module: Module, names: dict[str, str]) -> str:
    """The text with such links called by what they lead to."""
    if "](#" not in text:
        return text
    page = _page(module.language)

    def name(found: re.Match[str]) -> str:
        title = names.get(found[2], "")
        if not title or not page.fullmatch(found[1]):
            return found[0]
        return inline.write([inline.Run(title, link=f"#{found[2]}")])

    return _LINK.sub(name, text)


@cache
def _page(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, load(language)["document"]["page"]))
    return re.compile(rf"(?:{words})\.?\s*\d{{1,3}}|第?\s*\d{{1,3}}\s*(?:页|頁|ページ)", re.IGNORECASE)
