"""The frames hold what no article knows of itself: groups, ranks and counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import builders

GROUPED = "نعلن اليوم أننا سنعمل معا من أجل السلام في المنطقة كلها"


def ranked(**changes):
    """Ranks by day of a quote in two articles; `changes` are made to that of the earlier one."""
    earlier, later = builders.visit("2020-03-03", "ب"), builders.visit("2020-03-04", "أ")
    first, second = (replace(one.quotes[0], text=GROUPED) for one in (earlier, later))
    annotations = [
        replace(earlier, quotes=(replace(first, **changes),)),
        replace(later, quotes=(second,)),
    ]
    quotes = builders.frames(annotations)["quotes"]
    assert quotes["group_id"].nunique() == 1
    days = [str(day.date()) for day in quotes["date_from"]]
    return dict(zip(days, quotes["lead_rank"], strict=True))


def test_of_a_group_the_earliest_quote_leads():
    assert ranked() == {"2020-03-03": 0, "2020-03-04": 1}


@pytest.mark.parametrize("changes", [{"kind": "indirect"}, {"speaker": None, "speaker_ar": None}])
def test_an_indirect_quote_and_one_without_speaker_come_later(changes):
    assert ranked(**changes) == {"2020-03-03": 1, "2020-03-04": 0}


def test_frames_without_articles_keep_their_columns():
    assert list(builders.frames([])["quotes"]["lead_rank"]) == []
