"""Days written as figures alone."""

from datetime import date

import pytest

from alaqat.ingest.metadata.date_figures import day_of_figures


@pytest.mark.parametrize(("text", "day"), [
    ("20221027", date(2022, 10, 27)), ("20221027T100000Z", date(2022, 10, 27)), ("20221027100000", date(2022, 10, 27)),
    ("20221327", None), ("0", None), ("1666828800", date(2022, 10, 27)), ("1666828800000", date(2022, 10, 27)),
    ("1666828799.5", date(2022, 10, 26)), ("100000000", date(1973, 3, 3)), ("44861", date(2022, 10, 27)),
    ("44861.75", date(2022, 10, 27)), ("20000", date(1954, 10, 3)), ("60000", None), ("19000", None),
])  # fmt: skip
def test_figures_are_a_day_of_the_calendar_of_seconds_or_of_excel(text, day):
    assert day_of_figures(text) == day
