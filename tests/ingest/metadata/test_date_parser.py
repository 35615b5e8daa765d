"""Days in figures, in short years, with weekdays, and what is no day."""

import pytest

from alaqat.ingest.metadata.date_parser import date_in_url, is_no_day, parse_date
from alaqat.model.errors import ArticleRefused


@pytest.mark.parametrize(
    "value",
    [1615248000, "1615248000", 1615248000000, "20210309", 20210309, "20210309T101500Z", "44264", 44264.5,
     "Tue, 09 Mar 21 10:15:00 +0200", "Tue Mar 09 10:15:00 +0000 2021", "Tue Mar  9 10:15:00 2021", "الثلاثاء 09/03/2021", "Tuesday 3/9/2021"],
)  # fmt: skip
def test_a_day_in_figures_is_read(value):
    assert str(parse_date(value, "it")) == "2021-03-09"


@pytest.mark.parametrize(
    "value", [5, 2021, "2021", "123456", True, "Mon, 09 Mar 21 10:15", "الخميس 09/03/2021"]
)
def test_figures_that_are_no_day_are_refused(value):
    with pytest.raises(ArticleRefused):
        parse_date(value, "it")


def test_a_hijri_day_is_called_so():
    with pytest.raises(ArticleRefused, match="a day of the Hijri calendar"):
        parse_date("03/05/1440", "it")


@pytest.mark.parametrize(
    "value",
    [None, "", " ", "N/A", "00/00/0000", "0000-00-00T00:00:00Z", float("nan"), "بدون تاريخ"],
)
def test_a_cell_may_say_that_there_is_no_day(value):
    assert is_no_day(value)


@pytest.mark.parametrize("value", ["2021-03-09", "soon", 5, "مارس"])
def test_a_word_of_its_own_is_not_taken_for_none(value):
    assert not is_no_day(value)


@pytest.mark.parametrize(
    "link",
    ["https://a.example/2021/20210309/x.htm", "https://a.example/2021-03/09/c_1.htm", "https://a.example/n/2021/0309/c31-1.html",
     "https://a.example/2021/03/20210309-x"],
)  # fmt: skip
def test_a_link_may_write_its_day_without_signs(link):
    assert str(date_in_url(link)) == "2021-03-09"


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example/20210309",
        "https://a.example/2019/20210309/x",
        "https://a.example/2021/0309/title",
    ],
)
def test_figures_that_may_be_a_number_date_nothing(link):
    assert date_in_url(link) is None
