"""Codes, seals and the worst case of the stored state."""

from __future__ import annotations

from big_module import BIG
from sample_module import SAMPLE

from modmigrate.renderer import codes, keys, render
from modmigrate.renderer.outline import outline
from modmigrate.renderer.state import worst_case
from modmigrate.report import Code


def test_codes_are_three_safe_characters_and_unique():
    table = codes.table(f"q-{n:06x}" for n in range(3000))
    assert len(set(table.values())) == 3000
    assert all(
        (len(c) == 3 and c.replace("-", "").replace("_", "").isalnum()) or set(c) & set("-_") for c in table.values()
    )


def test_codes_depend_on_the_id_alone_unless_two_collide():
    ids = [f"q-{n}" for n in range(2000)]
    hashes: dict[str, str] = {}
    first, second = next((hashes[c], i) for i in ids if (c := codes.code(i)) in hashes or hashes.update({c: i}))
    table = codes.table([first, second])
    low, high = sorted((first, second))
    assert table[low] == codes.code(low)
    assert table[high] == codes.code(high, 1)
    assert codes.table([high])[high] == codes.code(high)


def test_a_seal_opens_with_its_own_id_only():
    payload = {"k": [0, 2], "f": "Karena “é” 😀"}
    sealed = keys.seal("q-1", payload)
    assert keys.unseal("q-1", sealed) == payload
    assert sealed != keys.seal("q-2", payload)


def test_the_worst_case_counts_screens_answers_and_groups():
    plan = outline(SAMPLE)
    screens = len(list(plan.screens()))
    assert worst_case(plan) > 3 * screens + 6 * len(list(plan.questions()))
    assert worst_case(plan) < 400


def test_300_questions_of_all_types_and_400_screens_fit_into_what_the_standard_guarantees():
    plan = outline(BIG)
    assert (len(list(plan.questions())), len(list(plan.screens()))) == (300, 400)
    assert worst_case(plan) <= 4096
    size = next(dict(f.values)["size"] for f in render(BIG, {}).findings if f.code is Code.STATE_SIZE)
    assert size == worst_case(plan)
