"""What became of a record of an earlier build."""

import pandas as pd
import pytest

from alaqat.store.comparison import ARTICLE_GONE, REGROUPED
from components.data.lost_records import lost_record
from components.data.queries import read
from tests import builders


@pytest.fixture
def gone(tmp_path, monkeypatch):
    """A store whose first article was taken out; the ids of its event and quote."""
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    builders.publish(builders.visits(), tmp_path)
    ids = read("events")["event_id"].iloc[0], read("quotes")["quote_id"].iloc[1]
    builders.publish(builders.visits()[1:], tmp_path)
    return ids


def test_what_went_with_its_article_says_so(gone):
    for table, key, identity in (("events", "event_id", gone[0]), ("quotes", "quote_id", gone[1])):
        lost = lost_record(table, key, identity)
        assert lost.row[key] == identity
        assert (lost.reason, lost.successors, lost.has_article) == (ARTICLE_GONE, (), False)
        assert len(lost.version) == 12


def test_what_was_never_there_is_not_lost(gone):
    assert lost_record("events", "event_id", "x") is None


@pytest.mark.parametrize("table", ["events", "quotes"])
def test_the_rows_at_the_same_place_are_named(table, tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    key = f"{table[:-1]}_id"
    one = builders.visit()
    builders.publish([one], tmp_path)
    identity = read(table)[key].iloc[0]
    frames = builders.frames([one])
    for name in ("events", "reports", "participants") if table == "events" else ("quotes",):
        frames[name][key] = pd.Series("other", frames[name].index, dtype="object")
    builders.store.publish(frames, root=tmp_path, version="test", built=builders.BUILT)
    lost = lost_record(table, key, identity)
    assert [row[key] for row in lost.successors] == ["other"]
    assert (lost.reason, lost.has_article) == (REGROUPED, True)
