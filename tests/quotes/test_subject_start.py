"""A subject begins behind what may stand between a verb and it."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.quotes.subject_start import subject_start


@pytest.mark.parametrize(
    "before",
    ["", "أمس ", "له ", "(السبت) ", "- في المساء - ", "ضاحكاً ", "في حينه ", "في وقت لاحق "],
)
def test_where_a_subject_begins(index, before):
    built = index(before + "سامي حداد", {"Sami Haddad": ["PER", "سامي حداد"]})
    start = subject_start(built, 0, len(built.text))
    assert built.text[start:] == folded("سامي حداد")


@pytest.mark.parametrize("name", ["ماريا زخاروفا", "زخاروفا"])
def test_a_name_that_ends_like_an_adverb_is_none(index, name):
    built = index(name)
    assert subject_start(built, 0, len(built.text)) == 0


def test_nothing_is_left_before_the_words(index):
    built = index("له أمس")
    assert subject_start(built, 0, len(built.text)) == len(built.text)
