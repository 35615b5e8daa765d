"""The frame of every page: language, direction, theme, the bar at the top, the sources at the foot.

Streamlit runs this script on every rerun of every page (`app.py` names it), so it must be fast.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urljoin

import streamlit as st
from babel.dates import format_date
from streamlit.navigation.page import StreamlitPage

from alaqat.model.errors import StoreBroken, StoreMissing
from components.data import queries
from components.data.rerun_times import RERUN_TIMES
from components.html import headline, site_header
from components.i18n.countries import pair_name
from components.i18n.escape import escape
from components.i18n.words import MONTHS, Words
from components.shell import housekeeping
from components.slides import player
from components.view import page_titles, view_state
from components.view.view_state import ViewState
from components.widgets import filter_labels, navigation, pinning

PAGES: Final = Path(__file__).resolve().parents[2] / "pages"
BUILD_COMMAND: Final = "python -m alaqat build"


def theme() -> Literal["light", "dark"]:
    """The theme of the reader's browser."""
    return "dark" if st.context.theme.type == "dark" else "light"


def main() -> None:
    """Draw the frame with the page that the URL names, or only a slide."""
    with RERUN_TIMES.measured():
        _draw()


def _draw() -> None:
    pinning.move_long_story()
    view = navigation.current()
    pages = _pages(view.words)
    chosen = st.navigation(list(pages.values()), position="hidden")
    page = next(name for name, known in pages.items() if known == chosen)
    st.set_page_config(page_title=_title(view, chosen.title), layout="wide")
    _header(view, page)
    try:
        if problem := queries.damage():
            _damage_note(view.words, problem)
        if view.present:
            player.show(view, page_titles.path(page))
        else:
            chosen.run()
            _sources(view, page_titles.path(page))
    except (StoreMissing, StoreBroken) as problem:
        _no_store(view.words, problem)
    housekeeping.freeze_once()


def _pages(words: Words) -> dict[str, StreamlitPage]:
    return {
        path: st.Page(
            PAGES / f"{path}.py",
            title=words.t(title),
            url_path=path,
            default=path == page_titles.FIRST,
        )
        for path, title in page_titles.PAGES.items()
    }


def _title(view: ViewState, page: str) -> str:
    """The title of the browser's tab: the pair of states if one is chosen, the page, the name."""
    pair = [pair_name(view.pair, view.words)] if view.pair else []
    return " · ".join([*pair, page, view.words.t("Alaqat")])


def _header(view: ViewState, page: str) -> None:
    """Draw the header, hidden: a script of the document copies it above Streamlit's elements.

    A presentation has no header. The first page has a heading of its own.
    """
    words = view.words
    header = "" if view.present else site_header.header(view, page)
    st.html(
        f'<div class="site-source" lang="{words.lang}" dir="{words.direction}" hidden>'
        f"{header}</div>"
    )
    if not view.present and page != page_titles.FIRST:
        st.html(f'<h1 class="unseen">{escape(words.t(page_titles.PAGES[page]))}</h1>')


def _sources(view: ViewState, page: str) -> None:
    """Draw the foot: the number, years and outlets of the articles, the build, the date options."""
    words = view.words
    build, published = queries.build(), queries.bounds("articles")
    parts = [headline.sources(words)]
    if published:
        parts.append(words.span(date(published[0].year, 1, 1), date(published[1].year, 12, 31)))
    parts.append(words.t("build {id}", id=build.id))
    facts = " · ".join(escape(words.run(part)) for part in parts)
    st.html(f'<footer class="sources">{facts}{_dates(view, page)}{_on_paper(view, page)}</footer>')


def _on_paper(view: ViewState, page: str) -> str:
    """What is chosen and the address of the view, for readers of a printed page."""
    words = view.words
    chosen = filter_labels.in_words(view) if view.is_filtered else words.t("nothing is left out")
    address = urljoin(str(st.context.url or ""), view_state.href(page, view))
    text = words.t("Chosen: {choice}", choice=chosen)
    return f'<span class="on-paper">{escape(text)} · <bdi dir="ltr">{escape(address)}</bdi></span>'


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


if __name__ == "__main__":
    main()
