"""The order of day and month in a column of days: 27/10/2022 or 10/27/2022."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from alaqat.arabic.fold import folded
from alaqat.ingest.metadata.date_parser import Order, order_of

# Values that are looked at; a column of more rows is one order throughout.
SEARCHED: Final = 100_000


def order_of_column(values: Iterable[Any]) -> Order | None:
    """The order that every day of the column allows and at least one needs; None if there is none.

    27/10/2022 and «Tue, 04/01/2022» need an order, 03/05/2022 allows both.
    """
    orders = set()
    for value, _ in zip(values, range(SEARCHED), strict=False):
        if isinstance(value, str):
            orders.add(order_of(folded(value).strip()))
    needed = orders - {None}
    return needed.pop() if len(needed) == 1 else None
