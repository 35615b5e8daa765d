"""Properties of categories: read once, shared by the modes, refused where a cell is wrong."""

import csv

import pytest

from alaqat import lexicon
from alaqat.events.event_rules import by_id
from alaqat.lexicon import load
from alaqat.lexicon.categories import PROPERTIES, categories, category
from alaqat.model.errors import LexiconError


@pytest.fixture
def plover(tmp_path, monkeypatch):
    """A function that writes a `plover.csv` with changed cells of its first rows, read from then on."""
    rows = [dict(row) for row in lexicon.table("plover")]

    def write(number, **cells):
        rows[number].update(cells)
        with (tmp_path / "lexicon" / "plover.csv").open("w", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        clear()

    def clear():
        load.table.cache_clear()
        categories.cache_clear()

    (tmp_path / "lexicon").mkdir()
    monkeypatch.setenv("ALAQAT_DATA", str(tmp_path))
    yield write
    clear()


def test_sixteen_categories_and_none_have_properties():
    assert len(categories()) == 17


def test_an_attack_is_bodily_and_a_summit_needs_two_parties():
    assert (category("ASSAULT").is_bodily, category("CONSULT").is_bodily) == (True, False)
    assert category("CONSULT").needs_two_parties
    assert not category("SUPPORT").needs_two_parties


def test_events_outside_the_ontology_have_a_category_without_code():
    assert (category(None).code, category(None).is_occasion) == (None, True)


def test_an_attack_cannot_be_denied_away():
    assert category("AGREE").is_deniable
    assert not category("ASSAULT").is_deniable


def test_an_unknown_code_is_refused():
    with pytest.raises(LexiconError, match="no category 'HUG'"):
        category("HUG")


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_tells_categories_apart(name):
    assert {getattr(one, name) for one in categories().values()} == {True, False}


def test_a_property_is_yes_or_empty(plover):
    plover(0, is_speech="true")
    with pytest.raises(LexiconError, match=r"AGREE: is_speech is 'true'"):
        categories()


def test_a_mode_has_no_property_of_its_own(plover):
    plover(2, is_speech="yes")
    with pytest.raises(LexiconError, match="CONSULT visit: a mode has its category's is_speech"):
        categories()


def test_a_rule_may_say_itself_how_many_parties_it_needs():
    rules = by_id()
    assert rules["consent"].is_between_two_parties
    assert not rules["sign-agreement"].is_between_two_parties
