"""Annotations survive the way through JSON, and tell other programs what the contract promises."""

import json

from alaqat.build.annotation_cache import Cache
from alaqat.store import serialization
from tests.conftest import make_article, visit


def test_what_is_dumped_is_loaded_equal():
    found = visit()
    data = json.loads(json.dumps(serialization.dump(found)))
    assert serialization.load(found.document, data) == found


def test_the_public_form_names_both_parties_source_first():
    event = serialization.public(visit())["events"][0]
    assert event["actors"] == ["France", "Chad"]
    assert (event["recipients"], event["future"], event["date_from"]) == (
        ["Chad"],
        False,
        "2020-03-04",
    )


def test_every_public_span_is_its_text():
    found = visit()
    data = serialization.public(found)
    spans = [
        *data["timex"],
        *data["quotes"],
        *(mention for entity in data["entities"] for mention in entity["mentions"]),
    ]
    assert all(found.document.text[one["start"] : one["end"]] == one["text"] for one in spans)


def test_the_cache_gives_back_what_was_put_and_knows_the_day(tmp_path):
    cache = Cache(tmp_path / "c.sqlite")
    found = visit()
    cache.put(found.article, serialization.dump(found))
    assert serialization.load(found.document, cache.get(found.article)) == found
    assert cache.get(make_article(found.document.text, "2021-01-01")) is None
    cache.forget_older()
    assert cache.get(found.article) is not None
    cache.close()
