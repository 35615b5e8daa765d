"""Labels of words as spans and in files."""

import pytest

from alaqat.entities.recognizers import bio
from alaqat.model.records import Token

TOKENS = [Token("ا", 0, 1), Token("ب", 2, 3), Token("ت", 4, 5)]


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["B-PERS", "I-PERS", "O"], [(0, 3, "PER")]),
        (["B-PERS", "B-PERS", "O"], [(0, 1, "PER"), (2, 3, "PER")]),
        (["B-PERS", "I-LOC", "O"], [(0, 1, "PER"), (2, 3, "LOC")]),
        (["O", "O", "I-MISC"], [(4, 5, "OTHER")]),
        (["B-LOC", "O", "I-LOC"], [(0, 1, "LOC"), (4, 5, "LOC")]),
        (["O", "O", "O"], []),
    ],
)
def test_labels_become_spans(labels, spans):
    assert list(bio.spans(TOKENS, labels)) == spans


def test_a_corpus_is_read_with_the_types_of_this_project(tmp_path):
    path = tmp_path / "news.bio"
    path.write_text("قال O\nبيتر\tB-PERS\n\n\nعاد O\n", "utf-8")
    assert bio.read_corpus(path) == [(("قال", "بيتر"), ("O", "B-PER")), (("عاد",), ("O",))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "0 sentences"),
        ("و O\n", "1 sentences"),
        ("و B-XYZ\n\nو O", "line 1"),
        ("و\n", "line 1"),
    ],
)
def test_a_corpus_without_sentences_or_labels_is_refused(tmp_path, text, message):
    (tmp_path / "c.bio").write_text(text, "utf-8")
    with pytest.raises(bio.CorpusBroken, match=message):
        bio.read_corpus(tmp_path / "c.bio")


def test_a_corpus_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "c.bio").write_bytes("قال O".encode("cp1256"))
    with pytest.raises(bio.CorpusBroken, match="UTF-8"):
        bio.read_corpus(tmp_path / "c.bio")
