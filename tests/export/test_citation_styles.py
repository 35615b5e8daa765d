"""Citations have author or title, outlet, day, link and day of access, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from alaqat.export.citation_styles import apa, chicago, claim_apa, claim_chicago, view_apa
from alaqat.export.wording import Wording

ROW = {
    "title": "Talks", "source": "Wire", "published": date(2022, 8, 17),
    "url": "https://news.example/1", "link": None, "accessed": date(2026, 3, 9),
}  # fmt: skip


def test_apa_in_english():
    assert apa(ROW, Wording("en")) == (
        "Talks. (2022, August 17). Wire. Retrieved 9 March 2026, from https://news.example/1"
    )


def test_chicago_in_english():
    assert chicago(ROW, Wording("en")) == (
        "“Talks”, Wire, 17 August 2022. Accessed 9 March 2026. https://news.example/1"
    )


@pytest.mark.parametrize("style", [apa, chicago])
def test_arabic_citations_have_arabic_punctuation(style):
    text = style(ROW, Wording("ar"))
    assert "،" in text
    assert "," not in text
    assert "2026" in text


def test_what_is_not_known_is_said():
    row = ROW | {"title": None, "source": None, "published": None, "url": None}
    assert apa(row, Wording("en")) == (
        "[untitled]. (n.d.). [outlet not stated]. Accessed 9 March 2026."
    )


def test_a_view_is_cited_with_the_version_of_the_store(request_of):
    request = request_of("events", language="en")
    text = view_apa(request, "2016–2018", "https://alaqat.example/timeline")
    assert text.startswith(f"Alaqat (2026). 2016–2018 (store {request.version}) [Data set].")
    assert text.endswith("https://alaqat.example/timeline")


CLAIM = ROW | {
    "link": "https://alaqat.example/timeline?event=e1", "store_version": "0a1b", "status": "done",
    "label_en": "Visit", "label_ar": "زيارة", "actors": ["France"], "actors_ar": ["فرنسا"],
    "recipients": ["Chad"], "recipients_ar": ["تشاد"], "date_from": date(2022, 8, 17),
    "date_to": date(2022, 8, 17), "granularity": "day", "mod": None,
}  # fmt: skip


@pytest.mark.parametrize("style", [claim_apa, claim_chicago])
def test_a_claim_is_cited_with_its_article_its_words_the_store_and_its_link(style):
    text = style(CLAIM, Wording("en"))
    assert text.endswith(
        "[Visit: France → Chad, 17 August 2022. Alaqat, store 0a1b. "
        "https://alaqat.example/timeline?event=e1]"
    )
    for part in ("Talks", "Wire", "9 March 2026", "https://news.example/1"):
        assert part in text
    assert "زيارة: فرنسا ← تشاد" in style(CLAIM, Wording("ar"))


def test_arabic_in_an_english_citation_does_not_turn_its_neighbours():
    row = CLAIM | {"title": "لقاء"}
    assert claim_apa(row, Wording("en")).startswith("\u2068لقاء\u2069. (2022")
    assert "\u2068" not in claim_apa(row, Wording("ar"))
