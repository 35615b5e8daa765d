"""Dates of events and what they come from."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.sentence_events import one, tell


@pytest.mark.parametrize(
    ("text", "plover", "first", "last", "by"),
    [
        ("انتقدت كندا الصين يوم الاثنين.", "ACCUSE", (2020, 1, 13), (2020, 1, 13), "sentence"),
        ("انتقدت كندا الصين.", "ACCUSE", (2020, 1, 15), (2020, 1, 15), "article"),
        (
            "مطلع عام 2014 استأنفت كوبا علاقاتها مع بنما.",
            "SUPPORT",
            (2014, 1, 1),
            (2014, 3, 31),
            "sentence",
        ),
        (
            "وقعت كوبا وبنما اتفاقا في منتصف يونيو 2018.",
            "AGREE",
            (2018, 6, 10),
            (2018, 6, 20),
            "sentence",
        ),
        (
            "شهدت العلاقات بين كوبا وبنما مصالحة من 2012 حتى 2015.",
            "SUPPORT",
            (2012, 1, 1),
            (2015, 12, 31),
            "sentence",
        ),
    ],
)
def test_the_interval_and_its_source(text, plover, first, last, by):
    event = one(text, plover)
    assert (event.date_from, event.date_to, event.dated_by) == (date(*first), date(*last), by)


def test_before_that_closes_a_range():
    text = "ودخلت كوبا وبنما في مصالحة من 2012 حتى 2015 قبل أن تسحب كوبا سفيرها."
    event = one(text, "SANCTION")
    assert (event.date_from, event.date_to) == (date(2015, 1, 1), date(2015, 12, 31))


def test_a_pluperfect_without_a_date_is_undated():
    event = one("وكانت كندا قد انتقدت الصين.", "ACCUSE")
    assert (event.date_from, event.dated_by) == (None, None)


def test_nothing_is_dated_without_a_publication_day():
    (event,) = tell("انتقدت كندا الصين.", None)
    assert event.date_from is None


def test_a_demand_is_not_dated_by_what_it_demands():
    event = one("دعت كندا الصين إلى الانسحاب غدا.", "REQUEST")
    assert event.date_from == date(2020, 1, 15)


def test_two_days_in_a_row_are_one_interval():
    event = one("قصفت روسيا مدينة في أوكرانيا الاثنين والثلاثاء.", "ASSAULT")
    assert (event.date_from, event.date_to) == (date(2020, 1, 13), date(2020, 1, 14))


def test_a_verb_joined_by_and_takes_the_date_of_the_clause_before():
    event = one("قطعت كندا علاقاتها مع الصين في 5 يونيو 2017 واتهمتها بالتجسس.", "ACCUSE")
    assert (event.date_from, event.dated_by) == (date(2017, 6, 5), "context")


def test_also_continues_what_was_told_last():
    event = one(
        "قطعت كندا علاقاتها مع الصين في 5 يونيو 2017. كما اتهمت كندا الصين بالتجسس.", "ACCUSE"
    )
    assert event.date_from == date(2017, 6, 5)


def test_the_day_of_a_statement_is_the_day_of_the_story():
    text = "طردت كندا السفير الصيني. وقالت الخارجية في بيان الاثنين إن القرار نهائي."
    assert one(text, "SANCTION").date_from == date(2020, 1, 13)


def test_what_happened_at_an_earlier_time_is_not_of_the_day():
    assert one("وفي وقت سابق، انتقدت كندا الصين.", "ACCUSE").date_from is None


def test_a_present_with_a_day_to_come_is_planned():
    event = one("يزور الرئيس الصيني فرنسا الأحد المقبل.", "CONSULT")
    assert (event.status, event.date_from) == ("planned", date(2020, 1, 19))


def test_an_entry_of_a_chronicle_is_dated_by_its_head():
    event = one("21 مايو 2005: اغتيال زعيم معارض في لبنان.", "ASSAULT")
    assert event.date_from == date(2005, 5, 21)


def test_a_day_that_touches_the_word_from_before_beats_one_far_behind_it():
    told = "عقد الرئيس الكندي، الثلاثاء الماضي، قمة مع نظيره الصيني وأذيعت صورها في تلفزيون البلاد، الخميس."
    (event,) = [event for event in tell(told) if event.plover == "CONSULT"]
    assert event.date_from is not None
    assert event.date_from.weekday() == 1


def test_a_deed_whose_day_a_later_sentence_tells_is_not_told_twice():
    event = one("أبرمت كوبا اتفاقا مع بنما. توصلت كوبا الاثنين إلى اتفاق مع بنما.", "AGREE")
    assert (event.date_from, event.dated_by) == (date(2020, 1, 13), "sentence")


def test_a_year_that_names_a_deal_dates_its_signing_in_the_relative_clause():
    event = one("انتقد اتفاق 2015 الذي أبرمته كوبا مع بنما.", "AGREE")
    assert (event.date_from, event.date_to) == (date(2015, 1, 1), date(2015, 12, 31))


def test_a_consent_is_not_dated_by_its_deadline():
    event = one("قالت الوزارة إن كوبا وافقت على بحث طلبات بنما بحلول نهاية 2020.", "AGREE")
    assert (event.date_from, event.status) == (date(2020, 1, 15), "done")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("قتل جنود من كوبا ثلاثة جنود من بنما منذ 4 يناير.", 4, 15),
        ("قتل جنود من كوبا ثلاثة جنود من بنما في 4 يناير.", 4, 4),
        ("قتل جنود من كوبا ثلاثة جنود من بنما منذ يناير.", 1, 31),
    ],
)
def test_what_goes_on_since_a_day_lasts_until_publication(text, first, last):
    event = one(text, "ASSAULT")
    assert (event.date_from, event.date_to) == (date(2020, 1, first), date(2020, 1, last))


def test_the_last_days_end_on_the_day_of_publication():
    event = one("أجرت كوبا محادثات مع بنما خلال اليومين الماضيين.", "CONSULT")
    assert (event.date_from, event.date_to, event.status) == (
        date(2020, 1, 13),
        date(2020, 1, 15),
        "done",
    )


def test_a_comparison_with_an_earlier_time_dates_nothing():
    event = one("عينت كوبا سفيرا لدى بنما لأول مرة منذ 2009.", "SUPPORT")
    assert (event.date_from, event.dated_by) == (date(2020, 1, 15), "article")


def test_those_meetings_are_not_told_again():
    assert not tell("لم تفض تلك الاجتماعات بين كوبا وبنما إلى شيء.")


@pytest.mark.parametrize(
    "time", ["قبل ألفي عام", "قبل 3000 عام", "في القرن الثالث عشر", "عام 44 قبل الميلاد"]
)
def test_a_remote_time_is_never_the_day_of_publication(time):
    event = one(f"غزت كوبا بنما {time}.", "ASSAULT")
    assert (event.date_from, event.dated_by) == (None, None)


def test_a_few_years_ago_are_counted_from_publication():
    assert one("غزت كوبا بنما قبل عامين.", "ASSAULT").date_from == date(2018, 1, 1)
