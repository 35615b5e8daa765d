"""No speaker of real articles consists of punctuation, a preposition, an adverb or a participle."""

from __future__ import annotations

from itertools import islice

import pytest

from alaqat import ingest
from alaqat.model.records import Quote
from alaqat.quotes.speaker_fields import NO_SPEAKER
from tests.conftest import SHARED
from tools.speaker_words import found_quotes, is_empty, sample

CORPUS = SHARED / "corpus/news2018.jsonl.gz"
# `python tools/speaker_words.py CORPUS` reads 5,000.
NUMBER = 100


def _quote(speaker_text):
    return Quote(0, 1, "", "direct", "", None, **{**NO_SPEAKER, "speaker_text": speaker_text})


@pytest.mark.parametrize("text", ["-", "(", "لي", "في", "أمس", "مبتسماً", "- في"])
def test_words_that_name_nobody(text):
    assert is_empty(_quote(text))


@pytest.mark.parametrize("text", ["النقابة", "جون تامبر", "مسؤول", "رويترز"])
def test_words_that_name_somebody(text):
    assert not is_empty(_quote(text))


def test_a_sample_is_evenly_spaced():
    assert sample(range(10), 3) == [0, 3, 6]


def test_no_speaker_of_the_corpus_is_empty():
    if not CORPUS.is_file():
        pytest.skip(f"needs {CORPUS}")
    near = list(islice(ingest.read(CORPUS), 10 * NUMBER))
    quotes = [quote for _, quote in found_quotes(sample(near, NUMBER))]
    assert len(quotes) > NUMBER
    assert not [quote.speaker_text for quote in quotes if is_empty(quote)]
