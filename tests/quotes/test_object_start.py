"""Where the object of a verb of two places begins behind its subject."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("حذرت وزيرة الصحة المواطنين من أن المرض ينتشر بسرعة.", "وزيرة الصحة"),
        ("وعد رئيس البلدية المزارعين بأن الأسعار ستنخفض.", "رئيس البلدية"),
        ("أبلغ الوزير السفير البيروفي بأن الملف أغلق.", "الوزير"),
        ("اتهم الجيش حركة الشروق بأنها زرعت الألغام.", "الجيش"),
        ("اتهم ناشطون البلدية بأنها قطعت الأشجار كلها.", "ناشطون"),
        ("أبلغ وزير النقل نظيره البيروفي بأن الزيارة تأجلت.", "وزير النقل"),
        ("أخبرت الأم الشرطة بأن ابنها الصغير مفقود.", "الأم"),
        ("ذكرت المديرة الموظفين بأن الدوام يبدأ مبكرا.", "المديرة"),
        ("أخبر الطبيب والد الطفل بأن العملية نجحت أمس.", "الطبيب"),
    ],
)
def test_the_next_noun_of_a_person_is_the_object(read, text, speaker):
    (quote,) = read(text)
    assert quote.speaker_text == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد رئيس نقابة المهندسين أن الجسر متين.", "رئيس نقابة المهندسين"),
        ("حذر نائب رئيس الوزراء من أن السد سينهار.", "نائب رئيس الوزراء"),
        ("طالب الأمين العام للنقابة بأن الطريق يجب أن تفتح غدا.", "الأمين العام"),
    ],
)
def test_one_phrase_stays_whole(read, text, speaker):
    assert read(text)[-1].speaker_text.startswith(speaker)
