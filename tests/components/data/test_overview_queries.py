import pytest

from components.data import overview_queries
from components.view.view_state import ViewState

VIEW = ViewState()


@pytest.fixture(autouse=True)
def two_visits(tiny, monkeypatch):
    """France visits Chad and is quoted, in 2018 and in 2020."""
    monkeypatch.setenv("ALAQAT_STORE", str(tiny.path.parent))


def test_the_latest_events_are_the_newest_first_with_all_columns():
    latest = overview_queries.latest_events(VIEW)
    assert [str(row["date_from"].date()) for row in latest] == ["2020-03-04", "2018-06-01"]
    assert all(row["sentence"] for row in latest)


def test_the_most_quoted_come_with_their_number_of_quotes():
    (speaker,) = overview_queries.most_quoted(VIEW)
    assert (speaker["value"], speaker["label_ar"], speaker["count"]) == ("France", "فرنسا", 2)


def test_pairs_come_with_the_rows_of_their_entities():
    (pair,), entities = overview_queries.named_together(VIEW)
    assert (pair["a"], pair["b"], pair["sentences"]) == ("loc:FRA", "loc:TCD", 2)
    assert {key: row["canonical_en"] for key, row in entities.items()} == {
        "loc:FRA": "France",
        "loc:TCD": "Chad",
    }
