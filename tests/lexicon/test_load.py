"""What the loader of word lists accepts and refuses."""

import pytest

from alaqat import lexicon
from alaqat.model.errors import LexiconError


def test_comments_are_no_rows(data):
    (data / "lexicon" / "words.csv").write_text("# source\na,b\n\n1,2\n")
    assert lexicon.table("words", ("a",)) == ({"a": "1", "b": "2"},)


def test_a_short_row_is_named(data):
    (data / "lexicon" / "words.csv").write_text("a,b\n1,2\n3\n")
    with pytest.raises(LexiconError, match=r"words\.csv, line 3: the number of cells"):
        lexicon.table("words")


def test_a_missing_column_is_named(data):
    (data / "lexicon" / "words.csv").write_text("a\n1\n")
    with pytest.raises(LexiconError, match="column b is missing"):
        lexicon.table("words", ("b",))


def test_a_missing_file_is_named(data):
    with pytest.raises(LexiconError, match=r"none\.csv: cannot be read"):
        lexicon.table("none")


def test_the_version_is_that_of_the_data_and_the_code():
    assert len(lexicon.version()) == 12
