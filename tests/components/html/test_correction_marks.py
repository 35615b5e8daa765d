import pandas as pd
import pytest

from components.html import correction_marks, event_card, quote_card, quote_versions
from components.i18n.words import Words
from tests.components.html.test_event_card import ARTICLE, ROW, link

DONE = {
    "kind": "date",
    "a": "0123456789abcdef:7",
    "b": "2020-01-01/2020-01-01",
    "reason": "<b>read</b> otherwise",
    "by": "ليلى",
    "day": pd.Timestamp("2026-03-04"),
    "item": "e",
}


def test_the_mark_says_what_why_who_and_when_and_is_escaped():
    told = correction_marks.mark([DONE], Words("en"))
    assert "<strong>Corrected</strong> date" in told
    assert "&lt;b&gt;read&lt;/b&gt; otherwise" in told
    assert "<bdi>ليلى</bdi>, <bdi>4 March 2026</bdi>" in told


def test_a_correction_without_reason_name_or_day_is_marked_all_the_same():
    bare = DONE | {"reason": "", "by": "", "day": None}
    assert correction_marks.line(bare, Words("en")) == "date"
    assert correction_marks.mark([], Words("en")) == ""


def test_cards_of_events_and_quotes_carry_the_mark():
    card = event_card.card({**ROW, "corrected": [DONE]}, ARTICLE, Words("ar"), link)
    assert "مصحَّح" in card
    quote = dict.fromkeys(
        ("speaker", "speaker_ar", "role", "country", "cue", "date_from", "published")
    )
    about = {
        "source": None,
        "article_text": None,
        "title": None,
        "url": None,
        "speaker_text": None,
        "date_to": None,
    }
    row = {
        **quote,
        **about,
        "quote_id": "q",
        "article_id": "a",
        "text": "قول",
        "kind": "direct",
        "start": 0,
        "end": 3,
    }
    assert "مصحَّح" in quote_card.html(
        quote_versions.Saying({**row, "corrected": [DONE]}), Words("ar"), link
    )


@pytest.mark.parametrize(
    ("kind", "a", "item", "lost"),
    [
        ("date", DONE["a"], None, True),
        ("date", DONE["a"], "e", False),
        ("hide", DONE["a"], None, True),
        ("hide", "per:a-b", None, False),
        ("hide", "0123456789abcdef", None, False),
        ("merge", "per:a-b", None, True),
    ],
)
def test_what_is_hidden_is_not_taken_for_lost(kind, a, item, lost):
    assert bool(correction_marks.lost([DONE | {"kind": kind, "a": a, "item": item}])) is lost


def test_the_summary_counts_by_kind():
    frame = pd.DataFrame([DONE, DONE, DONE | {"kind": "hide", "a": "per:x", "item": None}])
    told = correction_marks.summary(frame, Words("en"), "./correct")
    assert '<th scope="row">date</th><td class="num">2</td>' in told
    assert "nothing to correct" not in told


LOST = DONE | {"kind": "hide", "item": None}


def test_the_summary_as_a_whole(whole):
    frame = pd.DataFrame([DONE, LOST, LOST])
    whole("summary", correction_marks.summary(frame, Words("en"), "./correct?a&b"))
    whole("no correction", correction_marks.summary(frame.iloc[:0], Words("en"), "./correct"))
    one = pd.DataFrame([LOST])
    assert "1 correction finds nothing" in correction_marks.summary(one, Words("en"), "")


@pytest.mark.parametrize(("key", "lost"), [
    ("0123456789abcdef:7", 1), ("0123456789abcdef:x", 0), ("0123456789abcde:7", 0),
])  # fmt: skip
def test_only_the_key_of_a_report_can_be_lost(key, lost):
    assert len(correction_marks.lost([LOST | {"a": key}])) == lost


@pytest.mark.parametrize("kind", correction_marks.KINDS)
def test_each_kind_has_a_name_in_both_languages(kind, whole):
    names = (correction_marks.kind(kind, Words(lang)) for lang in ("en", "ar"))
    whole(f"kind {kind}", " / ".join(names))
