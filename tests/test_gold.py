"""A floor under the scores on real articles: raised by hand when a measure rises.

Those of quotes were lowered once (.94 and .91 before): the rule of trailing reported speech, which
was right twice and wrong 52 times on the annotated articles, was taken out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from alaqat import ingest
from alaqat.build.pipeline import annotate
from alaqat.store.serialization import public
from tests.conftest import SHARED

FLOOR = {
    "timex_span_f1": 0.99,
    "timex_value_f1": 0.97,
    "quote_f1": 0.92,
    "quote_speaker_f1": 0.89,
    "entity_f1": 0.98,
    "entity_nominal_f1": 0.72,
    "event_date_f1": 0.70,
    "event_type_f1": 0.63,
    "event_polarity_f1": 0.70,
    "event_actor_f1": 0.83,
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    gold = SHARED / "gold"
    if not gold.is_dir():
        pytest.skip("../shared/gold is not beside this checkout: the scores are not measured")
    out = tmp_path_factory.mktemp("scored")
    for article in ingest.read(gold / "articles"):
        assert isinstance(article.published, date)
        (out / f"{article.name}.json").write_text(
            json.dumps(public(annotate(article)), ensure_ascii=False)
        )
    command = [sys.executable, str(gold / "score.py"), str(gold / "gold"), str(out), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("name", FLOOR)
def test_a_score_never_falls(scores, name):
    assert scores[name]["f1"] >= FLOOR[name], scores[name]
