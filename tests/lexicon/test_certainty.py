"""The words of certainty: which an event gets, and what was measured of them."""

import pytest

from alaqat.lexicon.certainty import CERTAINTIES, certainty, measured_shares


@pytest.mark.parametrize(
    ("read_by", "probability", "word"),
    [
        ("rules", None, "probable"),
        ("rules", 0.95, "likely"),
        ("rules", 0.3, "likely"),
        ("rules", 0.2, "uncertain"),
        ("some-model", 0.95, "probable"),
        ("some-model", 0.7, "probable"),
        ("some-model", 0.6, "uncertain"),
        ("some-model", None, "probable"),
        ("endpoint:some-model", None, "probable"),
        ("endpoint:some-model", 0.1, "probable"),
    ],
)
def test_the_word_follows_from_reader_and_probability(read_by, probability, word):
    assert certainty(read_by, probability) == word


def test_surer_words_were_right_more_often():
    shares = [measured_shares()[word] for word in CERTAINTIES]
    assert [one.coded for one in shares] == sorted((one.coded for one in shares), reverse=True)
    assert all(one.events and one.coded <= one.dated <= 1 for one in shares)
