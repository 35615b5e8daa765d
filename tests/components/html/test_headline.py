import pandas as pd
import pytest

from components.html import headline
from components.i18n.bidi import FSI, LRI, PDI, RLI
from components.view.view_state import ViewState
from tests import builders


@pytest.fixture(autouse=True)
def visits(tmp_path, monkeypatch):
    builders.publish(builders.visits(), tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))


def days_of_march(cooperation, conflict):
    """Events of one day in March 2018, so many of each side."""
    days = pd.to_datetime(
        [f"2018-03-{1 + number % 30:02}" for number in range(cooperation + conflict)]
    )
    sides = ["cooperation"] * cooperation + ["conflict"] * conflict
    fixed = {"status": "done", "granularity": "day", "mod": None, "intensity": 2.0}
    return pd.DataFrame({"date_from": days, "date_to": days, "polarity": sides, **fixed})


def plain(text):
    return text.translate(dict.fromkeys(map(ord, FSI + LRI + RLI + PDI)))


def test_a_headline_names_the_pair_and_what_happened():
    text = plain(headline.headline(ViewState(lang="en", pair="FRA-TCD")))
    assert text.startswith("France and Chad: visit (")


def test_the_only_pair_of_what_is_chosen_is_named_without_being_chosen():
    assert plain(headline.subject(ViewState(lang="en"))) == "France and Chad"


def test_of_one_turning_point_both_sides_are_told(monkeypatch):
    monkeypatch.setattr(headline, "_turns", lambda *_: [("recalled", "2018")])
    monkeypatch.setattr(
        headline, "_most_reported", lambda *_: [("met", "2016"), ("recalled", "2018")]
    )
    assert "met (2016), then recalled (2018)" in plain(headline.headline(ViewState(lang="en")))


def test_each_step_of_an_arabic_headline_is_one_run_from_the_right():
    steps = headline._joined(["{RLI}a{PDI}", "b"], ViewState(lang="ar").words)
    assert steps.startswith(RLI)


def test_without_events_a_headline_is_the_names_alone():
    assert plain(headline.headline(ViewState(lang="en", pair="FJI-PER"))) == "Fiji and Peru"


def test_the_line_below_counts_and_names_the_sources():
    text = plain(headline.standfirst(ViewState(lang="en")))
    assert "2 events" in text
    assert "2 articles" in text


def test_a_single_ancient_date_is_left_out_of_the_years(monkeypatch):
    years = {headline.CUT: (2001, 2018), 0: (614, 2018)}
    monkeypatch.setattr(headline.event_queries, "bulk_years", lambda _, cut: years[cut])
    assert "mostly from 2001 to 2018" in plain(headline.standfirst(ViewState(lang="en")))


@pytest.mark.parametrize(
    ("sides", "story"),
    [
        ((30, 12), "more cooperation than conflict (30 events to 12, "),
        ((12, 30), "more conflict than cooperation (30 events to 12, "),
        ((21, 21), "as much cooperation as conflict (21 events each, "),
    ],
)
def test_of_many_events_without_turning_points_the_balance_is_told(monkeypatch, sides, story):
    monkeypatch.setattr(headline, "_turns", lambda _: [])
    monkeypatch.setattr(headline.event_queries, "events", lambda _: days_of_march(*sides))
    text = plain(headline.headline(ViewState(lang="en", pair="FRA-TCD")))
    assert text == f"France and Chad: {story}1 March 2018 – 30 March 2018)"
