"""Tagging: spans and intervals of any text, open values, tense, and what is no date."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat import timex
from tests.timex.conftest import document

TEXT = "يوم الخميس 17 أغسطس من عام 2003 بعد شهرين قبل و ، / - ( ) منذ الماضي عقود 99999 الثاني والعشرين ساعة هـ"
WORDS = TEXT.split()


def only(found):
    assert len(found) == 1
    return found[0]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_spans_are_slices_in_order_without_overlap(text):
    found = timex.tag(document(text))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.sampled_from(["2022-10-27", None, "1990-02-28"]),
)
def test_intervals_do_not_run_backwards(text, published):
    found = timex.tag(document(text, published))
    assert all(one.date_from <= one.date_to for one in found if one.date_from)
    assert all((one.date_from is None) == (one.granularity is None) for one in found)


@given(st.text(max_size=200))
def test_any_text_is_tagged_without_error(text):
    assert isinstance(timex.tag(document(text)), tuple)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("زار الوزير العاصمة الخميس.", "XXXX-WXX-4"),
        ("وصل في 17 أغسطس الفائت.", "XXXX-08-17"),
        ("وصل في أغسطس الماضي.", "XXXX-08"),
        ("وصل العام الماضي.", "XXXX"),
        ("وصل أمس.", "XXXX-XX-XX"),
    ],
)
def test_without_a_publication_day_what_needs_one_stays_open(tag, text, value):
    found = only(tag(text, None))
    assert (found.value, found.date_from, found.date_to, found.anchor) == (value, None, None, None)


def test_without_a_publication_day_full_dates_are_still_read(tag):
    found = only(tag("وقع الاتفاق في 3 مارس 2019.", None))
    assert (found.date_from, found.anchor) == (date(2019, 3, 3), "none")


def test_a_glued_clitic_is_left_out_of_the_span(tag):
    assert only(tag("وأمس وصل الوفد.")).text == "أمس"


def test_a_swallowed_article_keeps_its_word_whole(tag):
    assert only(tag("كان الاجتماع مقررا للخميس الماضي.")).text == "للخميس الماضي"


@pytest.mark.parametrize("mark", ["،", "؛", "؟", "»", '"', "!", ")"])
def test_marks_touching_the_word_do_not_hide_it(tag, mark):
    assert only(tag(f"وصل الوزير الأربعاء{mark} ثم غادر.")).value == "2022-10-26"


def test_digits_of_any_script_are_read(tag):
    assert only(tag("تعود الزيارة إلى ٢٥ يونيو ٢٠٢١ بحسب البيان.")).value == "2021-06-25"


def test_diacritics_and_tatweel_do_not_hide_a_date(tag):
    found = only(tag("عادَ الوفدُ يـوم الأربعـاءِ الماضي."))
    assert (found.text, found.value) == ("يـوم الأربعـاءِ الماضي", "2022-10-26")


@pytest.mark.parametrize(
    "text",
    [
        "والتقى الرئيس رجب طيب أردوغان نظيره.",
        "وقال الأمين العام للمنظمة إن الوضع خطير.",
        "ويعارض الرأي العام القرار.",
        "وطالب بتنفيذ القرار 2231 كاملا.",
        "وفاز الفريق 3-1 على ضيفه.",
        "وبلغ سعر البرميل 2015 دولارا.",
        "ويبلغ من العمر 45 عاما.",
        "وارتفعت النسبة إلى 20 في المئة.",
        "وأصيب 1998 شخصا.",
        "وذكرت صحيفة اليوم السابع ذلك.",
        "وتظاهروا في ميدان 14 يناير.",
        "وقال شعبان محمد إنه بريء.",
    ],
)
def test_what_only_looks_like_a_date_is_none(tag, text):
    assert tag(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("أعلن الوزير أنه سيزور موسكو السبت.", "2022-10-29"),
        ("قال المتحدث السبت إن المحادثات ستستمر.", "2022-10-22"),
        ("ومن المقرر أن يلتقي الوزيران السبت في روما.", "2022-10-29"),
        ("وكان من المقرر أن يلتقي الوزيران السبت في روما.", "2022-10-22"),
        ("وصل الوفد السبت إلى روما.", "2022-10-22"),
        ("تجمع عشرة آلاف السبت في ستراسبورغ.", "2022-10-22"),
        ("لقاء ستولتنبرغ السبت في روما.", "2022-10-22"),
    ],
)
def test_the_nearest_cue_decides_a_weekday_s_direction(tag, text, value):
    assert only(tag(text)).value == value


def test_many_years_later_in_a_past_story_is_no_future(tag):
    assert only(tag("هذا أول اجتماع أمني بعد سنوات عديدة.")).value == "PXY"


def test_at_that_time_means_the_date_just_before(tag):
    _, then = tag("قطعت العلاقات في مارس 2009. واستدعت الرباط سفيرها آنذاك.")
    assert (then.value, then.anchor) == ("2009-03", "text")


def test_ten_thousand_digits_are_no_date(tag):
    assert tag("9" * 10_000) == ()
