"""The frame of every page: language, direction, theme, the bar at the top, the sources at the foot.

Streamlit runs this script on every rerun of every page (`app.py` names it), so it must be fast.
"""

from __future__ import annotations

import atexit
import gc
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal

import streamlit as st
from babel.dates import format_date
from streamlit.navigation.page import StreamlitPage

from alaqat.model.errors import StoreBroken, StoreMissing
from components.assets import load_script, load_styles
from components.data import queries
from components.i18n.catalogue import N_, endonym
from components.i18n.escape import escape
from components.i18n.words import MONTHS, Words
from components.slides import player
from components.theme.colours import COLOURS
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import navigation, pinning

PAGES: Final = Path(__file__).resolve().parents[2] / "pages"
# url_path → title; the first is the default page, which Streamlit serves at the root
TITLES: Final = {
    "overview": N_("Overview"),
    "timeline": N_("Timeline"),
    "quotes": N_("Quotes"),
    "network": N_("Network"),
    "articles": N_("Articles"),
    "sources": N_("Sources"),
    "method": N_("Method"),
}
# pages that are opened by links and are not in the bar
LINKED: Final = {
    "person": N_("Person, body or place"),
    "story": N_("Story"),
    "correct": N_("Correct"),
}
BUILD_COMMAND: Final = "python -m alaqat build"
OTHER: Final = {"ar": "en", "en": "ar"}


def theme() -> Literal["light", "dark"]:
    """The theme of the reader's browser."""
    return "dark" if st.context.theme.type == "dark" else "light"


def main() -> None:
    """Draw the frame with the page that the URL names, or only a slide."""
    pinning.move_long_story()
    view = navigation.current()
    pages = _pages(view.words)
    page = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_title=f"{page.title} · {view.words.t('Alaqat')}", layout="wide")
    _style(view.words)
    if not view.present:
        _bar(view, pages, page)
        st.html(f'<h1 class="unseen">{escape(page.title)}</h1>')
    try:
        if problem := queries.damage():
            _damage_note(view.words, problem)
        if view.present:
            player.show(view, page.url_path)
        else:
            page.run()
            _sources(view, page.url_path)
    except (StoreMissing, StoreBroken) as problem:
        _no_store(view.words, problem)
    _freeze_garbage()


def _pages(words: Words) -> dict[str, StreamlitPage]:
    return {
        path: st.Page(
            PAGES / f"{path}.py", title=words.t(title), url_path=path, default=path == "overview"
        )
        for path, title in {**TITLES, **LINKED}.items()
    }


def _style(words: Words) -> None:
    """Set style, direction and language of the whole document."""
    st.html(f"<style>{_colours()}.stApp{{direction:{words.direction}}}{load_styles()}</style>")
    st.html(f"<script>{_script(words.lang)}</script>", unsafe_allow_javascript=True)


@cache
def _colours() -> str:
    """The colours of both themes as CSS variables; the browser uses those of its theme."""
    light, dark = COLOURS["light"], COLOURS["dark"]
    pairs = "".join(f"--{name}:light-dark({light[name]},{dark[name]});" for name in light)
    return f":root{{{pairs}}}"


@cache
def _script(lang: str) -> str:
    root, direction = "document.documentElement", Words(lang).direction
    return f"{root}.lang='{lang}';{root}.dir='{direction}';{load_script('page_links')}"


def _bar(view: ViewState, pages: dict[str, StreamlitPage], here: StreamlitPage) -> None:
    words = view.words
    carried = view_state.params(view.without(*view_state.OF_PAGE))
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="medium"):
        st.html(f'<span class="brand">{escape(words.t("Alaqat"))}</span>', width="content")
        for path in TITLES:
            page = pages[path]
            with st.container(
                key=f"tab_{path}_{'here' if page == here else 'there'}", width="content"
            ):
                st.page_link(page, label=page.title, query_params=carried)
        with st.container(key="language", width="content"):
            st.button(
                endonym(OTHER[words.lang]), key="other_language", type="tertiary", on_click=_turn
            )
        slides = escape(view_state.href(here.url_path, view, present=True, slide=1))
        st.html(
            f'<span class="present"><a href="{slides}">{escape(words.t("present"))}</a></span>',
            width="content",
        )


def _turn() -> None:
    """Show the same view in the other language."""
    view = navigation.current()
    navigation.go(replace(view, lang=OTHER[view.lang]))


def _sources(view: ViewState, page: str) -> None:
    """Draw the foot: the number, years and outlets of the articles, the build, the date options."""
    words = view.words
    build, published = queries.build(), queries.bounds("articles")
    parts = [words.n("{count} article", "{count} articles", queries.count("articles"))]
    if published:
        parts.append(words.span(date(published[0].year, 1, 1), date(published[1].year, 12, 31)))
    outlets = queries.outlet_count()
    parts.append(
        words.n("{count} outlet", "{count} outlets", outlets)
        if outlets
        else words.t("outlet not stated")
    )
    parts.append(words.t("build {id}", id=build.id))
    facts = " · ".join(escape(words.run(part)) for part in parts)
    st.html(f'<footer class="sources">{facts}{_dates(view, page)}</footer>')


def _dates(view: ViewState, page: str) -> str:
    """Links for the month names, each labelled with its name of August, and for Hijri dates."""
    august = date(2000, 8, 1)
    names = MONTHS if view.words.is_rtl else ()
    choices = [
        (
            format_date(august, "MMMM", locale=MONTHS[name]),
            view.months == name,
            view_state.href(page, view, months=name),
        )
        for name in names
    ]
    choices.append(
        (view.words.t("Hijri dates"), view.hijri, view_state.href(page, view, hijri=not view.hijri))
    )
    links = " · ".join(
        f'<a href="{escape(address)}"{" aria-current=true" if chosen else ""}>{escape(label)}</a>'
        for label, chosen, address in choices
    )
    return f'<span class="calendar">{escape(view.words.t("Dates:"))} {links}</span>'


def _damage_note(words: Words, problem: StoreBroken) -> None:
    """The banner above a build that is shown in place of a damaged one."""
    note = words.t(
        "The latest build is damaged, so the one before it is shown. "
        "This command makes it the current one:"
    )
    st.html(
        f'<p class="notice" role="alert">{escape(note)} '
        f'<code dir="ltr">{escape(_command(problem))}</code></p>'
    )


def _command(problem: Exception) -> str:
    """The command that the message of a problem names, else that of a build."""
    _, separator, command = str(problem).rpartition("run: ")
    return command if separator else BUILD_COMMAND


def _no_store(words: Words, problem: Exception) -> None:
    reason = words.t("There is nothing to show yet: no articles have been read.")
    remedy = words.t("Make one with this command, then reload the page:")
    if isinstance(problem, StoreBroken):
        reason = words.t("The store cannot be read: it is not whole.")
        remedy = words.t("This command mends it; then reload the page:")
    sources = escape(view_state.href("sources", ViewState(lang=words.lang)))
    st.html(
        f'<section class="empty" role="alert"><h1>{escape(reason)}</h1><p>{escape(remedy)}</p>'
        f'<p><code dir="ltr">{escape(_command(problem))}</code></p>'
        f'<p><a href="{sources}">{escape(words.t("Sources"))}</a></p></section>'
    )


@st.cache_resource(show_spinner=False)
def _freeze_garbage() -> None:
    """Exclude all objects loaded so far from garbage collection, which runs after each rerun."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # DuckDB reports objects that are still frozen as leaked


if __name__ == "__main__":
    main()
