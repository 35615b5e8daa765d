"""Annotations survive the way through JSON, and tell other programs what the contract promises."""

import json

from alaqat.build.annotation_cache import AnnotationCache
from alaqat.store import serialization
from tests import builders


def test_what_is_dumped_is_loaded_equal():
    found = builders.visit()
    data = json.loads(json.dumps(serialization.dump(found)))
    assert serialization.load(found.document, data) == found
    assert serialization.load_entities(found.document, data).entities == found.entities


def test_the_public_form_names_both_parties_source_first():
    event = serialization.public(builders.visit())["events"][0]
    assert event["actors"] == ["France", "Chad"]
    assert (event["recipients"], event["future"], event["date_from"]) == (
        ["Chad"],
        False,
        "2020-03-04",
    )


def test_every_public_span_is_its_text():
    found = builders.visit()
    data = serialization.public(found)
    spans = [
        *data["timex"],
        *data["quotes"],
        *(mention for entity in data["entities"] for mention in entity["mentions"]),
    ]
    assert all(found.document.text[one["start"] : one["end"]] == one["text"] for one in spans)


def test_the_cache_gives_back_what_was_put_and_knows_the_day(tmp_path):
    cache = AnnotationCache(tmp_path / "c.sqlite")
    found = builders.visit()
    cache.put(found.article, serialization.dump(found))
    assert serialization.load(found.document, cache.get(found.article)) == found
    assert cache.get(builders.article(found.document.text, "2021-01-01")) is None
    cache.delete_other_versions()
    assert cache.get(found.article) is not None
    cache.close()
