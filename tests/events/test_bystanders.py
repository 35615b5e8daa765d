"""Who only stands near what happens takes no part in it."""

from __future__ import annotations

import pytest

from tests.events.sentence_events import names, one


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("قتلت قوات سورية قرب القرية الحدودية ثلاثة جنود أتراك.", ["Turkey"]),
        ("قصفت القوات السورية في البلدة الحدودية مع تركيا مواقع لبنانية.", ["Lebanon"]),
    ],
)
def test_the_neighbour_behind_a_border_is_named_within_a_word_of_it(text, targets):
    event = one(text, "ASSAULT")
    assert (names(event.actors), names(event.recipients)) == (["Syria"], targets)
