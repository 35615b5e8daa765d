"""The embedded timeline is a plain page in both languages that needs no script and leads to the dashboard."""

from __future__ import annotations

import html

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.server import embeds


@pytest.fixture
def embedded(store):
    """`embedded("?lang=en")`: the answer to the address of an iframe."""
    client = TestClient(Starlette(routes=embeds.ROUTES))
    return lambda query="": client.get(f"{embeds.EMBEDDED}{query}")


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_it_is_a_page_without_scripts_or_chrome(embedded, lang, direction):
    text = embedded(f"?lang={lang}").text
    assert f'<html lang="{lang}" dir="{direction}"' in text
    assert 'class="chart timeline"' in text
    for absent in ("<script", "<form", 'id="site-header"'):
        assert absent not in text


def test_its_links_open_the_dashboard_with_the_same_choices(embedded):
    text = html.unescape(embedded("?lang=en&from=2019&event=x&present=1").text)
    assert '<base href="../" target="_blank">' in text
    assert 'href="./timeline?lang=en&from=2019"' in text
    assert "event=x" not in text


def test_it_shows_the_events_of_its_filters_only(embedded):
    assert embedded("?lang=en").text.count('class="mark') > embedded("?lang=en&from=2019").text.count('class="mark') > 0  # fmt: skip


@pytest.mark.parametrize(("query", "theme"), [("?theme=dark", 'data-theme="dark"'), ("", "")])
def test_the_theme_is_that_of_the_browser_or_of_the_address(embedded, query, theme):
    head = embedded(query).text.partition("<head>")[0]
    assert (theme or "rtl") in head
    assert ("data-theme" in head) is bool(theme)
    assert "<b>" not in embedded("?theme=%22%3E%3Cb%3E").text


def test_an_empty_choice_and_a_missing_store_are_pages_too(embedded, monkeypatch, tmp_path):
    assert embedded("?q=zzzz").status_code == 200
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    answer = embedded("?lang=en")
    assert answer.status_code == 503
    assert "no articles have been read" in answer.text
