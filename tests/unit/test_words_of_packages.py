"""Every word of content that a package shows is the document's, or one of the learner's words: nothing is invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich_module import RICH
from sample_module import MEDIA, SAMPLE

from modmigrate import module_yaml
from modmigrate.languages import learner_words
from modmigrate.list_labels import label_of
from modmigrate.module import List, Module, texts, walk
from modmigrate.pipeline import load
from modmigrate.renderer import render
from modmigrate.text import inline

pytestmark = pytest.mark.slow
EXAMPLES = Path(__file__).parents[2] / "examples"
INLINE = frozenset({"strong", "em", "b", "i", "u", "s", "del", "mark", "sub", "sup", "code", "a"})
"""Tags that stand inside words."""
WORD = re.compile(r"[^\W\d_]{2,}")


class Shown(HTMLParser):
    """All words that a page shows or reads out; formulas apart, which are written anew."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.math = 0

    def handle_starttag(self, tag, attrs):
        self.math += tag == "math"
        self.said.append("" if tag in INLINE else " ")
        own = dict(attrs)
        self.said += [f" {own[name]} " for name in ("alt", "aria-label", "placeholder") if own.get(name)]
        if own.get("data-words"):
            self.said += _strings(json.loads(own["data-words"]))

    def handle_endtag(self, tag):
        self.math -= tag == "math"
        self.said.append("" if tag in INLINE else " ")

    def handle_data(self, data):
        if not self.math:
            self.said.append(data)


def _strings(data) -> Iterator[str]:
    if isinstance(data, str):
        yield f" {data} "
    elif isinstance(data, list):
        for one in data:
            yield from _strings(one)


def folded(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}


def own_words(module: Module) -> set[str]:
    """The words of a module's texts and labels, and those of the interface."""
    text = module_yaml.dumps(module)
    blocks = [b for c in module.chapters for b in walk(c.content)]
    lists = [b for b in blocks if isinstance(b, List)]
    each = " ".join(inline.plain(t) for b in blocks for t in (*texts(b), getattr(b, "text", "")))
    labels = " ".join(label_of(b, n) for b in lists for n in range(len(b.items)))
    raised = re.sub(r"[_^{}]", "", text)
    return folded(" ".join((text, raised, each, labels, *learner_words(module.language).values())))


@pytest.mark.parametrize("name", ["rich", "sample", "kewirausahaan-sosial", "keuangan-usaha-kecil"])
def test_every_word_is_the_documents_or_the_interfaces(name):
    if name in ("rich", "sample"):
        module, media = {"rich": RICH, "sample": SAMPLE}[name], MEDIA
    else:
        found = load(EXAMPLES / name / "module.yaml")
        module, media = found.module, found.media
    page = Shown()
    for path, data in render(module, media).files:
        if path.startswith("content/"):
            for html in json.loads(
                data.decode().removeprefix("modmigrate.pages(").rstrip().removesuffix(");")
            ).values():
                page.feed(html)
    shown = folded("".join(page.said))
    assert len(shown) > 50
    assert shown - own_words(module) == set()
