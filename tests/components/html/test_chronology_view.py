"""The view of a chronology: counts of the comparison, a column for each year, every refusal."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd
import pytest

from alaqat.reference.chronology_comparison import ChronologyComparison, Pairing, YearCount
from alaqat.reference.reference_file import REFUSALS, ChronologyRefused, Entry
from components.html import chronology_view
from components.i18n.words import Words
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")
YEARS = [YearCount(2008, 2, 1), YearCount(2010, 3, 3), YearCount(2022, 1, 0)]


def test_the_chart_has_a_column_for_each_year_and_a_box_for_each_entry():
    columns, years = re.search(
        'recall-columns".*?>(.*)</div><div class="recall-years".*?>(.*?)</div>',
        chronology_view.chart(YEARS, EN),
    ).groups()
    assert columns.count("<span") == 15
    assert (columns.count("<b>"), columns.count("<i>")) == (4, 2)
    assert re.findall(">(\\d{4})<", years) == ["2010", "2015", "2020"]


def test_the_table_has_the_same_numbers():
    heads = re.findall('<th scope="col">([^<]*)</th>', chronology_view.chart(YEARS, EN))
    assert heads == ["Year", "Entries", "Covered", "Share"]
    cells = re.findall('<td class="num">([^<]*)</td>', chronology_view.chart(YEARS, AR))
    assert cells == ["2", "1", "50%", "3", "3", "100%", "1", "0", "0%"]


def test_every_column_of_the_entries_beside_the_events_has_its_head():
    table = chronology_view.side_by_side(ChronologyComparison((), (), ()), EN, str)
    assert re.findall('<th scope="col">(.*?)</th>', table) == [
        "Date",
        "In the chronology",
        "Extracted from the articles",
    ]


def test_every_refusal_is_a_sentence_in_both_languages():
    assert set(chronology_view.SENTENCES) == set(REFUSALS.values())
    for reason in REFUSALS:
        problem = ChronologyRefused(reason, file="a.csv", row=3, value="x")
        english, arabic = (chronology_view.refused(problem, words) for words in (EN, AR))
        assert "a.csv" in english
        assert re.search("[\u0600-\u06ff]", arabic)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_refusal_shows_nothing_of_a_file_as_markup(payload):
    problem = ChronologyRefused("date", file=payload, row=1, value=payload)
    assert not re.search("<(script|img|svg)", chronology_view.refused(problem, EN), re.IGNORECASE)


DAY = date(2010, 5, 31)
EVENT = {
    "event_id": "e", "date_from": pd.Timestamp(DAY), "date_to": pd.Timestamp(DAY), "granularity": "day",
    "mod": None, "kind": "consult", "polarity": "cooperation", "status": "planned", "plover": "CONSULT",
    "label_en": "Talks", "label_ar": "لقاء", "sentence": "زار <الوزير> مالي.", "intensity": 4.0,
    "actors": ["Chad"], "actors_ar": ["تشاد"], "recipients": [], "recipients_ar": [],
}  # fmt: skip


def entry(first, text="<Raid>"):
    return Entry(1, first, first, text)


def test_the_comparison_as_a_whole(whole):
    comparison = ChronologyComparison(
        (Pairing(entry(DAY), (EVENT,), "day"),), (entry(date(2009, 1, 1)),), (EVENT,)
    )
    whole("summary", chronology_view.summary(comparison, EN))
    whole(
        "side by side",
        chronology_view.side_by_side(comparison, EN, lambda page, **more: f"{page}{more}"),
    )


def test_the_chart_as_a_whole(whole):
    whole("chart", chronology_view.chart(YEARS[:2], EN))


def test_a_refusal_as_a_whole(whole):
    whole(
        "refusal",
        chronology_view.refused(ChronologyRefused("date", file="<a>", row=3, value="x"), EN),
    )
