"""Figures of the widest dates that a store or a link can hold."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alaqat.model.years import FIRST_DAY, LAST_DAY
from components.charts import barometer, coverage, timeline_figure
from components.charts.chart_frame import Scene
from components.charts.timeline_figure import Lane, Shown
from components.i18n.words import Words
from components.view.view_state import parse
from tests.components.charts.test_timeline_figure import event

EDGES = (date(1, 1, 1), date(49, 12, 31), FIRST_DAY, LAST_DAY, date(9999, 12, 31))
DAYS = st.one_of(st.sampled_from(EDGES), st.dates())
INTERVALS = st.tuples(DAYS, DAYS).map(sorted)
MODS = st.sampled_from([None, "START", "END", "APPROX"])
GRANULARITIES = st.sampled_from(["day", "year", "range", "decade"])


def stored(rows):
    """Events of intervals as the store gives them: days of a second's precision."""
    events = pd.DataFrame(
        [
            event(str(number), granularity=fine, mod=mod)
            for number, (_, fine, mod) in enumerate(rows)
        ]
    )
    for column, end in (("date_from", 0), ("date_to", 1)):
        days = np.array([interval[end] for interval, _, _ in rows], dtype="datetime64[s]")
        events[column] = pd.Series(days)
    return events


def link(**changes):
    return "./"


@settings(max_examples=25)
@given(
    st.lists(st.tuples(INTERVALS, GRANULARITIES, MODS), min_size=1, max_size=4),
    st.none() | INTERVALS,
    st.sampled_from(["ar", "en"]),
)
@example([((date(1, 1, 1), date(9999, 12, 31)), "range", "END")], None, "ar")
@example([((date(22, 1, 1), date(22, 12, 31)), "year", None)], None, "en")
def test_any_dates_are_drawn(rows, zoom, language):
    events, words = stored(rows), Words(language, hijri=True)
    articles = pd.DataFrame({"published": events["date_to"]})
    shown = Shown(zoom=tuple(zoom) if zoom else None)
    lane = Lane(events, reports=events.to_dict("records"))
    first, last = timeline_figure.window(events, shown)
    drawn = timeline_figure.html([lane], articles, Scene((first, last), words, link))
    assert FIRST_DAY <= first <= last <= LAST_DAY
    assert drawn.count('class="plot"') == 1
    assert timeline_figure.summary(events, words)
    assert coverage.note(articles, (first, last), words)
    assert barometer.html(events, words, link, link)


@pytest.mark.parametrize(
    "link",
    [
        "zoom=0001-01-01_9999-12-31",
        "zoom=2018-01-01_2101-01-01",
        "zoom=0999-12-31_2018-01-01",
        "from=999",
        "to=2101",
        "period=2101",
        "period=0999-12",
        "period=2018-02-30",
    ],
)
def test_a_link_leads_to_no_year_that_is_not_kept(link):
    name, value = link.split("=")
    _, ignored = parse({name: [value]})
    assert ignored == (link,)
