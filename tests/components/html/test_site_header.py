"""The header above every page."""

import pytest

from components.html import site_header


@pytest.mark.parametrize("page", ["", "timeline", "no-page"])
def test_a_header_as_a_whole(page, sample_view, whole):
    view = sample_view.with_values({"year_from": 2017, "event": "e", "hijri": True})
    whole(page or "overview", site_header.header(view, page))


def test_an_arabic_header_leads_to_english(sample_view):
    header = site_header.header(sample_view.with_values({"lang": "ar"}), "")
    assert 'lang="en" hreflang="en">English</a>' in header
