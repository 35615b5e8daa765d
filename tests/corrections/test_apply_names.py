"""A reader's corrections of who is who, carried out on annotations."""

from dataclasses import replace

import pytest

from alaqat import corrections, entities
from alaqat.corrections import apply_names
from alaqat.corrections.model import Correction
from alaqat.model.records import Actor, Annotations, EventMention, Quote
from tests.entities.helpers import document

GANTZ, OTHER = "per:benny-gantz", "per:بينيت-غانتوس"


def annotated(text, **extra):
    made = document(text)
    return Annotations(made, entities=entities.find(made), **extra)


def corrected(found, rows):
    return apply_names.corrected(found, rows, corrections.survivors(rows))


def said(entity, start=0, end=2, **extra):
    names = {
        "speaker": entity.canonical_en,
        "speaker_ar": entity.canonical_ar,
        "speaker_id": entity.id,
    }
    return Quote(start, end, "قا", "direct", "test", **names, **extra)


def by_id(one):
    return {entity.id: entity for entity in one.entities}


@pytest.fixture
def pair():
    first = annotated("قال بيني غانتس ذلك")
    second = annotated("قال السفير الإسرائيلي بينيت غانتوس ذلك. وأضاف غانتوس المزيد")
    return first, replace(second, quotes=(said(by_id(second)[OTHER]),))


def test_a_merged_entity_has_the_id_and_names_of_the_other_in_every_article(pair):
    _, second = corrected(pair, [Correction("merge", GANTZ, OTHER)])
    (person,) = second.entities
    assert (person.id, person.canonical_en, len(person.mentions)) == (GANTZ, "Benny Gantz", 2)
    assert {mention.reason for mention in person.mentions} == {"correction"}
    assert (second.quotes[0].speaker_id, second.quotes[0].speaker) == (GANTZ, "Benny Gantz")


def test_a_merge_joins_two_entities_of_one_article():
    one = annotated("قال بيني غانتس ذلك. وحضر السفير الإسرائيلي بينيت غانتوس")
    (merged,) = corrected([one], [Correction("merge", GANTZ, OTHER)])
    assert [mention.text for mention in by_id(merged)[GANTZ].mentions] == [
        "بيني غانتس",
        "بينيت غانتوس",
    ]
    assert OTHER not in by_id(merged)


def test_merges_follow_each_other():
    chain = [Correction("merge", GANTZ, "per:x"), Correction("merge", "per:x", OTHER)]
    (one,) = corrected([annotated("قال السفير الإسرائيلي بينيت غانتوس ذلك")], chain)
    assert set(by_id(one)) == {GANTZ}


def test_a_party_of_an_event_takes_the_merged_name():
    one = annotated("زار وفد من حركة حماس أنقرة")
    hamas, ankara = next(e for e in one.entities if e.type == "ORG"), by_id(one)["loc:ankara"]
    event = EventMention(
        0,
        4,
        "زار",
        "CONSULT",
        "cooperation",
        1.0,
        "test",
        0,
        3,
        actors=(Actor("Ankara", ankara.canonical_ar),),
    )
    (merged,) = corrected(
        [replace(one, events=(event,))], [Correction("merge", hamas.id, ankara.id)]
    )
    assert merged.events[0].actors[0].name == hamas.canonical_en


def test_what_is_kept_apart_becomes_an_entity_of_its_own():
    one = annotated("حضر بيني غانتس اللقاء. وقال بيني جانتز ذلك")
    assert set(by_id(one)) == {GANTZ}
    quote = said(by_id(one)[GANTZ], speaker_text="بيني جانتز")
    (told,) = corrected(
        [replace(one, quotes=(quote,))], [Correction("apart", GANTZ, "per:بيني-جانتز")]
    )
    assert [mention.text for mention in by_id(told)[GANTZ].mentions] == ["بيني غانتس"]
    assert [mention.text for mention in by_id(told)["per:بيني-جانتز"].mentions] == ["بيني جانتز"]
    assert told.quotes[0].speaker_id == "per:بيني-جانتز"


def test_where_no_other_full_name_stands_all_mentions_are_the_others():
    one = annotated("قال بيني جانتز ذلك. وأضاف جانتز المزيد")
    (told,) = corrected([one], [Correction("apart", GANTZ, "per:بيني-جانتز")])
    assert {name: len(entity.mentions) for name, entity in by_id(told).items()} == {
        "per:بيني-جانتز": 2
    }


def test_without_corrections_nothing_changes(pair):
    assert corrected(pair, []) == list(pair)
