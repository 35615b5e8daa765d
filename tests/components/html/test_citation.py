"""A quote to take away: a citation in one line, a picture's words in attributes."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from components.assets import load_script
from components.html import citation
from components.i18n.words import Words
from components.theme.colours import COLOURS
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")
DAY = pd.Timestamp("2020-03-04")
SCRIPT = load_script("quote_tools")
ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&"}


def row(**fields):
    said = {
        "quote_id": "q1",
        "text": "سنعمل معا",
        "kind": "direct",
        "date_from": DAY,
        "date_to": DAY,
    }
    speaker = {
        "speaker": "Ann Lee",
        "speaker_ar": "آن لي",
        "speaker_text": None,
        "role": "وزير الدفاع",
        "country": "TCD",
    }
    article = {
        "source": "Outlet",
        "title": "عنوان",
        "published": pd.Timestamp("2020-03-06"),
        "url": "https://a.example/1",
    }
    return said | speaker | article | fields


def bare(text):
    return re.sub("[\u2066-\u2069]", "", text)


def data(html, name):
    """The attribute as the script reads it."""
    value = unescape(re.search(rf'data-{name}="([^"]*)"', html).group(1))
    for entity, char in ENTITIES.items():
        value = value.replace(entity, char)
    return value


def test_a_citation_names_words_speaker_role_day_outlet_title_and_link():
    assert citation.text(row(), AR) == (
        "«سنعمل معا» آن لي، وزير الدفاع، قيل في 4 مارس 2020، Outlet، «عنوان»، نُشر 6 مارس 2020، https://a.example/1"
    )


def test_an_english_citation_names_the_speaker_in_both_scripts():
    cited = bare(citation.text(row(), EN))
    assert cited.startswith("«سنعمل معا» Ann Lee (آن لي), وزير الدفاع, said 4 March 2020, Outlet,")


def test_arabic_inside_an_english_citation_does_not_turn_its_neighbours():
    assert "\u2068«عن CNN»\u2069, published" in citation.text(row(title="عن CNN"), EN)
    assert citation.text(row(), AR) == bare(citation.text(row(), AR))


def test_an_english_reader_sees_the_english_office_and_an_arab_the_written_one():
    said = row(role_en="Minister of Defence")
    assert ", Minister of Defence, " in bare(citation.text(said, EN))
    assert "Minister" not in citation.text(said, AR)


def test_what_is_unknown_is_left_out_but_for_the_speaker_and_the_outlet():
    unknown = row(speaker=None, speaker_ar=None, role=None, source=None, title=None, url=None, published=None,
               date_from=None, date_to=None)  # fmt: skip
    assert bare(citation.text(unknown, EN)) == "«سنعمل معا» speaker not named, outlet not stated"
    assert bare(citation.text(unknown | {"speaker_text": "مصدر"}, EN)).endswith(
        "not named: “مصدر”, outlet not stated"
    )


def test_retold_words_stand_without_quotation_marks_and_say_so():
    retold = row(kind="indirect")
    assert bare(citation.text(retold, EN)).startswith("سنعمل معا — indirect quote, Ann Lee")
    shown = citation.picture(retold, EN)
    assert shown["quote"] == "سنعمل معا"
    assert shown["facts"].endswith("indirect quote")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://a b", None, "//a.example"]
)
def test_only_a_web_address_is_cited(url):
    assert citation.address(url) is None


def test_what_would_turn_or_break_the_text_around_it_is_taken_out():
    hostile = row(text="أ\u202eب\u2067ج\nد\x00ه", source="\u202dabc")
    cited = citation.text(hostile, AR)
    assert "أبج د ه" in cited
    assert not re.search("[\u202a-\u202e\u2066-\u2069\n\x00]", cited)


@pytest.mark.parametrize("payload", [*PAYLOADS, "</style>", "--> ]>", "</title>"])
def test_hostile_words_reach_the_script_whole_and_never_look_like_markup(payload):
    html = "".join(
        citation.tools(row(text=payload, speaker_ar=payload, role=payload, source=payload), AR)
    )
    wanted = citation.plain(payload)
    assert wanted in data(html, "citation")
    assert data(html, "quote") == f"«{wanted}»"
    assert data(html, "who") == wanted
    assert set(re.findall(r"<(\w+)", html)) == {"button", "span"}
    for value in re.findall(r'data-\w+="([^"]*)"', html):
        assert not re.search("[<>]", unescape(value))


def test_the_citation_is_there_to_be_taken_by_hand():
    html = citation.shown(row(), EN)
    assert citation.text(row(), EN) in unescape(html)


def test_a_picture_says_office_state_day_and_outlet():
    shown = citation.picture(row(), AR)
    assert (shown["about"], shown["facts"]) == ("وزير الدفاع · تشاد", "4 مارس 2020 · Outlet")
    assert (shown["direction"], shown["name"]) == ("rtl", "quote-q1.png")


def test_a_picture_of_an_endless_quote_is_cut():
    assert len(citation.picture(row(text="كلمة " * 10_000), AR)["quote"]) <= citation.LONGEST + 3


def test_the_script_reads_every_attribute_that_is_written_and_draws_in_the_colours_of_paper():
    html = "".join(citation.tools(row(), AR))
    for name in re.findall(r"data-(\w+)=", html):
        assert f'"{name}"' in SCRIPT
    for name in ("paper", "ink", "faint", "rule"):
        assert f'{name.upper()} = "{COLOURS["light"][name]}"' in SCRIPT


def test_the_script_sets_text_only():
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|eval\(", SCRIPT)


WHOLE = {
    "quote_id": "q1", "kind": "direct", "text": "سنعمل معا", "speaker": "Ann Lee", "speaker_ar": "آن لي",
    "speaker_text": "الوزير", "role": "وزير", "role_en": "Minister", "country": "TCD",
    "date_from": pd.Timestamp("2020-03-04"), "date_to": pd.Timestamp("2020-03-04"),
    "published": pd.Timestamp("2020-03-06"), "source": "Wire", "title": "لقاء", "url": "https://a.example/1",
}  # fmt: skip
BARE = dict.fromkeys(WHOLE) | {"quote_id": "q2", "kind": "indirect", "text": "x"}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", ["whole", "bare"])
def test_a_citation_its_picture_and_its_buttons_as_a_whole(lang, name, whole):
    row, words = (WHOLE if name == "whole" else BARE), Words(lang)
    whole(f"{name} {lang}", citation.text(row, words))
    whole(f"{name} picture {lang}", repr(citation.picture(row, words)))
    whole(
        f"{name} buttons {lang}", "".join(citation.tools(row, words)) + citation.shown(row, words)
    )


@pytest.mark.parametrize(("length", "end"), [(1200, "أ»"), (1201, "…»")])
def test_a_very_long_quote_is_cut_in_its_picture(length, end):
    quote = citation.picture(WHOLE | {"text": "أ" * length}, Words("en"))["quote"]
    assert quote.endswith(end)
    assert quote.count("أ") == 1200
