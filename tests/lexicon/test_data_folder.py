"""Every file of data/ is in its index, and every class, lemma and property is of use."""

import re
import subprocess

import pytest

from alaqat.arabic.fold import folded
from alaqat.events.event_rules import EventRule, by_id, by_lemma, rules_as_written
from alaqat.lexicon.categories import PROPERTIES, categories
from alaqat.lexicon.load import table
from alaqat.lexicon.rule_schema import schema_of
from alaqat.model.settings import DATA
from tests.conftest import ROOT

README = (DATA / "README.md").read_text(encoding="utf-8")
INDEX = {
    cells[0]: cells[1:]
    for cells in re.findall(
        r"^\| `([\w./-]+)` \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", README, re.M
    )
}
FILES = sorted(
    path.removeprefix("data/")
    for path in subprocess.run(
        ["git", "ls-files", "data"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if path != "data/README.md"
)
CODE = {
    path: path.read_text(encoding="utf-8")
    for folder in ("alaqat", "components")
    for path in (ROOT / folder).rglob("*.py")
}
EVENTS = "".join(text for path, text in CODE.items() if path.is_relative_to(ROOT / "alaqat/events"))
CLASS_FIELDS = ("needs", "also", "without", "nowhere", "barrier", "not_next")


def test_every_file_is_in_the_index():
    assert sorted(INDEX) == FILES


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
def test_the_index_has_the_columns_of_a_table(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    columns = next(line for line in lines if not line.startswith("#"))
    stated = INDEX[name][1].partition("`, and the properties below")[0].strip("`")
    assert stated in {columns, columns.partition(f",{PROPERTIES[0]}")[0]}


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("lexicon/")])
def test_a_package_that_reads_a_word_list_names_it(name):
    stem = name.removeprefix("lexicon/").removesuffix(".csv")
    for package in INDEX[name][2].split(", "):
        folder = ROOT / (package if package == "components" else f"alaqat/{package}")
        assert any(
            f'"{stem}"' in text for path, text in CODE.items() if path.is_relative_to(folder)
        ), f"{package} does not read {name}"


@pytest.mark.parametrize("family", ["events/force", "timex/dates", "entities/mentions"])
def test_the_manual_has_every_field(family):
    assert [name for name in schema_of(family) if f"`{name}`" not in README] == []


@pytest.mark.parametrize("name", [*PROPERTIES, "unreal_after"])
def test_the_manual_has_every_property_of_a_category(name):
    assert f"| `{name}` |" in README


def test_every_class_of_cues_is_named_by_a_rule_or_the_code():
    named = {
        name for rule in by_id().values() for field in CLASS_FIELDS for name in getattr(rule, field)
    }
    named |= {category.unreal_after for category in categories().values()}
    classes = {row["class"] for row in table("event_cues")}
    assert {name for name in classes - named if f'"{name}"' not in EVENTS} == set()


def test_every_trigger_word_has_a_rule():
    assert {folded(row["lemma"]) for row in table("event_lemmas")} == set(by_lemma())


def test_every_label_is_of_a_rule():
    assert {row["rule"] for row in table("event_labels")} <= {
        rule.id for rule in rules_as_written()
    }


@pytest.mark.parametrize("name", EventRule.__dataclass_fields__)
def test_every_field_of_an_event_rule_is_read(name):
    assert re.search(rf"rule\.{name}\b", EVENTS)


@pytest.mark.parametrize("name", [*PROPERTIES, "is_deniable", "unreal_after"])
def test_every_property_of_a_category_is_read(name):
    assert re.search(rf"\.{name}\b", EVENTS)


def test_no_code_of_plover_stands_in_the_code():
    codes = "|".join({row["plover"] for row in table("plover")} - {""})
    package = ROOT / "alaqat"
    quoted = {
        path.relative_to(ROOT): re.findall(rf"[\"']({codes})[\"']", text)
        for path, text in CODE.items()
        if path.is_relative_to(package)
    }
    assert {path: found for path, found in quoted.items() if found} == {}
