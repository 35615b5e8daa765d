import re

import pytest

from components.document import page_document
from components.document.page_document import Place
from components.view.view_state import ViewState
from tests import builders

TEMPLATE = '<html><script type="module" src="./index.js"></script></html>'
SERVER = "https://alaqat.example"


@pytest.fixture(autouse=True)
def visits(tmp_path, monkeypatch):
    builders.publish(builders.visits(), tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))


def drawn(page="overview", **view):
    return page_document.document(TEMPLATE, Place(page, ViewState(**view), SERVER))


def meta(text, name):
    return re.search(f'<meta (?:property|name)="{name}" content="([^"]*)"', text)[1]


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_document_has_the_language_and_direction_of_its_view(lang, direction):
    assert f'<html lang="{lang}" dir="{direction}"' in drawn(lang=lang)


def test_the_preview_names_the_view_and_its_picture():
    text = drawn(lang="en", pair="FRA-TCD")
    assert meta(text, "og:title").startswith("France and Chad")
    assert "2 events" in meta(text, "og:description")
    assert meta(text, "og:image") == f"{SERVER}/preview.png?lang=en&amp;pair=FRA-TCD"


def test_the_first_page_opens_with_the_most_reported_pair():
    opened = page_document.opening(Place("overview", ViewState(), SERVER))
    assert opened.pair is not None


def test_all_pairs_and_other_pages_stay_as_they_are():
    everything = ViewState(all_pairs=True)
    assert page_document.opening(Place("overview", everything, SERVER)) == everything
    assert page_document.opening(Place("timeline", ViewState(), SERVER)) == ViewState()


def test_a_template_without_a_script_is_refused():
    with pytest.raises(ValueError, match="no script"):
        page_document.document("<html></html>", Place("overview", ViewState(), SERVER))


def test_a_missing_page_leads_to_the_pages():
    text = page_document.missing(ViewState(lang="en"))
    assert 'href="#stMain"' in text
    assert 'id="stMain"' in text
    assert "There is no such page" in text
    assert 'href="/timeline?lang=en"' in text


def test_without_a_store_a_document_is_still_sent(tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    assert meta(drawn(lang="en"), "og:title") == "Alaqat"


@pytest.mark.parametrize("page", ["overview", "timeline", "method"])
def test_a_document_as_a_whole(page, sample_view, monkeypatch, whole):
    monkeypatch.setattr(page_document.page_styles, "styles", lambda: "STYLES")
    monkeypatch.setattr(page_document, "_scripts", lambda: "SCRIPTS")
    monkeypatch.setattr(page_document, "load_script", str.upper)
    monkeypatch.setattr(page_document.filters, "line", lambda *given: f"FILTERS of {given[0]}")
    template = (
        TEMPLATE + '<link rel="stylesheet" href="a"><link rel="icon" href="b"><script>1</script>'
    )
    whole(page, page_document.document(template, Place(page, sample_view, SERVER)))
    if page == "overview":
        whole("missing", page_document.missing(sample_view))


def test_slides_open_without_a_header_and_a_filter_line(sample_view):
    view = sample_view.with_values({"present": True})
    document = page_document.document(TEMPLATE, Place("timeline", view, SERVER))
    assert '<div id="site-header"></div>' in document
    assert '<div id="first-screen" class="stHtml"><noscript>' in document


def test_the_scripts_of_a_document_know_the_words():
    scripts = page_document._scripts()
    assert scripts.startswith("window.alaqatWords={")
    assert all(page_document.load_script(name) in scripts for name in page_document.SCRIPTS)
