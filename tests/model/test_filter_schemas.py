"""The schema of a filter takes the values that its reader takes."""

from __future__ import annotations

import json

import pytest

from alaqat.model import filter_values
from alaqat.model.filter_schemas import filter_schemas, has_valid_values, number
from alaqat.model.selection import FILTERS

KINDS = ("consult", "assault")
SCHEMAS = filter_schemas(KINDS)
VALUES = ("ISR-TUR", "TUR-TUR", "ISR-TUR\n", "2016", "999", "3000", "consult", "day", "likely", "Turkey", " ")  # fmt: skip


def can_read(known, value):
    try:
        filter_values.of_filter(known, KINDS)(value)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("known", FILTERS.values(), ids=lambda known: known.parameter)
def test_a_schema_and_the_reader_of_a_filter_agree(known, value):
    assert has_valid_values(SCHEMAS[known.parameter], [value]) == can_read(known, value)


def test_a_list_is_an_array_and_a_single_value_is_not():
    assert SCHEMAS["kind"]["type"] == "array"
    assert has_valid_values(SCHEMAS["kind"], ["consult", "assault"])
    assert not has_valid_values(SCHEMAS["pair"], ["ISR-TUR", "EGY-TUR"])
    assert not has_valid_values(SCHEMAS["actor"], [str(number) for number in range(21)])


@pytest.mark.parametrize("value", ["01", "1_0", "٣", "+1", "1.0", "1e1", "", " 1", "9" * 5000])
def test_a_number_is_written_in_one_way(value):
    assert not has_valid_values(number(0, 100), [value])


def test_every_filter_has_a_schema():
    assert set(SCHEMAS) == {known.parameter for known in FILTERS.values()}


def test_the_schemas_as_a_whole(whole):
    whole("schemas", json.dumps(SCHEMAS, indent=1))


@pytest.mark.parametrize(
    ("value", "is_valid"), [("0", False), ("1", True), ("9", True), ("10", False)]
)
def test_a_number_lies_within_its_bounds(value, is_valid):
    assert has_valid_values(number(1, 9), [value]) is is_valid


@pytest.mark.parametrize(("length", "is_valid"), [(1, True), (200, True), (201, False)])
def test_a_text_is_not_too_long(length, is_valid):
    longest = SCHEMAS["q"]["maxLength"]
    assert (
        has_valid_values(SCHEMAS["q"], ["x" * (length * longest // 200 + (length == 201))])
        is is_valid
    )
