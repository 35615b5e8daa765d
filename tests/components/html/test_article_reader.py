"""The reader: marks that cross and nest, nothing run, nothing lost."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.html import article_reader as reader
from components.i18n.words import Words
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")
SPANS = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)).map(sorted), max_size=12)


def mark(start, end, kind="person", **fields):
    return reader.Mark(start, end, kind, fields.pop("title", ""), **fields)


def link(page, **changes):
    return f"./{page}?" + "&".join(f"{name}={value}" for name, value in changes.items())


def shown(html):
    """The text a reader sees: tags and drawn glyphs gone, entities read."""
    plain = re.sub(r'<(a|span) class="reader-glyph.*?</\1>', "", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", plain))


def row(**fields):
    day = pd.Timestamp("2020-03-04")
    base = {
        "start": 0,
        "end": 4,
        "date_from": day,
        "date_to": day,
        "granularity": "day",
        "mod": None,
        "rule": "r.one",
        "polarity": "conflict",
    }
    return base | {"value": "2020-03-04"} | fields


def test_a_mark_has_its_shape_before_its_words_and_programs_do_not_read_it():
    html = reader.text("abcd", [mark(0, 2, "event", glyph="●", style="conflict")])
    glyph = '<span class="reader-glyph reader-glyph-event conflict" aria-hidden="true">●</span>'
    assert f"{glyph}<span " in html


@given(SPANS)
def test_pieces_cover_the_text_once_and_in_order(spans):
    found = list(reader.pieces(30, [mark(a, b) for a, b in spans]))
    assert [piece.start for piece in found] == [0, *(piece.end for piece in found[:-1])]
    assert found[-1].end == 30


@given(SPANS)
def test_each_piece_carries_exactly_the_marks_over_it(spans):
    for piece in reader.pieces(30, [mark(a, b) for a, b in spans]):
        over = sum(max(a, 0) <= piece.start and piece.end <= min(b, 30) for a, b in spans if a < b)
        assert len(piece.marks) == over


@given(st.text(alphabet="ab\n<&\u202eب", max_size=40), SPANS)
def test_the_reader_shows_every_letter_of_the_text(text, spans):
    html = reader.text(text, [mark(a, b) for a, b in spans])
    assert shown(html) == re.sub(r"[\n]", "", text) or not text.strip()


def test_crossing_marks_are_cut_where_they_cross():
    html = reader.text("abcdef", [mark(0, 4, "quote"), mark(2, 6, "time")])
    assert re.findall(r'class="([^"]*)"[^>]*>(\w+)<', html) == [
        ("reader-mark reader-quote", "ab"),
        ("reader-mark reader-quote reader-time", "cd"),
        ("reader-mark reader-time", "ef"),
    ]


def test_the_shortest_mark_gives_the_link():
    html = reader.text("abcdef", [mark(0, 6, href="./long"), mark(2, 4, href="./short")])
    assert 'href="./short"' in re.search(r"<a[^>]*>cd", html).group()


def test_a_wide_mark_is_linked_by_its_glyph_so_its_text_can_be_selected():
    html = reader.text(
        "abcd", [mark(0, 4, "quote", title="t", href="./q", glyph="*", is_wide=True)]
    )
    assert '<span class="reader-mark reader-quote" title="t">abcd</span>' in html
    assert re.search(r'<a class="reader-glyph[^>]*href="./q"[^>]*>\*</a>', html)


def test_tooltips_of_all_marks_over_a_piece_are_told():
    html = reader.text("ab", [mark(0, 2, title="one"), mark(0, 2, title="two")])
    assert 'title="one\ntwo"' in html


def test_lines_become_paragraphs():
    assert reader.text("a\nb\r\nc", []).count("<p>") == 3


def test_only_the_first_piece_of_the_chosen_place_is_the_anchor():
    html = reader.text("abcdef", [mark(2, 3)], chosen=(1, 5))
    assert html.count('id="reader-here"') == 1
    assert 'id="reader-here">b' in html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_appears_as_typed(payload):
    html = reader.text(
        payload, [mark(0, 3), mark(2, len(payload), "quote", title=payload, href=payload)]
    )
    assert shown(html) == payload
    assert set(re.findall(r"<(\w+)", html)) <= {"div", "p", "span", "a"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_titles_and_outlets_appear_as_typed(payload):
    held = {
        "article_id": "a",
        "title": payload,
        "source": payload,
        "published": None,
        "url": "javascript:alert(1)",
    }
    html = reader.head(held, EN) + reader.listing([held], {}, EN, link)
    assert shown(html).count(payload) == 4
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_a_date_tells_its_day_value_and_rule_and_leads_to_its_years():
    found = next(reader.dates([row()], EN, link))
    assert re.sub("[\u2066-\u2069]", "", found.title) == "4 March 2020 (2020-03-04; rule r.one)"
    assert found.href == "./timeline?year_from=2020&year_to=2020"


def test_a_date_nobody_resolved_has_no_link():
    assert next(reader.dates([row(date_from=None, date_to=None)], EN, link)).href is None


def test_a_name_tells_who_in_what_office_for_which_state():
    person = row(
        type="PER",
        canonical_en="Ann",
        canonical_ar="آن",
        role="وزيرة",
        country="TCD",
        entity_id="per:ann",
    )
    found = next(reader.names([person], AR, link))
    assert [part in found.title for part in ("آن", "وزيرة", "تشاد")] == [True] * 3
    assert found.kind == "person"


def test_an_event_marks_its_sentence_and_the_word_that_told_it():
    told = row(event_id="e", kind="sanction", trigger_start=1, trigger_end=3)
    sentence, trigger = reader.events([told], EN, link, "e")
    assert (sentence.start, sentence.end, trigger.start, trigger.end) == (0, 4, 1, 3)
    assert trigger.href == "./timeline?event=e"
    assert trigger.glyph == "■"
    assert sentence.is_chosen


def test_a_quote_of_nobody_says_so():
    said = row(quote_id="q", speaker=None, speaker_ar=None)
    assert "speaker not named" in next(reader.sayings([said], EN, link, None)).title


def test_the_legend_counts_finds_and_disables_what_was_not_found():
    html = reader.legend({"time": 2, "event": 1}, EN)
    assert re.findall(r'switch-(\w+)" checked', html) == ["event"]
    assert html.count("disabled") == 4


def test_at_first_a_reader_sees_events_and_what_the_link_names():
    article = row(title="t", published=None, source=None, url=None, text="abcdef")
    marks = [
        mark(0, 2, "event"),
        mark(2, 4, "person"),
        replace(mark(4, 6, "quote"), is_chosen=True),
    ]
    html = reader.html(article, marks, EN)
    assert re.findall(r'switch-(\w+)" checked', html) == ["event", "quote"]


def test_a_trigger_is_not_counted_beside_its_sentence():
    told = row(event_id="e", kind="sanction", trigger_start=1, trigger_end=3)
    assert reader.counts(list(reader.events([told], EN, link, None)))["event"] == 1


def test_the_list_of_marks_says_in_words_what_the_text_shows():
    html = reader.mark_list("abcd", [mark(1, 3, "place", title="Chad", href="./n")], EN)
    assert re.search(r'<a href="./n"[^>]*><bdi[^>]*>bc</bdi></a> <span class="meta">Chad', html)


def test_an_untitled_article_is_called_by_its_first_words():
    held = {"title": None, "text": "word " * 40}
    assert reader.title(held).endswith("word…")
    assert len(reader.title(held)) <= 90


def test_a_thousand_marks_are_all_drawn():
    html = reader.text("a" * 10_000, [mark(at, at + 5) for at in range(0, 9_000, 9)])
    assert html.count("reader-mark") == 1_000


NAME = {"start": 0, "end": 4, "entity_id": "per:a", "canonical_en": "Ann", "canonical_ar": "آن",
        "type": "PER", "country": "TCD", "role": "وزير", "role_en": "Minister", "nominal": False,
        "recognizer": "rules", "reason": None}  # fmt: skip
SAYING = {
    "start": 9,
    "end": 14,
    "quote_id": "q",
    "speaker": "Ann",
    "speaker_ar": "آن",
    "speaker_text": None,
}
REPORT = {
    **row(start=16, end=30), "trigger_start": 16, "trigger_end": 19, "event_id": "e", "kind": "consult",
    "label_en": "Talks", "label_ar": "لقاء", "status": "planned", "actors": ["Chad"], "actors_ar": ["تشاد"],
    "recipients": [], "recipients_ar": [],
}  # fmt: skip
ARTICLE = {
    "article_id": "a", "text": "أمس <قال> سنعمل. زار الوزير\nتشاد.", "source": "Wire", "title": None,
    "url": "https://a.example/?a&b", "published": pd.Timestamp("2020-03-06"), "published_basis": "sidecar",
    "name": "n",
}  # fmt: skip


def marks(words=EN):
    return [
        *reader.dates([row()], words, link),
        *reader.names([NAME], words, link),
        *reader.sayings([SAYING], words, link, "q"),
        *reader.events([REPORT], words, link, None),
    ]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_article_with_its_marks_as_a_whole(lang, whole):
    words = Words(lang)
    whole(f"article {lang}", reader.html(ARTICLE, marks(words), words, chosen=(9, 14)))
    whole(f"list {lang}", reader.mark_list(ARTICLE["text"], marks(words), words))
    whole(f"legend {lang}", reader.legend(reader.counts(marks(words)), words))


@pytest.mark.parametrize(("url", "links"), [("https://a.example", 1), ("http://a.example", 1), ("ftp://a", 0), (None, 0)])  # fmt: skip
def test_only_an_address_of_the_web_is_linked(url, links):
    assert reader.head(ARTICLE | {"url": url}, EN).count("<a ") == links


@pytest.mark.parametrize(("length", "end"), [(90, "a"), (91, "…")])
def test_an_article_without_a_title_is_named_by_its_first_words(length, end):
    title = reader.title(ARTICLE | {"text": "a " * 30 + "a" * (length - 60)})
    assert title.endswith(end)
    assert len(title) <= 90


def test_a_listing_as_a_whole(whole):
    bare = ARTICLE | {"article_id": "b", "source": None, "published": None, "title": "<T>"}
    tallies = {"a": {"events": 2, "quotes": 1}}
    whole("listing", reader.listing([ARTICLE, bare], tallies, EN, link))
