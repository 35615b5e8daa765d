"""The seed article's expressions, each with the value a reader would put on a timeline."""

from datetime import date
from pathlib import Path

import pytest

from alaqat import timex
from tests.timex.conftest import document

SEED = Path(__file__).parents[2] / "seeds" / "000_47d3d796223e098a.txt"
EXPECTED = [
    ("الخميس", "2022-10-27", None),
    ("عقداً", "P10Y", None),
    ("أكثر من عقد", "P10Y", "MORE_THAN"),
    ("اليوم", "2022-10-27", None),
    ("يوماً واحداً", "P1D", None),
    ("شهرين", "P2M", None),
    ("سنوات عديدة", "PXY", None),
    ("عام 2003", "2003", None),
    ("عام 2008", "2008", None),
    ("عام 2010", "2010", None),
    ("من 2016 حتى 2018", "2016/2018", None),
    ("أشهر", "PXM", None),
    ("17 أغسطس الفائت", "2022-08-17", None),
    ("أقل من أسبوع", "P1W", "LESS_THAN"),
    ("أقل من 4 سنوات", "P4Y", "LESS_THAN"),
    ("مستقبلاً", "FUTURE_REF", None),
]


@pytest.fixture(scope="module")
def found():
    return timex.tag(document(SEED.read_text(encoding="utf-8")))


def test_every_expression_has_its_value(found):
    assert [(one.text, one.value, one.mod) for one in found] == EXPECTED


def test_two_years_joined_are_one_interval(found):
    range_ = next(one for one in found if one.type == "RANGE")
    assert (range_.date_from, range_.date_to) == (date(2016, 1, 1), date(2018, 12, 31))


def test_the_election_lies_in_the_week_after_publication(found):
    before = next(one for one in found if one.text == "أقل من أسبوع")
    assert (before.date_from, before.date_to) == (date(2022, 10, 27), date(2022, 11, 3))
