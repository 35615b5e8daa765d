"""The same article more than once is kept once, and what it stands for is named."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.build.deduplication import deduplicate, page_key
from alaqat.model.ids import identity
from tests import builders

STORY = " ".join(
    f"قال الوزير رقم{letter} في الجلسة إن بند{letter} من الاتفاق مع البلد{letter} يدخل حيز التنفيذ"
    for letter in "ابتثجحخدذر"
)
LINK = "https://www.outlet.example/news/story/"


def reworded(article, old, new, **fields):
    text = article.text.replace(old, new, 1)
    return replace(article, id=identity(text), text=text, **fields)


def kinds(*batches: list):
    return sorted(
        (copy.article.name, copy.original.name, copy.kind)
        for copy in deduplicate(*batches).duplicates
    )


AGENCY = builders.article(
    STORY, "2020-03-05", name="agency", source="Agency", url="https://agency.example/1"
)


def test_the_same_text_of_two_outlets_is_kept_once_and_both_are_told():
    paper = replace(AGENCY, name="paper", source="Paper", url="https://paper.example/9")
    result = deduplicate([paper, AGENCY])
    assert [one.name for one in result.articles] == ["agency"]
    assert [(one.article.source, one.kind) for one in result.duplicates] == [("Paper", "same-text")]


def test_an_article_given_again_is_no_second_copy_and_its_day_is_kept():
    undated = replace(AGENCY, published=None, name="other", title="headline")
    for order in ([AGENCY, undated], [undated, AGENCY]):
        result = deduplicate([AGENCY], order)
        assert (result.articles, result.duplicates) == ((AGENCY,), ())


def test_an_agencys_line_before_a_story_makes_a_near_copy():
    paper = reworded(AGENCY, "قال", "(وكالات) - قال", name="paper", url="https://paper.example/9")
    assert kinds([paper, AGENCY]) == [("paper", "agency", "near-copy")]


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ("قال الوزير", "قتل 12 شخصا وقال الوزير", "2020-03-05"),
        ("قال الوزير", "وكالات قال الوزير", "2020-05-05"),
        ("قال", f"{' '.join('زيادة' + letter for letter in 'ابتثجحخدذرزسشصض')} قال", "2020-03-05"),
    ],
    ids=["another figure", "two months later", "a paragraph more"],
)
def test_what_tells_something_else_is_an_article_of_its_own(old, new, day):
    other = reworded(
        AGENCY,
        old,
        new,
        published=builders.article("", day).published,
        url="https://paper.example/9",
    )
    assert deduplicate([AGENCY, other]).duplicates == ()


def test_a_changed_text_of_one_link_is_a_version_and_the_newest_is_kept():
    first = reworded(AGENCY, "الجلسة", "جلسة 5", name="first", url=LINK)
    later = builders.article(
        STORY, "2020-03-06", name="later", url="http://outlet.example/news/story#top"
    )
    assert kinds([later, first]) == [("first", "later", "version")]


def test_of_two_versions_of_one_day_the_one_given_later_is_kept():
    first, second = (
        reworded(AGENCY, "الجلسة", f"جلسة {n}", name=f"v{n}", url=LINK) for n in (1, 2)
    )
    assert kinds([first], [second]) == [("v1", "v2", "version")]
    assert kinds([second], [first]) == [("v2", "v1", "version")]


def test_a_page_that_lists_stories_is_no_article():
    stories = [
        builders.article(f"خبر عن {'ابتثجح'[n]} " * 9, name=str(n), url=LINK) for n in range(6)
    ]
    assert deduplicate(stories).duplicates == ()
    home = [
        replace(AGENCY, url="https://x.example/"),
        reworded(AGENCY, "بند", "بند 7", url="https://x.example"),
    ]
    assert deduplicate(home).duplicates == ()


def test_a_version_of_what_is_a_near_copy_leads_to_what_is_kept():
    paper = reworded(
        AGENCY, "قال", "وكالات قال", name="paper", url=LINK, published=AGENCY.published
    )
    old = reworded(
        paper,
        "الجلسة",
        "جلسة 4",
        name="old",
        published=builders.article("", "2020-03-01").published,
    )
    assert kinds([AGENCY, paper, old]) == [
        ("old", "agency", "version"),
        ("paper", "agency", "near-copy"),
    ]


def test_order_does_not_matter():
    paper = reworded(AGENCY, "قال", "وكالات قال", name="paper", url=LINK)
    old = reworded(
        paper,
        "الجلسة",
        "جلسة 4",
        name="old",
        published=builders.article("", "2020-03-01").published,
    )
    same = replace(AGENCY, name="same", url=None)
    every = [deduplicate(list(order)) for order in permutations([AGENCY, paper, old, same])]
    assert all(one == every[0] for one in every)


@given(
    st.lists(
        st.tuples(
            st.text(max_size=30), st.sampled_from([None, "http://a.example/1", "http://[", "?"])
        )
    )
)
def test_every_article_is_kept_or_a_copy_of_one_that_is(drawn):
    found = [
        builders.article(text, name=str(n), source=str(n), url=url)
        for n, (text, url) in enumerate(drawn)
    ]
    result = deduplicate(found)
    assert len(result.articles) + len(result.duplicates) == len(found)
    assert {copy.original for copy in result.duplicates} <= set(result.articles)


@pytest.mark.parametrize("url", [None, "", "https://a.example", "https://a.example/", "http://["])
def test_a_link_to_a_whole_site_names_no_page(url):
    assert page_key(url) is None


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("https://www.news.example/fox/", "news.example/fox?"),
        ("http://NEWS.example/fox#top", "news.example/fox?"),
        ("https://news.example/?id=7", "news.example?id=7"),
        ("https://news.example/", None),
        ("https://[news", None),
        (None, None),
    ],
)
def test_spellings_of_one_link_have_one_key(link, key):
    assert page_key(link) == key
