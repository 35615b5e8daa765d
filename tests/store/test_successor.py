"""A build that follows from another by some rows, and the sums of rows by which builds are named."""

from __future__ import annotations

import pytest

from alaqat import store
from alaqat.store import damage
from alaqat.store.successor import Delta, publish_successor
from tests import builders

DETAILS = {"version": "test", "built": builders.BUILT}


def test_rows_that_leave_and_come_again_give_the_same_build(tiny):
    entities = store.read(tiny, "entities")
    delta = Delta({"entities": ("entity_id", list(entities["entity_id"]))}, {"entities": entities})
    assert publish_successor(tiny, delta, DETAILS).id == tiny.id


def test_a_build_follows_from_another_and_back(tmp_path):
    one, two = builders.visits()
    frames = builders.frames([one, two])
    first = store.publish(frames, root=tmp_path, **DETAILS)
    quotes = frames["quotes"]
    away = Delta({"quotes": ("quote_id", list(quotes["quote_id"][:1]))})
    second = publish_successor(first, away, DETAILS)
    assert second.manifest["counts"]["quotes"] == len(quotes) - 1
    assert len(store.read(first, "quotes")) == len(quotes)
    assert publish_successor(second, Delta(come={"quotes": quotes[:1]}), DETAILS).id == first.id


def test_an_entity_of_another_name_is_found_by_it(tmp_path):
    build = builders.publish(builders.visits(), tmp_path)
    entities = store.read(build, "entities")
    names = entities["canonical_en"].replace("France", "Gaul")
    delta = Delta(
        {"entities": ("entity_id", list(entities["entity_id"]))},
        {"entities": entities.assign(canonical_en=names)},
        renamed=list(entities["entity_id"]),
    )
    renamed = publish_successor(build, delta, DETAILS)
    assert len(builders.search(renamed, "Gaul")) == len(builders.search(build, "France")) > 0
    assert builders.search(renamed, "France").empty
    assert damage.damage(renamed.path, renamed.manifest) == []


@pytest.mark.parametrize(
    ("frame", "change"),
    [
        ("quotes", {"text": None}),
        ("quotes", {"start": 9, "end": 9}),
        ("events", {"date_from": None}),
        ("events", {"other": 1}),
    ],
)
def test_rows_that_break_the_contract_are_not_published(tiny, frame, change):
    rows = store.read(tiny, frame).assign(**change)
    with pytest.raises(ValueError, match=frame):
        publish_successor(tiny, Delta(come={frame: rows}), DETAILS)
    assert store.latest(tiny.path.parent).id == tiny.id
