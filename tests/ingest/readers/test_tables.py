"""Tables as spreadsheets write them: titles above the header, days in one order, none at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alaqat.ingest.readers.registry import read_source
from alaqat.ingest.source_file import in_memory
from tests.ingest.files import xlsx

TEXT = "زار رئيس الوزراء المصنع الجديد وتحدث مع العمال عن خطط التوسعة."


def read(content, name="a.csv"):
    """The results and the remarks of a file."""
    remarks = []
    data = content.encode() if isinstance(content, str) else content
    file = replace(in_memory(name, data), say=remarks.append)
    return list(read_source(file)), remarks


def days(*values):
    rows = "".join(f"{TEXT} {number},{value}\n" for number, value in enumerate(values))
    found, remarks = read(f"text,date\n{rows}")
    return [str(one.published) for one in found], remarks


@pytest.mark.parametrize(
    "content",
    [
        f"sep=;\ntext;date\n{TEXT};2021-03-09\n",
        f'"sep=|"\ntext|date\n{TEXT}|2021-03-09\n',
        f"أخبار العام,\n,\ntext,date\n{TEXT},2021-03-09\n",
        f"text,date,,\n{TEXT},2021-03-09,,\n",
        f"Content,Published-Date\n{TEXT},2021-03-09\n",
    ],
)
def test_lines_above_the_header_are_passed_over(content):
    (article,), _ = read(content)
    assert (article.text, str(article.published)) == (TEXT, "2021-03-09")


def test_a_workbook_may_have_a_title_and_days_as_numbers():
    (article,), _ = read(xlsx(["تقرير"], [], ["النص", "التاريخ"], [TEXT, 44264]), "a.xlsx")
    assert (article.text, str(article.published)) == (TEXT, "2021-03-09")


def test_a_table_named_txt_is_a_table():
    (article,), _ = read(f"text\tdate\n{TEXT}\t2021-03-09\n".encode("utf-16"), "a.txt")
    assert (article.text, str(article.published)) == (TEXT, "2021-03-09")


def test_a_text_that_begins_with_a_word_and_a_comma_is_a_text():
    (article,), _ = read(f"{TEXT}، وقال\nالخبر, {TEXT}", "a.txt")
    assert article.name == "a"


def test_the_column_decides_the_order_of_day_and_month():
    assert days("03/05/2018", "27/10/2018")[0] == ["2018-05-03", "2018-10-27"]
    assert days("03/05/2018", "10/27/2018")[0] == ["2018-03-05", "2018-10-27"]
    assert days("Tue 04/01/2022", "03/05/2018")[0] == ["2022-01-04", "2018-05-03"]


def test_a_column_without_or_with_two_orders_decides_none():
    found, remarks = days("03/05/2018", "04/05/2018", "05/05/2018")
    assert found == ["None", "None", "2018-05-05"]
    assert "2: 'published' is '03/05/2018', which may be two days" in remarks[-1]
    assert "(2 times: also line 3) (read without a day)" in remarks[-1]
    assert days("27/10/2018", "10/27/2018", "03/05/2018")[0][2] == "None"


@pytest.mark.parametrize(
    "value", ["nan", "NaT", "None", "null", "-", "غير محدد", "0000-00-00", "?"]
)
def test_a_word_for_no_day_is_no_error(value):
    found, remarks = days(value)
    assert found == ["None"]
    assert not any("published" in remark and "is '" in remark for remark in remarks)


def test_a_day_that_is_none_leaves_its_article():
    found, remarks = days("1440/05/03", "2018-13-45")
    assert found == ["None", "None"]
    assert any("the year is Hijri" in remark for remark in remarks)


def test_columns_that_are_not_used_are_named():
    _, remarks = read(f"text,views,author\n{TEXT},5,x\n")
    assert remarks == ["a.csv: columns not used: views, author"]


def test_markup_in_a_cell_becomes_text():
    html = f"<p>{TEXT}</p><p>قال: &quot;نعم&quot;&nbsp;ثم مضى.<br>انتهى</p><script>x()</script>"
    (article,), _ = read(f'text\n"{html}"\n')
    assert article.text == f'{TEXT}\nقال: "نعم" ثم مضى.\nانتهى'


def test_rows_beyond_the_limit_are_not_read(monkeypatch):
    monkeypatch.setattr("alaqat.ingest.readers.row_reader.ROWS", 2)
    found, _ = read("text\n" + "".join(f"{TEXT} {number}\n" for number in range(5)))
    assert len(found) == 3
    assert "a.csv: has more than 2 rows; split it" in str(found[2])
