"""What is told as earlier than the story, or dated by another word, must not take the story's day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.told import one, tell

DAY = date(2020, 1, 15)


def day(text, plover):
    return one(text, plover).date_from


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("وقال الوزير إن الجمعية كانت قد طلبت من السودان تقديم تقرير.", "REQUEST"),
        ("وفي بيان لها كانت فرنسا انتقدت الصين.", "ACCUSE"),
        ("يذكر أن كندا انتقدت الصين.", "ACCUSE"),
        ("تجدر الإشارة إلى أن كندا طردت السفير الصيني.", "SANCTION"),
        ("خلال الأسابيع الماضية انتقدت كندا الصين.", "ACCUSE"),
        ("قبل عدة أسابيع انتقدت كندا الصين.", "ACCUSE"),
    ],
)
def test_what_was_before_the_story_is_undated(text, plover):
    assert day(text, plover) is None


@pytest.mark.parametrize(
    "text",
    [
        "انتقدت كندا الصين بعد طرد السفير الكندي.",
        "انتقدت كندا الصين الاثنين ردا على طرد السفير الكندي.",
        "نددت كندا الاثنين بقرار الصين طرد السفير الكندي.",
        "قالت كندا الاثنين إنها قلقة منذ طرد الصين السفير الكندي.",
    ],
)
def test_a_noun_that_gives_the_cause_has_not_the_day_of_its_effect(text):
    assert not [event for event in tell(text) if event.plover == "SANCTION" and event.date_from]


def test_a_noun_of_cause_has_the_date_of_its_own_phrase():
    text = "انتقدت كندا الصين الاثنين بعد طرد السفير الكندي في مايو 2019."
    assert (day(text, "SANCTION"), day(text, "ACCUSE")) == (date(2019, 5, 1), date(2020, 1, 13))


def test_a_cause_shares_a_year_with_its_effect():
    assert day("تدهورت العلاقات بين كوبا وبنما عام 2008 بعد طرد سفير بنما من كوبا.", "SANCTION") == date(2008, 1, 1)


def test_talks_that_a_statement_follows_are_of_its_day():
    assert day("وقال وزير خارجية كوبا عقب محادثات مع نظيره البنمي إن الوضع صعب.", "CONSULT") == DAY


@pytest.mark.parametrize(
    ("lapse", "first", "last"),
    [
        ("يومين", (2020, 1, 13), (2020, 1, 13)),
        ("أسبوع", (2020, 1, 8), (2020, 1, 8)),
        ("شهرين", (2019, 11, 1), (2019, 11, 30)),
        ("ثلاثة أعوام", (2017, 1, 1), (2017, 12, 31)),
    ],
)
def test_a_noun_counted_back_from_the_story(lapse, first, last):
    event = one(f"انتقدت كندا الصين بعد {lapse} من طرد السفير الكندي.", "SANCTION")
    assert (event.date_from, event.date_to) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "انتقدت كندا اتفاق 2015 مع إيران.",
        "انتقدت كندا قرار الأمم المتحدة رقم 1701 لعام 2006.",
        "انتقدت كندا الصين وهي غاضبة منذ ثورة 2011.",
        "انتقدت كندا إيران بشأن الاتفاق النووي 2015.",
    ],
)
def test_a_year_that_names_a_noun_does_not_date_the_verb(text):
    assert day(text, "ACCUSE") == DAY


def test_a_year_that_names_the_noun_itself_dates_it():
    assert day("تحدث الرئيس عن غزو 2003 للعراق من قبل الولايات المتحدة.", "ASSAULT") == date(2003, 1, 1)


def test_a_relative_clause_says_when_its_noun_was():
    text = "وكتب عن زيارة الرئيس الكوبي إلى بنما التي قام بها في مايو 2017."
    assert day(text, "CONSULT") == date(2017, 5, 1)
