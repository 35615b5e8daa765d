"""The quote card: who, in what office, when, by what sign; nothing run, nothing guessed."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from components.html import quote_card
from components.html.quote_versions import Saying
from components.i18n.words import Words
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")
TEXT = "سطر أول.\nقال الوزير: سنعمل معا. ثم عاد.\nسطر أخير."
SAID = "سنعمل معا"


def row(**fields):
    day = pd.Timestamp("2020-03-04")
    at = TEXT.index(SAID)
    quote = {
        "quote_id": "q1",
        "article_id": "a1",
        "start": at,
        "end": at + len(SAID),
        "text": SAID,
        "kind": "direct",
    }
    speaker = {
        "speaker": "Ann Lee",
        "speaker_ar": "آن لي",
        "speaker_id": "per:ann",
        "speaker_text": "الوزير",
    }
    about = {
        "cue": "قال",
        "country": "TCD",
        "role": "وزير الدفاع",
        "date_from": day,
        "date_to": day,
    }
    article = {
        "published": pd.Timestamp("2020-03-06"),
        "source": "Outlet",
        "title": None,
        "url": None,
        "article_text": TEXT,
    }
    return (
        quote
        | speaker
        | about
        | article
        | {"group_id": fields.get("quote_id", "q1"), "when": day}
        | fields
    )


def card(words=EN, **fields):
    return quote_card.html(Saying(row(**fields)), words, link)


def link(page, **changes):
    return f"./{page}?" + "&".join(f"{name}={value}" for name, value in changes.items())


def plain(html):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html)))


def test_an_arabic_reader_sees_name_office_state_day_and_cue():
    said = plain(card(AR))
    for part in (SAID, "آن لي", "وزير الدفاع", "تشاد", "4 مارس 2020", "«قال»", "Outlet"):
        assert part in said
    assert "Ann Lee" not in said


def test_an_english_reader_sees_both_names():
    said = plain(card())
    assert "Ann Lee آن لي" in said
    assert "Chad" in said


def test_a_quote_without_a_day_shows_its_publication_and_says_so():
    undated = row(date_from=None, date_to=None)
    assert "published 6 March 2020" in plain(quote_card.html(Saying(undated), EN, link))
    assert quote_card.when(undated | {"published": None}, EN) == "undated"


@pytest.mark.parametrize(("kind", "cue", "told"), [
    ("direct", "قال", "direct quote, cue “قال”"),
    ("indirect", "أكد", "indirect quote, cue “أكد”"),
    ("indirect", None, "indirect quote"),
])  # fmt: skip
def test_the_card_tells_own_words_from_retold_ones(kind, cue, told):
    assert plain(quote_card.manner(row(kind=kind, cue=cue), EN)) == told


def test_an_unnamed_speaker_is_quoted_as_written_never_guessed():
    anonymous = {
        "speaker": None,
        "speaker_ar": None,
        "speaker_id": None,
        "speaker_text": "مصدر",
        "role": None,
        "country": None,
    }
    assert "not named: “مصدر”" in plain(card(**anonymous))


def test_a_state_that_speaks_is_not_named_twice():
    html = card(AR, speaker="Chad", speaker_ar="تشاد", country="TCD", text="x", article_text=None)
    assert plain(html.partition("<details")[0]).count("تشاد") == 1


def test_the_context_is_the_paragraph_with_the_quote_marked():
    html = card(AR)
    context = re.search(r"<details.*?</details>", html, re.DOTALL).group()
    assert f'<mark class="quoted">{SAID}</mark>' in context
    assert "ثم عاد." in context
    assert "سطر أول" not in context


def test_the_card_leads_to_its_place_to_itself_and_to_its_speaker():
    html = unescape(card())
    for href in ("./articles?article=a1&quote=q1", "q/q1?lang=en", "./person?entity=per:ann"):
        assert f'href="{href}"' in html
    assert 'id="quote-q1"' in html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_names_and_outlets_appear_as_typed(payload):
    html = card(
        AR,
        text=payload,
        speaker_ar=payload,
        role=payload,
        source=payload,
        cue=payload,
        title=payload,
    )
    before = unescape(re.sub(r"<[^>]*>", "", html.partition("<details")[0]))
    assert before.count(payload) == 5
    known = {
        "article",
        "blockquote",
        "p",
        "a",
        "bdi",
        "details",
        "summary",
        "mark",
        "button",
        "span",
        "div",
        "ul",
        "li",
    }
    assert set(re.findall(r"<(\w+)", html)) <= known


def test_an_override_inside_a_name_ends_with_the_name():
    assert '<bdi lang="ar">\u202eabc</bdi>' in card(AR, speaker_ar="\u202eabc")


def frame(*rows: dict):
    return pd.DataFrame(list(rows)).drop(
        columns=["published", "source", "title", "url", "article_text", "when"]
    )


ARTICLES = pd.DataFrame([
    {"article_id": "a1", "published": pd.Timestamp("2020-03-06"), "source": "Outlet", "title": "T", "url": None, "text": TEXT},
    {"article_id": "a2", "published": pd.NaT, "source": None, "title": None, "url": None, "text": TEXT},
])  # fmt: skip


def test_the_newest_comes_first_the_undated_last():
    old = row(quote_id="old", date_from=pd.Timestamp("2010-01-01"))
    undated = row(quote_id="none", article_id="a2", date_from=pd.NaT, date_to=pd.NaT)
    found = quote_card.joined(frame(undated, old, row()), ARTICLES)
    assert [quote["quote_id"] for quote in found] == ["q1", "old", "none"]
    assert found[-1]["source"] is None


def test_a_date_after_that_of_the_article_makes_no_quote_the_newest():
    late = row(quote_id="late", start=999, date_from=pd.Timestamp("2099-01-01"))
    found = quote_card.joined(frame(late, row(date_from=pd.NaT)), ARTICLES)
    assert [quote["quote_id"] for quote in found] == ["q1", "late"]


def test_the_quote_of_a_link_comes_before_all_and_stands_out():
    old = row(quote_id="old", date_from=pd.Timestamp("2010-01-01"))
    found = quote_card.joined(frame(old, row()), ARTICLES, chosen="old")
    html = quote_card.deck(map(Saying, found), EN, link, chosen="old")
    assert re.findall(r'class="(quote-card[^"]*)" id="([^"]*)"', html) == [
        ("quote-card quote-chosen", "quote-old"),
        ("quote-card", "quote-q1"),
    ]


def test_the_heading_counts_quotes_and_speakers():
    heading = plain(quote_card.heading(frame(row(), row(quote_id="q2", speaker=None)), AR))
    assert heading == "اقتباسان، قائل مسمى واحد"


def test_the_heading_tells_how_many_share_a_card():
    heading = plain(quote_card.heading(frame(row(), row(quote_id="q2", group_id="q1")), EN))
    assert heading.endswith("1 repeat on the card of another")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_card_as_a_whole(lang, whole):
    other = row(quote_id="q2", article_id="a2", source="BBC")
    saying = Saying(row(title="T", url="https://a.example/1", query="معا"), (other,))
    whole(lang, quote_card.html(saying, Words(lang), link))


def test_the_barest_card_as_a_whole(whole):
    bare = dict.fromkeys(("speaker", "speaker_ar", "speaker_id", "speaker_text", "role", "country"))
    whole(
        "bare", card(**bare, cue=None, source=None, date_from=None, published=None, kind="indirect")
    )


def test_a_missing_quote_has_a_notice(whole):
    whole("notice", quote_card.missing_notice(EN))


@pytest.mark.parametrize(("first", "last", "said"), [
    ("2020-03-04", "2020-03-04", "said 4 March 2020"),
    ("2020-03-01", "2020-03-31", "said March 2020"),
])  # fmt: skip
def test_a_day_is_said_as_one(first, last, said):
    day = row(date_from=pd.Timestamp(first), date_to=pd.Timestamp(last))
    assert plain(quote_card.when(day, EN)) == said
