import re

from alaqat.reference.reference_file import SHIPPED
from components.view.view_state import ViewState
from components.widgets import reference_choice


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
