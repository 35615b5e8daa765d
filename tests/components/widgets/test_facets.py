import pytest

from components.view.view_state import ViewState
from components.widgets import facets, filter_labels
from components.widgets.filter_labels import queries


def rows(*values):
    return [{"value": value, "label_ar": arabic, "count": count} for value, arabic, count in values]


EVER = rows(("Turkey", "تركيا", 9), ("Egypt", "مصر", 4), ("Chad", None, 1))
NOW = rows(("Egypt", "مصر", 2))
YEARS = rows(("2017", None, 1), ("2018", None, 2))
DATES = rows(("month", None, 3))


@pytest.fixture(autouse=True)
def counts(monkeypatch):
    values = {"actors": (EVER, NOW), "years": (YEARS, YEARS), "granularity": (DATES, DATES)}

    def facet(name, *selection):
        return values.get(name, ([], []))[len(selection)]

    monkeypatch.setattr(queries, "facet", facet)


def shown(view):
    return [(value.key, value.count, value.is_chosen) for value in facets.values("actors", view)]


def test_values_without_a_hit_stay_with_a_zero():
    assert shown(ViewState()) == [("Egypt", 2, False), ("Turkey", 0, False), ("Chad", 0, False)]


def test_what_is_chosen_leads():
    assert shown(ViewState(actors=("Chad",)))[0] == ("Chad", 0, True)


def test_a_zero_is_greyed_and_still_a_link():
    panel = facets.panel("timeline", ViewState(lang="ar"))
    assert '<li class="value zero"><a href="./timeline?actor=Turkey"><bdi>تركيا</bdi>' in panel


@pytest.mark.parametrize(("lang", "label"), [("ar", "شهر"), ("en", "month")])
def test_a_choice_is_named_in_the_readers_language(lang, label):
    panel = facets.panel("timeline", ViewState(lang=lang))
    assert f'granularity=month"><bdi>{label}</bdi> <span class="count">3</span>' in panel


def test_each_choice_has_a_chip_that_clears_it():
    view = ViewState(lang="en", year_from=2018, speaker="A <b>", query="سفير")
    chips = facets.chips("quotes", view)
    assert chips.count('class="chip"') == 3
    assert "<bdi>A &lt;b&gt;</bdi>" in chips
    assert 'class="clear" href="./quotes?lang=en&amp;all=1"' in chips


def test_nothing_chosen_no_chips():
    assert facets.chips("quotes", ViewState()) == ""


def test_a_pair_alone_has_no_chip():
    assert facets.chips("quotes", ViewState(pair="ISR-TUR")) == ""


def test_a_choice_in_words_follows_the_order_of_the_filters():
    view = ViewState(
        lang="en", year_from=2016, year_to=2018, kinds=("assault",), granularity=("range",)
    )
    parts = ("2016–2018", "Attacks", "first and last day")
    assert filter_labels.in_words(view) == " · ".join(map(view.words.run, parts))


def test_the_lists_as_a_whole(whole):
    view = ViewState(lang="en", actors=("Egypt",), year_from=2017, year_to=2017)
    whole("panel", facets.panel("timeline", view))
    whole("chips", facets.chips("timeline", view))
    assert facets.chips("timeline", ViewState(pair="FRA-TCD")) == ""


@pytest.mark.parametrize(("counts", "said"), [
    ({}, ""), ({"probable": 4, "uncertain": 4}, ""), ({"probable": 4, "uncertain": 5}, "1 uncertain event hidden"),
    ({"uncertain": 3}, "3 uncertain events hidden"),
])  # fmt: skip
def test_the_events_that_are_hidden_are_counted(counts, said, monkeypatch):
    monkeypatch.setattr(queries, "facet_counts", lambda *_: counts)
    link = facets.hidden_events("timeline", ViewState(lang="en", leaf=3))
    address = "./timeline?lang=en&amp;certainty=uncertain"
    assert link == (f'<a class="quiet" href="{address}">{said}</a>' if said else "")


def test_of_many_years_the_last_forty_are_listed(monkeypatch):
    every = rows(*((str(year), None, 1) for year in range(1900, 2000)))
    monkeypatch.setattr(queries, "facet", lambda *_: every)
    years = [value.key for value in facets.values("years", ViewState())]
    assert (years[0], years[-1], len(years)) == ("1960", "1999", 40)


def test_of_many_values_the_chosen_and_the_most_frequent_are_listed(monkeypatch):
    every = rows(*((f"a{n}", None, 100 - n) for n in range(20)))
    monkeypatch.setattr(queries, "facet", lambda *_: every)
    assert len(facets.values("actors", ViewState())) == 12
    chosen = tuple(f"a{n}" for n in range(19, 4, -1))
    assert [value.key for value in facets.values("actors", ViewState(actors=chosen))] == list(
        chosen
    )
