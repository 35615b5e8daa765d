"""The cells of a row of the file of corrections."""

from datetime import date

import pytest

from alaqat.corrections.row_parser import parse_row
from alaqat.model.errors import LexiconError

EVENT, QUOTE, NAME = "47d3d796223e098a:120", "47d3d796223e098a", "per:benny-gantz"


def row(kind, a, b="", day=""):
    return [kind, a, b, "reason", "by", day]


@pytest.mark.parametrize(("kind", "a", "b"), [
    ("merge", NAME, "loc:ISR"), ("apart", "org:un", "other:x y"), ("hide", NAME, ""), ("hide", EVENT, ""), ("hide", QUOTE, ""),
    ("date", EVENT, "2018-05-01/2018-05-31"), ("date", EVENT, "2018-05-01/2018-05-01"), ("date", EVENT, ""), ("code", EVENT, "SANCTION/expel"),
    ("code", EVENT, "SANCTION"), ("actors", EVENT, "a|b"), ("recipients", EVENT, ""), ("speaker", QUOTE, NAME), ("join", EVENT, EVENT),
    ("split", EVENT, ""),
])  # fmt: skip
def test_a_row_of_each_kind_is_read(kind, a, b):
    correction = parse_row([f" {cell} " for cell in row(kind, a, b)] + ["", ""])
    assert (correction.kind, correction.a, correction.b) == (kind, a, b)
    assert (correction.reason, correction.by, correction.day) == ("reason", "by", None)


@pytest.mark.parametrize(("cells", "said"), [
    (["hide", NAME, "", "r", "b"], "has 5 cells instead of 6; quote commas or add cells"),
    ([*row("hide", NAME), "x"], "has 7 cells instead of 6; quote commas or add cells"),
    (row("x" * 41, NAME), f"kind '{'x' * 40}' should be one of merge, apart, hide, date, code, actors, recipients, speaker, join, split"),
    (row("merge", "benny", NAME), "'benny' is no entity id, such as per:benny-gantz"),
    (row("hide", "x"), "'x' is no id of an event's report, of a quote or of an entity"), (row("hide", NAME, "x"), "'x' is no empty cell"),
    (row("date", QUOTE), f"'{QUOTE}' is no report of an event, such as 47d3d796223e098a:120"),
    (row("date", EVENT, "2018-05-02/2018-05-01"), "'2018-05-02/2018-05-01' is no interval such as 2018-05-01/2018-05-31, nor empty"),
    (row("date", EVENT, "2018-05-32/2018-06-01"), "'2018-05-32/2018-06-01' is no interval such as 2018-05-01/2018-05-31, nor empty"),
    (row("date", EVENT, "0018-05-02/2018-05-03"), "'0018-05-02/2018-05-03' is no interval such as 2018-05-01/2018-05-31, nor empty"),
    (row("code", EVENT, "X"), "'X' is no code of plover.csv, such as SANCTION/expel"), (row("speaker", NAME, NAME), f"'{NAME}' is no quote id"),
    (row("hide", NAME, day="soon"), "the day 'soon' is no date such as 2022-10-27"),
    (row("hide", NAME, day="2022-13-01"), "the day '2022-13-01' is no date such as 2022-10-27"),
])  # fmt: skip
def test_a_wrong_row_is_a_sentence(cells, said):
    with pytest.raises(LexiconError) as refused:
        parse_row(cells)
    assert said in str(refused.value)


@pytest.mark.parametrize(("text", "day"), [
    ("", None), ("2022-10-27", date(2022, 10, 27)), ("27/10/2022", date(2022, 10, 27)), ("10/27/2022", date(2022, 10, 27)),
    ("1/5/2024", None), ("5.5.2024", date(2024, 5, 5)), ("2024/5/13", date(2024, 5, 13)), ("13.5.2024", date(2024, 5, 13)),
    ("12/5/2024", None), ("31/1/2024", date(2024, 1, 31)), ("5/12/2024", None), ("5/13/2024", date(2024, 5, 13)),
])  # fmt: skip
def test_a_day_that_may_be_one_of_two_is_none(text, day):
    assert parse_row(row("hide", NAME, day=text)).day == day
