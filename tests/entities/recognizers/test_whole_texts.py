"""The mentions of names in the first article and in texts made for rules, as a whole."""

from tests import readings


def test_the_mentions_of_texts_as_a_whole(whole):
    whole(
        "texts",
        readings.written(
            lambda read: [mention for entity in read.entities for mention in entity.mentions]
        ),
    )
