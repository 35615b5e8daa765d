import pytest

from components.widgets.event_selection import neighbours


@pytest.mark.parametrize(
    ("chosen", "around"),
    [("a", (None, "b")), ("b", ("a", "c")), ("c", ("b", None)), ("x", (None, None))],
)
def test_a_card_leads_to_the_events_around_it(chosen, around):
    assert neighbours(["a", "b", "c"], chosen) == around
