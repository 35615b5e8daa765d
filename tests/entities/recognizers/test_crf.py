"""Loading a trained model."""

import pytest

from alaqat import entities


def test_without_a_model_the_message_names_the_command(tmp_path):
    with pytest.raises(entities.RecognizerMissing, match=r"train-recognizer CORPUS\.bio"):
        entities.load_recognizer("trained", tmp_path / "none")


@pytest.mark.parametrize("content", ["no model", ""])
def test_a_file_that_is_no_model_is_refused(tmp_path, content):
    (tmp_path / "bad").write_text(content)
    with pytest.raises(entities.RecognizerMissing, match="bad"):
        entities.load_recognizer("trained", tmp_path / "bad")
