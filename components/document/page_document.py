"""The HTML document of a page: what the server sends before Streamlit's scripts draw the page.

It has the language, title and description of the view, so that a link to it unfurls, and the header
and filter line, so that a reader sees them at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from alaqat.model.errors import StoreBroken, StoreMissing
from components.assets import load_script
from components.data.opening_view import opening_view
from components.document import link_preview
from components.document.link_preview import Preview
from components.html import headline, overview_text, page_styles, site_header
from components.i18n import streamlit_words
from components.i18n.escape import escape
from components.theme.colours import COLOURS
from components.view import page_titles
from components.view.view_state import ViewState
from components.widgets import filters

# tags of Streamlit's document that load its scripts and styles
_TAG: Final = re.compile(
    r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>'
)
FONTS: Final = (
    "ibm-plex-sans-arabic-arabic-400-normal",
    "ibm-plex-sans-arabic-arabic-600-normal",
    "ibm-plex-sans-latin-400-normal",
)
ICON: Final = '<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">'
SCRIPTS: Final = ("page_links", "filters", "charts", "site_header", "streamlit_words")
# pages with a filter line
FILTERED: Final = ("overview", "timeline", "quotes", "network", "articles", "person", "reference")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is served: its page, its view, and the server's address without a slash."""

    page: str
    view: ViewState
    server: str


def document(template: str, place: Place) -> str:
    """The document of a page; `template` is Streamlit's own.

    Raises ValueError if the template has no script.
    """
    view, preview = place.view, link_preview.preview(place.view, place.page)
    return (
        f'<!DOCTYPE html><html lang="{view.lang}" dir="{view.words.direction}" class="loading">'
        f"<head>{_head(preview, place)}{_streamlit(template)}</head><body>"
        f"<style>{page_styles.styles()}</style>"
        f'<div id="site-header">{_header(place)}</div><div id="root"></div>'
        f'<div id="first-screen" class="stHtml">{_first_screen(place)}</div>'
        f"<script>{_scripts()}</script></body></html>"
    )


def missing(view: ViewState) -> str:
    """The document of a path that is no page: what is wrong, and links to the pages."""
    words = view.words
    header = site_header.header(view, "").replace('href="./', 'href="/')
    title, text = escape(words.t("There is no such page")), escape(words.t("Alaqat"))
    return (
        f'<!DOCTYPE html><html lang="{view.lang}" dir="{words.direction}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} · {text}</title>{ICON}<script>{load_script('theme')}</script></head><body>"
        f'<style>{page_styles.styles()}</style><div id="site-header">{header}</div>'
        f'<main id="stMain" class="stHtml missing"><h1 class="headline">{title}</h1>'
        f"<p>{escape(words.t('The address leads nowhere. The pages are above.'))}</p></main>"
        f"<script>{load_script('site_header')}</script></body></html>"
    )


def _streamlit(template: str) -> str:
    tags = _TAG.findall(template)
    if not any(tag.startswith("<script") for tag in tags):
        raise ValueError("Streamlit's document has no script of the type module")
    return "".join(tags)


@cache
def _scripts() -> str:
    return f"window.alaqatWords={streamlit_words.table()};" + "".join(map(load_script, SCRIPTS))


def _head(preview: Preview, place: Place) -> str:
    fonts = "".join(
        f'<link rel="preload" href="/assets/fonts/{name}.woff2" as="font" type="font/woff2" '
        "crossorigin>"
        for name in FONTS
    )
    colours = "".join(
        f'<meta name="theme-color" media="(prefers-color-scheme: {theme})" '
        f'content="{COLOURS[theme]["paper"]}">'
        for theme in COLOURS
    )
    return (
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{link_preview.meta_tags(preview, place.server, place.view.words)}"
        f"{ICON}{colours}{fonts}<script>{load_script('theme')}</script>"
    )


def _header(place: Place) -> str:
    if place.view.present:
        return ""
    return site_header.header(place.view, place.page)


def opening(place: Place) -> ViewState:
    """The view with which a page opens: its own, on the first page one with a pair of states."""
    return opening_view(place.view) if place.page == page_titles.FIRST else place.view


def _first_screen(place: Place) -> str:
    """What is shown until Streamlit has drawn the page, and a note for browsers without scripts."""
    needed = escape(place.view.words.t("This page needs JavaScript."))
    note = f"<noscript><p>{needed}</p></noscript>"
    if place.view.present:
        return note
    try:
        return f"{_filters(place)}{_opening(place)}{note}"
    except (StoreMissing, StoreBroken):
        return note


def _filters(place: Place) -> str:
    if place.page not in FILTERED:
        return ""
    return f"<div>{filters.line(page_titles.path(place.page), place.view)}</div>"


def _opening(place: Place) -> str:
    if place.page != page_titles.FIRST:
        return ""
    view = place.view
    text = overview_text.opening(headline.headline(view), headline.standfirst(view))
    return f"<div>{text}</div>"
