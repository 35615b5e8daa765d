"""The topic of a quote by its words."""

import pytest

from alaqat.quotes.quote_topics import topic


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نريد خفض أسعار النفط والغاز", "energy"),
        ("سنفتح الحدود أمام اللاجئين والنازحين", "refugees"),
        ("إنه يوم جميل", None),
    ],
)
def test_a_quote_has_the_topic_with_most_words(text, name):
    assert topic(text) == name
