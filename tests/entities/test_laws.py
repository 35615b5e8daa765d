"""What holds for every text, however wild."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alaqat import entities
from tests.entities.helpers import document

WORDS = [
    "وزير", "الدفاع", "التركي", "رجب", "طيب", "أردوغان", "لأنقرة", "للمغرب", "#قطر", "الخارجية", "المصرية", "حزب", "«", "»", '"', "(", ")",
    "السفينة", "على", "عَلِي", "بن", "عبد", "الله", "أبو", "قال", "،", ".", "\n", "الـرئيس", "مُحَمَّد", "ﷺ", "نظيره", "جبل", "\u202b", "&quot;", "ـ",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=20).map("".join),
    st.text(
        alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF)
        | st.sampled_from(' \n"«».,'),
        max_size=200,
    ),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_mention_is_its_slice_of_the_text_and_named_ones_never_overlap(text):
    named = []
    for entity in entities.find(document(text)):
        assert entity.mentions
        for mention in entity.mentions:
            assert text[mention.start : mention.end] == mention.text != ""
            named += [(mention.start, mention.end)] * (not mention.nominal)
    named.sort()
    assert all(end <= start for (_, end), (start, _) in pairwise(named))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_finding_twice_finds_the_same(text):
    assert entities.find(document(text)) == entities.find(document(text))


@pytest.mark.parametrize(
    "piece", ["«", '"', "وزير ", "بن ", "محمد ", "(", "حزب «", "رئيس ", "عبد الله ", "أردوغان "]
)
def test_a_piece_that_opens_a_name_again_and_again_ends(piece):
    text = piece * 1_000
    for entity in entities.find(document(text)):
        assert all(text[found.start : found.end] == found.text for found in entity.mentions)


def test_an_empty_article_names_nothing():
    assert entities.find(document("")) == ()
