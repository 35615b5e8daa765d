"""The frames of a build of a few articles as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from alaqat import store
from alaqat.build import pipeline
from alaqat.build.event_frames import outline
from alaqat.store.schema import FRAMES
from tests import builders
from tests.conftest import SEED


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A build of visits, a copy of one, two articles of the same events and the first of all texts."""
    made = builders.visit_articles(4)
    copy = replace(made[0], id=made[0].id, name="copy", source="another")
    near = builders.article(made[1].text + "\nانتهى.", "2020-01-03", name="near", source="V")
    other = builders.article(
        "قطعت مصر علاقاتها مع قطر في 5 يونيو 2017 احتجاجا على دعم الإرهاب. وقال الوزير إن القرار نهائي.",
        "2017-06-06",
        source="W",
    )
    again = builders.article(
        "في 5 يونيو 2017 أعلنت مصر قطع علاقاتها مع قطر.", "2017-06-07", source="V"
    )
    seed = builders.article(SEED.read_text(encoding="utf-8"), "2022-10-27")
    root = tmp_path_factory.mktemp("whole")
    pipeline.build([*made, copy, near, other, again, seed], root=root)
    return store.latest(root)


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_as_a_whole(name, built, whole):
    table = store.read(built, name)
    kept = [column for column in table.columns if column not in ("text", "x", "y")]
    if name in ("mentions", "timexes", "edges", "sentences", "participants"):
        table = table.head(25)
    whole(name, f"{len(table)} rows\n{pd.DataFrame(table[kept]).to_csv(index=False)}")


@pytest.mark.parametrize(
    ("offset", "number"), [(0, -1), (2, 0), (4, 0), (5, -1), (6, 1), (8, 1), (9, -1), (10, -1)]
)
def test_an_offset_is_in_one_sentence_or_in_none(offset, number):
    sentences = outline(date(2020, 1, 1), ((2, 5, 0), (6, 9, 1)))
    assert sentences.sentence_number(offset) == number
