"""The recognizer that the settings choose."""

import subprocess
import sys

import pytest

from alaqat import entities


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "names.crfsuite"
    path.write_bytes(b"model")
    return path


def test_the_rules_work_without_a_model():
    assert (entities.chosen().name, entities.signature()) == ("rules", "rules")


def test_an_unknown_recognizer_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("ALAQAT_RECOGNIZER", "crystal-ball")
    with pytest.raises(entities.RecognizerUnknown, match="rules, camel"):
        entities.chosen()


def test_a_recognizer_is_loaded_once():
    assert entities.load_recognizer("rules") is entities.load_recognizer("rules")


def test_the_signature_has_the_models_path_and_size(model, monkeypatch):
    monkeypatch.setenv("ALAQAT_RECOGNIZER", "trained")
    monkeypatch.setenv("ALAQAT_MODEL", str(model))
    assert entities.signature().startswith(f"trained {model} 5 ")


def test_a_model_in_its_usual_place_is_used_until_rules_are_asked_for(model, monkeypatch):
    monkeypatch.setattr("alaqat.entities.recognizers.crf.MODEL", model)
    monkeypatch.delenv("ALAQAT_RECOGNIZER", raising=False)
    assert entities.signature().startswith("trained ")
    monkeypatch.setenv("ALAQAT_RECOGNIZER", "rules")
    assert entities.signature() == "rules"


def test_no_model_is_loaded_by_import():
    code = (
        "import sys, alaqat.entities; "
        "print({'torch', 'transformers', 'pycrfsuite'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
