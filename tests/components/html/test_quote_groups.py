"""The order of quotes and the headings of its groups."""

import pandas as pd
import pytest

from components.html import quote_groups
from components.html.quote_versions import Saying
from components.i18n.words import Words

EN, AR = Words("en"), Words("ar")
CARDS = [Saying({"country": "KEN"}), Saying({"country": "KEN"}), Saying({"country": None})]
QUOTES = pd.DataFrame({"country": ["KEN", "KEN", None], "topic": ["energy", None, None]})


def test_cards_of_one_side_are_one_group():
    groups = quote_groups.parts(CARDS, "side")
    assert [(name, len(cards)) for name, cards in groups] == [("KEN", 2), ("", 1)]


def test_cards_by_day_are_one_group_without_a_heading():
    ((name, cards),) = quote_groups.parts(CARDS, "newest")
    assert (name, len(cards)) == (None, 3)
    assert quote_groups.heading(name, "newest", QUOTES, EN) == ""


def test_a_heading_counts_the_quotes_of_its_group():
    assert "Kenya" in quote_groups.heading("KEN", "side", QUOTES, EN)
    assert "2 quotes" in quote_groups.heading("KEN", "side", QUOTES, EN)


def test_a_topic_has_its_name_in_both_languages():
    assert quote_groups.label("energy", "topic", EN) == "Energy"
    assert quote_groups.label("energy", "topic", AR) == "الطاقة"


def test_the_present_order_is_marked_and_not_linked():
    shown = quote_groups.choice("side", EN, lambda page, **changes: str(changes))
    assert '<strong aria-current="true">by side</strong>' in shown
    assert "newest" in shown


def test_the_orders_are_links_but_the_present_one(whole):
    whole("choice", quote_groups.choice("side", EN, lambda page, **changes: f"{page}{changes}"))


@pytest.mark.parametrize(("name", "arrangement"), [("KEN", "side"), ("", "side"), ("energy", "topic"), ("", "topic")])  # fmt: skip
def test_a_heading_as_a_whole(name, arrangement, whole):
    whole(f"{arrangement} {name}", quote_groups.heading(name, arrangement, QUOTES, EN))
