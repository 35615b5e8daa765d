"""A description that says more than its noun is remembered, so that later ones may point to it."""

from __future__ import annotations

import pytest

from alaqat.quotes.coreference import SpeakerResolver
from alaqat.quotes.speakers import read_speaker


@pytest.mark.parametrize(
    ("subject", "lemmas"),
    [
        ("وزير الدفاع البيروفي", ["وزير"]),
        ("الشرطة", []),
        ("الوزير سامي حداد", []),
        ("سامي حداد", []),
    ],
)
def test_only_a_description_of_its_own_is_remembered(index, subject, lemmas):
    built = index(subject, {"Sami Haddad": ["PER", "سامي حداد"]})
    resolver = SpeakerResolver(built)
    resolver.remember(read_speaker(built, 0, len(built.text)))
    assert list(resolver.described) == lemmas
