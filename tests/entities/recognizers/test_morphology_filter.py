"""camel-tools' morphology as a judge of names that a pattern made, on a database that the test writes."""

import json
import sys

import pytest

from alaqat import entities
from alaqat.entities.recognizers.camel_models import MorphologyRecognizer
from alaqat.entities.recognizers.rules import Rules
from tests.entities.helpers import document
from tests.entities.recognizers import tiny_model

STEMS = {"شرفوخ": "noun", "قنطوف": "verb", "مرتضي": "noun_prop", "قرنفل": "noun", "قال": "verb"}
READ = """
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


def test_a_name_whose_words_are_no_proper_nouns_is_vetoed(tmp_path):
    base = tiny_model.almor(tmp_path / "tiny.db", STEMS)
    told = json.loads(
        tiny_model.run(READ, tmp_path, ALAQAT_RECOGNIZER="morphology", ALAQAT_MODEL=str(base))
    )
    assert told == [[], ["مرتضى قرنفل"], ["يوهان ليندغرين"], ["بوتين"]]


class Analyzer:
    """Analyses by a table, as camel-tools' Analyzer gives them."""

    def analyze(self, word):
        """One analysis for a word of the table, none for others."""
        return [{"pos": STEMS[word]}] if word in STEMS else []


def people(text, recognizer):
    found = entities.find(document(text), recognizer=recognizer)
    return [mention.text for entity in found if entity.type == "PER" for mention in entity.mentions]


def test_a_vetoed_name_has_no_surname_either():
    text = "قال السفير النرويجي شرفوخ قنطوف. وأضاف قنطوف"
    assert people(text, Rules()) == ["شرفوخ قنطوف", "قنطوف"]
    assert people(text, MorphologyRecognizer(Analyzer())) == []


def test_a_name_that_the_analyzer_knows_in_part_stays():
    assert people("قال السفير النرويجي شرفوخ زنقور إن", MorphologyRecognizer(Analyzer())) == [
        "شرفوخ زنقور"
    ]


def test_without_its_data_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "camel_tools.morphology.analyzer", None)
    with pytest.raises(entities.RecognizerMissing, match="camel_data -i morphology-db-msa-r13"):
        MorphologyRecognizer()
