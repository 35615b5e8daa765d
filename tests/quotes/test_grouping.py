"""Quotes that say the same are grouped; what only looks alike is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.lexicon.distances import distance
from alaqat.quotes import grouping
from alaqat.quotes.grouping import group_quotes

LONG = "لن نقبل أن تمر هذه السفينة من مياهنا دون إذن مسبق من الحكومة"
SHORT = "لن نتراجع"
DAY = date(2020, 3, 4)


def quote(key, text=LONG, speaker="Ann", article=None, day=DAY):
    return {"quote_id": key, "article_id": article or key, "text": text, "speaker": speaker, "speaker_id": None,
            "date_from": day}  # fmt: skip


def groups(*quotes: dict):
    grouped = group_quotes(quotes)
    return {
        frozenset(key for key in grouped if grouped[key] == group) for group in grouped.values()
    }


def together(*quotes: dict):
    return len(groups(*quotes)) == 1


@pytest.mark.parametrize("other", [
    LONG.replace("مسبق", "سابق"),
    LONG.replace("إذن", "اذن").replace("الحكومة", "الحكومه"),
    LONG.replace("لن نقبل أن", "لم نقبل أن"),
    f"{LONG}.",
    LONG.replace("هذه ", ""),
])  # fmt: skip
def test_a_word_or_a_spelling_more_or_less_is_the_same_saying(other):
    assert together(quote("a"), quote("b", other))


@pytest.mark.parametrize("other", [
    "لن نقبل أن تمر هذه السفينة",
    LONG + " " + LONG.replace("السفينة", "الطائرة"),
    "لن نقبل أن تمر هذه القافلة من حدودنا دون علم مسبق من الوزارة والبرلمان",
])  # fmt: skip
def test_another_saying_that_begins_alike_stays_apart(other):
    assert not together(quote("a"), quote("b", other))


def test_two_named_speakers_are_never_one():
    assert not together(quote("a"), quote("b", speaker="Bob"))


def test_an_unknown_speaker_joins_the_known_one_but_never_two_of_them():
    assert together(quote("a"), quote("b", speaker=None))
    found = groups(quote("a"), quote("b", speaker=None), quote("c", speaker="Bob"))
    assert sorted(map(len, found)) == [1, 2]
    assert frozenset("ac") not in found


def test_the_unknown_joins_the_speaker_with_the_nearest_words():
    near, far = quote("z"), quote("a", LONG.replace("مسبق", "سابق"), "Bob")
    assert frozenset("bz") in groups(far, quote("b", speaker=None), near)


def test_versions_of_one_article_are_one_only_when_they_are_equal():
    other = LONG.replace("مسبق", "سابق")
    assert not together(quote("a"), quote("b", other, article="a"))
    assert together(quote("a"), quote("b", article="a"))


def test_two_versions_of_one_article_do_not_meet_through_a_third():
    one, two = LONG.replace("مسبق", "سابق"), LONG.replace("مسبق", "رسمي")
    found = groups(quote("a", one), quote("b", two, article="a"), quote("c"))
    assert frozenset("abc") not in found
    assert frozenset("ab") not in found


def test_a_few_words_are_grouped_only_as_one_speakers_of_about_one_day():
    assert together(quote("a", SHORT), quote("b", SHORT, day=date(2020, 3, 6)))
    assert not together(quote("a", SHORT), quote("b", SHORT, speaker=None))
    assert not together(quote("a", SHORT), quote("b", SHORT, day=date(2021, 3, 4)))
    assert not together(quote("a", SHORT), quote("b", SHORT, day=None))


def test_a_group_is_called_by_its_smallest_quote():
    assert group_quotes([quote("c"), quote("a"), quote("b", "غير ذلك")]) == {
        "a": "a",
        "b": "b",
        "c": "a",
    }


def test_no_rows_give_no_groups_and_no_words_no_pair():
    assert group_quotes([]) == {}
    assert not together(quote("a", "«»"), quote("b", "«»"))


WORDS = st.lists(
    st.sampled_from(["لن", "نقبل", "أن", "تمر", "هذه", "السفينة", "من", "هنا", "اليوم", "أبدا"]),
    min_size=1,
    max_size=14,
)
QUOTES = st.lists(
    st.builds(
        lambda words, speaker, article: quote("", " ".join(words), speaker, article),
        WORDS, st.sampled_from([None, "Ann", "Bob"]), st.sampled_from("xyz"),
    ),
    max_size=12,
)  # fmt: skip


@given(QUOTES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter_and_groups_keep_their_laws(rows, shuffler):
    named = [row | {"quote_id": f"q{number:02}"} for number, row in enumerate(rows)]
    found = group_quotes(named)
    mixed = list(named)
    shuffler.shuffle(mixed)
    assert group_quotes(mixed) == found
    for group in set(found.values()):
        members = [row for row in named if found[row["quote_id"]] == group]
        assert group == min(row["quote_id"] for row in members)
        assert len({row["speaker"] for row in members} - {None}) <= 1


def test_quotes_that_begin_alike_are_compared_with_near_ones_only(monkeypatch):
    compared = []
    monkeypatch.setattr(grouping, "ratio", lambda *pair, **_: compared.append(pair) or 0.0)
    rows = [quote(f"{n:05}", f"{LONG} رقم {n} من {n * 7}", None) for n in range(400)]
    group_quotes(rows)
    assert len(compared) <= 2 * len(rows) * distance("quote-block-neighbours")


def test_a_quote_without_end_is_compared_by_its_beginning():
    end = distance("quote-compared")
    beginning = ("كلمة " * end)[:end]
    assert together(quote("a", beginning + "نهاية"), quote("b", beginning + "غير ذلك " * end))
