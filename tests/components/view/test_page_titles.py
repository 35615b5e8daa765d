"""The paths of pages."""

import pytest

from components.view import page_titles


@pytest.mark.parametrize(
    ("page", "path"), [("overview", ""), ("timeline", "timeline"), ("person", "person")]
)
def test_the_first_page_is_at_the_root(page, path):
    assert page_titles.path(page) == path
