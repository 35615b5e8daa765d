"""What the extractor reads, and the span and date of what it finds."""

from __future__ import annotations

from tests.events.sentence_events import one, tell

ACT = "طردت كندا السفير الصيني"
PROSE = "الطقس جميل جدا اليوم في كل المدن. " * 5


def test_a_headline_in_a_long_article_reports_nothing():
    assert not tell(f"{PROSE}\n{ACT}\n{PROSE}")


def test_the_same_words_with_a_full_stop_are_prose():
    assert len(tell(f"{PROSE}\n{ACT}.\n{PROSE}")) == 1


def test_a_short_text_has_no_headlines():
    assert one(ACT, "SANCTION").mode == "expel"


def test_a_question_reports_nothing():
    assert not tell("هل طردت كندا السفير الصيني؟")


def test_violence_far_into_a_sentence_is_circumstance():
    lead, killing = "بعد رحلة طويلة جدا ", "وقتل خمسة جنود أتراك في هجوم على القاعدة."
    early, late = (f"وصل الوزير إلى المدينة {lead * times}{killing}" for times in (4, 6))
    assert [event.plover for event in tell(early)] == ["ASSAULT"]
    assert not tell(late)
