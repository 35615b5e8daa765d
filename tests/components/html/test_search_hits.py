"""Why a search found a quote."""

import pytest

from components.html import search_hits
from components.i18n.words import Words

TEXT = "قال الوزير إن «الحوار ممكن»، في إشارة إلى الحدود الكينية."
START = TEXT.index("الحوار")


def hit(query):
    row = {
        "query": query,
        "text": "الحوار ممكن",
        "article_text": TEXT,
        "start": START,
        "end": START + len("الحوار ممكن"),
    }
    return search_hits.find(row)


@pytest.mark.parametrize(
    ("query", "place", "found"),
    [
        ("حوار", search_hits.QUOTE, ("الحوار",)),
        ("كينيا", search_hits.CONTEXT, ("الكينية",)),
        ("Kenya", search_hits.NAME, ()),
        ("", "", ()),
    ],
)
def test_a_hit_is_in_the_words_around_them_or_by_a_name(query, place, found):
    assert (hit(query).place, hit(query).found) == (place, found)


def test_the_reason_names_the_words_found():
    assert "«الكينية»" in search_hits.reason(hit("كينيا"), Words("en"))


@pytest.mark.parametrize("place", search_hits.REASONS)
def test_a_reason_as_a_whole(place, whole):
    whole(place, search_hits.reason(search_hits.Hit(place, ("<أ>", "ب")), Words("en")))


def test_without_a_search_there_is_no_reason():
    assert search_hits.reason(search_hits.Hit(), Words("en")) == ""
