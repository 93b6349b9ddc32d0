"""What the titles above a key say of the exercise it answers: chapter, name, type of question, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from ...module import folded
from ...text.amounts import PAIR
from ...text.digits import count
from ...text.letters import SMALLS
from ...text.patterns import lazy
from ..exercises.draft import Exercise
from ..lines.labels import part_label, roman
from ..outline.chapter_labels import ChapterLabels, labels_of
from ..words.words import Words
from .groups import KeyGroup

Name = tuple[str, int]
"""An exercise's name and its number, 0 for none."""
Homes = Mapping[Name, set[int | None]]
"""The chapters in which exercises have a name with a number."""
_LETTER = lazy(r"\s[A-Z]$")
_EDITION = lazy(rf"[{SMALLS}]")
_AKIN = ({"essay", "short"}, {"choice", "multi"}, {"fill", "short"})


class Places(Struct, frozen=True):
    """What the titles of one document's keys are read by: its words, and where its exercises stand."""

    words: Words
    homes: Homes
    labels: ChapterLabels
    said: dict[tuple[str, ...], set[int]] = field(default_factory=dict)
    """The chapters that titles name, once they have been read."""
    named: dict[tuple[str, ...], set[Name]] = field(default_factory=dict)
    """The exercises that they name."""

    def chapters(self, titles: tuple[str, ...]) -> set[int]:
        """The numbers of the chapters that a key's titles name."""
        if titles not in self.said:
            self.said[titles] = _chapter_values(" · ".join(titles), self.words) | set(self._labelled(titles))
        return self.said[titles]

    def names(self, titles: tuple[str, ...]) -> set[Name]:
        """The exercises that titles name."""
        if titles not in self.named:
            self.named[titles] = names_in(" · ".join(titles), self.words)
        return self.named[titles]

    def _labelled(self, titles: tuple[str, ...]) -> Iterator[int]:
        for title in titles:
            label = self.labels.of(title)
            # Letters count parts of an exercise, too.
            if label is not None and not _LETTER.search(label.printed):
                yield label.value


def places_of(exercises: Sequence[Exercise], words: Words) -> Places:
    """Where exercises with numbered names stand."""
    out: dict[Name, set[int | None]] = {}
    for e in exercises:
        for name in names_in(" · ".join(e.titles), words):
            if name[1]:
                out.setdefault(name, set()).add(e.chapter)
    return Places(words, out, labels_of(words))


def agreement(group: KeyGroup, e: Exercise, places: Places) -> int | None:
    """How well titles and places agree; None when they contradict each other."""
    words = places.words
    names, own = places.names(group.titles), places.names(e.titles)
    named = places.chapters(group.titles)
    place = _place(group, e, named, _elsewhere(names, own, group.chapter, places.homes))
    if place is None and not named and group.titles and e.titles and folded(group.titles[-1]) == folded(e.titles[-1]):
        place = 0  # a key in the last chapter for the book, by the exercises' own titles
    if group.section and group.section != (e.section or e.chapter_value):
        return None
    if place is None or (names and own and not any(_alike(a, b) for a in names for b in own)):
        return None
    if not own and any(number for _, number in names):
        return None  # the key of Exercise 2 is that of an exercise with a name
    same = _same_title(group.titles, e.titles)
    if same is False or _other_edition(group.titles, e.titles, words):
        return None
    score = 5 * (same is True) + place + (3 + any(a == b for a in names for b in own) if names and own else 0)
    label = part_label(group.titles[-1]) if group.titles else ""
    if label and e.label:
        if label != e.label:
            return None
        score += 3
    kind = words.question_type(group.titles[-1]) if group.titles else ""
    score += _same_opening(group.titles, e.titles)
    if kind and e.kind and (kind == e.kind or "task" not in (kind, e.kind)):  # activities hold any type
        return score + 2 if kind == e.kind or {kind, e.kind} in _AKIN else None
    return score


def _same_title(a: Sequence[str], b: Sequence[str]) -> bool | None:
    """Whether two titles are one; False where only their last numbers differ, None where they are otherwise unlike."""
    first, second = (folded(titles[-1]).split() if titles else [] for titles in (a, b))
    if not first or not second:
        return None
    if first == second:
        return True
    counted = first[-1].isdecimal() and second[-1].isdecimal() and len(first) > 1
    return False if counted and first[:-1] == second[:-1] else None


