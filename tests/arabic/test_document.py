"""A prepared article knows the source of every folded span."""

import pytest
from hypothesis import given

from alaqat.arabic.document import prepare
from tests import builders
from tests.arabic.texts import WILD


@given(WILD)
def test_a_span_covers_whole_characters_of_the_original(text):
    document = prepare(builders.article(text))
    for token in document.tokens:
        start, end = document.span(token.start, token.end)
        assert 0 <= start < end <= len(text)
        assert document.folded_span(start, end)[0] <= token.start


def test_a_span_keeps_the_marks_written_over_its_last_letter():
    document = prepare(builders.article("قُتلَ رجلٌ هنا"))
    assert document.surface(4, 7) == "رجلٌ"


@pytest.mark.parametrize(
    "hostile", ["«" * 10_000, '"' * 9_999, "\u202e" * 10_000, "ا" * 200_000, "&#34;" * 5_000]
)
def test_hostile_text_is_prepared(hostile):
    assert prepare(builders.article(hostile)).text == hostile
