"""How lexicon entries are matched in text."""

from hypothesis import given
from hypothesis import strategies as st

from alaqat.arabic.fold import folded
from alaqat.lexicon.match import Matcher


def hits(matcher, text):
    text = folded(text)
    return [(text[hit.start : hit.end], hit.entry, hit.clitic) for hit in matcher.find(text)]


def test_a_clitic_is_left_out_of_the_hit():
    assert hits(Matcher([("تركيا", 1)]), "وتركيا وبتركيا") == [
        ("تركيا", 1, "و"),
        ("تركيا", 1, "وب"),
    ]


def test_where_the_preposition_swallowed_the_article_the_token_is_whole():
    assert hits(Matcher([("المغرب", 1)]), "للمغرب") == [("للمغرب", 1, "")]


def test_no_hit_inside_a_word():
    assert hits(Matcher([("رجب", 1)]), "مرجب رجبي") == []


def test_the_longest_hit_wins():
    assert hits(Matcher([("غزة", 1), ("قطاع غزة", 2)]), "قطاع غزة") == [("قطاع غزة", 2, "")]


def test_entries_that_share_a_form_are_all_kept():
    assert [entry for _, entry, _ in hits(Matcher([("عمان", 1), ("عُمان", 2)]), "عمان")] == [1, 2]


@given(
    st.lists(st.sampled_from(["غزة", "غز", "زة", "مصر", "صر"]), max_size=4),
    st.text("غزةمصر و", max_size=40),
)
def test_matching_equals_a_plain_search(words, text):
    matcher = Matcher([(word, word) for word in words], clitics=False)
    plain = {
        (at, word)
        for word in words
        for at in range(len(text))
        if text.startswith(word, at)
        and not text[max(at - 1, 0) : at].isalnum()
        and not text[at + len(word) : at + len(word) + 1].isalnum()
    }
    assert {(hit.start, hit.entry) for hit in matcher.overlapping(text)} == plain
