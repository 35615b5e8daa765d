"""The page of one name: offices merged into ranges, events, neighbours; nothing run, nothing guessed."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from components.html import profile, profile_facts
from components.i18n.words import Words
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")


def link(page, **changes):
    return f"./{page}?" + "&".join(f"{name}={value}" for name, value in changes.items())


def plain(html):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html)))


def written(role, day, article=None):
    return {
        "role": role,
        "published": pd.Timestamp(day) if day else None,
        "article_id": article or str(day),
    }


def entity(**fields):
    row = {
        "entity_id": "per:ann",
        "canonical_ar": "آن لي",
        "canonical_en": "Ann Lee",
        "type": "PER",
        "country": "TCD",
    }
    return (
        row
        | {"wikidata": "Q42", "role": "وزير", "role_en": "Minister", "mentions": 3, "articles": 2}
        | fields
    )


def event(key, day, **fields):
    row = {
        "event_id": key,
        "date_from": pd.Timestamp(day) if day else None,
        "date_to": pd.Timestamp(day) if day else None,
    }
    row |= {
        "granularity": "day",
        "mod": None,
        "kind": "consult",
        "polarity": "cooperation",
        "status": "done",
    }
    names = {"actors": ["Chad"], "actors_ar": ["تشاد"], "recipients": [], "recipients_ar": []}
    return (
        row
        | names
        | {"label_en": "Talks", "label_ar": "لقاء", "sentence": "زار الوزير تشاد."}
        | fields
    )


def test_the_head_names_in_both_scripts_the_readers_first():
    arabic, english = (plain(profile.head(entity(), words, link)) for words in (AR, EN))
    assert arabic.startswith("آن لي Ann Lee")
    assert english.startswith("Ann Lee آن لي")
    for part in ("person", "Minister", "Chad", "3 mentions", "2 articles", "Wikidata Q42"):
        assert part in english


@pytest.mark.parametrize("key", [None, "javascript:1", 'Q1"><b>', "Q"])
def test_what_is_no_wikidata_id_is_no_link(key):
    assert "wikidata" not in profile.head(entity(wikidata=key), EN, link)


def test_a_missing_name_is_told_apart_from_a_wrong_one_and_both_lead_back():
    for asked, said in (
        (None, "its link names none"),
        ("per:x", "No name in the store has the id per:x"),
    ):
        html = profile.missing_notice(asked, EN, link)
        assert said in plain(html)
        assert 'href="./network?"' in html


def test_many_events_are_folded_under_the_newest():
    rows = [event(f"e{n}", "2018-01-01") for n in range(12)]
    html = profile.event_list(rows, "Title", EN, link)
    assert html.partition("<details")[0].count("<li>") == profile.EVENTS
    assert html.count("<li>") == 12
    assert "12 events" in plain(html)


def test_a_neighbour_opens_its_sentences_its_page_and_the_pair():
    row = {
        "entity_id": "loc:t",
        "canonical_en": "Chad",
        "canonical_ar": "تشاد",
        "sentences": 2,
        "shared": 1,
        "href": "./network?pair",
    }
    sentence = {
        "article_id": "n",
        "sentence": 0,
        "start": 0,
        "text": "زارت تشاد",
        "published": None,
        "source": None,
    }
    html = unescape(
        profile.neighbour_list([row], {"loc:t": [sentence]}, {("n", 0): [(5, 9)]}, EN, link)
    )
    assert "<mark>تشاد</mark>" in html
    assert 'href="./person?entity=loc:t"' in html
    assert 'href="./network?pair"' in html
    assert "Chad 2 sentences, 1 article" in plain(html)


def test_nothing_is_drawn_of_what_is_not_there():
    assert (
        profile.roles([], EN)
        == profile.quotes([], EN, link)
        == profile.neighbour_list([], {}, {}, EN, link)
        == ""
    )
    assert profile.event_list([], "Title", EN, link) == ""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_names_offices_and_sentences_are_text(payload):
    html = profile.head(entity(canonical_ar=payload, role=payload, country=payload), AR, link)
    html += profile.roles(profile_facts.offices([written(payload, "2018-01-01")]), AR)
    html += profile.event_list(
        [event(payload, "2018-01-01", sentence=payload, label_ar=payload)], payload, AR, link
    )
    html += profile.missing_notice(payload, AR, link)
    known = {"header", "h2", "bdi", "p", "a", "section", "ol", "ul", "li", "span", "br"}
    assert set(re.findall(r"<(\w+)", html)) <= known
    assert unescape(re.sub(r"<[^>]*>", "", html)).count(payload) >= 6


def test_a_head_and_its_offices_as_a_whole(whole):
    days = ("2018-01-01", "2018-03-01")
    offices = profile_facts.offices(
        [*(written("وزير", day) | {"role_en": "Minister"} for day in days), written("نائب", None)]
    )
    whole("head", profile.head(entity(), EN, link))
    whole(
        "head of a state", profile.head(entity(type="?", canonical_en="Chad", role=None), EN, link)
    )
    whole("offices", profile.roles(offices, EN))
    assert plain(profile.roles(offices, AR)).startswith("الصفات كما كُتبت عبر الزمن")


def test_a_list_of_events_as_a_whole(whole):
    rows = [
        event("a", "2018-01-01"),
        event("b", "2019-01-01", status="planned", actors=[], actors_ar=[]),
    ]
    whole("events", profile.event_list(rows, "<Title>", EN, link))
    whole("notice", profile.missing_notice("<x>", EN, link))
    assert plain(profile.acting(entity(), EN)) == "What Chad does in sentences with this name"


@pytest.mark.parametrize(("count", "said"), [(100, "100 events"), (101, "101 events (the newest 100 are listed)")])  # fmt: skip
def test_of_very_many_events_the_newest_are_listed(count, said):
    html = profile.event_list([event(f"e{n}", "2018-01-01") for n in range(count)], "T", EN, link)
    assert f">{said}<" in html
    assert html.count("<li>") == 100
