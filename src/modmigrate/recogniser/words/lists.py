"""The words of a document, made ready from the files of its languages: those of its own first, then of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace

from ...languages import known, load, said
from ...module import folded
from ...text.letters import CAPITALS
from ...text.patterns import lazy
from .words import CLOSED, EXERCISES, ROLES, SECTIONS, Types, Words

SPELLED = 3
"""Letters of a word that is no abbreviation (V, Fa)."""
Files = Sequence[Mapping[str, Any]]
_JOINED = rf"/|-|–|\||\b(?:{'|'.join(said('or'))}|e)\b|(?<=\w)\s(?=\w)"
"""Between true and false: `B / S`, `Benar atau Salah`."""
_BEGINS = r"(?<![^\W\u3040-\uffff])"
"""Where a word begins; between signs of scripts without blanks any may begin."""


def words_for(languages: tuple[str, ...]) -> Words:
    """The words to read a document by: those of its language, then of those it is mixed with (see `languages_of`)."""
    order = tuple(language for language in languages if language in known()) or ("en",)
    # Where all may be meant their order means nothing, and one set serves all such documents.
    made = _made(known() if len(order) == len(known()) else order)
    return replace(made, language=languages[0])


@cache
def _made(order: tuple[str, ...]) -> Words:
    files = [load(code)["document"] for code in order]
    phrases, truths, types = _phrases(files), _truths(files), _types(files)
    return Words(
        language=order[0], phrases=phrases, truths=truths, types=types,
        plain=_plain(phrases, types), names=_names(files, phrases),
        **_lists(files), **_labels(files), **_verbs(files), **_marks(files, truths),
    )  # fmt: skip


def _phrases(files: Files) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for file in files:
        for role in ROLES:
            for phrase in file.get(role, ()):
                key = folded(phrase)
                found[key] = (*found.get(key, ()), role)
    return found


def _truths(files: Files) -> dict[str, bool]:
    judging = (("is-yes", True), ("is-no", False), ("is-true", True), ("is-false", False))
    return {folded(str(w)): v for f in reversed(files) for name, v in judging for w in f.get(name, ())}


def _lists(files: Files) -> dict[str, Any]:
    """Folded words and what they mean."""
    columns = ("stem", "option", "key")
    sections = [(f, name, f.get(name, ())) for f in reversed(files) for name in SECTIONS]
    trainers = [(f, "trainer", f["boxes"]["trainer"]) for f in reversed(files)]
    return {
        "numerals": {str(w).casefold(): n for f in files for n, ws in enumerate(f.get("numerals", ()), 1) for w in ws},
        "boxes": {folded(str(w)): kind for f in reversed(files) for kind, ws in f["boxes"].items() for w in ws},
        "meanings": {folded(str(w)): name for _, name, ws in (*sections, *trainers) for w in ws},
        "topics": _folded(files, "topic"),
        "parts": _folded(files, "parts"),
        "chapter_parts": _folded(files, "chapter-part"),
        "editions": _folded(files, "edition"),
        "guides": _folded(files, "trainer-guide"),
        "columns": {folded(str(w)): c for f in reversed(files) for c in columns for w in f.get(f"column-{c}", ())},
        "ends": tuple(sorted(_folded(files, "exercise-end"))),
        "either": lazy(rf"\s+(?:{_any(files[:1], 'or')}|{_any([load('en')['document']], 'or')})\s+"),
        "yes_no": _folded(files, "is-yes") | _folded(files, "is-no"),
    }


def _labels(files: Files) -> dict[str, Any]:
    """Patterns of what stands before a title, a caption, an answer."""
    return {
        "chapter": lazy(rf"({_any(files, 'chapter')})[\s.:\-–]*", re.IGNORECASE),
        "sheet": lazy(rf"({_any(files, 'sheet')})[\s\-.:]*(\d{{1,2}})", re.IGNORECASE),
        "chapter_patterns": tuple(lazy(p, re.S) for f in files for p in f.get("chapter-patterns", ())),
        "title_label": lazy(rf"({_any(files, 'title-label')})\s*[:：]\s*", re.IGNORECASE),
        "caption": lazy(rf"({_any(files, 'caption')})\s*+(?:\.\s*+)?\d+([.\-]\d+)*\b", re.IGNORECASE),
        "answer": lazy(_answer(_all(files, "answer")), re.IGNORECASE),
        "concluded": lazy(
            rf"\b(?:{_either(w for w in _all(files, 'answer') + _all(files, 'column-key') if len(w) > 1)})\b"
            rf"[^.:;,?!\n]{{0,20}}\s\(?(?-i:([{CAPITALS}]))\)?[\s.!]*$",
            re.IGNORECASE,
        ),
        "explanation": lazy(rf"({_any(files, 'explanation')})\s*[:：]\s*", re.IGNORECASE),
    }


def _verbs(files: Files) -> dict[str, Any]:
    """Patterns of what tells or asks."""
    leads = "|".join(f"(?:{p})" for f in files for p in f.get("objectives-lead", ()))
    return {
        "lead": lazy(leads, re.IGNORECASE | re.DOTALL),
        "instruction": _start(files, "instruction"),
        "task_verb": _start(files, "task-verb"),
        "act_verb": _start(files, "act-verb"),
        "tell_verb": _start(files, "tell-verb"),
        "step_verb": _start(files, "step-verb"),
        "ask_verb": _start(files, "ask-verb"),
        "open_verb": _start(files, "open-verb"),
        "fact": _start(files, "fact"),
        "polite": lazy(rf"\s*(?:{_any(files, 'polite')})[\s,]*", re.IGNORECASE),
        "following": lazy(rf"{_BEGINS}(?:{_any(files, 'following')})", re.IGNORECASE),
        "steps": lazy(rf"{_BEGINS}(?:{_any(files, 'steps')})", re.IGNORECASE),
    }


def _marks(files: Files, truths: Mapping[str, bool]) -> dict[str, Any]:
    """Patterns of what stands behind a statement or an option: `(B / S)`, `(correct)`."""
    spelled = _either(sorted((t for t in truths if len(t) >= SPELLED), key=len, reverse=True))
    letters = "".join(sorted({t.upper() for t in truths if len(t) == 1 and t.isalpha()} | set("TFBS")))
    one = rf"(?:{spelled}|(?-i:[{letters}]))"
    return {
        "true_false_tail": lazy(
            rf"(?:\(\s*+)?{one}\s*(?:{_JOINED})\s*+{one}\s*+(?:\)\s*+)?(?:[.:]\s*+)?$", re.IGNORECASE
        ),
        "right_tail": _tail(_right(files, truths)),
        "wrong_tail": _tail(_either(sorted(t for t, value in truths.items() if not value and len(t) >= SPELLED))),
    }


def _folded(files: Files, key: str) -> frozenset[str]:
    return frozenset(folded(str(w)) for f in files for w in f.get(key, ()))


def _any(files: Files, key: str) -> str:
    return _either(_all(files, key))


def _answer(words: Iterable[str]) -> str:
    """`Jawaban: …`; a single letter (`R: …`) needs the colon, for `R.` begins names."""
    found = list(words)
    long, short = _either(w for w in found if len(w) > 1), _either(w for w in found if len(w) == 1)
    return rf"[\W_]*+(?:({long})\s*[:=.：]|({short})[:：])\s*"


def _tail(said: str) -> re.Pattern[str]:
    return lazy(rf"(?<!\s)\s*+[(\[（]\s*+(?:{said})\s*+[)\]）][\s.]*+$", re.IGNORECASE)


def _right(files: Files, truths: Mapping[str, bool]) -> str:
    said = {
        *(t for t, value in truths.items() if value and len(t) >= SPELLED),
        *_all(files, "column-key"),
        *_all(files, "answer"),
    }
    return _either(sorted(said, key=lambda w: (-len(w), w)))


def _plain(phrases: Mapping[str, tuple[str, ...]], types: Types) -> frozenset[str]:
    typed = {word for named in types.values() for phrase, _ in named for word in phrase.split()}
    single = (p for p, roles in phrases.items() if set(roles) & set(EXERCISES) and " " not in p)
    return frozenset(p for p in single if p not in typed)


def _names(files: Files, phrases: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    named = [phrase for phrase, roles in phrases.items() if {*roles} & {*EXERCISES, *CLOSED}]
    kinds = [folded(p) for f in files for ps in f["types"].values() for p in ps]
    chapters = [folded(str(c)) for f in files for c in f.get("chapter", ())]
    small = [w for f in files for w in (*f["stopwords"], *f.get("edition", ()))]
    return frozenset(token for text in (*named, *kinds, *chapters, *small, "nomor no number") for token in text.split())


def _types(files: Files) -> Types:
    found = {folded(p): kind for f in reversed(files) for kind, ps in f["types"].items() for p in ps}
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    for phrase, kind in found.items():
        first = phrase.split()[0]
        out[first] = (*out.get(first, ()), (phrase, kind))
    return out


def _all(files: Files, key: str) -> list[str]:
    return sorted({str(w) for f in files for w in f.get(key, ())}, key=lambda w: (-len(w), w))


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[\s\-]++") for w in words) or "(?!)"


def _start(files: Files, key: str) -> re.Pattern[str]:
    return lazy("|".join(f"(?:{f[key]})" for f in files if f.get(key)) or "(?!)", re.IGNORECASE)
