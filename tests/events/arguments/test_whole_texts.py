"""Who did what to whom in the first article and in texts made for rules, as a whole."""

from tests import readings


def test_the_sides_of_events_of_texts_as_a_whole(whole):
    whole(
        "texts",
        readings.written(
            lambda read: [(one.rule, one.start, one.actors, one.recipients) for one in read.events]
        ),
    )
