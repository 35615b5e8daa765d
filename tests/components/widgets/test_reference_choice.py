import re
from datetime import date
from types import SimpleNamespace

import pytest

from alaqat.reference.reference_file import SHIPPED, ChronologyRefused, Entry
from components.view.view_state import ViewState
from components.widgets import reference_choice
from components.widgets.reference_choice import Chronology
from tests.components.outline import outline


def test_the_chosen_chronology_is_marked_and_its_link_turns_it_off():
    chosen = next(iter(SHIPPED))
    shown = reference_choice._links(ViewState(lang="en", reference=chosen))
    links = re.findall('<a class="quiet" href="([^"]*)"([^>]*)>(.*?)</a>', shown)
    assert len(links) == len(SHIPPED)
    for address, mark, text in links:
        is_chosen = "reference=" not in address
        assert ("aria-current" in mark, text.endswith(" ×")) == (is_chosen, is_chosen)
    assert sum("aria-current" in mark for _, mark, _ in links) == 1


def test_a_chronology_that_is_not_chosen_is_a_link_to_it():
    shown = reference_choice._links(ViewState(lang="en"))
    assert all(f"reference={name}" in shown for name in SHIPPED)
    assert "aria-current" not in shown


NAME = next(iter(SHIPPED))


def test_the_choice_as_a_whole(sample_view, whole):
    view = sample_view.with_values({"reference": NAME, "leaf": 3})
    whole("choice", outline(lambda: reference_choice.draw(view)))
    whole("link", outline(lambda: reference_choice.draw_link(view)))


def test_a_chronology_beside_the_events_begins_with_its_name_and_counts(sample_view, whole):
    entries = [Entry(1, date(2017, 6, 5), date(2017, 6, 5), "<Cut>")]
    shown = reference_choice.side_by_side(Chronology("<Own>", entries), sample_view)
    whole("beside", shown)


@pytest.fixture
def session(monkeypatch):
    """The state of a session with a chronology of its own and a file that was refused."""
    refused = ChronologyRefused("date", file="<a>", row=3, value="x")
    state = {reference_choice.OWN: Chronology("own.csv", []), reference_choice.REFUSED: refused}
    monkeypatch.setattr(reference_choice.st, "session_state", state)
    monkeypatch.setattr(reference_choice.navigation, "current", ViewState)
    monkeypatch.setattr(reference_choice.navigation, "go", lambda view: state.update(gone=view))
    return state


def test_a_refusal_is_said_once_and_an_own_file_can_be_forgotten(session, whole):
    shown = []
    whole("own", outline(lambda: shown.append(reference_choice.draw(ViewState(lang="en")))))
    assert shown == [Chronology("own.csv", [])]
    assert reference_choice.REFUSED not in session
    reference_choice._forget()
    assert session == {}


@pytest.mark.parametrize(
    ("content", "refusal"), [("date,text\n2020-01-02,Raid\n", None), ("x", "columns")]
)
def test_an_uploaded_file_is_read_or_refused(content, refusal, session):
    session.clear()
    file = SimpleNamespace(name="b.csv", getvalue=content.encode)
    session[reference_choice.UPLOAD] = file
    reference_choice._load()
    if refusal:
        assert session[reference_choice.REFUSED].reason == refusal
        assert reference_choice.OWN not in session
    else:
        assert session[reference_choice.OWN].entries[0].first == date(2020, 1, 2)
        assert session["gone"].reference is None


def test_no_uploaded_file_changes_nothing(session):
    before = dict(session)
    session[reference_choice.UPLOAD] = None
    reference_choice._load()
    del session[reference_choice.UPLOAD]
    assert session == before
