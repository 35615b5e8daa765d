"""The day an article is about: named in its lead, else that of publication."""

from __future__ import annotations

from datetime import date

import pytest

from alaqat.arabic.document import prepare
from alaqat.events import story_date
from alaqat.model.records import Article
from tests.events.event_builders import DAY, date_mention, event_mention

TEXT = "قال الوزير في بيان أمس إن الوضع صعب. ثم سافر الوزير يوم الثلاثاء."


def of_lead(mention, statement_ends, circumstances=(), published=DAY):
    document = prepare(Article("x", TEXT, published))
    found = story_date.of_lead(document, [mention], statement_ends, circumstances)
    return found and found.first


def test_the_day_of_the_statement_is_the_story_s():
    assert of_lead(date_mention(20, date(2020, 1, 14)), [18]) == date(2020, 1, 14)


@pytest.mark.parametrize(
    ("day", "statement_ends"),
    [((2020, 1, 12), []), ((2020, 1, 8), [18]), ((2020, 1, 16), [18])],
)
def test_another_day_leaves_that_of_publication(day, statement_ends):
    assert of_lead(date_mention(20, date(*day)), statement_ends) == DAY


@pytest.mark.parametrize(("day", "start"), [(14, 20), (13, 20), (15, 54), (15, 60)])
def test_a_day_shortly_before_publication_counts_in_the_first_sentence_only(day, start):
    mention = date_mention(start, date(2020, 1, 13 if start > 40 else day))
    assert of_lead(mention, []) == date(2020, 1, day)


@pytest.mark.parametrize(("circumstance", "day"), [(10, 15), (30, 14)])
def test_a_day_of_what_the_news_is_about_is_not_its_day(circumstance, day):
    assert of_lead(date_mention(20, date(2020, 1, 14)), [], [circumstance]) == date(2020, 1, day)


def test_an_article_without_a_day_has_no_story_day():
    assert of_lead(date_mention(20), [18], published=None) is None


@pytest.mark.parametrize(
    ("first", "last", "published"),
    [(None, None, DAY), (DAY, DAY, None), (date(2020, 1, 9), DAY, DAY)],
)
def test_an_event_without_one_day_is_no_story(first, last, published):
    assert story_date.of_event(event_mention(date_from=first, date_to=last), published) is None


@pytest.mark.parametrize(("day", "is_news"), [(8, True), (15, True), (7, False), (16, False)])
def test_an_event_of_the_week_before_publication_is_news(day, is_news):
    on = date(2020, 1, day)
    found = story_date.of_event(event_mention(date_from=on, date_to=on), DAY)
    assert (found is not None) == is_news
