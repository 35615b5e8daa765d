from datetime import date

import pytest

from components.i18n.bidi import FSI, PDI, RLI, RLM, isolate
from components.i18n.words import Words

AR, EN = Words("ar"), Words("en")
YEAR, SPAN = (date(2010, 1, 1), date(2010, 12, 31)), (date(2016, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (10, "10 أحداث"),
        (11, "11 حدثاً"),
        (99, "99 حدثاً"),
        (100, "100 حدث"),
        (103, "103 أحداث"),
        (1000, "1,000 حدث"),
    ],
)
def test_arabic_counts_in_its_six_forms(count, told):
    assert AR.n("{count} event", "{count} events", count) == told


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1234, "1,234 events")]
)
def test_english_counts_in_its_two_forms(count, told):
    assert EN.n("{count} event", "{count} events", count) == told


@pytest.mark.parametrize(
    ("first", "last", "granularity", "english", "arabic"),
    [
        (date(2022, 10, 27), None, "day", "27 October 2022", "27 أكتوبر 2022"),
        (date(2022, 8, 1), date(2022, 8, 31), "month", "August 2022", "أغسطس 2022"),
        (date(2022, 7, 1), date(2022, 9, 30), "quarter", "3rd quarter 2022", "الربع الثالث 2022"),
        (*YEAR, "year", "2010", "2010"),
        (*SPAN, "range", "2016–2018", f"{RLM}2016–2018"),
        (
            date(2016, 3, 1),
            date(2018, 4, 30),
            "range",
            "March 2016 – April 2018",
            f"{RLM}مارس 2016 – أبريل 2018",
        ),
        (
            date(2016, 3, 2),
            date(2016, 3, 9),
            "range",
            "2 March 2016 – 9 March 2016",
            f"{RLM}2 مارس 2016 – 9 مارس 2016",
        ),
        (None, None, None, "undated", "بلا تاريخ"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(first, last, granularity, english, arabic):
    assert EN.date(first, last, granularity) == english
    assert AR.date(first, last, granularity) == arabic


def test_week_and_decade_are_named_as_such():
    assert (
        EN.date(date(2022, 10, 30), date(2022, 11, 5), "week")
        == f"the week of {isolate('30 October 2022')}"
    )
    assert EN.date(date(2010, 1, 1), date(2019, 12, 31), "decade") == f"the {isolate('2010')}s"


def test_a_vague_date_says_how_it_is_vague():
    assert EN.date(*YEAR, "year", mod="START") == f"early {isolate('2010')}"
    assert AR.date(*YEAR, "year", mod="APPROX") == f"نحو {isolate('2010')}"


def test_values_are_isolated_from_the_words_around_them():
    assert EN.t("build {id}", id="x") == f"build {FSI}x{PDI}"
    assert AR.run("x") == f"{RLI}x{PDI}"


def test_an_unknown_name_falls_back_on_the_other_language():
    assert AR.name({"speaker": "Ali", "speaker_ar": None}, "speaker") == "Ali"
    assert AR.name({"speaker": None, "speaker_ar": float("nan")}, "speaker") == ""
