"""Places by the word before them."""

import pytest

from alaqat.entities import places
from alaqat.entities.list_matches import ListMatches
from tests.entities.helpers import document


def find(text):
    matches = ListMatches(document(text))
    return [matches.document.surface(span.start, span.end) for span in places.find(matches)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("في بلدة قنطوف", ["قنطوف"]),
        ("فوق جبل قنطوف", ["جبل قنطوف"]),
        ("هبط في مطار بغداد الدولي", ["مطار بغداد الدولي"]),
        ("هبط في مطار الشعيرات أمس", ["مطار الشعيرات"]),
        ("في بلدة\nقنطوف", []),
        ("في بلدة تركية", []),
        ("في بلدة الرئيس", []),
        ("في مدينة باريس", []),
    ],
)
def test_an_unlisted_place_follows_its_noun(text, found):
    assert find(text) == found
