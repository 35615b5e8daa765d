"""Names of the lists in the article."""

import pytest

from alaqat.entities import listed_names
from alaqat.entities.list_matches import ListMatches
from tests.entities.helpers import document


def find(text):
    matches = ListMatches(document(text))
    return {matches.document.surface(span.start, span.end) for span in listed_names.find(matches)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل أردوغان", "أردوغان"),
        ("وصل رجب طيب أردوغان", "رجب طيب أردوغان"),
        ("وصل طيب أردوغان", "طيب أردوغان"),
        ("وصل قنطوف أردوغان", "أردوغان"),
        ("وصل رجب، أردوغان", "أردوغان"),
        ("عاد إلى أنقرة", "أنقرة"),
    ],
)
def test_given_names_before_a_listed_surname_belong_to_it(text, name):
    assert max(find(text), key=len) == name
