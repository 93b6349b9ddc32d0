"""The model's inline Markdown: strings in module.yaml ⇄ runs.

One small dialect, so that text from any document survives the way there and back:

    **bold**  *italic*  ++underline++  ~~struck~~  ==highlight==  H~2~O  x^2^  `code`
    [text](target)  ![alt](media/x.png)  [^note]  $formula$   newline = line break

A mark opens and closes anywhere, within words too; one without its partner is plain text, and so
are ____ blanks, which need no escape. A backslash makes the next sign plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from .patterns import lazy

MARKS: dict[str, str] = {
    "**": "bold",
    "*": "italic",
    "++": "underline",
    "~~": "strike",
    "==": "highlight",
    "~": "sub",
    "^": "super",
}
"""Each mark's sign and name; the order of nesting is that of `ORDER`."""
ORDER = ("bold", "italic", "underline", "strike", "highlight", "sub", "super")
SIGNS = {name: sign for sign, name in MARKS.items()}

# Brackets stay outside of alt texts and labels unless escaped: else `![![![…` would be read anew from each sign on.
_TOKEN = lazy(
    r"\\(?P<escaped>[\\*+~=^`\[\]$!])"
    r"|`(?P<code>[^`\n]+)`"
    r"|!\[(?P<alt>(?:\\.|[^\[\]\\])*)\]\((?P<src>[^()\s]+)\)"
    r"|\[\^(?P<note>[A-Za-z0-9_-]+)\]"
    r"|\[(?P<label>(?:\\.|!\[(?:\\.|[^\[\]\\])*\]|[^\[\]\\])+)\]\((?P<target>[^()\s]+)\)"
    r"|(?<![\\$])\$(?P<math>[^$\s](?:[^$\n]*[^$\s])?)\$(?![\d$])"
    r"|(?P<mark>\*\*|\+\+|~~|==|[*~^])"
)
_SPECIAL = lazy(r"[\\*+~=^`\[\]$!]")


class Run(Struct, frozen=True):
    """Text with marks (names of `MARKS`, and 'code'); `link` is its target."""

    text: str
    marks: frozenset[str] = frozenset()
    link: str | None = None


class Image(Struct, frozen=True):
    """A picture in the line; `src` is a path below the module's folder."""

    src: str
    alt: str = ""
    link: str | None = None


class NoteRef(Struct, frozen=True):
    """A reference to one of the module's notes."""

    id: str


class Math(Struct, frozen=True):
    """A formula in the line, as typed between dollar signs."""

    text: str


Inline = Run | Image | NoteRef | Math


def parse(text: str) -> tuple[Inline, ...]:
    """Runs of a string of module.yaml; any string has a reading."""
    if not _SPECIAL.search(text):
        return (Run(text),) if text else ()
    return _parsed(text)


@lru_cache(4_096)
def _parsed(text: str) -> tuple[Inline, ...]:
    # Each text is asked for by several stages, and by each version of a module that is shown while it is edited.
    return _joined(_parse(text, None))


def _parse(text: str, link: str | None) -> list[Inline]:
    tokens = list(_TOKEN.finditer(text))
    partners = _partners(tokens)
    out: list[Inline] = []
    on: set[str] = set()
    at = 0
    for number, token in enumerate(tokens):
        if token.start() > at:
            out.append(Run(text[at : token.start()], frozenset(on), link))
        at = token.end()
        if (mark := token["mark"]) is not None:
            if number in partners:
                on.symmetric_difference_update({MARKS[mark]})
            else:
                out.append(Run(mark, frozenset(on), link))
        else:
            out.extend(_single(token, frozenset(on), link))
    if at < len(text):
        out.append(Run(text[at:], frozenset(on), link))
    return out


def _single(token: re.Match[str], marks: frozenset[str], link: str | None) -> list[Inline]:
    if (escaped := token["escaped"]) is not None:
        return [Run(escaped, marks, link)]
    if (code := token["code"]) is not None:
        return [Run(code, marks | {"code"}, link)]
    if (src := token["src"]) is not None:
        return [Image(src, re.sub(r"\\(.)", r"\1", token["alt"]), link)]
    if (note := token["note"]) is not None:
        return [NoteRef(note)]
    if (math := token["math"]) is not None:
        return [Math(math)]
    inner = _parse(token["label"], token["target"])
    return [replace(i, marks=i.marks | marks) if isinstance(i, Run) else i for i in inner]


def _partners(tokens: Sequence[re.Match[str]]) -> set[int]:
    """Indices of mark tokens that open or close: the last one of an odd number stays plain text."""
    places: dict[str, list[int]] = {}
    for number, token in enumerate(tokens):
        if token["mark"]:
            places.setdefault(token["mark"], []).append(number)
    return {n for found in places.values() for n in found[: len(found) // 2 * 2]}


def _joined(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for part in parts:
        last = out[-1] if out else None
        if isinstance(part, Run) and isinstance(last, Run) and (part.marks, part.link) == (last.marks, last.link):
            out[-1] = replace(last, text=last.text + part.text)
        elif not isinstance(part, Run) or part.text:
            out.append(part)
    return tuple(out)


def write(parts: Iterable[Inline]) -> str:
    """The string that `parse` reads back as these runs, escaped only where it must be."""
    runs = _joined(parts)
    plain = _write(runs, escape=False)
    return plain if _is_plain(runs) or parse(plain) == runs else _write(runs, escape=True)


def _is_plain(runs: Sequence[Inline]) -> bool:
    """Whether words and marks alone are written: signs that stand in no text can be taken for nothing else."""
    texts = [r.text for r in runs if isinstance(r, Run) and not r.link]
    return len(texts) == len(runs) and not _SPECIAL.search("".join(texts))


def _write(runs: Sequence[Inline], *, escape: bool) -> str:
    out: list[str] = []
    on: set[str] = set()
    for index, run in enumerate(runs):
        wanted = set(run.marks) - {"code"} if isinstance(run, Run) else on if index + 1 < len(runs) else set()
        # A sign only switches its mark, so marks may overlap and need no nesting.
        out += [SIGNS[m] for m in ORDER if m in on ^ wanted]
        on = set(wanted)
        out.append(_body(run, escape))
    out += [SIGNS[m] for m in ORDER if m in on]
    return "".join(out)


def _body(part: Inline, escape: bool) -> str:
    match part:
        case Image(src, alt, link):
            image = f"![{_escaped(alt, True)}]({src})"
            return f"[{image}]({link})" if link else image
        case NoteRef(note):
            return f"[^{note}]"
        case Math(math):
            return f"${math}$"
        case Run(text, marks, link):
            body = f"`{text}`" if "code" in marks and "`" not in text and "\n" not in text else _escaped(text, escape)
            return f"[{body}]({_target(link)})" if link else body


def _target(link: str) -> str:
    return re.sub(r"[()\s]", lambda m: f"%{ord(m[0]):02X}", link)


def _escaped(text: str, escape: bool) -> str:
    return _SPECIAL.sub(lambda m: "\\" + m[0], text) if escape else text


def plain(text: str) -> str:
    """The words alone: no marks, pictures or note references."""
    if not _SPECIAL.search(text):
        return text
    return "".join(p.text for p in parse(text) if isinstance(p, Run | Math))
