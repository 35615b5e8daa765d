"""A chronology is read from CSV of several forms; a wrong file is one sentence with file and row."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.reference import reference_file
from alaqat.reference.reference_file import ChronologyRefused, read

VISIT = "زار الرئيس العاصمة ووقع اتفاق تعاون مع الحكومة"


def days(written: str) -> tuple[str, str]:
    (entry,) = read(f"date,text\n{written},{VISIT}".encode(), "a.csv")
    return str(entry.first), str(entry.last)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2010-05-31", "2010-05-31", "2010-05-31"),
        ("31/5/2010", "2010-05-31", "2010-05-31"),
        ("٣١/٥/٢٠١٠", "2010-05-31", "2010-05-31"),
        ("31.05.2010", "2010-05-31", "2010-05-31"),
        ("2010-02", "2010-02-01", "2010-02-28"),
        ("2/2012", "2012-02-01", "2012-02-29"),
        ("2010", "2010-01-01", "2010-12-31"),
        ("2016–2018", "2016-01-01", "2018-12-31"),
        ("2016-06-26/2016-06-28", "2016-06-26", "2016-06-28"),
        ("2016-06 - 2016-08", "2016-06-01", "2016-08-31"),
    ],
)
def test_a_date_is_a_day_month_year_or_two_of_them(written, first, last):
    assert days(written) == (first, last)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_separators_and_arabic_names_of_columns(encoding, separator):
    rows = [["الحدث", "التاريخ", "المصدر"], [VISIT, "2010", "وكالة"], [VISIT, "2009-01-02", ""]]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    early, late = read(data, "a.csv")
    assert (early.first, late.source) == (date(2009, 1, 2), "وكالة")
    assert (early.text, early.written("en")) == (VISIT, VISIT)


def test_dates_and_texts_alone_need_no_names_and_a_text_may_have_several_lines():
    (entry,) = read(b'# made by hand\n\n2010-05-31,"a ship,\nnine dead"\n', "a.csv")
    assert (entry.row, entry.text) == (3, "a ship, nine dead")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("date,text\n2010,a\n31/31/2010,b", "a.csv, row 3: “31/31/2010” is no date; write"),
        ("date,text\n2018-2016,a", "a.csv, row 2: “2018-2016” is no date"),
        ("date,text\n2010,", "a.csv, row 2: the text is missing; write what happened"),
        ("name,price\nx,3", "a.csv, row 1: no column is named date and text; name them"),
        ('date,text\n2010,"open', "a.csv, row 2: the quotation marks do not match"),
        ("date,text\n", "a.csv has no row with a date and a text; add one"),
        ("", "a.csv has no row"),
        ("date,text\n2010,a\0", "a.csv is neither UTF-8 nor Windows-1256 text; save it"),
        (b"PK\x03\x04\xff\xfe\x00\x01", "a.csv is neither UTF-8"),
        ("x" * 2_000_001, "a.csv has more than 2 MB"),
        ("date,text\n" + "2010,a\n" * 2_001, "there are more than 2,000 rows"),
    ],
)
def test_a_wrong_file_is_one_sentence_with_what_to_do(content, message):
    with pytest.raises(ChronologyRefused) as caught:
        read(content if isinstance(content, bytes) else content.encode(), "a.csv")
    assert message in str(caught.value)
    assert ";" in str(caught.value)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_file_is_read_or_refused(data):
    try:
        entries = read(data, "a.csv")
    except ChronologyRefused:
        return
    assert all(entry.first <= entry.last for entry in entries)
    assert all(entry.text for entry in entries)


def test_the_shipped_chronology_has_both_languages_and_a_source_for_each_day():
    entries = reference_file.shipped("israel-turkey")
    assert reference_file.years(entries) == (1949, 2024)
    assert 25 <= len(entries) <= 40
    for entry in entries:
        assert entry.text != entry.text_en
        assert entry.source
