import pandas as pd
import pytest

from components.html import event_card
from components.i18n.words import Words

TEXT = "سطر أول.\nقبل <ذلك>. زار الوزير مالي. وعاد بعد ذلك.\nسطر أخير."
START = TEXT.index("زار")
END = TEXT.index(" وعاد")
ROW = {
    "event_id": "e",
    "article_id": "a",
    "start": START,
    "end": END,
    "trigger_start": START,
    "trigger_end": START + 3,
    "date_from": None,
    "date_to": None,
    "granularity": None,
    "mod": None,
    "dated_by": None,
    "kind": "consult",
    "label_en": "Visit",
    "label_ar": "زيارة",
    "polarity": "cooperation",
    "plover": "CONSULT",
    "mode": "visit",
    "intensity": 4.0,
    "status": "denied",
    "certainty": "uncertain",
    "rule": "a.rule",
    "reports": 1,
    "actors": ["Chad"],
    "actors_ar": ["تشاد"],
    "recipients": ["Mali"],
    "recipients_ar": ["مالي"],
    "sentence": TEXT[START:END],
}
ARTICLE = {"source": None, "title": "<i>t</i>", "published": None, "text": TEXT}


def link(page, **changes):
    return f"./{page}?{changes}"


def card(**more):
    return event_card.card({**ROW, **more}, ARTICLE, Words("en"), link)


def test_the_sentence_is_marked_inside_its_paragraph_and_its_trigger_is_stronger():
    told = event_card.passage(ROW, TEXT)
    assert told == "قبل &lt;ذلك&gt;. <mark><strong>زار</strong> الوزير مالي.</mark> وعاد بعد ذلك."


def test_a_trigger_outside_its_sentence_is_not_marked():
    assert "<strong>" not in event_card.passage({**ROW, "trigger_start": 0, "trigger_end": 2}, TEXT)


def test_a_card_says_how_the_event_was_read():
    told = card()
    assert all(
        part in told
        for part in (
            "nothing dates it",
            "a.rule",
            "CONSULT / visit",
            "intensity",
            "denied",
            "1 report",
            "uncertain",
        )
    )


def test_a_card_leads_to_its_place_in_the_article():
    assert str(START) in card()
    assert "./articles?" in card()


def test_nothing_from_an_article_is_markup():
    assert "<i>" not in card()


def test_an_event_without_parties_says_so():
    assert "nobody named" in card(actors=[], actors_ar=[], recipients=[], recipients_ar=[])


def test_further_reports_are_listed_with_their_articles():
    other = (
        {"article_id": "b", "start": 3, "sentence": "خبر آخر"},
        {**ARTICLE, "source": "Outlet B"},
    )
    told = event_card.card(ROW, ARTICLE, Words("en"), link, event_card.More(others=[other]))
    assert "Outlet B" in told
    assert "خبر آخر" in told


def test_a_stated_cause_is_shown_with_its_own_event():
    raid = {**ROW, "event_id": "raid", "label_en": "Raid", "kind": "assault"}
    found = card(cause="بعد غارة على مالي", cause_event=raid)
    assert "stated cause" in found
    assert "بعد غارة على مالي" in found
    assert "{&#x27;event&#x27;: &#x27;raid&#x27;}" in found


def test_an_event_without_a_stated_cause_says_nothing_of_one():
    assert "stated cause" not in card()


def test_a_card_leads_to_the_events_before_and_after_it():
    told = event_card.card(ROW, ARTICLE, Words("en"), link, event_card.More(after="f"))
    assert 'class="after" href="./timeline?{&#x27;event&#x27;: &#x27;f&#x27;}"' in told
    assert '<span class="before">' in told


def test_a_card_has_the_quotes_of_its_days_and_a_link_to_the_rest():
    quote = {"quote_id": "q", "speaker": "Deby", "speaker_ar": "ديبي", "text": "نرحب <بكم>"}
    more = event_card.More(quotes=(7, [quote]))
    day = {"date_from": pd.Timestamp("2017-06-05"), "date_to": pd.Timestamp("2017-06-05")}
    told = event_card.card({**ROW, **day}, ARTICLE, Words("en"), link, more)
    assert "«نرحب &lt;بكم&gt;»" in told
    assert "7 quotes" in told


NEAR = {**ROW, "date_from": pd.Timestamp("2018-12-30"), "date_to": pd.Timestamp("2019-01-02")}
QUOTE = {
    "quote_id": "q1", "article_id": "a", "start": 3, "end": 6, "text": "قول " * 50, "kind": "direct",
    "speaker": "Ann Lee", "speaker_ar": "آن لي", "speaker_text": None, "role": None,
    "country": None, "date_from": pd.NaT, "date_to": pd.NaT,
}  # fmt: skip


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_card_as_a_whole(lang, whole):
    more = event_card.More(
        others=[({**NEAR, "sentence": "خبر <آخر>"}, {**ARTICLE, "source": "Wire"})],
        quotes=(3, [QUOTE]),
        before="e0",
        pin="<i>pin</i>",
        cite="<i>cite</i>",
    )
    row = {**NEAR, "cause": "احتجاجا على ذلك", "cause_event": {**NEAR, "event_id": "c"}}
    article = {**ARTICLE, "source": "Wire", "published": pd.Timestamp("2019-01-03")}
    whole(lang, event_card.card(row, article, Words(lang), link, more))


def test_the_barest_card_as_a_whole(whole):
    bare = {"plover": None, "mode": None, "actors": [], "actors_ar": [], "recipients": []}
    whole("bare", card(**bare, recipients_ar=[], status="done", dated_by="article"))


@pytest.mark.parametrize("count", [1, 2])
def test_a_link_to_all_quotes_stands_where_not_all_are_shown(count):
    shown = event_card.card(
        NEAR, ARTICLE, Words("en"), link, event_card.More(quotes=(count, [QUOTE]))
    )
    assert ("2 quotes" in shown) is (count == 2)


@pytest.mark.parametrize("around", [600, 601])
def test_a_long_paragraph_is_cut_on_both_sides(around):
    text = "أ" * around + "جملة" + "ب" * around
    row = {"start": around, "end": around + 4, "trigger_start": around, "trigger_end": around + 4}
    shown = event_card.passage(row, text)
    assert shown == f"{'أ' * 600}<mark><strong>جملة</strong></mark>{'ب' * 600}"
