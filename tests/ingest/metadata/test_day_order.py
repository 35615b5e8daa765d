"""The order of day and month in a column."""

import pytest

from alaqat.ingest.metadata import day_order


@pytest.mark.parametrize(("values", "order"), [
    (["27/10/2022", "03/05/2022"], "dmy"), (["10/27/2022", "03/05/2022"], "mdy"), (["03/05/2022"], None),
    (["27/10/2022", "10/27/2022"], None), ([], None), ([None, 3, " 27/10/2022 "], "dmy"),
])  # fmt: skip
def test_a_column_has_the_order_that_one_of_its_days_needs(values, order):
    found = day_order.order_of_column(values)
    assert (found is None) is (order is None)
    assert found == (
        day_order.order_of_column(["27/10/2022" if order == "dmy" else "10/27/2022"])
        if order
        else None
    )


def test_only_the_first_values_are_looked_at(monkeypatch):
    monkeypatch.setattr(day_order, "SEARCHED", 2)
    assert day_order.order_of_column(["03/05/2022", "27/10/2022"]) is not None
    assert day_order.order_of_column(["03/05/2022", "03/05/2022", "27/10/2022"]) is None
