"""What a model copied is found in its article."""

import pytest

from alaqat.readers.endpoint.alignment import locate, occurrences
from tests import builders

TEXT = "زار وزير الخارجية القاهرة، ووزير الدفاع عاد. قال وزير الخارجية إنّ المحادثات مثمرة."


@pytest.mark.parametrize(("copy", "found"), [
    ("وزير الخارجية", "وزير الخارجية"), ("وزير  الخارجيه", "وزير الخارجية"), ("ان المحادثات مثمره", "إنّ المحادثات مثمرة"),
    ("خارجية", "خارجية"), ("وزير الدفاع", "وزير الدفاع"), ("", None), ("...", None), ("الخارجي", None), ("المحادثاث مثمرة", "المحادثات مثمرة"),
    ("المجادثاث مثمرة", None), ("شيء آخر تماما هنا", None), ("القاهرة،", "القاهرة،"), ("،", None),
])  # fmt: skip
def test_a_copy_is_found_in_any_spelling_and_with_few_changed_letters(copy, found):
    span = locate(builders.document(TEXT), copy, (0, len(TEXT)))
    assert (span and TEXT[slice(*span)]) == found


@pytest.mark.parametrize(
    ("start", "end", "count"), [(0, len(TEXT), 2), (0, 40, 1), (5, len(TEXT), 1), (0, 15, 0)]
)
def test_only_what_lies_within_is_found(start, end, count):
    assert len(list(occurrences(builders.document(TEXT), "وزير الخارجية", (start, end)))) == count
