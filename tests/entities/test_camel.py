"""camel-tools' recognizer, with a stub in place of its model."""

import sys

import pytest

from alaqat import entities
from alaqat.entities.camel import Camel
from tests.entities.helpers import document, surfaces

LABELS = {
    "بيتر": "B-PERS",
    "نيلسن": "I-PERS",
    "أوسلو": "B-LOC",
    "اوسلو": "B-LOC",
    "النرويج": "I-LOC",
    "الكاسحة": "B-MISC",
}


class Stub:
    """Labels words by a table, as NERecognizer.predict_sentence does."""

    def predict_sentence(self, tokens):
        """BIO labels, one a word."""
        return [LABELS.get(token, "O") for token in tokens]


def find(text):
    return {entity.canonical_en: entity for entity in entities.find(document(text), recognizer=Camel(Stub()))}


def test_labels_become_entities_of_the_lists():
    oslo = find("عاد بيتر نيلسن إلى أوسلو")["Oslo"]
    assert (oslo.id, oslo.country, oslo.mentions[0].recognizer) == ("loc:oslo", "NOR", "camel")


def test_the_rules_tell_the_office_of_a_person_the_model_found():
    (person,) = (e for e in find("قال وزير الدفاع النرويجي بيتر نيلسن إن").values() if e.type == "PER")
    assert (surfaces(person), person.role, person.country) == (["بيتر نيلسن"], "Minister of Defence", "NOR")


def test_an_inside_label_of_another_kind_begins_a_name():
    assert "Norway" in find("غادر بيتر النرويج")


def test_other_is_what_camel_calls_misc():
    assert [entity.type for entity in find("أبحرت الكاسحة أمس").values()] == ["OTHER"]


def test_without_its_data_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "camel_tools.ner", None)
    with pytest.raises(entities.RecognizerMissing, match="camel_data -i ner-arabert"):
        Camel()
