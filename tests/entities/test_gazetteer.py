"""The word lists of names are complete, consistent and free of duplicates."""

import re
from collections import defaultdict

import pytest
from babel import Locale

from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import slug, speech_verbs, utterance_verbs
from alaqat.lexicon.load import forms, table
from alaqat.model.settings import DATA

NAMED = ("countries", "capitals", "regions", "places", "bodies", "people", "demonyms")
# Territories of CLDR that are no states: dependencies, groupings and codes without people.
STATES = {row["iso2"] for row in table("countries")}
CLDR = {code: name for code, name in Locale("ar").territories.items() if code in STATES}


@pytest.mark.parametrize("name", NAMED)
def test_a_spelling_belongs_to_one_row(name):
    rows = defaultdict(list)
    for number, row in enumerate(table(name)):
        for form in {folded(form) for form in forms(row)}:
            rows[form].append(number)
    assert {form: found for form, found in rows.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", [name for name in NAMED if name not in ("demonyms",)])
def test_an_english_name_belongs_to_one_row(name):
    names = [row["name_en"] for row in table(name)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", NAMED)
def test_every_row_has_a_spelling_and_no_empty_or_repeated_one(name):
    for row in table(name):
        found = row["forms"].split("|")
        assert all(form == form.strip() and form for form in found), row
        assert len(found) == len(set(found)), row


def test_every_state_has_a_capital_and_a_people():
    states = [row["iso3"] for row in table("countries")]
    assert len(states) >= 195
    assert states == [row["iso3"] for row in table("capitals")]
    assert states == [row["iso3"] for row in table("demonyms")]


@pytest.mark.parametrize("code", sorted(CLDR))
def test_every_state_is_known_by_its_cldr_name(code):
    row = next(row for row in table("countries") if row["iso2"] == code)
    assert folded(CLDR[code]) in map(folded, forms(row))


def test_every_people_has_masculine_feminine_plural_and_dual_forms():
    for row in table("demonyms"):
        found = forms(row)
        assert len(found) >= 4, row["iso3"]
        assert any(form.startswith("ال") for form in found)


def test_ids_of_wikidata_are_well_formed_and_used_once_a_list():
    for name in ("countries", "regions", "bodies", "people"):
        ids = [row["wikidata"] for row in table(name) if row["wikidata"]]
        assert all(re.fullmatch(r"Q[1-9]\d*", found) for found in ids)
        assert len(ids) == len(set(ids)), name


def test_countries_of_places_bodies_and_people_exist():
    states = {row["iso3"] for row in table("countries")}
    for name in ("regions", "places", "bodies", "people"):
        assert {row["country"] for row in table(name)} - {""} <= states, name


def test_an_id_belongs_to_one_row_of_all_lists():
    ids = [
        row["wikidata"]
        for name in ("countries", "regions", "bodies", "people")
        for row in table(name)
        if row["wikidata"]
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("name", "least"), [("people", 700), ("bodies", 150)])
def test_many_rows_have_an_id_that_a_source_gave(name, least):
    assert sum(bool(row["wikidata"]) for row in table(name)) >= least


def test_years_of_office_are_in_order():
    for row in table("people"):
        years = [int(row[end]) for end in ("role_from", "role_to") if row[end]]
        assert years == sorted(years), row["name_en"]
        assert all(1900 <= year <= 2026 for year in years), row["name_en"]


def test_years_belong_to_an_office():
    for row in table("people"):
        assert row["role_from"] or not row["role_to"], row["name_en"]
        assert row["role_en"] or not row["role_from"], row["name_en"]


def test_a_person_is_headed_by_its_first_spelling():
    assert [
        row["name_en"] for row in table("people") if row["name_ar"] not in row["forms"].split("|")
    ] == []


def test_titles_say_their_kind():
    assert {row["kind"] for row in table("titles")} == {
        "office",
        "military",
        "honorific",
        "relation",
    }
    names = [row["form"] for row in table("titles")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name", ["countries", "places", "people", "name_parts", "common_words", "bodies", "regions"]
)
def test_a_list_says_where_its_facts_come_from(name):
    head = (DATA / "lexicon" / f"{name}.csv").read_text(encoding="utf-8").split("\n", 3)[:3]
    assert any(word in " ".join(head) for word in ("Source", "ompiled by hand", "counted by"))


@pytest.mark.parametrize("name", ["people", "bodies"])
def test_a_list_with_ids_names_their_sources_and_what_is_unchecked(name):
    text = (DATA / "lexicon" / f"{name}.csv").read_text(encoding="utf-8")
    head = " ".join(line[2:] for line in text.splitlines() if line.startswith("#"))
    assert all(
        word in head
        for word in ("Sources of the ids (Wikidata, CC0), read ", "not checked against a source")
    )


@pytest.mark.parametrize(
    ("name", "identifier"), [("São Tomé", "sao-tome"), ("O'Neill, Jr.", "o-neill-jr")]
)
def test_an_identifier_is_ascii(name, identifier):
    assert slug(name) == identifier


def test_verbs_that_report_words_are_verbs_of_speech():
    assert {"قال", "وقال", "فقال"} <= utterance_verbs() < speech_verbs()
