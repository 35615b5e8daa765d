"""Times counted from an event of the text."""

from datetime import date

from alaqat import timex
from alaqat.model.records import EventMention
from tests.timex.conftest import document, event

TEXT = "استأنف البلدان العلاقات الدبلوماسية في 17 أغسطس 2022.\nوجاءت الزيارة بعد شهرين من استئناف العلاقات."


def resolved(text, *events: EventMention):
    prepared = document(text)
    return timex.resolve(timex.tag(prepared), prepared, events)


def test_two_months_after_a_dated_event_are_a_month():
    last = resolved(TEXT, event(TEXT, "استأنف", "2022-08-17"))[-1]
    assert (last.type, last.value, last.anchor) == ("DURATION", "P2M", "event")
    assert (last.date_from, last.date_to, last.granularity) == (
        date(2022, 10, 1),
        date(2022, 10, 31),
        "month",
    )


def test_an_event_dated_only_by_context_is_no_anchor():
    assert (
        resolved(TEXT, event(TEXT, "استأنف", "2022-08-17", dated_by="context"))[-1].date_from
        is None
    )


def test_another_event_is_no_anchor():
    text = "وقعت الغارة في 17 أغسطس 2022.\nوجاءت الزيارة بعد شهرين من استئناف العلاقات."
    assert resolved(text, event(text, "وقعت", "2022-08-17"))[-1].date_from is None


def test_an_event_of_the_same_sentence_is_never_its_own_anchor():
    text = "جاءت الزيارة بعد شهرين من استئناف العلاقات."
    assert resolved(text, event(text, "استئناف", "2022-10-27"))[-1].date_from is None


def test_two_events_that_fit_as_well_leave_it_open():
    first, second = event(TEXT, "استأنف", "2022-08-17"), event(TEXT, "استأنف", "2021-01-01")
    assert resolved(TEXT, first, second)[-1].date_from is None


def test_the_eve_of_a_dated_event_is_the_day_before():
    text = "تجرى الانتخابات العامة في 15 مايو 2021.\nووقع الانفجار عشية الانتخابات في المدينة."
    eve = resolved(text, event(text, "الانتخابات", "2021-05-15"))[-1]
    assert (eve.text, eve.value, eve.anchor) == ("عشية الانتخابات", "2021-05-14", "event")


def test_the_morrow_of_a_dated_event_is_the_day_after():
    text = "وقعت المجزرة في 15 مايو 2021.\nواجتمع المجلس غداة المجزرة."
    assert resolved(text, event(text, "المجزرة", "2021-05-15"))[-1].value == "2021-05-16"


def test_news_of_the_day_less_than_a_week_before_an_election_dates_the_election():
    found = resolved("وجاءت الزيارة قبل أقل من أسبوع من الانتخابات العامة.")[-1]
    assert (found.value, found.mod, found.anchor) == ("P1W", "LESS_THAN", "published")
    assert (found.date_from, found.date_to) == (date(2022, 10, 27), date(2022, 11, 3))


def test_a_story_with_an_older_date_does_not_date_the_election():
    found = resolved("استقال في مايو 2015 وذلك قبل أسبوع من الانتخابات العامة.")[-1]
    assert (found.value, found.date_from) == ("P1W", None)


def test_without_events_nothing_changes():
    prepared = document(TEXT)
    assert timex.resolve(timex.tag(prepared), prepared, ()) == timex.tag(prepared)
