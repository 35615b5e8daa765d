import pytest

from alaqat import store
from tests.pages.conftest import html_of

pytestmark = pytest.mark.usefixtures("sample")


@pytest.mark.parametrize(
    ("lang", "title", "failing"),
    [
        ("ar", "كيف يُستخرج التاريخ", "ما يُعرف أنه يخطئ"),
        ("en", "How a date is made", "What is known to fail"),
    ],
)
def test_the_method_is_told_in_the_readers_language(show, lang, title, failing):
    test = show("method", lang=lang)
    assert not test.exception
    assert title in html_of(test)
    assert failing in html_of(test)


def test_undated_events_are_counted_with_the_others(show, sample):
    body = html_of(show("method", lang="en"))
    undated = int(store.read(sample, "events")["dated_by"].isna().sum())
    assert f'nothing dates it: listed, not drawn</td><td class="num">{undated}</td>' in body


def test_the_method_shows_the_whole_store_whatever_is_chosen(show):
    everything, one = (
        html_of(show("method", lang="en", **chosen)) for chosen in ({}, {"from": "2021"})
    )
    assert everything.count("<td") == one.count("<td")
