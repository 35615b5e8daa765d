"""An event in the reader's language."""

import pandas as pd
import pytest

from components.i18n import entity_names, event_labels, locale_formats
from components.i18n.words import Words

AR, EN = Words("ar"), Words("en")
ROW = {
    "label_en": "Visit", "label_ar": "زيارة", "actors": ["Chad", "Togo"], "actors_ar": ["تشاد", None], "recipients": ["Mali"],
    "recipients_ar": ["مالي"], "date_from": pd.Timestamp("2020-03-01"), "date_to": pd.Timestamp("2020-03-31"), "granularity": "month",
    "mod": "START", "status": "planned",
}  # fmt: skip
NONE = {"actors": [], "actors_ar": [], "recipients": [], "recipients_ar": []}
ONE_SIDE = {"recipients": [], "recipients_ar": []}


def plain(text):
    return text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200f")))


@pytest.mark.parametrize(("words", "row", "label"), [
    (EN, ROW, "Chad, Togo → Mali"), (AR, ROW, "تشاد، Togo ← مالي"), (EN, ROW | NONE, ""), (EN, ROW | ONE_SIDE, "Chad, Togo"),
    (EN, ROW | {"actors": [], "actors_ar": []}, "Mali"),
])  # fmt: skip
def test_parties_are_named_with_an_arrow_in_reading_direction(words, row, label):
    assert plain(event_labels.parties_label(row, words)) == label


@pytest.mark.parametrize(("row", "label"), [
    (ROW, "Chad → Mali"), (ROW | ONE_SIDE, "Chad, Togo"), (ROW | NONE, ""),
    (ROW | {"actors": ["A", "B", "C"], "actors_ar": ["", "", ""]} | ONE_SIDE, "A, B"),
])  # fmt: skip
def test_the_first_parties_are_named(row, label):
    assert plain(event_labels.sides_label(row, EN)) == label


@pytest.mark.parametrize(("words", "label", "date", "status"), [
    (EN, "Visit", "early March 2020", "planned, not yet done"), (AR, "زيارة", "مطلع مارس 2020", AR.t("planned, not yet done")),
])  # fmt: skip
def test_an_event_has_its_label_date_and_status(words, label, date, status):
    assert event_labels.event_label(ROW, words) == label
    assert plain(event_labels.date_label(ROW, words)) == date
    assert event_labels.status_label(ROW, words) == status
    assert event_labels.status_label(ROW | {"status": "done"}, words) == ""


@pytest.mark.parametrize(("words", "row", "name", "office"), [
    (EN, {"canonical_en": "A", "canonical_ar": "أ", "role": "وزير", "role_en": "Minister"}, "A", "Minister"),
    (AR, {"canonical_en": "A", "canonical_ar": "أ", "role": "وزير", "role_en": "Minister"}, "أ", "وزير"),
    (AR, {"canonical_en": "A", "canonical_ar": None, "role": None}, "A", None),
    (EN, {"canonical_en": "", "canonical_ar": "أ", "role": "وزير", "role_en": float("nan")}, "أ", "وزير"),
])  # fmt: skip
def test_a_name_and_an_office_are_those_of_the_readers_language(words, row, name, office):
    assert entity_names.entity_name(row, words) == name
    assert entity_names.office_name(row, words) == office


@pytest.mark.parametrize(("first", "last", "years", "months"), [
    ("2020-01-01", "2020-12-31", True, True), ("2020-01-01", "2021-12-31", True, True), ("2020-02-01", "2020-02-29", False, True),
    ("2020-02-01", "2020-02-28", False, False), ("2020-02-02", "2020-02-29", False, False), ("2020-01-02", "2020-12-31", False, False),
    ("2020-01-01", "2020-12-30", False, False), ("2020-02-01", "2020-12-31", False, True), ("2020-01-01", "2020-11-30", False, True),
])  # fmt: skip
def test_whole_years_and_months_are_known(first, last, years, months):
    days = [pd.Timestamp(day).date() for day in (first, last)]
    assert locale_formats.is_whole_years(*days) is years
    assert locale_formats.is_whole_months(*days) is months


@pytest.mark.parametrize(("made", "text"), [
    (lambda: locale_formats.format_number(1234.5, "ar"), "1,234.5"), (lambda: locale_formats.format_day(pd.Timestamp("2022-08-17").date(), "en"), "17 August 2022"),
    (lambda: locale_formats.format_fields("yMMMM", pd.Timestamp("2022-08-17").date(), "en"), "August 2022"),
])  # fmt: skip
def test_numbers_and_days_are_written_as_the_language_does(made, text):
    assert made() == text


def test_a_cell_is_a_day_or_none():
    day = pd.Timestamp("2020-03-04 10:00")
    assert locale_formats.to_date(day) == locale_formats.to_date(day.date()) == day.date()
    assert locale_formats.to_date(pd.NaT) is locale_formats.to_date(None) is None
