"""One card for many outlets: who leads it, what the others say otherwise."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from components.html import quote_versions
from components.i18n.words import Words
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")


def row(
    key,
    text="سنعمل معا غدا",
    *,
    group="g",
    article=None,
    source="Outlet",
    day="2020-03-04",
    **fields,
):
    when = pd.Timestamp(day) if day else None
    said = {
        "quote_id": key,
        "group_id": group,
        "lead_rank": 0,
        "article_id": article or f"art-{key}",
        "text": text,
        "kind": "direct",
    }
    about = {
        "speaker": "Ann",
        "speaker_ar": "آن",
        "source": source,
        "published": when,
        "when": when,
    }
    return said | about | fields


def link(page, **changes):
    return f"./{page}?" + "&".join(f"{name}={value}" for name, value in changes.items())


def plain(html):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html)))


def lead(*rows: dict, **more):
    (saying,) = quote_versions.sayings(rows, **more)
    return saying.lead["quote_id"]


def test_quotes_of_one_group_share_a_card_in_the_order_of_their_leads():
    found = quote_versions.sayings(
        [
            row("a", group="x"),
            row("b", group="y"),
            row("c", group="x", lead_rank=1),
        ]
    )
    assert [
        (one.lead["quote_id"], [other["quote_id"] for other in one.others]) for one in found
    ] == [
        ("a", ["c"]),
        ("b", []),
    ]


def test_the_quote_of_the_lowest_rank_leads():
    assert lead(row("late", lead_rank=1), row("early")) == "early"


def test_the_quote_of_a_link_leads():
    assert lead(row("a", lead_rank=1), row("b"), chosen="a") == "a"


@pytest.mark.parametrize(("first", "second", "shown"), [
    ("أ ب ج", "أ ب ج", "أ ب ج"),
    ("أ ب ج", "أ ج", "أ <del>ب</del> ج"),
    ("أ ج", "أ ب ج", "أ <ins>ب</ins> ج"),
    ("أ ب", "", "<del>أ ب</del>"),
])  # fmt: skip
def test_words_more_are_insertions_and_words_less_deletions(first, second, shown):
    assert quote_versions.differences(first, second) == shown


def test_both_texts_can_be_read_back_from_their_differences():
    first, second = "لن نقبل أن تمر هذه السفينة", "لم نقبل أن تمر السفينة أبدا"
    html = quote_versions.differences(first, second)
    assert plain(re.sub("<ins>.*?</ins> ?", "", html)).split() == first.split()
    assert plain(re.sub("<del>.*?</del> ?", "", html)).split() == second.split()


def test_endless_versions_are_not_compared():
    assert "<ins>" not in quote_versions.differences("كلمة " * 50_000, "لفظ " * 50_000)


def test_a_card_lists_each_outlet_once():
    rows = [row("a"), row("b", source="BBC"), row("c", source="BBC"), row("d", source=None)]
    (saying,) = quote_versions.sayings(rows, chosen="a")
    assert plain(quote_versions.outlets(saying, EN)) == "Also in 3 articles: BBC, outlet not stated"


def test_a_repeat_in_the_same_article_is_told_as_such():
    (saying,) = quote_versions.sayings([row("a", article="x"), row("b", article="x")])
    assert quote_versions.outlets(saying, EN) == "Said again in the same article"


def test_a_version_shows_its_outlet_day_differences_and_place():
    (saying,) = quote_versions.sayings(
        [row("a"), row("b", "سنعمل معا", source="BBC", speaker=None, speaker_ar=None)]
    )
    html = unescape(quote_versions.html(saying, EN, link))
    assert "سنعمل معا <del>غدا</del>" in html
    assert 'href="./articles?article=art-b&quote=b"' in html
    for part in ("BBC", "4 March 2020", "speaker not named"):
        assert part in plain(html)


def test_an_equal_version_says_so_and_a_single_quote_says_nothing():
    (same,) = quote_versions.sayings([row("a"), row("b")])
    assert "word for word the same" in plain(quote_versions.html(same, EN, link))
    assert quote_versions.html(quote_versions.Saying(row("a")), EN, link) == ""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_versions_are_text(payload):
    (saying,) = quote_versions.sayings(
        [row("a"), row("b", f"سنعمل {payload}", source=payload)], chosen="a"
    )
    html = quote_versions.html(saying, AR, link)
    assert set(re.findall(r"<(\w+)", html)) <= {
        "details",
        "summary",
        "p",
        "ol",
        "li",
        "ins",
        "del",
        "a",
        "bdi",
    }
    inserted = "".join(re.findall("<ins>(.*?)</ins>", html.partition("<li>")[2]))
    assert unescape(inserted).split() == payload.split()


def test_versions_as_a_whole(whole):
    (saying,) = quote_versions.sayings(
        [row("a"), row("b", "سنعمل معا", source=None, day=None, lead_rank=1), row("c", lead_rank=2)]
    )
    whole("versions", quote_versions.html(saying, EN, link))
    whole("outlets", quote_versions.outlets(saying, EN))
