"""The marks of an article on screen."""

import pytest

from components.view.view_state import ViewState
from components.widgets import article_view
from tests.components.outline import outline


def test_the_marks_of_an_article_are_those_of_all_its_findings(sample_view, whole):
    marks = article_view.marks(sample_view, "a" * 16, lambda page, **more: f"{page} {more}")
    whole("marks", "\n".join(map(repr, marks)))


@pytest.mark.parametrize(("choices", "scripts"), [
    ({"event": "e"}, 1), ({"quote": "q"}, 1), ({"at": 0}, 1), ({"article": "a"}, 0),
])  # fmt: skip
def test_only_a_chosen_place_is_scrolled_to(choices, scripts):
    view = ViewState(**choices)
    assert outline(lambda: article_view.scroll(view)).count("<script>") == scripts
