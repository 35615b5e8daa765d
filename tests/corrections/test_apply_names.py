"""Corrections of entities, speakers and quotes applied to annotations."""

from dataclasses import replace

import pytest

from alaqat import entities
from alaqat.corrections import Correction, NameCorrector
from alaqat.model.ids import quote_id
from alaqat.model.records import Actor, Annotations, EventMention, Quote
from tests import builders

GANTZ, OTHER = "per:benny-gantz", "per:بينيت-غانتوس"


def annotated(text, **extra):
    document = builders.document(text)
    return Annotations(document, entities=entities.find(document), **extra)


def corrected(annotations, rows):
    return list(map(NameCorrector(rows, annotations).correct, annotations))


def quote_of(entity, start=0, end=2, **extra):
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
    return first, replace(second, quotes=(quote_of(by_id(second)[OTHER]),))


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
    quote = quote_of(by_id(one)[GANTZ], speaker_text="بيني جانتز")
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


def test_a_quote_gets_its_speaker():
    first, second = builders.visits()
    key = quote_id(first.article.id, first.quotes[0])
    changed, unchanged = corrected([first, second], [Correction("speaker", key, "loc:TCD")])
    quote = changed.quotes[0]
    assert (quote.speaker, quote.country, quote.rule) == ("Chad", "TCD", "correction")
    assert unchanged == second


def test_a_speaker_that_is_merged_is_found_under_the_other_id():
    first, second = builders.visits()
    key = quote_id(first.article.id, first.quotes[0])
    rows = [Correction("merge", "loc:TCD", "loc:FRA"), Correction("speaker", key, "loc:TCD")]
    assert corrected([first, second], rows)[0].quotes[0].speaker == "Chad"


def test_a_hidden_quote_and_a_hidden_entity_are_gone():
    first, second = builders.visits()
    key = quote_id(first.article.id, first.quotes[0])
    changed, other = corrected(
        [first, second], [Correction("hide", key), Correction("hide", "loc:TCD")]
    )
    assert changed.quotes == ()
    assert [entity.id for entity in other.entities] == ["loc:FRA"]


def test_entities_are_read_no_further_than_needed():
    records = iter(builders.visits())
    NameCorrector([Correction("merge", "loc:TCD", "loc:FRA")], records)
    assert len(list(records)) == 1
    NameCorrector([Correction("hide", "loc:TCD")], unread := iter(builders.visits()))
    assert len(list(unread)) == 2
