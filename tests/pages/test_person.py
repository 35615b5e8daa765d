import re
from html import unescape

import pandas as pd
import pytest

from alaqat import store
from tests import builders
from tests.pages import hostile
from tests.pages.conftest import html_of

pytestmark = pytest.mark.usefixtures("sample")


def read_by(test):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html_of(test))))


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("ar", ("سامح فهمي Sameh Fahmy", "شخص", "مصر", "ذكر واحد", "اقتباس واحد")),
        ("en", ("Sameh Fahmy سامح فهمي", "person", "Egypt", "1 mention", "1 quote")),
    ],
)
def test_a_person_is_named_in_both_scripts_with_state_and_quotes(show, lang, parts):
    test = show("person", lang=lang, entity="p1")
    assert not test.exception
    assert all(part in read_by(test) for part in parts)
    assert 'class="quote-card"' in html_of(test)


@pytest.mark.parametrize(("lang", "told"), [
    ("ar", "ما تفعله مصر في الجمل التي تذكر هذا الاسم"), ("en", "What Egypt does in sentences with this name"),
])  # fmt: skip
def test_a_states_own_acts_come_before_other_events(show, lang, told):
    said = read_by(show("person", lang=lang, entity="c1"))
    assert told in said
    assert "2017" in said


def test_neighbours_list_the_sentences_they_share(show, sample):
    edges = store.neighbours(sample)
    own = edges[(edges["a"] == "c1") | (edges["b"] == "c1")]
    body = html_of(show("person", lang="en", entity="c1"))
    assert body.count('class="person-neighbour"') == len(own)
    assert "<mark>مصر</mark>" in body
    assert 'href="./person?lang=en&amp;entity=c2"' in body
    assert 'href="./network?lang=en&amp;node=c1&amp;node=c2"' in body


def test_offices_are_ranges_over_the_articles_that_write_them(show, tmp_path, monkeypatch):
    found = [builders.visit("2020-03-04", "ب"), builders.visit("2020-08-04", "أ")]
    frames = builders.frames(found, builders.events(*found))
    frames["mentions"]["role"] = pd.Series(
        ["وزير الدفاع"] * len(frames["mentions"]), dtype="object"
    )
    store.publish(frames, root=tmp_path, version="v", built="t")
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    said = read_by(show("person", lang="en", entity="loc:FRA"))
    assert "وزير الدفاع 4 March 2020 – 4 August 2020 · 2 articles" in said


def test_years_on_screen_slice_the_page_and_say_when_nothing_is_left(show):
    test = show("person", lang="en", entity="p1", **{"from": "1990", "to": "1991"})
    assert not test.exception
    assert "Sameh Fahmy" in read_by(test)
    assert "No sentences with this name here" in read_by(test)
    assert "./person?lang=en&amp;all=1&amp;entity=p1" in html_of(test)


@pytest.mark.parametrize(("params", "told"), [
    ({"lang": "en"}, "its link names none"),
    ({"lang": "en", "entity": "nobody"}, "No name in the store has the id nobody"),
    ({"lang": "ar", "entity": "nobody"}, "لا اسم محفوظ بالمعرّف nobody"),
])  # fmt: skip
def test_a_link_to_no_name_or_a_wrong_one_says_so_and_leads_back(show, params, told):
    test = show("person", **params)
    assert not test.exception
    assert told in read_by(test)
    assert 'href="./network' in html_of(test)


def test_the_bar_does_not_name_the_page_and_forgets_whom_it_told_of(show):
    test = show("person", lang="en", entity="p1")
    pages = re.search(r'<nav aria-label="Pages">.*?</nav>', html_of(test))
    links = re.findall(r'href="([^"]*)"', pages[0])
    assert len(links) >= 6
    assert not [link for link in links if "person" in link or "entity" in link]


def test_cards_nodes_and_mentions_lead_to_the_page(show, sample):
    article = store.read(sample, "articles")["article_id"].iloc[0]
    for page, params in (
        ("quotes", {}),
        ("network", {"node": "p1"}),
        ("articles", {"article": article}),
    ):
        assert "./person?lang=en&amp;entity=" in html_of(show(page, lang="en", **params))


def test_a_hostile_name_is_shown_as_typed(show, tmp_path, monkeypatch):
    hostile.publish(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    test = show("person", lang="ar", entity="p1")
    body = html_of(test)
    assert not test.exception
    assert hostile.SCRIPT in unescape(body)
    assert hostile.STYLE in unescape(body)
    assert "<script>window.ran" not in body