def edition(titles: Sequence[str]) -> str:
    """The letter in which a title ends that tells versions of a paper apart: `Version B` → b; '' for none."""
    last = folded(titles[-1]).split()[-2:] if titles else []
    return last[1] if len(last) == PAIR and _EDITION.fullmatch(last[1]) else ""


def _other_edition(a: Sequence[str], b: Sequence[str], words: Words) -> bool:
    """Whether a key's title ends in another version than an exercise's, or in one that this does not name."""
    first, second = (folded(titles[-1]).split()[-2:] if titles else [] for titles in (a, b))
    if edition(a) and first[0] in words.editions:
        return first != second
    lettered = bool(edition(a) and edition(b))
    return lettered and first[0] == second[0] and first[1] != second[1]


def _same_opening(a: Sequence[str], b: Sequence[str]) -> int:
    """1 where two titles begin alike: Part A, أولاً."""
    first, second = (folded(titles[-1]).split()[:2] if titles else [] for titles in (a, b))
    return int(bool(first and second) and first[: len(second)] == second[: len(first)])


def _place(group: KeyGroup, e: Exercise, chapters: set[int], elsewhere: bool) -> int | None:
    """How well chapters agree; None for another chapter than the one that a key names, or else stands in."""
    if chapters:
        return 4 if e.chapter_value in chapters else None
    if group.chapter is None or elsewhere:
        return 0
    return 2 if group.chapter == e.chapter else None


def _elsewhere(names: set[Name], own: set[Name], chapter: int | None, homes: Homes) -> bool:
    """Whether a key that stands in one chapter names an exercise that only others have: keys of all at the end."""
    numbered = {name for name in names & own if name[1]}
    return bool(numbered) and not any(chapter in homes.get(name, ()) for name in numbered)


def ties(group: KeyGroup, e: Exercise, places: Places) -> tuple[str, ...]:
    """What ties a key and an exercise that do not contradict each other, for people."""
    words = places.words
    names = places.names(group.titles) & places.names(e.titles)
    found = [f"both are called {' '.join(map(str, name)).removesuffix(' 0')}" for name in sorted(names)]
    found += ["it names the chapter"] if places.chapters(group.titles) else []
    found += ["it stands in the chapter"] if not found and group.chapter is not None else []
    kind = words.question_type(group.titles[-1]) if group.titles else ""
    return (*found, f"both are {kind}") if kind and kind == e.kind else tuple(found)


def _chapter_values(text: str, words: Words) -> set[int]:
    found = re.findall(rf"\b(?:{words.chapter.pattern})\s*(\d{{1,3}}|[IVXLC]+)\b", text, re.IGNORECASE)
    out = set()
    for match in found:
        number = match[-1]
        value = int(number) if number.isdecimal() else roman(number)
        if value:
            out.add(value)
    return out


def names_in(text: str, words: Words) -> set[Name]:
    """Exercises a text names, such as ('latihan', 2); `Tests › Test 1` names the one test, not all."""
    out: set[Name] = set()
    for piece in text.split(" · "):
        tokens = folded(piece).split()
        at = 0
        while at < len(tokens):
            if any(" ".join(tokens[at : at + n]) in words.topics for n in (2, 3)):
                at += 2  # Kunci Jawaban dan Pedoman Penilaian
                continue
            length = next((n for n in range(4, 0, -1) if _is_name(tokens[at : at + n], words)), 0)
            if length:
                after = tokens[at + length] if at + length < len(tokens) else ""
                name = " ".join(tokens[at : at + length])
                # Phrases that name a type of question are weighed as types, unless they count exercises.
                if after.isdecimal() or not words.question_type(name):
                    out.add((name, count(after, 0)))
            at += max(length, 1)
    numbered = {name for name, number in out if number}
    return {(name, number) for name, number in out if number or name not in numbered}


def _is_name(tokens: Sequence[str], words: Words) -> bool:
    phrase = " ".join(tokens)
    roles = words.phrases.get(phrase, ())
    return bool({"practice", "test", "pretest"} & set(roles))


def _alike(a: Name, b: Name) -> bool:
    if a[0] == b[0]:
        return a[1] == b[1] or 0 in (a[1], b[1])
    if a[1] and a[1] == b[1] and any(set(x.split()) < set(y.split()) for x, y in ((a[0], b[0]), (b[0], a[0]))):
        return True  # Latihan 1 and Soal Latihan 1
    # One word without a number names tests of any kind: answers to the test, for a post-test.
    return any(x[0] in y[0].split() and not x[1] for x, y in ((a, b), (b, a)))
