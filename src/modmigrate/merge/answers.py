"""A question's type, options and answer, merged as one: an answer means an option's words, not its letter."""

from __future__ import annotations

from typing import Any

from ..module import folded
from ..questions import Match, Multi, Question

Own = dict[str, Any]
LOST = object()
"""An answer that cannot be carried over to other options."""


def own(question: Question) -> tuple[type[Question], Own]:
    """The class, and what belongs to the answer: the type's own fields, answer_source and unsure."""
    names = set(question.__struct_fields__) - set(Question.__struct_fields__)
    return type(question), {n: getattr(question, n) for n in sorted(names | {"answer_source", "unsure"})}


def merged(base: Question, edited: Question, source: Question) -> tuple[type[Question], Own, str]:
    """Class and own fields of the result, and the attribute in conflict (or nothing).

    An answer that a person changed comes from no key of the document any more, whatever stood there before.
    """
    was, mine, theirs = own(base), own(edited), own(source)
    if mine[1]["answer"] != was[1]["answer"] and mine[1]["answer_source"] == was[1]["answer_source"]:
        by_hand = mine[1]["answer"] != theirs[1]["answer"] and _touched(mine[0], was[1], mine[1])
        mine = (mine[0], {**mine[1], "answer_source": "none"}) if by_hand else mine
    return _merged(was, mine, theirs)


def _merged(
    was: tuple[type[Question], Own], mine: tuple[type[Question], Own], theirs: tuple[type[Question], Own]
) -> tuple[type[Question], Own, str]:
    if mine in (was, theirs):
        return (*theirs, "")
    if theirs == was:
        return (*mine, "")
    if not was[0] is mine[0] is theirs[0]:
        return (*mine, "type" if mine[0] is not theirs[0] else "answer")
    columns = _columns(was[1], mine[1], theirs[1])
    if columns is None:
        return (*mine, "options" if "options" in mine[1] else "answer")
    return (mine[0], *_answered(mine[0], columns, was[1], mine[1], theirs[1]))


def _answered(cls: type[Question], columns: Own, was: Own, mine: Own, theirs: Own) -> tuple[Own, str]:
    by_hand = _touched(cls, was, mine)
    in_source = _touched(cls, was, theirs)
    pick = mine if by_hand else theirs
    answer = carried(cls, pick, columns)
    if answer is LOST:
        return mine, "options" if "options" in mine else "answer"
    result = {**pick, **columns, "answer": answer}
    differs = carried(cls, theirs, columns) != answer
    return result, "answer" if by_hand and in_source and differs else ""


def _touched(cls: type[Question], was: Own, now: Own) -> bool:
    return bool(carried(cls, was, now) != now["answer"] or was["unsure"] != now["unsure"])


def _columns(was: Own, mine: Own, theirs: Own) -> Own | None:
    """Options (or left and right, or the check list); None where both sides changed them in different ways."""
    out: Own = {}
    for name in mine.keys() - {"answer", "answer_source", "unsure"}:
        old, hand, new = was[name], mine[name], theirs[name]
        if hand in (old, new) or new == old:
            out[name] = new if hand in (old, new) else hand
        elif len(old) == len(hand) == len(new):
            parts = [_third(*texts) for texts in zip(old, hand, new, strict=True)]
            if None in parts:
                return None
            out[name] = tuple(parts)
        else:
            return None
    return out


def _third(old: str, hand: str, new: str) -> str | None:
    if hand in (old, new):
        return new
    return hand if new == old else None


def carried(cls: type[Question], data: Own, to: Own) -> Any:
    """The answer of `data` as an answer to the options in `to`; LOST where they do not fit each other."""
    answer = data["answer"]
    if answer is None:
        return None
    if issubclass(cls, Match):
        return _carried_pairs(answer, data, to)
    if "options" not in data:
        return answer
    moves = _moves(data["options"], to["options"])
    single = isinstance(answer, int)
    places = [moves[i] for i in ([answer] if single else answer)]
    # Of several right options (or an order) a new option may be part: only a person can tell.
    if None in places or (not single and len(data["options"]) != len(to["options"])):
        return LOST
    if single:
        return places[0]
    return tuple(sorted(places)) if issubclass(cls, Multi) else tuple(places)


def _carried_pairs(answer: Any, data: Own, to: Own) -> Any:
    left, right = _moves(data["left"], to["left"]), _moves(data["right"], to["right"])
    if None in left or len(data["left"]) != len(to["left"]):
        return LOST
    rows: list[Any] = [()] * len(left)
    for place, fits in zip(left, answer, strict=True):
        if place is None or any(right[i] is None for i in fits):
            return LOST
        rows[place] = tuple(right[i] for i in fits)
    return tuple(rows)


def _moves(old: tuple[str, ...], new: tuple[str, ...]) -> list[int | None]:
    """Where each old text stands among the new: by its words, else in its place when few others changed."""
    moves: list[int | None] = [None] * len(old)
    free = dict.fromkeys(range(len(new)))
    for same in (str, folded):
        for i, text in enumerate(old):
            found = next((j for j in free if same(new[j]) == same(text) != ""), None) if moves[i] is None else None
            if found is not None:
                moves[i] = found
                del free[found]
    if len(old) == len(new) and moves.count(None) <= len(old) // 2:
        moves = [i if m is None and i in free else m for i, m in enumerate(moves)]
    return moves
