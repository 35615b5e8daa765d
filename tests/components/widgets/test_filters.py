import pytest

from components.view.view_state import ViewState
from components.widgets import filters
from tests import builders
from tests.components.outline import outline


@pytest.fixture(autouse=True)
def visits(tmp_path, monkeypatch):
    builders.publish(builders.visits(), tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))


def test_the_line_shows_the_pair_and_the_years_as_chosen():
    line = filters.line("timeline", ViewState(lang="en", pair="FRA-TCD", year_from=2018))
    assert '<option value="FRA-TCD" selected>' in line
    assert '<option value="2018" selected>2018</option>' in line


def test_a_menu_names_how_many_of_its_values_are_chosen():
    line = filters.line("timeline", ViewState(lang="en", kinds=("consult", "assault")))
    assert "<summary>\u2068Kinds\u2069: 2</summary>" in line
    assert '<span class="count">2</span></button>' in line


def test_what_is_typed_is_escaped():
    assert "<b>" not in filters.line("quotes", ViewState(query='"><b>'))


def test_an_empty_list_says_what_there_is_without_each_filter():
    view = ViewState(lang="en", year_from=1999, year_to=1999, kinds=("consult",))
    reason = filters.reason("timeline", view, "events")
    assert 'href="./timeline?lang=en&amp;kind=consult">' in reason
    assert "1999\u2069: 2</a>" in reason
    assert "Talks and agreements\u2069: " not in reason.split("<ul")[1]


def test_an_empty_store_offers_no_way_back():
    assert "<a" not in filters.reason("timeline", ViewState(lang="en"), "events")


def test_the_bar_of_a_page_as_a_whole(sample_view, whole):
    whole("bar", outline(lambda: filters.bar("timeline"), lang="en", certainty="uncertain"))
    chosen = {
        "actor": ["Egypt"],
        "from": "2012",
        "to": "2017",
        "q": "قطر",
        "facets": "1",
        "leaf": "x",
    }
    whole("chosen", outline(lambda: filters.bar("quotes"), lang="en", pair="EGY-QAT", **chosen))


@pytest.mark.parametrize("page", ["timeline", "reference"])
def test_the_reason_of_an_empty_list_as_a_whole(page, sample_view, whole):
    view = sample_view.with_values({"year_from": 2000, "year_to": 2001, "actors": ("Egypt",)})
    whole(f"reason {page}", outline(lambda: filters.empty(page, view, "<events>")))


@pytest.mark.parametrize(("count", "boxes"), [(12, 0), (13, 1)])
def test_a_long_menu_has_a_box_that_narrows_it(count, boxes, sample_view, monkeypatch):
    values = [filters.facets.Value(str(number), "label", 1, False) for number in range(count)]
    monkeypatch.setattr(filters.facets, "values", lambda *_, **__: values)
    assert filters._kinds("timeline", sample_view).count("<input") == boxes


def test_an_empty_network_says_what_there_is_without_each_filter(sample_view):
    view = sample_view.with_values({"pair": "EGY-QAT", "query": "ظظظ"})
    assert "without \u2068“\u2068ظظظ\u2069”\u2069: 2" in filters.reason("network", view, "names")
