"""The page of a link to an event or quote that is no longer there."""

from types import SimpleNamespace

import pytest

from alaqat.store.comparison import CORRECTED, READ_ANEW
from components.data.lost_records import LostRecord
from components.html import lost_page
from components.i18n.words import Words
from components.view.view_state import ViewState
from tests.components.html.test_event_card import ROW as EVENT
from tests.components.html.test_quote_card import row as quote_row

EN, VIEW = Words("en"), ViewState(lang="en")
LOST = {"reason": CORRECTED, "successors": (), "has_article": True}


def lost(row, **fields):
    build = SimpleNamespace(id="20200306-b")
    return LostRecord(row=row, build=build, version="1.2", **LOST | fields)


@pytest.mark.parametrize(
    ("table", "known", "said"),
    [
        ("events", True, "This event is no longer in the store"),
        ("quotes", True, "This quote is no longer in the store"),
        ("events", False, "There is no such event"),
        ("quotes", False, "There is no such quote"),
    ],
)
def test_the_title_tells_what_was_lost_from_what_never_was(table, known, said):
    assert lost_page.title(table, lost(EVENT) if known else None, EN) == said


def test_an_unknown_id_is_shown_cut(whole):
    whole("unknown", lost_page.body("quotes", "<" + "x" * 70, None, VIEW))


def test_a_lost_event_leads_to_its_sentence(whole):
    whole("event", lost_page.body("events", "e", lost(EVENT), VIEW))


def test_a_lost_quote_leads_to_those_of_the_same_sentence(whole):
    now = (quote_row(quote_id="q2"), quote_row(quote_id="q3"))
    record = lost(quote_row(), successors=now, reason=READ_ANEW)
    whole("quote", lost_page.body("quotes", "q1", record, VIEW))


def test_without_its_article_a_lost_event_leads_nowhere():
    page = lost_page.body("events", "e", lost(EVENT, has_article=False), VIEW)
    assert "its sentence in the article" not in page
    assert page.count("<a ") == 2


def test_an_arabic_page_leads_to_the_english_one():
    page = lost_page.body("events", "e", None, ViewState(lang="ar"))
    assert '<a href="?lang=en" lang="en" hreflang="en">English</a>' in page


def test_an_event_in_one_line_has_no_gap_for_a_missing_part():
    bare = EVENT | {"actors": [], "actors_ar": [], "recipients": [], "recipients_ar": []}
    assert lost_page.label("events", bare, EN) == "Visit · undated"
