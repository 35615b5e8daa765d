"""Lines broken at a width are joined, and shapes of letters become letters."""

import pytest

from alaqat.ingest.lines import join_broken_lines, normalise_forms
from alaqat.ingest.visual_order import logical_lines

WORDS = "زار رئيس الوزراء المصنع الجديد وتحدث مع العمال عن خطط التوسعة ثم عاد إلى العاصمة مساء"
SHAPES = "ﻭﺯﻳﺮ ﺍﻟﻨﻘﻞ ﻳﺰﻭﺭ ﺍﻟﻤﺼﻨﻊ"


def wrapped(width):
    lines, line = [], ""
    for word in (WORDS + " ") * 6 + "وانتهى.":
        line += word
        if word == " " and len(line) > width:
            lines.append(line.strip())
            line = ""
    return [*lines, line.strip()]


@pytest.mark.parametrize("width", [40, 60, 72])
def test_lines_broken_at_a_width_are_one_paragraph(width):
    lines = wrapped(width)
    assert join_broken_lines("\n".join(lines)) == " ".join(lines)


def test_paragraphs_of_broken_lines_stay_apart():
    lines = wrapped(60)
    text = "عنوان قصير\n\n" + "\n".join(lines) + "\n\n" + "\n".join(lines)
    assert join_broken_lines(text).split("\n") == ["عنوان قصير", " ".join(lines), " ".join(lines)]


@pytest.mark.parametrize(
    "text", [f"{WORDS}.\n" * 8, "قال الأول\nثم الثاني\nثم الثالث\nثم الرابع\nثم عاد", "\n".join([WORDS, "نعم", WORDS + " ومعه وفد كبير", "لا", WORDS[:40]])]
)  # fmt: skip
def test_paragraphs_a_line_stay(text):
    assert join_broken_lines(text) == text


def test_shapes_become_letters_in_the_order_they_are_read():
    assert normalise_forms(SHAPES) == "وزير النقل يزور المصنع"
    assert normalise_forms(SHAPES[::-1]) == "وزير النقل يزور المصنع"


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        (".2021 " + "سرام" + " 9", "9 مارس 2021."),
        ("٢٠٢١ " + "ماع", "عام ٢٠٢١"),
        (".١٠:٣٠ " + "ةعاسلا", "الساعة ١٠:٣٠."),
        (".%3.5 وأ )1,250( " + "وحن", "نحو (1,250) أو 3.5%."),
        ("(NATO) " + "فلحلا", "الحلف (NATO)"),
        ("New York Times " + "ةفيحص", "صحيفة New York Times"),
        ("2020-2019 " + "يف", "في 2019-2020"),
        ("no Arabic (here) 12", "no Arabic (here) 12"),
    ],
)
def test_a_line_as_drawn_is_read_from_the_right(drawn, read):
    assert logical_lines([drawn, "ةيبرع"])[0] == read


def test_one_sentence_on_three_lines_is_joined():
    lines = ["قال الوزير سامي حداد يوم 27", "أكتوبر 2022 إن الجسر جاهز", "منذ الصيف."]
    assert join_broken_lines("\n".join(lines)) == " ".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["عنوان الخبر", "قال الوزير سامي حداد يوم أمس إن الجسر الجديد جاهز للعبور.", "انتهى."],
        ["قال الوزير إن الجسر جاهز.", "وأضاف أن الطريق مفتوح.", "وعاد إلى المدينة."],
        ["القاهرة", "بيروت", "دمشق"],
    ],
)
def test_lines_that_are_whole_stay_apart(lines):
    assert join_broken_lines("\n".join(lines)) == "\n".join(lines)


def test_the_full_stop_of_a_page_from_left_to_right_ends_its_line():
    assert logical_lines(["زار الوزير المصنع"[::-1] + "."]) == ["زار الوزير المصنع."]
