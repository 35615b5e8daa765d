"""Matching is by overlapping dates, as much as possible, and the same for any order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.reference.entry_matching import Dated, match, precision

DAYS = st.integers(0, 40).map(lambda day: date(2010, 1, 1) + timedelta(day))
INTERVALS = st.builds(
    lambda first, length, words: Dated(first, first + timedelta(length), frozenset(words)),
    DAYS,
    st.sampled_from([0, 0, 0, 5, 30]),
    st.lists(st.sampled_from("abc"), max_size=2),
)
LISTS = st.lists(INTERVALS, max_size=8)


def day(number: int, *words: str) -> Dated:
    return Dated(date(2010, 1, number), date(2010, 1, number), frozenset(words))


def year(*words: str) -> Dated:
    return Dated(date(2010, 1, 1), date(2010, 12, 31), frozenset(words))


@given(LISTS, LISTS)
def test_each_entry_is_matched_or_missing_and_matches_overlap(entries, events):
    result = match(entries, events)
    assert sorted([*result.matched, *result.missing]) == list(range(len(entries)))
    used = [event for chosen in result.matched.values() for event in chosen]
    assert len(used) == len(set(used))
    assert sorted([*used, *result.extra]) == list(range(len(events)))
    for entry, chosen in result.matched.items():
        for event in chosen:
            assert entries[entry].first <= events[event].last
            assert events[event].first <= entries[entry].last


@given(LISTS, LISTS, st.randoms())
def test_the_counts_do_not_depend_on_the_order_of_rows(entries, events, random):
    result = match(entries, events)
    shuffled = match(random.sample(entries, len(entries)), random.sample(events, len(events)))
    assert len(result.matched) == len(shuffled.matched)
    assert len(result.extra) == len(shuffled.extra)


@given(LISTS, LISTS, INTERVALS)
def test_a_further_event_never_lowers_the_recall(entries, events, event):
    before = len(match(entries, events).matched)
    assert before <= len(match(entries, [*events, event]).matched) <= before + 1


@given(LISTS)
def test_a_chronology_covers_itself(entries):
    result = match(entries, entries)
    assert (result.missing, result.extra) == ([], [])


def test_an_event_moves_to_another_entry_so_that_both_are_matched():
    assert match([year(), day(3)], [day(3), day(9)]).matched == {0: [1], 1: [0]}


def test_shared_words_decide_among_the_same_dates():
    entries = [day(3, "visit"), day(3, "treaty")]
    assert match(entries, [day(3, "treaty"), day(3, "visit")]).matched == {0: [1], 1: [0]}


def test_further_events_of_a_day_belong_to_its_entry():
    result = match([day(3), day(9)], [day(3, "a"), day(3, "b")])
    assert (result.matched, result.missing, result.extra) == ({0: [0, 1]}, [1], [])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(day(1), day(1), "day"), (day(1), year(), "year"), (year(), year(), "year")],
)
def test_a_match_is_as_exact_as_its_wider_date(one, other, expected):
    assert precision(one, other) == expected
