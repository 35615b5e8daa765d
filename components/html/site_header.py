"""The header above every page: the name, the pages, the slides, the theme, the language."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from components.data.opening_view import opening_view
from components.i18n.catalogue import N_, endonym
from components.i18n.escape import escape
from components.view import page_titles, view_state
from components.view.view_state import ViewState

OTHER: Final = {"ar": "en", "en": "ar"}
CARRIED: Final = (
    "lang",
    "months",
    "hijri",
    "pins",
    "story",
    "story_title",
)  # by the link of the name
# theme → the text of the button that changes to it
THEMES: Final = {"dark": N_("Dark"), "light": N_("Light")}


def header(view: ViewState, page: str) -> str:
    """The header of a page (a key of `page_titles.PAGES`; "" for none of them).

    The links to the pages have the filters of the view; the name leads to the opening view.
    """
    words = view.words
    bare = view_state.EMPTY.with_values({name: getattr(view, name) for name in CARRIED})
    home, name = escape(view_state.href("", opening_view(bare))), escape(words.t("Alaqat"))
    skip = escape(words.t("Skip to the page"))
    return (
        f'<header class="site"><a class="skip" href="#stMain">{skip}</a>'
        f'<a class="brand" href="{home}">{name}</a>{_pages(view, page)}{_switches(view, page)}'
        "</header>"
    )


def _pages(view: ViewState, page: str) -> str:
    words, carried = view.words, view.without(*view_state.OF_PAGE)
    items = []
    for name, title in page_titles.TITLES.items():
        address = escape(view_state.href(page_titles.path(name), carried))
        here = ' aria-current="page"' if name == page else ""
        items.append(f'<li><a href="{address}"{here}>{escape(words.t(title))}</a></li>')
    return f'<nav aria-label="{escape(words.t("Pages"))}"><ul>{"".join(items)}</ul></nav>'


def _switches(view: ViewState, page: str) -> str:
    words, path, other = view.words, page_titles.path(page), OTHER[view.lang]
    slides = escape(view_state.href(path, view, present=True, slide=1))
    language = escape(view_state.href(path, replace(view, lang=other)))
    themes = "".join(
        f'<span class="to-{theme}">{escape(words.t(label))}</span>'
        for theme, label in THEMES.items()
    )
    return (
        f'<div class="switches"><a href="{slides}">{escape(words.t("Slides"))}</a>'
        f'<button type="button" class="theme">{themes}</button>'
        f'<a href="{language}" lang="{other}" hreflang="{other}">{escape(endonym(other))}</a></div>'
    )
