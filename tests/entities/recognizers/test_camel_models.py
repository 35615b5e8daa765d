"""Recognizers on camel-tools' models: the loading code on tiny models, the rest on stubs."""

import json
import sys

import pytest

from alaqat import entities
from alaqat.entities.recognizers.camel_models import CamelRecognizer, MorphologyRecognizer
from alaqat.entities.recognizers.rules import Rules
from tests.entities.helpers import document, surfaces
from tests.entities.recognizers import tiny_model

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
    return {
        entity.canonical_en: entity
        for entity in entities.find(document(text), recognizer=CamelRecognizer(Stub()))
    }


def test_labels_become_entities_of_the_lists():
    oslo = find("عاد بيتر نيلسن إلى أوسلو")["Oslo"]
    assert (oslo.id, oslo.country, oslo.mentions[0].recognizer) == ("loc:oslo", "NOR", "camel")


def test_the_rules_give_the_office_of_a_person_the_model_found():
    (person,) = (
        e for e in find("قال وزير الدفاع النرويجي بيتر نيلسن إن").values() if e.type == "PER"
    )
    assert (surfaces(person), person.role, person.country) == (
        ["بيتر نيلسن"],
        "وزير الدفاع النرويجي",
        "NOR",
    )


def test_an_inside_label_of_another_kind_begins_a_name():
    assert "Norway" in find("غادر بيتر النرويج")


def test_other_is_what_camel_calls_misc():
    assert [entity.type for entity in find("أبحرت الكاسحة أمس").values()] == ["OTHER"]


def test_a_glued_preposition_is_left_out():
    found = entities.find(
        document("سافر الوفد لأوسلو"), recognizer=CamelRecognizer(Whole("لاوسلو", "B-LOC"))
    )
    assert [mention.text for entity in found for mention in entity.mentions] == ["أوسلو"]


class Whole:
    """Labels one word, clitic and all, as models of whole words do."""

    def __init__(self, word, label) -> None:
        self.word, self.label = word, label

    def predict_sentence(self, tokens):
        """BIO labels, one a word."""
        return [self.label if token == self.word else "O" for token in tokens]


class Forgetful(Stub):
    """Gives no label to a word without letters, as BERT's tokenizer does with control characters."""

    def predict_sentence(self, tokens):
        """BIO labels of the words that have letters."""
        return super().predict_sentence([token for token in tokens if token.strip("\u0085\u0086")])


def test_a_control_character_costs_no_sentence():
    found = entities.find(document("عاد \u0086 إلى أوسلو"), recognizer=CamelRecognizer(Forgetful()))
    assert [entity.canonical_en for entity in found] == ["Oslo"]


WORDS = ["قال", "بيتر", "نيلسن", "في", "اوسلو", "."]
WORD_LABELS = {"بيتر": "B-PERS", "نيلسن": "I-PERS", "اوسلو": "B-LOC"}
READ_ENTITIES = """
import json
from alaqat import entities
from tests.entities.helpers import document
text = "قال بيتر نيلسن في أوسلو."
found = entities.find(document(text))
print(json.dumps([[entity.type, entity.id, mention.recognizer, text[mention.start:mention.end]]
                  for entity in found for mention in entity.mentions]))
"""


def test_the_real_loading_code_reads_a_tiny_model(tmp_path):
    code = tiny_model.bert(tmp_path / "model", WORD_LABELS, WORDS) + READ_ENTITIES
    printed = tiny_model.run(
        code, tmp_path / "data", ALAQAT_RECOGNIZER="camel", ALAQAT_MODEL=str(tmp_path / "model")
    )
    assert json.loads(printed) == [
        ["PER", "per:بيتر-نيلسن", "camel", "بيتر نيلسن"],
        ["LOC", "loc:oslo", "camel", "أوسلو"],
    ]


def test_without_the_recognizers_data_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "camel_tools.ner", None)
    with pytest.raises(entities.RecognizerMissing, match="camel_data -i ner-arabert"):
        CamelRecognizer()


STEMS = {"شرفوخ": "noun", "قنطوف": "verb", "مرتضي": "noun_prop", "قرنفل": "noun", "قال": "verb"}
READ_PEOPLE = """
import json
from alaqat import entities
from tests.entities.helpers import document
def people(text):
    found = entities.find(document(text))
    assert all(text[m.start:m.end] == m.text for entity in found for m in entity.mentions)
    return [mention.text for entity in found if entity.type == "PER" for mention in entity.mentions]
print(json.dumps([people(text) for text in (
    "قال السفير النرويجي شَرفوخ قنطوف إن", "قال السفير النرويجي مرتضى قرنفل إن",
    "قال السفير النرويجي يوهان ليندغرين إن", "وندد بوتين بالقرار")]))
"""


def test_a_name_whose_words_are_no_proper_nouns_is_refused(tmp_path):
    base = tiny_model.almor(tmp_path / "tiny.db", STEMS)
    printed = json.loads(
        tiny_model.run(
            READ_PEOPLE, tmp_path, ALAQAT_RECOGNIZER="morphology", ALAQAT_MODEL=str(base)
        )
    )
    assert printed == [[], ["مرتضى قرنفل"], ["يوهان ليندغرين"], ["بوتين"]]


class Analyzer:
    """Analyses by a table, as camel-tools' Analyzer gives them."""

    def analyze(self, word):
        """One analysis for a word of the table, none for others."""
        return [{"pos": STEMS[word]}] if word in STEMS else []


def people(text, recognizer):
    found = entities.find(document(text), recognizer=recognizer)
    return [mention.text for entity in found if entity.type == "PER" for mention in entity.mentions]


def test_a_refused_name_has_no_surname_either():
    text = "قال السفير النرويجي شرفوخ قنطوف. وأضاف قنطوف"
    assert people(text, Rules()) == ["شرفوخ قنطوف", "قنطوف"]
    assert people(text, MorphologyRecognizer(Analyzer())) == []


def test_a_name_that_the_analyzer_knows_in_part_stays():
    assert people("قال السفير النرويجي شرفوخ زنقور إن", MorphologyRecognizer(Analyzer())) == [
        "شرفوخ زنقور"
    ]


def test_without_the_analyzers_data_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "camel_tools.morphology.analyzer", None)
    with pytest.raises(entities.RecognizerMissing, match="camel_data -i morphology-db-msa-r13"):
        MorphologyRecognizer()
