"""A noun that no list explains is the subject of the plural verb after it, not of another."""

from __future__ import annotations


def test_a_plural_verb_shows_that_the_noun_before_it_speaks(read):
    (quote,) = read("المشاركون في الندوة قالوا إن الوضع صعب للغاية هذا العام.")
    assert (quote.speaker, quote.speaker_text) == (None, "المشاركون")


def test_a_thing_before_a_verb_in_the_singular_says_nothing(read):
    assert not read("لكن الطريق في المدينة أكد أن الطريق مغلق تماما.")
