"""The gender of a cue is read from its form."""

from __future__ import annotations

import pytest

from alaqat.quotes.syntax import cue_gender, has_object_pronoun


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("وقالت ذلك", "feminine"),
        ("وقال ذلك", "masculine"),
        ("وصل مؤكدا ذلك", "masculine"),
        ("وصلت مؤكدة ذلك", "feminine"),
        ("بحسب رويترز", None),
    ],
)
def test_the_gender_of_a_cue(index, text, gender):
    built = index(text)
    assert cue_gender(built.cues[0], built.text) == gender


def test_a_transitive_verb_bears_its_object(index):
    described, said = index("وصفه بأنه جديد. وقاله سامي"), index("وقال سامي ذلك")
    assert has_object_pronoun(described, described.cues[0])
    assert not has_object_pronoun(said, said.cues[0])
