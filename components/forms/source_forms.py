"""The forms of the sources page: the upload of articles, their preview, and adding them."""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

from alaqat.model.errors import StoreBroken, StoreMissing
from components.assets import load_script
from components.data import queries
from components.forms import job_process, job_view, preview_table
from components.forms import uploads as uploads_module
from components.forms.uploads import Given, Staged
from components.i18n.escape import escape
from components.i18n.words import Words
from components.widgets import navigation, rights

SHOWN: Final = 40  # articles of a preview with a checkbox; the others are added without one
LONGEST: Final = 500_000  # characters of a pasted text
FIRST: Final = date(1800, 1, 1)
KEY, REFUSED = "sources_staged", "sources_refused"


def draw(words: Words) -> None:
    """Draw the forms, or the preview of an upload."""
    staged: Staged | None = st.session_state.get(KEY)
    if staged and staged.is_added:
        st.session_state[REFUSED] = (staged.refused, staged.refused_count)
        _forget(staged)
        staged = None
    if staged is None:
        _upload_form(words)
        refused, count = st.session_state.get(REFUSED, ((), 0))
        if refused:
            title = words.t("Refused in the last run")
            st.html(job_view.sentences(title, refused, words, count=count))
    elif staged.job.is_running:
        text = words.t("The preview is being made; nothing is added yet.")
        st.html(f'<p class="quiet">{escape(text)}</p>')
    elif staged.adding and staged.adding.is_running:
        st.html(f'<p class="quiet">{escape(words.t("The articles are being added."))}</p>')
    else:
        _preview(staged, words)


def _forget(staged: Staged) -> None:
    staged.clear()
    st.session_state.pop(KEY, None)
    st.session_state["sources_turn"] = st.session_state.get("sources_turn", 0) + 1


def _upload_form(words: Words) -> None:
    turn = st.session_state.get("sources_turn", 0)
    files, pasted, linked = st.tabs(
        [words.t("Files"), words.t("A text"), words.t("Links and feeds")]
    )
    st.html(f"<script>{load_script('uploader_role')}</script>", unsafe_allow_javascript=True)
    with files:
        uploads = st.file_uploader(
            words.t("Articles as files: text, web page, table, Word, PDF, or archives of these"),
            accept_multiple_files=True,
            key=f"door_files_{turn}",
        )
        with st.expander(words.t("Tables: which column is what")):
            columns = st.text_input(
                words.t("Guessed from the headings when empty"),
                max_chars=300,
                placeholder="text=body,published=date,source=outlet",
                key=f"door_columns_{turn}",
            )
    with pasted:
        title = st.text_input(words.t("Title"), max_chars=300, key=f"door_title_{turn}")
        text = st.text_area(
            words.t("The article's text"), height=220, max_chars=LONGEST, key=f"door_text_{turn}"
        )
    with linked:
        pages = st.text_area(
            words.t("Links of articles, one a line"), height=110, key=f"door_links_{turn}"
        )
        feeds = st.text_area(
            words.t("RSS or Atom feeds, one a line"), height=80, key=f"door_feeds_{turn}"
        )
    with st.container(horizontal=True, vertical_alignment="bottom", key="door_facts"):
        outlet = st.text_input(
            words.t("Outlet, where an article names none"), max_chars=200, key=f"door_outlet_{turn}"
        )
        day = st.date_input(
            words.t("Day, where an article names none"),
            None,
            min_value=FIRST,
            max_value="today",
            format="YYYY-MM-DD",
            key=f"door_day_{turn}",
        )
    if st.button(words.t("Preview"), key="door_preview", type="primary"):
        links = uploads_module.links(pages or "") + uploads_module.links(
            feeds or "", before="feed:"
        )
        title, outlet, columns = ((entry or "").strip() for entry in (title, outlet, columns))
        given = Given(tuple(uploads), text or "", title, links, outlet, columns, day)
        _start(given, words)


def _start(given: Given, words: Words) -> None:
    if given.is_empty:
        _notice(words.t("Give a file, a text or a link that begins with http first."))
        return
    try:
        st.session_state[KEY] = uploads_module.stage(given, by=rights.required_editor())
        st.session_state.pop(REFUSED, None)
    except rights.NotAllowed:
        rights.draw_notice(words)
    except job_process.Busy:
        _notice(words.t("Another run is at work; wait for its end."))
    except OSError as problem:
        _notice(words.t("The files cannot be put aside: {why}.", why=problem.strerror or problem))
    else:
        st.rerun()


def _notice(text: str) -> None:
    st.html(f'<p class="notice" role="alert">{escape(text)}</p>')


def _preview(staged: Staged, words: Words) -> None:
    """Draw each article, a field for a missing date, and the buttons that add or discard all."""
    articles = staged.articles
    st.html(preview_table.heading(staged.given, articles, staged.refused_count, words))
    _draw_problems(staged, words)
    held, chosen, days = _held(), set(), {}
    for article in articles[:SHOWN]:
        key = str(article["id"])
        with st.container(key=f"preview_{key}"):
            st.html(preview_table.article(article, words, held=key in held))
            if st.checkbox(words.t("add it"), value=True, key=f"take_{key}"):
                chosen.add(key)
            if not article.get("published") and not staged.given.day:
                days[key] = _day(key, words)
    chosen |= {str(article["id"]) for article in articles[SHOWN:]}
    with st.container(horizontal=True, key="door_ways"):
        label = words.n("Add {count} article", "Add {count} articles", len(chosen))
        if chosen and st.button(label, key="door_add", type="primary"):
            _add(staged, chosen, {key: day for key, day in days.items() if day}, words)
        if st.button(words.t("Discard"), key="door_discard"):
            _forget(staged)
            st.rerun()


def _draw_problems(staged: Staged, words: Words) -> None:
    """Draw what is wrong with the files: no day, a failure, remarks, and articles refused."""
    if undated := job_view.without_day(staged.undated, len(staged.articles), words):
        st.html(undated)
    if staged.job.failure:
        reason = f'<bdi lang="en" dir="ltr">{escape(staged.job.failure)}</bdi>'
        st.html(f'<p class="notice" role="alert">{reason}</p>')
    if remarks := "".join(f"<li>{escape(text)}</li>" for text in staged.remarks):
        st.html(f'<ul class="plain meta" lang="en" dir="ltr">{remarks}</ul>')
    if staged.refused:
        title, count = words.t("Refused"), staged.refused_count
        st.html(job_view.sentences(title, staged.refused, words, count=count))


def _day(key: str, words: Words) -> date | None:
    return st.date_input(
        words.t("Nothing says when it was published. Its day, if you know it:"),
        None,
        min_value=FIRST,
        max_value="today",
        format="YYYY-MM-DD",
        key=f"day_{key}",
        width=320,
    )


def _add(staged: Staged, chosen: set[str], days: dict[str, date], words: Words) -> None:
    try:
        editor = rights.required_editor()
        staged.keep(chosen, days)
        staged.adding = job_process.RUNNER.start_build("add", str(staged.ready), by=editor)
    except rights.NotAllowed:
        rights.draw_notice(words)
    except job_process.Busy:
        _notice(words.t("Another run is at work; wait for its end."))
    except OSError as problem:
        _notice(words.t("The files cannot be put aside: {why}.", why=problem.strerror or problem))
    else:
        navigation.go(navigation.current())
        st.rerun()


def _held() -> frozenset[str]:
    """The ids of the articles in the store; empty if there is no store yet."""
    try:
        return frozenset(queries.read("articles")["article_id"])
    except (StoreMissing, StoreBroken):
        return frozenset()
