"""What changed between two builds, and why."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from alaqat import store
from alaqat.corrections.model import Correction
from alaqat.store.comparison import compare, comparison_lines
from alaqat.store.edition import edition
from tests import builders


@pytest.fixture
def two(tmp_path):
    """Builds of one visit and of two."""
    first, second = builders.visits()
    return builders.publish([first], tmp_path / "a"), builders.publish(
        [first, second], tmp_path / "b"
    )


def test_an_event_of_a_new_article_was_added(two):
    (change,) = compare(*two).changes
    assert (change.change, change.reason) == ("added", "its article was added")
    (change,) = compare(*reversed(two)).changes
    assert (change.change, change.reason) == ("removed", "its article was taken out")


def test_a_build_does_not_differ_from_itself(two):
    comparison = compare(two[0], two[0])
    assert comparison.changes == ()
    assert comparison.old == comparison.new


def test_another_code_of_the_same_sentence_is_a_change(tmp_path):
    frames = builders.frames(builders.visits()[:1])
    old = store.publish(frames, root=tmp_path / "a", version="one", built="t")
    for column, value in (("plover", "AGREE"), ("event_id", "other")):
        frames["events"][column] = pd.Series([value], dtype="object")
    new = store.publish(frames, root=tmp_path / "b", version="two", built="t")
    (change,) = compare(old, new).changes
    assert change.fields == (("plover", "CONSULT", "AGREE"),)
    assert change.reason == "rules or reader changed"
    assert "plover: CONSULT → AGREE" in "\n".join(comparison_lines(compare(old, new)))


def test_the_version_changes_with_articles_rules_and_corrections(two, tmp_path):
    visit = builders.visits()[:1]
    row = Correction("hide", "loc:FRA", reason="r", by="b", day=date(2020, 1, 1))
    corrected = builders.frames(visit, None, [(row, None)])
    builds = [
        *two,
        store.publish(corrected, root=tmp_path / "c", version="test", built="t"),
        store.publish(builders.frames(visit), root=tmp_path / "d", version="other", built="t"),
    ]
    assert len({edition(build).version for build in builds}) == 4
