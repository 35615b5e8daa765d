"""Names and titles in marks are told from speech."""

from __future__ import annotations

import pytest

from alaqat.quotes.marked_names import is_name

REUTERS = {"Reuters": ["ORG", "رويترز"]}


@pytest.mark.parametrize(
    "text",
    [
        "سفينة «الطريق الجديد» هنا",
        "فيلم بعنوان: «الطريق الجديد» هنا",
        "قال لـ «العربية.نت» إنه هنا",
        "شركة جديدة هي «New Way Group» هنا",
    ],
)
def test_a_name(index, text):
    built = index(text)
    assert is_name(built, built.marks[0])


def test_marks_around_a_mention_are_a_name(index):
    built = index("وعلمت «رويترز» أن العمل جار", REUTERS)
    assert is_name(built, built.marks[0])


@pytest.mark.parametrize(
    "text",
    [
        "وقال «سنعود إلى العمل غدا» ثم غادر",
        "وقال إن الأمر «غير مقبول» ثم غادر",
        "سفينة كبيرة جدا عليها عمال قالوا «لن نعود إلى العمل هنا قبل نهاية الشهر» ثم غادروا",
    ],
)
def test_speech(index, text):
    built = index(text)
    assert not is_name(built, built.marks[0])
