"""Spans of a recognizer without overlaps."""

import pytest

from alaqat.entities.spans import EntitySpan, ListedName, OfficeSpan, without_overlaps

ROW = ListedName("per:x", "PER", "X", "س", "person")
OFFICE = OfficeSpan(0, 2, "Minister", short_end=1)


def span(start, end, rule="names", **fields):
    return EntitySpan(start, end, "PER", rule, **fields)


@pytest.mark.parametrize(
    ("spans", "winner"),
    [
        ((span(0, 5), span(2, 9)), span(2, 9)),
        ((span(0, 5), span(0, 5, listed=ROW)), span(0, 5, listed=ROW)),
        ((span(0, 5), span(0, 5, office=OFFICE)), span(0, 5, office=OFFICE)),
        ((span(3, 8), span(0, 5)), span(0, 5)),
    ],
    ids=["longest", "listed", "titled", "first"],
)
def test_one_of_two_overlapping_spans_is_kept(spans, winner):
    assert without_overlaps(spans) == [winner]


def test_spans_that_touch_are_kept_in_text_order():
    assert without_overlaps([span(5, 9), span(0, 5)]) == [span(0, 5), span(5, 9)]


def test_an_office_ends_before_its_preposition_as_a_description():
    assert (OFFICE.phrase_end, OfficeSpan(0, 2, "Minister").phrase_end) == (1, 2)
