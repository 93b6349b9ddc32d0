"""GIFT: Moodle's text format for questions (Moodle documentation, "GIFT format").

Texts are HTML in one line each. Entries to be put in order are matched with their places.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...questions import Choice, Fill, Match, Multi, Order, Question, Short, TrueFalse
from ...text import inline
from ...text.patterns import lazy
from ..archive import Pictures
from ..bank import OPEN, Bank, Entry
from ..markup import GAP, Html, clean, inside

_SIGNS = lazy(r"[\\~=#{}:]")


def escaped(text: str) -> str:
    """Text in which nothing is a sign of GIFT; the only place where any is written."""
    return _SIGNS.sub(lambda m: "\\" + m[0], clean(text).replace("\n", " "))


def write(bank: Bank) -> bytes:
    """The bank as a UTF-8 text."""
    html = Html(bank, Pictures(bank.media).address)
    lines: list[str] = []
    for chapter, entries in bank.categories():
        names = "/".join(_category(name) for name in dict.fromkeys((bank.title, chapter)))
        lines += [f"$CATEGORY: $course$/top/{names}", ""]
        for entry in entries:
            # A line of a comment could not be ended by an id: ids are letters, digits and hyphens.
            lines += [f"// [id:{entry.id}]", _question(entry, html), ""]
    return "\n".join(lines).encode()


def _category(name: str) -> str:
    """A category's name in its path, in which two strokes are one of the name."""
    return " ".join(clean(name).replace("/", "//").split())


def _question(entry: Entry, html: Html) -> str:
    gap = isinstance(entry.question, Fill) and entry.form != OPEN
    stem = [escaped(part) for part in inside(html.stem(entry, (lambda _: GAP) if gap else None)).split(GAP)]
    answer = "".join(_answer(entry, entry.question, html)) if entry.form != OPEN else ""
    told = [html.text(text) for text in (entry.model_answer, entry.question.feedback) if text]
    if told:
        answer += f" ####{escaped('<br/>'.join(told))}"
    name = f"::{escaped(entry.name)}::[html]"
    return f"{name}{f'{{{answer}}}'.join(stem)}" if gap else f"{name}{stem[0]} {{{answer}}}"


def _answer(entry: Entry, question: Question, html: Html) -> Iterator[str]:
    match question:
        case Choice(answer=answer):
            for at, option in enumerate(question.options):
                yield f" {'=' if at == answer else '~'}{_option(option, html)}{_said(entry, at, at == answer, html)}"
        case Multi(answer=tuple(answer)):
            share = f"{100 / len(answer):.5f}".rstrip("0").rstrip(".")
            for at, option in enumerate(question.options):
                weight = share if at in answer else "-100"
                yield f" ~%{weight}%{_option(option, html)}{_said(entry, at, at in answer, html)}"
        case TrueFalse(answer=answer):
            yield ("TRUE" if answer else "FALSE") + _both(entry, answer is True, html)
        case Match(answer=tuple(answer)):
            for left, fits in zip(question.left, answer, strict=True):
                yield _pair(html.text(left), inline.plain(question.right[fits[0]]))
            for spare in sorted(set(range(len(question.right))) - {fits[0] for fits in answer}):
                yield _pair("", inline.plain(question.right[spare]))
        case Order(answer=tuple(answer)):
            for place, at in enumerate(answer, 1):
                yield _pair(html.text(question.options[at]), str(place))
        case Fill(answer=tuple(answer)):
            yield from _typed(entry, answer[0], html)
        case Short(answer=tuple(answer)):
            yield from _typed(entry, answer, html)


def _option(text: str, html: Html) -> str:
    """An option; one that begins with a sign of per cent is not to be taken for a weight."""
    made = html.text(text)
    return f"&\\#37;{escaped(made[1:])}" if made.startswith("%") else escaped(made)


def _typed(entry: Entry, answers: tuple[str, ...], html: Html) -> Iterator[str]:
    right, wrong = (entry.response(verdict) for verdict in ("right", "wrong"))
    for answer in answers:
        yield f" ={escaped(literal(inline.plain(answer)))}" + (f"#{escaped(html.text(right))}" if right else "")
    if wrong:
        yield f" =%0%*#{escaped(html.text(wrong))}"


def literal(answer: str) -> str:
    """An answer in which a star is none of Moodle's wildcards."""
    return answer.replace("*", "\\*")


def _pair(left: str, right: str) -> str:
    return f" ={escaped(left)} -> {escaped(right)}"


def _said(entry: Entry, option: int, right: bool, html: Html) -> str:
    text = entry.of_option(option) or entry.response("right" if right else "wrong")
    return f"#{escaped(html.text(text))}" if text else ""


def _both(entry: Entry, answer: bool, html: Html) -> str:
    """Feedback of a statement: what those are told who are wrong, then those who are right; option 0 is true."""
    wrong, right = (
        _said(entry, option, verdict, html)[1:] for option, verdict in ((int(answer), False), (int(not answer), True))
    )
    return f"#{wrong}#{right}" if right else f"#{wrong}" if wrong else ""
