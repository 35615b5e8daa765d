"""Chronicles: the head of an entry dates what the entry tells, in the past or in the historic present."""

from __future__ import annotations

from datetime import date

from tests.events.sentence_events import one, tell


def test_the_present_tense_of_an_entry_tells_a_deed():
    event = one("30 يناير 2013: الطيران الروسي يقصف موقعا قرب دمشق.", "ASSAULT")
    assert (event.status, event.date_from) == ("done", date(2013, 1, 30))


def test_the_head_wins_over_a_date_inside_the_entry():
    event = one("7 ديسمبر 2016: روسيا تشن غارتين على حلب قرب موقع أصيب في نوفمبر.", "ASSAULT")
    assert event.date_from == date(2016, 12, 7)


def test_heads_on_lines_of_their_own_date_what_follows():
    text = "تسلسل الأحداث\n\n5 يناير\n\nكندا تطرد السفير الصيني.\n\n9 يناير\n\nالصين تنتقد كندا.\n"
    found = {event.plover: event.date_from for event in tell(text)}
    assert found == {"SANCTION": date(2020, 1, 5), "ACCUSE": date(2020, 1, 9)}


def test_the_present_tense_of_other_sentences_stays_a_habit():
    assert not tell("الطيران الروسي يقصف موقعا قرب دمشق.")


def test_a_million_dates_on_one_line_take_no_time():
    assert tell("5 يناير " * 2000) == ()
