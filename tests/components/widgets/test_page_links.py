from components.view.view_state import ViewState
from components.widgets.page_links import links


def test_a_link_keeps_the_filters_and_the_language():
    link = links(ViewState(lang="en", actors=("Egypt",)))
    assert link("quotes") == "./quotes?lang=en&actor=Egypt"


def test_a_link_drops_the_choices_of_its_page():
    view = ViewState(event="e1", zoom="2018-05-01_2018-06-30", leaf=3, correct="q:1")
    assert links(view)("timeline") == "./timeline"


def test_a_link_can_choose_something_on_the_other_page():
    assert links(ViewState(event="e1"))("network", nodes=("a", "b")) == "./network?node=a&node=b"
