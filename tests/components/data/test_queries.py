import pytest

from components.data import queries


@pytest.fixture(autouse=True)
def two_visits(tiny, monkeypatch):
    """France visits Chad and is quoted, in 2018 and in 2020."""
    monkeypatch.setenv("ALAQAT_STORE", str(tiny.path.parent))


def test_parties_are_the_parts_of_names_in_events_with_their_side():
    found = queries.parties(("France", "Chad", "Niger"))
    assert set(found["event_id"]) == set(queries.read("events")["event_id"])
    assert sorted(found["name"]) == ["Chad", "Chad", "France", "France"]
    assert set(found["polarity"]) == {"cooperation"}


@pytest.mark.parametrize("value", [None, "no such id"])
def test_what_is_not_in_a_table_has_no_row(value):
    assert queries.row_of("events", "event_id", value) is None


def test_a_filter_has_its_values_with_their_numbers_of_rows():
    assert queries.facet_counts("speaker") == {"France": 2}
    assert queries.joined() == ["loc:FRA", "loc:TCD"]
