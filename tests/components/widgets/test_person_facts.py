"""The facts on the page of one name."""

from pprint import pformat

import pytest

from components.data import person_queries
from components.widgets import person_facts


def facts(view, entity):
    frames = person_queries.person_frames(view.with_values({"entity": entity}))
    return person_facts.person_facts(frames, lambda page, **more: f"{page} {more}")


@pytest.mark.parametrize("entity", ["p1", "c1"])
def test_the_facts_of_a_name_as_a_whole(entity, sample_view, whole):
    found = facts(sample_view, entity)
    assert not found.is_empty
    parts = {
        name: getattr(found, name) for name in ("offices", "company", "joint_sentences", "marks")
    }
    parts |= {
        name: [row["event_id"] for row in getattr(found, name)] for name in ("acts", "others")
    }
    whole(entity, pformat(parts, width=160))


def test_a_name_of_which_the_filters_leave_nothing_is_empty(sample_view):
    assert facts(sample_view.with_values({"query": "ظظظ"}), "p1").is_empty
