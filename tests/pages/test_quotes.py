import re
from html import unescape

import pytest

from alaqat import store
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
    for part in ("المصالحة ممكنة إذا توقف الدعم", "Sameh Fahmy", "الوزير", "Egypt", "30 December 2020", "Outlet A"):
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


def test_hostile_quotes_are_shown_as_typed(show, tmp_path, monkeypatch):
    hostile.publish(tmp_path)
    monkeypatch.setattr(store, "ROOT", tmp_path)
    test = show("quotes", lang="ar")
    body = html_of(test)
    assert not test.exception
    for typed in (hostile.SCRIPT, hostile.IMAGE, hostile.OVERRIDE):
        assert typed in unescape(body)
    assert "<img" not in body
    assert "<script>window.ran" not in body
