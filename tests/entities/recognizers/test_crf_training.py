"""A recognizer trained on a labelled corpus that the test writes."""

import json

import pytest

from alaqat import entities
from alaqat.cli import main
from alaqat.entities.recognizers import crf_training
from tests.entities.helpers import document, surfaces

PEOPLE = ["بيتر هانسن", "يوهان ليندغرين", "ماجد حسنين", "كنجي موريتا", "بابلو موراليس"]
CITIES = ["أوسلو", "طوكيو", "القاهرة", "ليما"]


def labelled():
    for number in range(60):
        given, family = PEOPLE[number % 5].split()
        rows = [
            ("قال", "O"),
            ("الطباخ", "O"),
            (given, "B-PERS"),
            (family, "I-PERS"),
            ("في", "O"),
            (CITIES[number % 4], "B-LOC"),
        ]
        yield "".join(f"{word}\t{label}\n" for word, label in [*rows, (".", "O")])


@pytest.fixture(scope="module")
def corpus_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "news.bio"
    path.write_text("\n".join(labelled()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def trained(corpus_file):
    model = corpus_file.with_name("names.crfsuite")
    steps = []
    return crf_training.train(corpus_file, model=model, progress=steps.append), model, steps


def test_training_scores_names_held_back(trained):
    card, _, steps = trained
    assert (card.sentences, card.words, card.held_back) == (60, 420, 6)
    assert card.scores["all"].f1 > 0.9
    assert 1 < len(steps) <= crf_training.ITERATIONS


def test_the_model_has_a_card_for_programs_and_for_readers(trained):
    card, model, _ = trained
    card_file = json.loads(model.with_suffix(".json").read_text("utf-8"))
    assert (card_file["corpus"], card_file["scores"]["PER"]["names"]) == (
        "news.bio",
        card.scores["PER"].names,
    )
    assert "| PER |" in model.with_suffix(".md").read_text("utf-8")


def test_the_trained_model_finds_names_it_has_not_seen(trained, monkeypatch):
    monkeypatch.setenv("ALAQAT_RECOGNIZER", "trained")
    monkeypatch.setenv("ALAQAT_MODEL", str(trained[1]))
    text = "قال الطباخ ساندر بيترسن في طوكيو. وغادر بيترسن"
    found = {entity.type: entity for entity in entities.find(document(text))}
    assert surfaces(found["PER"]) == ["ساندر بيترسن", "بيترسن"]
    assert (found["LOC"].id, found["PER"].mentions[0].recognizer) == ("loc:tokyo", "trained")


def test_the_command_trains_and_prints_the_score(corpus_file, tmp_path, capsys):
    assert (
        main(["train-recognizer", str(corpus_file), "--model", str(tmp_path / "m.crfsuite")]) == 0
    )
    printed = capsys.readouterr().out
    assert "| all | " in printed
    assert "ALAQAT_RECOGNIZER=trained" in printed


def test_a_broken_line_is_named_in_one_sentence(tmp_path, capsys):
    path = tmp_path / "news.bio"
    path.write_text("و\tO\n" * 16 + "كلمة بلا وسم\n", "utf-8")
    assert main(["train-recognizer", str(path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "news.bio, line 17: 'كلمة بلا وسم'" in line
