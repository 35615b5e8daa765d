"""Texts that once took quadratic time to read; `tools/fuzz_times.py` looks for others."""

from __future__ import annotations

import pytest

from tools.fuzz_times import LONG, SHORT, seconds

# A text five times as long takes five times as long where reading is linear, 25 times where it is quadratic.
MOST_GROWTH = 12


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
def test_five_times_the_text_takes_no_quadratic_time(unit):
    seconds(unit, 100)  # loads the lexicon
    # a second look where the first finds too much growth, since other programs may have slowed it
    assert any(seconds(unit, LONG) < MOST_GROWTH * seconds(unit, SHORT) for _ in range(2))
