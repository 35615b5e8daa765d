"""What can be corrected, and the values that are offered."""

from pprint import pformat

import pandas as pd
import pytest

from alaqat.corrections.model import Correction
from components.data import event_queries, queries
from components.forms import correction_targets
from components.forms.correction_targets import Target
from components.i18n.words import Words

EN = Words("en")
REPORT = {"article_id": "a", "trigger_start": 3}
EVENT = Target("e:1", "event", {}, (REPORT,))
NAME = Target("n:p", "entity", {})


def plain(text):
    return text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))


@pytest.fixture
def target(sample_view):
    event = event_queries.events(sample_view)["event_id"].iloc[0]
    return correction_targets.read(f"e:{event}")


def test_things_are_read_by_their_key(target):
    assert target.kind == "event"
    assert target.id == target.row["event_id"]
    assert len(target.report_ids) == 1
    assert correction_targets.read("n:p1").row["canonical_en"] == "Sameh Fahmy"
    quote = queries.read("quotes")["quote_id"].iloc[0]
    assert correction_targets.read(f"q:{quote}").kind == "quote"
    assert correction_targets.read("n:x") is correction_targets.read(None) is None


@pytest.mark.parametrize(("target", "choices"), [
    (EVENT, ["date", "code", "actors", "recipients", "join", "hide"]),
    (Target("e:1", "event", {}, (REPORT, REPORT)), ["date", "code", "actors", "recipients", "join", "split", "hide"]),
    (Target("q:1", "quote", {}), ["speaker", "hide"]), (NAME, ["merge", "apart", "hide"]),
])  # fmt: skip
def test_a_thing_has_its_kinds_of_corrections(target, choices):
    assert target.choices() == choices


@pytest.mark.parametrize(("target", "kind", "a", "b", "is_corrected"), [
    (EVENT, "date", "a:3", "", True), (EVENT, "date", "a:4", "", False), (EVENT, "join", "x:1", "a:3", True),
    (EVENT, "code", "x:1", "a:3", False), (NAME, "hide", "p", "", True), (NAME, "merge", "x", "p", True),
    (NAME, "apart", "x", "p", True), (NAME, "hide", "x", "p", False),
])  # fmt: skip
def test_a_correction_changes_what_it_names(target, kind, a, b, is_corrected):
    assert target.is_corrected_by(Correction(kind, a, b, "r", "by")) is is_corrected


@pytest.mark.parametrize(("kind", "a", "b", "said"), [
    ("date", "x", "2020-01-02/2020-01-02", "2 January 2020"), ("date", "x", "", "undated"),
    ("code", "x", "SANCTION", "Sanction"), ("code", "x", "NONE/x", "NONE/x"), ("actors", "x", "Egypt|Other", "Egypt, Other"),
    ("recipients", "x", "", "nobody named"), ("speaker", "x", "p1", "Sameh Fahmy"), ("merge", "c1", "gone", "Egypt + gone"),
    ("apart", "x", "per:a-b", "a b"), ("hide", "x", "", ""),
])  # fmt: skip
def test_the_value_of_a_correction_is_said(kind, a, b, said, sample_view):
    value = correction_targets.value(Correction(kind, a, b, "r", "by"), EN)
    assert plain(value) == said


@pytest.mark.parametrize(("kind", "key"), [("speaker", "q:x"), ("merge", "n:x"), ("apart", "n:x"), ("date", "e:9"), ("hide", None), ("code", None)])  # fmt: skip
def test_a_correction_leads_to_what_it_is_about(kind, key, monkeypatch):
    rows = [
        {"kind": "date", "a": "x", "item": "9"},
        {"kind": "hide", "a": "x", "item": "9"},
        {"kind": "code", "a": "x", "item": None},
    ]
    monkeypatch.setattr(queries, "read", lambda _: pd.DataFrame(rows))
    assert correction_targets.key(Correction(kind, "x", "", "r", "by")) == key


def test_the_offered_values_as_a_whole(target, whole):
    name = correction_targets.read("p1" and "n:p1")
    offered = {
        "names": correction_targets.names(EN), "persons": correction_targets.names(EN, ("PER",)),
        "parties": correction_targets.parties_known(Words("ar")), "nearby": correction_targets.nearby(target, EN),
        "spellings": correction_targets.spellings(name),
    }  # fmt: skip
    whole("offered", pformat(offered, width=120, sort_dicts=False))


def test_without_a_file_nothing_is_recorded(tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_CORRECTIONS", str(tmp_path / "none.csv"))
    assert correction_targets.recorded(None) == []
