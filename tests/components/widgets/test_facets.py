import pandas as pd
import pytest

from components.view.view_state import ViewState
from components.widgets import facets

EVER = pd.DataFrame(
    {"value": ["Turkey", "Egypt", "Chad"], "label_ar": ["تركيا", "مصر", None], "count": [9, 4, 1]}
)
NOW = pd.DataFrame({"value": ["Egypt"], "label_ar": ["مصر"], "count": [2]})


@pytest.fixture(autouse=True)
def counts(monkeypatch):
    found = {
        "actor": (EVER, NOW),
        "year": (
            pd.DataFrame({"value": ["2017", "2018"], "label_ar": [None, None], "count": [1, 2]}),
        )
        * 2,
    }
    nothing = EVER.iloc[:0]
    monkeypatch.setattr(
        facets.tables,
        "values",
        lambda name, selection=None: found.get(name, (nothing, nothing))[
            selection is not None
        ].to_dict("records"),
    )


def shown(view):
    return [(value.key, value.count, value.chosen) for value in facets.values("actor", view)]


def test_values_without_a_hit_stay_with_a_zero():
    assert shown(ViewState()) == [("Egypt", 2, False), ("Turkey", 0, False), ("Chad", 0, False)]


def test_what_is_chosen_leads():
    assert shown(ViewState(actors=("Chad",)))[0] == ("Chad", 0, True)


def test_a_zero_is_greyed_and_still_a_link():
    panel = facets.panel("timeline", ViewState(lang="ar"))
    assert '<li class="value zero"><a href="./timeline?actor=Turkey"><bdi>تركيا</bdi>' in panel


def test_a_chosen_value_is_let_go_by_its_own_link():
    view = ViewState(actors=("Chad", "Egypt"))
    assert facets.toggled("actor", view, "Chad").actors == ("Egypt",)
    assert facets.toggled("actor", view, "Turkey").actors == ("Chad", "Egypt", "Turkey")


def test_a_year_is_one_year_alone():
    assert facets.toggled("year", ViewState(), "2018") == ViewState(year_from=2018, year_to=2018)
    assert facets.toggled("year", ViewState(year_from=2018, year_to=2018), "2018") == ViewState()


def test_each_choice_has_a_chip_that_clears_it():
    view = ViewState(lang="en", year_from=2018, speaker="A <b>", query="سفير")
    chips = facets.chips("quotes", view, lambda facet, value: f"{facet} {value}")
    assert chips.count('class="chip"') == 3
    assert "speaker A &lt;b&gt;" in chips
    assert 'class="clear" href="./quotes?lang=en"' in chips


def test_nothing_chosen_no_chips():
    assert facets.chips("quotes", ViewState(), lambda facet, value: value) == ""
