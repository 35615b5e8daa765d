"""Words are cues where they report, and not where they only look like it."""

from __future__ import annotations

import pytest


def _cues(index, text):
    built = index(text)
    return [built.text[cue.start : cue.end] for cue in built.cues]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("وقال سامي إن العمل جار", ["قال"]),
        ("ولم يؤكد سامي أن العمل جار", []),
        ("غادر سامي دون أن يؤكد ذلك", []),
        ("وقال «أكد لي سامي ذلك أمس» ثم غادر", ["قال"]),
    ],
)
def test_the_cues_of_a_text(index, text, cues):
    assert _cues(index, text) == cues


def test_a_source_phrase_takes_the_verb_after_it(index):
    (cue,) = index("العمل جار بحسب ما قال سامي").cues
    assert cue.kind == "source"


def test_a_conjunction_before_a_cue_joins_it(index):
    joined, unjoined = index("وقال سامي ذلك. قال سامي ذلك.").cues
    assert (joined.is_joined, unjoined.is_joined) == (True, False)
    assert (joined.begin, joined.start) == (0, 1)
