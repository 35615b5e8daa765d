"""Entities of one sentence are joined; datelines and outlets are not."""

from __future__ import annotations

import pytest

from alaqat.build.frame_builder import FrameBuilder
from alaqat.build.pipeline import annotate
from alaqat.entities.outlets import outlet_ids
from tests import builders


def joined(text):
    """The entities that an article's edges name."""
    builder = FrameBuilder()
    builder.add(annotate(builders.article(text)))
    edges = builder.frames([])["edges"]
    return {*edges["a"], *edges["b"]}


def test_two_states_of_a_sentence_are_joined():
    assert joined("زار وفد من مصر قطر أمس. ورحبت فرنسا.") == {"loc:EGY", "loc:QAT"}


@pytest.mark.parametrize(
    "dateline",
    ["عمان (رويترز) - ", "دبي، الإمارات العربية المتحدة (CNN)-- ", "بيروت - ", "الدوحة – "],
)
def test_a_dateline_is_joined_to_nothing(dateline):
    assert joined(f"{dateline}وقعت مصر وقطر اتفاقا.") == {"loc:EGY", "loc:QAT"}


def test_a_sentence_with_a_dash_is_no_dateline():
    assert "loc:FRA" in joined("دعت فرنسا - وهي عضو دائم - مصر إلى الحوار مع قطر.")


def test_an_outlet_is_joined_to_nothing():
    assert joined("نقلت شبكة سي إن إن عن مصادر في مصر أن قطر ستشارك.") == {"loc:EGY", "loc:QAT"}


def test_a_platform_is_joined_to_nothing():
    assert joined("كتب وزير خارجية مصر على تويتر وفيسبوك أن قطر ستشارك.") == {"loc:EGY", "loc:QAT"}


def test_companies_are_no_outlets():
    assert "org:reuters" in outlet_ids()
    assert "org:boeing" not in outlet_ids()
