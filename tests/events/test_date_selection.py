"""Which of several dates belongs to a trigger word."""

from __future__ import annotations

from datetime import date

from alaqat.events.date_selection import choose, with_year
from tests.events.event_builders import date_mention, word

CLAUSE = (0, 200)
TRIGGER = word(50, 55)
YEAR = {"granularity": "year", "anchor": "none"}


def test_the_date_after_the_word_comes_first():
    mentions = [date_mention(20), date_mention(60)]
    assert choose(mentions, CLAUSE, TRIGGER).start == 60


def test_a_date_that_touches_the_word_comes_first_if_the_other_is_far():
    mentions = [date_mention(43), date_mention(120)]
    assert choose(mentions, CLAUSE, TRIGGER).start == 43


def test_a_day_of_the_news_wins_over_a_year_after_the_word():
    mentions = [date_mention(20), date_mention(60, **YEAR)]
    assert choose(mentions, CLAUSE, TRIGGER).start == 20


def test_across_another_trigger_a_date_is_taken_only_where_none_is_free():
    mentions = [date_mention(20), date_mention(80)]
    assert choose(mentions, CLAUSE, TRIGGER, [70]).start == 20
    assert choose(mentions[1:], CLAUSE, TRIGGER, [70], strict=False).start == 80
    assert choose(mentions[1:], CLAUSE, TRIGGER, [70], strict=True) is None


def test_since_dates_only_the_word_right_before_it():
    mentions = [date_mention(20), date_mention(80, since=True)]
    assert choose(mentions, CLAUSE, TRIGGER).start == 20
    assert choose([date_mention(57, since=True), date_mention(90)], CLAUSE, TRIGGER).start == 57


def test_a_year_that_names_another_noun_dates_nothing():
    assert choose([date_mention(60, noun=30)], CLAUSE, TRIGGER) is None


def test_a_date_outside_the_clause_is_not_taken():
    assert choose([date_mention(60)], (0, 58), TRIGGER) is None


def test_a_leap_day_is_not_moved_to_another_year():
    leap = date_mention(0, date(2020, 2, 29))
    assert with_year("", [leap], leap, CLAUSE) is leap
