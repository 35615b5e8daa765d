"""The quote card: who, in what office, when, by what sign; nothing run, nothing guessed."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from components import quote_card
from components.text import Words
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")
TEXT = "سطر أول.\nقال الوزير: سنعمل معا. ثم عاد.\nسطر أخير."
SAID = "سنعمل معا"


def row(**fields):
    day = pd.Timestamp("2020-03-04")
    at = TEXT.index(SAID)
    quote = {"quote_id": "q1", "article_id": "a1", "start": at, "end": at + len(SAID), "text": SAID, "kind": "direct"}
    speaker = {"speaker": "Ann Lee", "speaker_ar": "آن لي", "speaker_id": "per:ann", "speaker_text": "الوزير"}
    about = {"cue": "قال", "country": "TCD", "role": "وزير الدفاع", "date_from": day, "date_to": day}
    article = {"published": pd.Timestamp("2020-03-06"), "source": "Outlet", "article_text": TEXT}
    return quote | speaker | about | article | fields


def link(page, **changes):
    return f"./{page}?" + "&".join(f"{name}={value}" for name, value in changes.items())


def plain(html):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html)))


def test_an_arabic_reader_sees_name_office_state_day_and_cue():
    said = plain(quote_card.html(row(), AR, link))
    for part in (SAID, "آن لي", "وزير الدفاع", "تشاد", "4 مارس 2020", "«قال»", "Outlet"):
        assert part in said
    assert "Ann Lee" not in said


def test_an_english_reader_sees_both_names():
    said = plain(quote_card.html(row(), EN, link))
    assert "آن لي Ann Lee" in said
    assert "Chad" in said


def test_a_quote_without_a_day_shows_its_publication_and_says_so():
    undated = row(date_from=None, date_to=None)
    assert "published 6 March 2020" in plain(quote_card.html(undated, EN, link))
    assert quote_card.when(undated | {"published": None}, EN) == "undated"


@pytest.mark.parametrize(("kind", "cue", "told"), [
    ("direct", "قال", "direct quote, cue “قال”"),
    ("indirect", "أكد", "indirect quote, cue “أكد”"),
    ("indirect", None, "indirect quote"),
])  # fmt: skip
def test_the_card_tells_own_words_from_retold_ones(kind, cue, told):
    assert plain(quote_card.said(row(kind=kind, cue=cue), EN)) == told


def test_an_unnamed_speaker_is_quoted_as_written_never_guessed():
    anonymous = row(speaker=None, speaker_ar=None, speaker_id=None, speaker_text="مصدر", role=None, country=None)
    assert "not named: “مصدر”" in plain(quote_card.html(anonymous, EN, link))


def test_a_state_that_speaks_is_not_named_twice():
    state = row(speaker="Chad", speaker_ar="تشاد", country="TCD", text="x", article_text=None)
    assert plain(quote_card.html(state, AR, link)).count("تشاد") == 1


def test_the_context_is_the_paragraph_with_the_quote_marked():
    html = quote_card.html(row(), AR, link)
    context = re.search(r"<details.*?</details>", html, re.DOTALL).group()
    assert f"<mark>{SAID}</mark>" in context
    assert "ثم عاد." in context
    assert "سطر أول" not in context


def test_the_card_leads_to_its_place_to_itself_and_to_its_speaker():
    html = unescape(quote_card.html(row(), EN, link))
    for href in ("./articles?article=a1&quote=q1", "./quotes?quote=q1", "./network?nodes=('per:ann',)"):
        assert f'href="{href}"' in html
    assert 'id="quote-q1"' in html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_names_and_outlets_appear_as_typed(payload):
    said = row(text=payload, speaker_ar=payload, role=payload, source=payload, cue=payload)
    html = quote_card.html(said, AR, link)
    assert unescape(re.sub(r"<[^>]*>", "", html)).count(payload) == 5
    assert set(re.findall(r"<(\w+)", html)) <= {"article", "blockquote", "p", "a", "bdi", "details", "summary", "mark"}


def test_an_override_inside_a_name_ends_with_the_name():
    assert '<bdi lang="ar">\u202eabc</bdi>' in quote_card.html(row(speaker_ar="\u202eabc"), AR, link)


def frame(*rows: dict):
    return pd.DataFrame(list(rows)).drop(columns=["published", "source", "article_text"])


ARTICLES = pd.DataFrame([
    {"article_id": "a1", "published": pd.Timestamp("2020-03-06"), "source": "Outlet", "text": TEXT},
    {"article_id": "a2", "published": pd.NaT, "source": None, "text": TEXT},
])  # fmt: skip


def test_the_newest_comes_first_the_undated_last():
    old = row(quote_id="old", date_from=pd.Timestamp("2010-01-01"))
    undated = row(quote_id="none", article_id="a2", date_from=pd.NaT, date_to=pd.NaT)
    found = quote_card.joined(frame(undated, old, row()), ARTICLES)
    assert [quote["quote_id"] for quote in found] == ["q1", "old", "none"]
    assert found[-1]["source"] is None


def test_the_quote_of_a_link_comes_before_all_and_stands_out():
    old = row(quote_id="old", date_from=pd.Timestamp("2010-01-01"))
    found = quote_card.joined(frame(old, row()), ARTICLES, chosen="old")
    html = quote_card.deck(found, EN, link, chosen="old")
    assert re.findall(r'class="(quote-card[^"]*)" id="([^"]*)"', html) == [
        ("quote-card quote-chosen", "quote-old"),
        ("quote-card", "quote-q1"),
    ]


def test_the_heading_counts_quotes_and_speakers():
    heading = plain(quote_card.heading(frame(row(), row(quote_id="q2", speaker=None)), AR))
    assert heading == "اقتباسان، قائل مسمى واحد"
