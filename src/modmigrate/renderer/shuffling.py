"""Which options of a question may change places: only where their order carries no meaning.

Where another option, the stem, the hint or the explanation speaks of options by letter, where the options are
numbers, and where one that speaks of all others stands among them, the printed order stays.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import load
from ..module import folded
from ..questions import Choice, Match, Multi, Order, Question
from ..text import inline
from ..text.patterns import lazy

FEWEST = 3
"""Two options have no order worth changing."""
_LETTER = r"(?<![\w'’.-])[A-{last}](?![\w'’])"
_ARTICLE = lazy(r"(^|[.!?]\s)A(?= [a-z]+ \w)")
"""English «A budget is …» at the beginning of a sentence; «A only» is a letter."""
_SMALL = lazy(r"(?<![\w'’.,-])(?:[a-h]|[1-9])(?![\w'’.,%])")
_NUMBER = lazy(r"\W{0,3}\d")


def free(question: Question, language: str) -> int:
    """How many options (of a match: right-hand entries), from the first, may change places; 0 for none."""
    if isinstance(question, Order) and len(question.options) > 1:
        texts = [inline.plain(o) for o in question.options]
        return 0 if _speaks_of_letters(question, texts) else len(texts)
    if isinstance(question, Match) and len(question.right) > 1:
        texts = [inline.plain(entry) for entry in (*question.left, *question.right)]
        return 0 if _speaks_of_letters(question, texts) else len(question.right)
    if not isinstance(question, Choice | Multi) or len(question.options) < FEWEST:
        return 0
    texts = [inline.plain(o) for o in question.options]
    count = len(texts)
    while count and stays_last(texts[count - 1], language):
        count -= 1
    ordered = all(_NUMBER.match(t) for t in texts[:count]) or any(stays_last(t, language) for t in texts[:count])
    return 0 if count < 2 or ordered or _speaks_of_letters(question, texts) else count


def stays_last(text: str, language: str) -> bool:
    """Whether an option speaks of all the others: «semua benar», none of the above."""
    return any(p.fullmatch(folded(text)) for p in _patterns(language))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p.replace("ı", "i")) for p in load(language)["options"]["last"])


def _speaks_of_letters(question: Question, options: list[str]) -> bool:
    """«A dan B benar», «jawaban C salah karena …», «1 and 3»; a word too many (vitamin A) only keeps an order."""
    letter = re.compile(_LETTER.format(last=chr(ord("A") + min(26, len(options)) - 1)))
    around = [
        _ARTICLE.sub(r"\1", inline.plain(question.stem)),
        inline.plain(question.feedback),
        inline.plain(question.hint),
        *(inline.plain(text) for _, text in question.responses),
    ]
    if any(letter.search(t) for t in (*around, *map(_without_article, options))):
        return True
    return any(len(set(_SMALL.findall(text))) > 1 for text in options)


def _without_article(option: str) -> str:
    """The option without an article in front; «A and B», «A or C is right» keep the letter."""
    bare = _ARTICLE.sub(r"\1", option)
    return option if re.search(r"(?<![\w'’])[B-H](?![\w'’])", bare) else bare
