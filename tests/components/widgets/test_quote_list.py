"""The list of quotes."""

from components.data import queries
from components.widgets import quote_list
from tests.components.outline import drawn, outline


def test_the_box_of_speakers_as_a_whole(sample_view, whole):
    whole("box", outline(lambda: quote_list.speaker_box(sample_view)))


def test_a_chosen_speaker_is_in_the_address_and_its_quote_is_not(sample_view):
    test = drawn(lambda: quote_list.speaker_box(sample_view), quote="q")
    test.selectbox[0].set_value("Sameh Fahmy").run()
    assert dict(test.query_params) == {"speaker": "Sameh Fahmy"}


def test_the_cards_of_a_part_have_their_articles(sample_view):
    (card,) = quote_list.cards(range(1), sample_view.with_values({"query": "المصالحة"}), size=20)
    assert card.lead["source"] == "Outlet A"
    assert card.lead["query"] == "المصالحة"
    assert card.lead["article_text"].startswith("قطعت مصر")


def test_a_quote_can_be_pinned_and_cited(sample_view):
    tools = quote_list.tools("quotes", sample_view)
    (row,) = quote_list.cards_of(queries.read("quotes"))
    assert "pin=q%3Akey" in tools.pin("key")
    assert [one.style for one in tools.cite(row.lead)] == ["APA", "Chicago"] * 2


def test_the_scripts_of_the_cards_and_actions_are_added():
    assert outline(quote_list.script).count("<script>") == 2
