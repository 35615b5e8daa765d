"""Texts that once took quadratic time to read; `tools/fuzz_times.py` looks for others."""

from __future__ import annotations

import pytest

from tools.fuzz_times import BUDGET, LONG, seconds


@pytest.mark.parametrize(
    "unit",
    [
        '"ا"! ',
        "!",
        "ا! ",
        "أظهر «ا ب ج» ",
        "الذي قال «ا ب ج د» ",
        "يناير ",
        "يناير:\n",
        "آذار/مارس ",
        "سبتمبر و",
        "اليوم منذ عامين ",
        "سوف يناير ",
        "ﷺ",
    ],
)
def test_100_kilobytes_are_read_within_the_budget(unit):
    seconds(unit, 100)  # loads the lexicon
    assert min(seconds(unit, LONG) for _ in range(2)) < BUDGET
