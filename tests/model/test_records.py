"""Offsets of the folded text and of the text as read lead to each other."""

from __future__ import annotations

import pytest

from tests import builders

MARKED = "قُتلَ رجلٌ &quot;هنا&quot; أمس"


@pytest.mark.parametrize(
    ("folded", "surface"), [("رجل", "رجلٌ"), ('"', "&quot;"), ('هنا"', "هنا&quot;"), ("امس", "أمس")]
)
def test_a_folded_part_is_found_in_the_text_as_read(folded, surface):
    document = builders.document(MARKED)
    start = document.folded.index(folded)
    assert document.surface(start, start + len(folded)) == surface
    begin = MARKED.index(surface)
    span = (begin, begin + len(surface))
    assert document.span(start, start + len(folded)) == span
    assert document.folded_span(*span) == (start, start + len(folded))


def test_texts_of_equal_length_have_equal_offsets():
    document = builders.document("زار الوزير تشاد")
    assert document.span(4, 10) == document.folded_span(4, 10) == (4, 10)
