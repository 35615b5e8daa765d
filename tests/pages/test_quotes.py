import re
from html import unescape

import pytest

from alaqat import store
from tests import builders
from tests.pages import hostile
from tests.pages.conftest import html_of

pytestmark = pytest.mark.usefixtures("sample")


def read_by(test):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html_of(test))))


@pytest.mark.parametrize(
    ("lang", "heading"), [("ar", "اقتباس واحد، قائل مسمى واحد"), ("en", "1 quote, 1 named speaker")]
)
def test_the_page_counts_its_quotes_in_both_languages(show, lang, heading):
    test = show("quotes", lang=lang)
    assert not test.exception
    assert heading in read_by(test)


def test_a_card_shows_words_speaker_office_and_state(show):
    said = read_by(show("quotes", lang="en"))
    for part in (
        "المصالحة ممكنة إذا توقف الدعم",
        "Sameh Fahmy",
        "الوزير",
        "Egypt",
        "30 December 2020",
        "Outlet A",
    ):
        assert part in said


def test_choosing_a_speaker_writes_the_url(show):
    test = show("quotes", lang="en")
    test.selectbox(key="quotes_speaker").select("Sameh Fahmy").run()
    assert test.query_params["speaker"] in ("Sameh Fahmy", ["Sameh Fahmy"])
    assert 'class="quote-card"' in html_of(test)


def test_a_speaker_nobody_heard_gives_an_empty_page_with_the_way_back(show):
    test = show("quotes", lang="en", speaker="Nobody")
    assert not test.exception
    assert test.selectbox(key="quotes_speaker").value == "Nobody"
    assert "show everything" in html_of(test)


def test_the_quote_of_a_link_is_shown_even_when_the_filter_hides_it(show, sample):
    quote = store.read(sample, "quotes")["quote_id"].iloc[0]
    test = show("quotes", lang="en", quote=quote, **{"from": "1990", "to": "1991"})
    assert f'class="quote-card quote-chosen" id="quote-{quote}"' in html_of(test)


def test_a_link_to_a_quote_that_is_gone_says_so(show):
    assert "not in the store any longer" in read_by(show("quotes", lang="en", quote="nothing"))


@pytest.fixture
def twice(tmp_path, monkeypatch):
    """Two outlets print one saying."""
    found = [builders.visit("2020-03-04", "ب"), builders.visit("2020-03-05", "أ")]
    build = store.publish(
        builders.frames(found, builders.events(*found)),
        root=tmp_path,
        version="v",
        built="t",
    )
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    return build


@pytest.mark.parametrize(
    ("lang", "also"),
    [("ar", "ورد أيضاً في مقال واحد: outlet أ"), ("en", "Also in 1 article: outlet أ")],
)
def test_one_saying_of_two_outlets_is_one_card_that_names_both(show, twice, lang, also):
    assert len(store.read(twice, "quotes")) == 2
    test = show("quotes", lang=lang)
    assert html_of(test).count('class="quote-card"') == 1
    assert also in read_by(test)
    assert "outlet ب" in read_by(test)


def test_a_link_to_any_version_opens_its_card(show, twice):
    for quote in store.read(twice, "quotes")["quote_id"]:
        body = html_of(show("quotes", lang="en", quote=quote))
        assert body.count('class="quote-card quote-chosen"') == 1
        assert f'id="quote-{quote}"' in body


def test_a_card_names_every_outlet_even_those_the_years_leave_out(show, tmp_path, monkeypatch):
    found = [builders.visit("2019-12-31", "ب"), builders.visit("2020-01-01", "أ")]
    store.publish(
        builders.frames(found, builders.events(*found)),
        root=tmp_path,
        version="v",
        built="t",
    )
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    said = read_by(show("quotes", lang="en", **{"from": "2020"}))
    assert "1 quote," in said
    assert "outlet أ" in said
    assert "outlet ب" in said


def test_the_script_of_the_tools_is_a_constant(show):
    body = html_of(show("quotes", lang="en"))
    assert "window.alaqatQuoteTools" in body
    assert "{" not in re.search(r'data-citation="([^"]*)"', body).group(1)


def test_hostile_quotes_are_shown_as_typed(show, tmp_path, monkeypatch):
    hostile.publish(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    test = show("quotes", lang="ar")
    body = html_of(test)
    assert not test.exception
    for typed in (hostile.SCRIPT, hostile.IMAGE, hostile.OVERRIDE):
        assert typed in unescape(body)
    assert "<img" not in re.sub('data-[a-z]+="[^"]*"', "", body)
    assert "<script>window.ran" not in body
