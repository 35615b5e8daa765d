import pytest

from components.charts.text_width import text_width


def test_bold_and_larger_letters_are_wider():
    plain = text_width("Relations restored", 14)
    assert text_width("Relations restored", 14, is_bold=True) > plain
    assert text_width("Relations restored", 28) > 1.9 * plain


def test_arabic_letters_are_measured_as_they_join():
    joined, apart = text_width("عتبة", 100), sum(text_width(letter, 100) for letter in "عتبة")
    assert joined < 0.9 * apart


def test_invisible_marks_take_no_room():
    assert text_width("\u2067تعاون\u2069", 14) == text_width("تعاون", 14)


@pytest.mark.parametrize(("text", "size", "is_bold", "width"), [
    ("", 10, False, 1), ("Visit", 13, False, 27), ("Visit", 13, True, 28), ("زيارة", 13, False, 22),
    ("2018", 11, False, 28), ("Visit زيارة", 13, False, 51),
])  # fmt: skip
def test_a_width_is_that_of_the_pages_font(text, size, is_bold, width):
    assert text_width(text, size, is_bold=is_bold) == width
