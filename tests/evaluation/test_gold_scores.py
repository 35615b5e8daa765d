"""The scores are those of the reference program, and small cases are counted as the measures say."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from alaqat.build.pipeline import annotate
from alaqat.evaluation import GoldArticle, read_gold
from alaqat.evaluation.gold_scores import MEASURES, Key, Scores
from alaqat.store.serialization import public
from tests import builders

OWN = {"event_trigger_f1", "event_side_f1"}
FOUND = public(builders.visit())


@pytest.fixture(scope="module")
def gold_articles():
    from tests.conftest import SHARED  # noqa: PLC0415

    if not (SHARED / "gold").is_dir():
        pytest.skip("../shared/gold is not beside this checkout: the scores are not compared")
    return SHARED / "gold", read_gold(SHARED / "gold")


def test_all_measures_are_those_of_the_reference_program(gold_articles, tmp_path):
    folder, articles = gold_articles
    scores = Scores()
    for annotated in articles:
        found = public(annotate(annotated.article))
        (tmp_path / f"{annotated.article.name}.json").write_text(json.dumps(found))
        scores.add(annotated, found)
    command = [sys.executable, folder / "score.py", folder / "gold", tmp_path, "--json"]
    expected = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    tallies = {name: scores.tallies[Key(name)] for name in MEASURES if name not in OWN}
    counts = {name: [one.gold_right, one.gold, one.found] for name, one in tallies.items()}
    assert counts == {name: [row["tp"], row["gold"], row["pred"]] for name, row in expected.items()}


def scored(gold):
    """The scores of what `builders.visit` finds, against `gold`."""
    scores = Scores()
    scores.add(GoldArticle(builders.visit().article, gold), FOUND)
    return scores


def event(**changes):
    return {**FOUND["events"][0], "date_basis": "sentence", **changes}


def test_what_is_found_as_annotated_is_right_in_every_measure():
    scores = scored({**FOUND, "events": [event()]})
    tallies = {name: scores.tallies[Key(name)] for name in MEASURES}
    assert {name for name, tally in tallies.items() if tally.f1 != 1} == {"entity_nominal_f1"}
    assert scores.errors == []


@pytest.mark.parametrize(
    ("change", "measure", "kind"),
    [
        ({"date_to": "2020-03-05"}, "event_date_f1", "event missed"),
        ({"plover": "COERCE"}, "event_type_f1", "event category"),
        ({"actors": ["Egypt", "Chad"]}, "event_actor_f1", "event parties"),
    ],
)
def test_a_difference_costs_its_measure_and_is_listed(change, measure, kind):
    scores = scored({"events": [event(**change)]})
    assert scores.tallies[Key(measure)].f1 < 1
    assert kind in {error.kind for error in scores.errors}


def test_a_wrong_category_counts_as_missed_in_one_and_as_found_in_the_other():
    scores = scored({"events": [event(plover="COERCE")]})
    missed = scores.tallies[Key("event_type_f1", "category", "COERCE")]
    extra = scores.tallies[Key("event_type_f1", "category", "CONSULT")]
    assert (missed.gold, missed.found, extra.gold, extra.found) == (1, 0, 0, 1)


def test_a_side_counts_only_on_its_side():
    scores = scored({"events": [event(actors=["Chad"], recipients=["France"])]})
    assert scores.tallies[Key("event_side_f1")].f1 == 0
    assert scores.tallies[Key("event_actor_f1")].recall == 1


def test_a_trigger_counts_whatever_the_date():
    scores = scored({"events": [event(date_from="2019-01-01")]})
    assert scores.tallies[Key("event_trigger_f1")].f1 == 1
