"""The list behind «cite»: both styles in both languages, the reader's first, nothing as markup."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from alaqat.export.export_request import ExportRequest
from components.html import cite_list
from components.i18n.words import Words
from tests import builders
from tests.components.payloads import PAYLOADS

ARTICLE = {
    "source": "Wire", "title": "لقاء", "url": None, "published": pd.Timestamp("2020-03-06"),
}  # fmt: skip
QUOTE = {
    "quote_id": "q1", "text": "سنعمل معا", "kind": "direct", "speaker": "Ann Lee",
    "speaker_ar": "آن لي", "speaker_text": None, "role": float("nan"),
    "date_from": pd.NaT, "date_to": pd.NaT,
}  # fmt: skip


@pytest.fixture(scope="module")
def request_of(tmp_path_factory):
    build = builders.publish_visits(tmp_path_factory.mktemp("cited"))
    return ExportRequest(build, "quotes", address="https://alaqat.example")


@pytest.mark.parametrize(("lang", "first"), [("ar", "ar"), ("en", "en")])
def test_both_styles_are_there_in_both_languages_the_readers_first(request_of, lang, first):
    citations = cite_list.of_row(QUOTE, ARTICLE, request_of, Words(lang))
    assert [citation.style for citation in citations] == ["APA", "Chicago"] * 2
    assert [citation.language for citation in citations][::2][0] == first
    for citation in citations:
        assert "https://alaqat.example/q/q1" in citation.text
        assert request_of.version in citation.text


def test_each_has_a_button_with_its_own_name_and_text(request_of):
    citations = cite_list.of_row(QUOTE, ARTICLE, request_of, Words("en"))
    html = cite_list.folded(citations, Words("en"))
    names = [
        re.sub("[\u2068\u2069]", "", name) for name in re.findall('aria-label="([^"]*)"', html)
    ]
    assert names[0] == "Copy: APA · English"
    assert len(set(names)) == 4
    assert [unescape(unescape(text)) for text in re.findall('data-text="([^"]*)"', html)] == [
        citation.text for citation in citations
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_an_article_is_markup(request_of, payload):
    citations = cite_list.of_row(
        QUOTE | {"text": payload}, ARTICLE | {"title": payload}, request_of, Words("ar")
    )
    html = cite_list.folded(citations, Words("ar"))
    assert not re.search("<(script|img|svg|iframe)", html, re.IGNORECASE)
    assert not re.search("[\u202a-\u202e]", html)


def test_the_list_as_a_whole(whole):
    citation = cite_list.Citation("APA", "ar", "<نص>")
    whole("list", cite_list.folded([citation], Words("en"), ["<i>more</i>"]))


def test_a_citation_holds_the_articles_facts(request_of):
    day = {"date_from": pd.Timestamp("2020-03-04"), "date_to": pd.Timestamp("2020-03-04")}
    cited = cite_list.of_row(QUOTE | day, ARTICLE, request_of, Words("en"))[0].text
    for part in ("Wire", "لقاء", "2020", "March 6", "Ann Lee"):
        assert part in cited
