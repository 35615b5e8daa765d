"""One event reported twice in an article."""

from __future__ import annotations

from datetime import date

import pytest

from alaqat.events.deduplicate import distinct, is_better_dated, is_repetition
from tests.events.event_builders import MALI, NIGER, event_mention

UNDATED = {"date_from": None, "date_to": None, "granularity": None, "dated_by": None}
WEEK_BEFORE = {"date_from": date(2020, 1, 8), "date_to": date(2020, 1, 8)}


def test_of_two_reports_the_one_with_more_parties_stays():
    assert distinct([event_mention(recipients=()), event_mention()]) == [event_mention()]


@pytest.mark.parametrize(
    "changes", [{"mode": "withdraw"}, {"status": "planned"}, {"recipients": (MALI,)}]
)
def test_another_act_status_or_party_is_another_event(changes):
    assert len(distinct([event_mention(), event_mention(**changes)])) == 2


def test_modes_of_protest_are_one_event_within_an_article():
    modes = [event_mention(plover="PROTEST", mode=mode) for mode in ("demo", "riot")]
    assert len(distinct(modes)) == 1


def test_strained_relations_and_the_act_beside_them_are_two_events():
    strain = event_mention(rule="strain", plover=None, mode="strain")
    assert len(distinct([strain, event_mention(plover=None, mode=None)])) == 2


def test_an_undated_report_is_repeated_by_one_with_an_inferred_date():
    assert is_repetition(event_mention(dated_by="context"), event_mention(**UNDATED))
    assert not is_repetition(event_mention(), event_mention(**UNDATED))


def test_a_day_of_the_week_before_replaces_the_article_s_day():
    named, inferred = event_mention(**WEEK_BEFORE), event_mention(dated_by="article")
    assert is_better_dated(named, inferred)
    assert not is_better_dated(inferred, named)


def test_another_pair_is_not_replaced():
    named = event_mention(**WEEK_BEFORE)
    assert not is_better_dated(named, event_mention(dated_by="article", recipients=(MALI, NIGER)))
