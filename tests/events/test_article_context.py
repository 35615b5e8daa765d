"""An article in sentences, of which a very long one is read in parts."""

from __future__ import annotations

import pytest

from alaqat.arabic.document import prepare
from alaqat.events.article_context import build_context
from alaqat.lexicon.distances import distance
from alaqat.model.records import Article

LONGEST = distance("event-segment-length")


def parts(text):
    """The ends of the parts of a text that is one sentence."""
    context = build_context(prepare(Article("x", text)), (), (), ())
    return [(part.start, part.end) for part in context.segments(0, len(text))]


def test_a_sentence_of_usual_length_is_one_part():
    assert parts("ب" * LONGEST) == [(0, LONGEST)]


def test_a_longer_one_is_divided_at_its_last_space():
    words = "ب" * (LONGEST - 9) + " " + "ب" * 40
    assert parts(words) == [(0, LONGEST - 9), (LONGEST - 9, len(words))]


@pytest.mark.parametrize("space", ["", " "])
def test_one_without_spaces_is_divided_by_its_length(space):
    text = space + "ب" * (2 * LONGEST)
    assert [end for _, end in parts(text)] == [LONGEST, 2 * LONGEST, len(text)][: 2 + len(space)]
