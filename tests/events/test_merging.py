"""Reports of one event in several articles, merged."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from alaqat.events.merging import merge
from tests.events.event_builders import CHAD, MALI, NIGER, SENTENCE, event_mention


def report(article="a", sentence=SENTENCE, **changes):
    return article, event_mention(sentence, **changes)


AGAIN = report("b", "أعلنت تشاد طرد سفير النيجر بعد توقيف صيادين")


def test_two_reports_of_one_event_are_one():
    (event,) = merge([report(), AGAIN])
    assert {article for article, _ in event.reports} == {"a", "b"}


def test_the_order_of_reports_changes_nothing():
    reports = [
        report(),
        AGAIN,
        report("c", actors=(MALI,)),
        report("d", date_from=None, date_to=None, granularity=None),
    ]
    assert len({merge(order) for order in permutations(reports)}) == 1


def test_another_pair_is_another_event():
    assert len(merge([report(), report("b", actors=(MALI,))])) == 2


def test_another_month_is_another_event():
    assert (
        len(merge([report(), report("b", date_from=date(2020, 3, 1), date_to=date(2020, 3, 1))]))
        == 2
    )


def test_another_category_is_another_event():
    assert len(merge([report(), report("b", plover="ACCUSE")])) == 2


def test_the_answer_is_not_the_accusation():
    assert len(merge([report(), report("b", actors=(NIGER,), recipients=(CHAD,))])) == 2


def test_reports_keep_their_own_dates_and_the_finest_leads():
    year = report("b", date_from=date(2020, 1, 1), date_to=date(2020, 12, 31), granularity="year")
    (event,) = merge([year, report()])
    assert event.lead[0] == "a"
    assert {event.granularity for _, event in event.reports} == {"day", "year"}


def test_strange_words_on_one_day_stay_apart():
    other = report("b", "النيجر: ألمانيا ترحب بقمة المناخ الأفريقية المقبلة")
    assert len(merge([report(), other])) == 2


def test_undated_events_are_not_guessed_together():
    undated = {"date_from": None, "date_to": None, "granularity": None}
    assert len(merge([report(**undated), report("b", **undated)])) == 2


def test_ids_are_distinct_and_stable():
    first, again = (
        merge([report(), report("b", actors=(MALI,))]),
        merge([report("b", actors=(MALI,)), report()]),
    )
    assert [one.id for one in first] == [one.id for one in again]
    assert len({one.id for one in first}) == 2


def test_acts_of_one_quarrel_that_differ_in_mode_stay_apart():
    assert len(merge([report(), report("b", mode="withdraw")])) == 2


def test_no_chain_ties_strangers():
    """A wide report agrees with each of two narrow ones that do not agree with each other."""
    year = {"date_from": date(2020, 1, 1), "date_to": date(2020, 12, 31), "granularity": "year"}
    later = {"date_from": date(2020, 6, 15), "date_to": date(2020, 6, 15)}
    reports = [report(), report("b", **year), report("c", **later)]
    assert sorted(len(event.reports) for event in merge(reports)) == [1, 2]


def test_demonstrations_of_different_modes_are_events_of_their_own():
    protest = {"plover": "PROTEST", "rule": "protest"}
    assert len(merge([report(mode="demo", **protest), report("b", mode="riot", **protest)])) == 2


def test_a_denial_is_not_the_event():
    assert len(merge([report(), report("b", status="denied")])) == 2
