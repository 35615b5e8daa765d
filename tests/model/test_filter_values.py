"""Values of filters in links and on the command line."""

from __future__ import annotations

import pytest

from alaqat.model.filter_values import LONGEST, selection_of
from alaqat.model.selection import Selection

KINDS = ("consult", "assault")


def test_every_value_that_is_valid_is_in_the_selection():
    params = {
        "pair": ["TUR-ISR"],
        "from": ["2016"],
        "kind": ["consult", "assault", "consult"],
        "q": ["ship"],
        "lang": ["ar"],
    }
    wanted = Selection(pair="ISR-TUR", year_from=2016, kinds=("consult", "assault"), query="ship")
    assert selection_of(params, KINDS) == (wanted, ())


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("from", "soon"),
        ("from", "99"),
        ("pair", "ISR"),
        ("pair", "ISR-ISR"),
        ("kind", "party"),
        ("granularity", "second"),
        ("q", " "),
        ("q", "x" * (LONGEST + 1)),
    ],
)
def test_a_value_that_is_not_valid_is_named(parameter, value):
    selection, ignored = selection_of({parameter: [value]}, KINDS)
    assert (selection, ignored) == (Selection(), (f"{parameter}={value}",))
