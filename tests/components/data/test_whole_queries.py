"""What the dashboard asks of a small store, as a whole."""

from __future__ import annotations

from datetime import date
from pprint import pformat

import pandas as pd
import pytest

from alaqat.model.errors import StoreBroken, StoreMissing
from alaqat.model.selection import Selection
from components.data import event_queries, overview_queries, queries, rule_queries


def ids(rows):
    return [row["event_id"] for row in rows]


def test_the_queries_of_a_store_as_a_whole(sample_view, whole):
    events = event_queries.events(sample_view)
    row = event_queries.whole_rows(events)[3]
    answers = {
        "facet": queries.facet("kinds"), "counts": queries.facet_counts("pair"), "years": queries.years(), "joined": queries.joined(),
        "parties": sorted(queries.parties(("Egypt",)).to_numpy().tolist())[:3], "bounds": queries.bounds("events"),
        "outlets": queries.outlet_count(), "related": queries.related_words("قطر"), "groups": queries.quote_groups(Selection(), None, (0, 5)),
        "between": queries.quotes_between(Selection(), date(2020, 12, 30), date(2020, 12, 30), 3), "missing": queries.row_of("events", "event_id", "x"),
        "none": queries.row_of("events", "event_id", None), "latest": ids(overview_queries.latest_events(sample_view)),
        "cause": event_queries.cause_of(row), "reports": list(event_queries.other_reports(row)), "days": event_queries.quotes_of_days(row, sample_view)[0],
        "period": len(event_queries.events_of_period(sample_view.with_values({"period": "2017"}))), "successors": ids(event_queries.successors(row)),
        "no period": len(event_queries.events_of_period(sample_view)), "rendered": queries.rendered(str.upper, "a"),
        "neighbours": queries.neighbours(most=1).to_dict("records"), "joint": len(queries.joint_sentences("c1", "c2")),
    }  # fmt: skip
    whole("answers", pformat(answers, width=160, sort_dicts=False))


def test_an_undated_event_has_no_quotes_of_its_days(sample_view):
    events = event_queries.events(sample_view)
    (undated,) = event_queries.whole_rows(events[events["date_from"].isna()])
    assert event_queries.quotes_of_days(undated, sample_view) == (0, [])


@pytest.mark.parametrize(("start", "end", "count"), [(0, 1, 1), (1, 2, 1), (-2, 0, 0), (-2, 1, 1)])
def test_the_successors_of_an_event_overlap_its_sentence(start, end, count, sample_view):
    reports = queries.read("reports", Selection(article="b" * 16)).sort_values("start")
    first = int(reports["start"].iloc[0])
    former = {"article_id": "b" * 16, "start": first + start, "end": first + end}
    assert len(event_queries.successors(former)) == count


def test_events_with_several_reports_have_the_dates_of_each(sample_view, monkeypatch):
    events = event_queries.events(sample_view)
    assert event_queries.dates_of_reports(events) == []
    twice = events.assign(reports=2).iloc[:1]
    (report,) = event_queries.dates_of_reports(twice)
    assert list(report) == list(event_queries.REPORT_DATES)
    assert report["event_id"] == twice["event_id"].iloc[0]


@pytest.mark.parametrize(("most", "is_narrow"), [(9, True), (10, False)])
def test_of_very_many_events_only_what_is_counted_is_read(
    most, is_narrow, sample_view, monkeypatch
):
    monkeypatch.setattr(event_queries, "MOST_DRAWN", most)
    read = event_queries.events(sample_view)
    assert (list(read.columns) == list(event_queries.NARROW)) is is_narrow
    assert list(event_queries.whole(read)["sentence"]) == list(queries.read("events")["sentence"])


@pytest.mark.parametrize(
    ("cut", "years"), [(0, (2001, 2010)), (0.1, (2002, 2009)), (0.05, (2001, 2010))]
)
def test_the_bulk_of_the_years_leaves_out_a_share_at_each_end(cut, years):
    days = pd.to_datetime([f"{year}-01-01" for year in range(2001, 2011)])
    events = pd.DataFrame({"date_from": days, "date_to": days})
    assert event_queries.bulk_years(events, cut) == years
    assert event_queries.bulk_years(events.iloc[:0], cut) is None


def test_the_events_of_a_rule_are_counted_and_the_first_read(sample_view):
    rows, count = rule_queries.events_of_rule("sample.rule", 3)
    assert ids(rows) == list(queries.read("events")["event_id"])[:3]
    assert count == 10


@pytest.mark.parametrize("problem", [StoreMissing("x"), StoreBroken("x")])
def test_a_store_that_cannot_be_shown_has_no_damage_to_tell(problem, monkeypatch):
    def refuse():
        raise problem

    monkeypatch.setattr(queries.store, "served", refuse)
    assert queries.damage() is None
    monkeypatch.setattr(queries.store, "served", lambda: ("build", problem))
    assert (queries.build(), queries.damage()) == ("build", problem)
