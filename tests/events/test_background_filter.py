"""What is told as earlier than the story, or dated by another word, must not take the story's day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.sentence_events import one, tell

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
        ("وفي مناسبات سابقة انتقدت كندا الصين.", "ACCUSE"),
        ("انتقدت كندا الصين كل عام.", "ACCUSE"),
        ("اجتمعت كندا مع الصين بانتظام.", "CONSULT"),
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
    assert day(
        "تدهورت العلاقات بين كوبا وبنما عام 2008 بعد طرد سفير بنما من كوبا.", "SANCTION"
    ) == date(2008, 1, 1)


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
    assert day("تحدث الرئيس عن غزو 2003 للعراق من قبل الولايات المتحدة.", "ASSAULT") == date(
        2003, 1, 1
    )


def test_a_relative_clause_says_when_its_noun_was():
    text = "وكتب عن زيارة الرئيس الكوبي إلى بنما التي قام بها في مايو 2017."
    assert day(text, "CONSULT") == date(2017, 5, 1)


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("حضر الوزير القمة الأوروبية الأخيرة في بروكسل مع فرنسا.", "CONSULT"),
        ("وأدى انسحاب الولايات المتحدة من الاتفاق مع إيران إلى أزمة.", "SANCTION"),
        ("وقبل بضعة أشهر فقط، انتقدت كندا الصين.", "ACCUSE"),
        ("وبعد أسابيع من هذا الحفل، زار الرئيس الكوبي بنما.", "CONSULT"),
        ("منذ تولي الرئيس الحكم في كوبا قبل ثلاثة أشهر أفرجت الحكومة عن سجناء من بنما.", "RETREAT"),
        ("انسحبت كندا من الاتفاق بعد أن قالت الصين إن كندا قصفت موقعا لها.", "ASSAULT"),
    ],
)
def test_what_is_known_already_is_undated(text, plover):
    assert day(text, plover) is None


def test_an_adjective_puts_a_noun_ahead():
    event = one("تحدث الرئيس عن القمة المرتقبة بين كوبا وبنما.", "CONSULT")
    assert (event.status, event.date_from) == ("planned", None)


@pytest.mark.parametrize(
    "text",
    [
        "أعرب الوزير عن قلقه إزاء الحديث عن مباحثات كوبا وبنما.",
        "يسعى الوزير إلى العودة إلى المفاوضات مع كوبا وبنما.",
    ],
)
def test_a_noun_that_nobody_reports_has_no_day(text):
    assert not [event for event in tell(text) if event.plover == "CONSULT" and event.date_from]


def test_a_verb_goes_on_with_the_day_that_closes_the_clause_before():
    assert day("أصدرت مصر بيانا الاثنين، واتهمت فيه كندا بالكذب.", "ACCUSE") == date(2020, 1, 13)


def test_the_day_of_the_news_beats_the_year_of_what_it_is_about():
    text = "أعلنت كندا الاثنين اتهامها الصين بالتدخل في الانتخابات عام 2016."
    assert day(text, "ACCUSE") == date(2020, 1, 13)


def test_a_year_told_at_the_end_completes_the_day_at_the_head():
    text = "في 2 سبتمبر، وقعت اليابان اتفاقا مع الصين على متن سفينة عام 1945."
    assert day(text, "AGREE") == date(1945, 9, 2)


def test_since_leaves_the_day_its_own_year():
    text = "في 2 ديسمبر وقعت اليابان اتفاقا مع الصين هو الأول منذ عام 1945."
    assert day(text, "AGREE") == date(2019, 12, 2)


def test_the_same_day_of_another_year():
    text = "في 2 سبتمبر 1945 وقعت اليابان اتفاقا مع الصين. وفي نفس اليوم من عام 1963 اعترف العراق باستقلال الكويت."
    assert day(text, "SUPPORT") == date(1963, 9, 2)


def test_a_date_inside_a_relative_clause_is_not_the_sentence_s():
    assert day("ورفضت حماس التي تسيطر على غزة منذ 2007، اتهامات مصر.", "REJECT") == DAY
