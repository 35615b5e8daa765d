"""A verb may have its object written on it."""

from __future__ import annotations

from alaqat.quotes.syntax import has_object_pronoun


def test_a_transitive_verb_bears_its_object(index):
    described, said = index("وصفه بأنه جديد. وقاله سامي"), index("وقال سامي ذلك")
    assert has_object_pronoun(described, described.cues[0])
    assert not has_object_pronoun(said, said.cues[0])
