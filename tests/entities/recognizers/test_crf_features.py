"""Features of words for the CRF."""

import pytest

from alaqat.entities.list_matches import ListMatches
from alaqat.entities.recognizers import crf_features


def features(*words):
    matches = ListMatches(crf_features.document(words))
    return crf_features.of(matches, 0, len(words))


@pytest.mark.parametrize(
    ("word", "feature"),
    [
        ("2022", "shape=digits"),
        ("،", "shape=mark"),
        ("NATO", "shape=latin"),
        ("بيتر", "shape=arabic"),
        ("بيتر2", "shape=mixed"),
        ("القنطوف", "article"),
        ("محمد", "part=frequent"),
        ("قال", "speech"),
        ("في", "common"),
        ("أنقرة", "B:LOC:capital"),
        ("التركي", "peoples"),
    ],
)
def test_a_word_shows_its_shape_and_its_lists(word, feature):
    assert feature in features(word)[0]


def test_a_word_shows_its_neighbours_and_the_edges_of_the_sentence():
    first, _, last = features("قال", "بيتر", "هانسن")
    assert {"first", "+1w=بيتر", "+2w=هانسن"} <= set(first)
    assert {"last", "-2w=قال", "-2speech"} <= set(last)
