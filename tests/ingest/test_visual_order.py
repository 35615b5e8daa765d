"""Lines of a page that are drawn from left to right, as they are read."""

import pytest

from alaqat.ingest.visual_order import has_arabic, logical_lines


def drawn(line):
    """A line as a program draws it: every letter from the left."""
    return line[::-1]


@pytest.mark.parametrize(("line", "read"), [
    ("زار الوزير", "زار الوزير"), ("عام 2022", "عام 2202"), ("قال (الوزير) أمس", "قال (الوزير) أمس"), ("«نعم» قال", "«نعم» قال"),
    ("قال [هنا] ثم", "قال [هنا] ثم"), ("نسبة 3,5 في المئة", "نسبة 5,3 في المئة"), ("موقع BBC هنا", "موقع CBB هنا"),
])  # fmt: skip
def test_arabic_lines_are_turned_and_figures_and_latin_words_are_not(line, read):
    assert logical_lines([drawn(line)]) == [read]


@pytest.mark.parametrize(("lines", "read"), [
    (["abc", "12"], ["abc", "12"]), (["abc (d)", drawn("زار")], ["abc (d)", "زار"]), (["12 - 34", drawn("زار")], ["34 - 12", "زار"]),
])  # fmt: skip
def test_lines_without_arabic_letters_stay_unless_they_are_figures_among_arabic_ones(lines, read):
    assert logical_lines(lines) == read


def test_a_full_stop_at_the_right_end_of_a_line_is_its_end():
    assert logical_lines([drawn(".زار الوزير البلاد")]) == ["زار الوزير البلاد."]
    assert logical_lines([drawn(".زار الوزير البلاد:")]) == [".زار الوزير البلاد:"]


@pytest.mark.parametrize(("line", "is_arabic"), [("abc", False), ("12", False), ("a ب", True)])
def test_one_arabic_letter_makes_an_arabic_line(line, is_arabic):
    assert has_arabic(line) is is_arabic
