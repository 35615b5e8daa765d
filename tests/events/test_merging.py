"""Many reports, one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

from alaqat.events.merging import merge
from alaqat.model.records import Actor, EventMention

CHAD, NIGER, MALI = (
    Actor("Chad", "تشاد", "TCD"),
    Actor("Niger", "النيجر", "NER"),
    Actor("Mali", "مالي", "MLI"),
)
DAY = date(2020, 1, 15)
SENTENCE = "طردت تشاد سفير النيجر احتجاجا على توقيف صيادين في البحيرة"


def report(article="a", sentence=SENTENCE, **changes):
    event = EventMention(
        start=0,
        end=len(sentence),
        sentence=sentence,
        plover="SANCTION",
        polarity="conflict",
        intensity=-5.5,
        rule="expel-envoy",
        trigger_start=0,
        trigger_end=4,
        mode="expel",
        actors=(CHAD,),
        recipients=(NIGER,),
        date_from=DAY,
        date_to=DAY,
        granularity="day",
        dated_by="sentence",
    )
    return article, replace(event, **changes)


AGAIN = report("b", "أعلنت تشاد طرد سفير النيجر بعد توقيف صيادين")


def test_two_reports_of_one_happening_are_one():
    (happening,) = merge([report(), AGAIN])
    assert {article for article, _ in happening.reports} == {"a", "b"}


def test_the_order_of_reports_changes_nothing():
    reports = [
        report(),
        AGAIN,
        report("c", actors=(MALI,)),
        report("d", date_from=None, date_to=None, granularity=None),
    ]
    assert len({merge(order) for order in permutations(reports)}) == 1


def test_another_pair_is_another_happening():
    assert len(merge([report(), report("b", actors=(MALI,))])) == 2


def test_another_month_is_another_happening():
    assert (
        len(merge([report(), report("b", date_from=date(2020, 3, 1), date_to=date(2020, 3, 1))]))
        == 2
    )


def test_another_category_is_another_happening():
    assert len(merge([report(), report("b", plover="ACCUSE")])) == 2


def test_the_answer_is_not_the_accusation():
    assert len(merge([report(), report("b", actors=(NIGER,), recipients=(CHAD,))])) == 2


def test_reports_keep_their_own_dates_and_the_finest_leads():
    year = report("b", date_from=date(2020, 1, 1), date_to=date(2020, 12, 31), granularity="year")
    (happening,) = merge([year, report()])
    assert happening.lead[0] == "a"
    assert {event.granularity for _, event in happening.reports} == {"day", "year"}


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
    assert sorted(len(happening.reports) for happening in merge(reports)) == [1, 2]
