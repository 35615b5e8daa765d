"""The story page: the pins with their order and notes, and the story file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from alaqat.model import pins
from alaqat.model.pins import Pin
from components.assets import load_script
from components.i18n.escape import escape
from components.i18n.words import Words
from components.slides import player, story_slides
from components.slides.story_slides import Slide
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import navigation, pinning

NAME: Final = "alaqat-story.json"
REFUSED: Final = "story_refused"  # session key: the last uploaded file is no story file
Edit = Callable[[Sequence[Pin]], tuple[Pin, ...]]


def draw() -> None:
    """Draw the page."""
    view = navigation.current()
    words, held = view.words, pinning.story_pins(view)
    st.html(f"<h2>{escape(words.t('Story'))}</h2>{_introduction(view, held)}")
    if held:
        _title(view)
        _, *shown = story_slides.slides(view, held, player.material(view))
        for number, (pin, slide) in enumerate(zip(held, shown, strict=False)):
            _row(number, pin, slide, words, last=number == len(held) - 1)
    if held is not None:
        st.html(_exports(player.exports(view), words))
    _file(view, held or ())


def _title(view: ViewState) -> None:
    """Draw the field with the title of the story."""
    st.session_state["story_title"] = view.story_title
    st.text_input(
        view.words.t("Title of the story"),
        key="story_title",
        max_chars=pins.TITLE,
        on_change=_name,
        width=520,
    )


def _name() -> None:
    title = pins.clean(st.session_state["story_title"])[: pins.TITLE]
    navigation.go(replace(navigation.current(), story_title=title))


def _exports(links: Sequence[tuple[str, str]], words: Words) -> str:
    """The links that save the story as slides."""
    if not links:
        return ""
    label = escape(words.t("Save these slides"))
    shown = " · ".join(f'<a href="{escape(address)}">{escape(name)}</a>' for name, address in links)
    return f'<p class="story-files">{label}: {shown}</p>'


def _introduction(view: ViewState, held: Sequence[Pin] | None) -> str:
    words = view.words
    if held is None:
        return f'<p class="notice" role="status">{pinning.lost_notice(words)}</p>'
    if not held:
        text = words.t(
            "Nothing is pinned yet. Every event and every quote has a link «pin»; without pins, "
            "the slides tell the strongest story of what is chosen."
        )
    elif view.story:
        text = words.t(
            "This story is too long for a link that every program takes: "
            "save it as a file to keep it."
        )
    else:
        text = words.t(
            "The story is in the address of this page: "
            "the link is all you need to keep or share it."
        )
    show = escape(view_state.href("story", view, present=True, slide=1))
    return f'<p>{escape(text)}</p><p><a href="{show}">{escape(words.t("present"))}</a></p>'


def _row(number: int, pin: Pin, slide: Slide, words: Words, *, last: bool) -> None:
    """Draw one pin: its slide in short, its note, and the buttons that move or remove it."""
    key = f"{pin.kind}_{pin.key}"
    with st.container(
        key=f"story_row_{number}", horizontal=True, vertical_alignment="bottom", gap="small"
    ):
        st.html(_shown(number, slide, words), width="stretch")
        st.session_state[f"note_{key}"] = pin.note
        st.text_input(
            words.t("Note"),
            key=f"note_{key}",
            max_chars=pins.NOTE,
            on_change=_note,
            args=(number, f"note_{key}"),
            width=360,
        )
        moves = (
            ("up", "↑", words.t("earlier"), number > 0, partial(pins.moved, index=number, by=-1)),
            ("down", "↓", words.t("later"), not last, partial(pins.moved, index=number, by=1)),
            ("out", "×", words.t("take out of the story"), True, partial(_without, index=number)),
        )
        for name, mark, help_, is_possible, edit in moves:
            st.button(
                mark,
                key=f"{name}_{key}",
                help=help_,
                disabled=not is_possible,
                on_click=_change,
                args=(edit,),
            )


def _shown(number: int, slide: Slide, words: Words) -> str:
    parts = [slide.when, slide.who] if slide.kind == "event" else [slide.when, slide.text]
    about = " · ".join(f"<bdi>{escape(part)}</bdi>" for part in parts if part)
    address = escape(view_state.href(slide.page, slide.view))
    title = f'<a class="quiet" href="{address}">{escape(slide.title)}</a>'
    text = f'<p>{number + 1}. {slide.mark} {title}</p><p class="meta">{about}</p>'
    return f'<div class="story-pin" dir="{words.direction}">{text}</div>'


def _without(story: Sequence[Pin], index: int) -> tuple[Pin, ...]:
    return (*story[:index], *story[index + 1 :])


def _change(edit: Edit) -> None:
    view = navigation.current()
    navigation.go(pinning.with_story(view, edit(pinning.story_pins(view) or ())))


def _note(index: int, key: str) -> None:
    _change(partial(pins.noted, index=index, note=st.session_state[key]))


def _file(view: ViewState, held: Sequence[Pin]) -> None:
    """Draw the buttons that save and load a story file, and the notice of a wrong file."""
    words = view.words
    if held:
        st.download_button(
            words.t("Save the story as a file"),
            pins.dumps(held, view.story_title),
            NAME,
            "application/json",
        )
    choose = words.t("choose a file")
    st.html(f'<style>.st-key-story_file section button::after{{content:"{choose}"}}</style>')
    with st.container(key="story_file"):
        st.file_uploader(
            words.t("Load a story file"), type="json", key="story_upload", on_change=_load
        )
    st.html(f"<script>{load_script('uploader_role')}</script>", unsafe_allow_javascript=True)
    if st.session_state.pop(REFUSED, False):
        text = words.t("This file is not a story saved here; nothing was changed.")
        st.html(f'<p class="notice" role="status">{escape(text)}</p>')


def _load() -> None:
    given = st.session_state["story_upload"]
    if given is None:
        return
    data = given.getvalue()
    try:
        view = pinning.with_story(navigation.current(), pins.loads(data))
        navigation.go(replace(view, story_title=pins.title_of(data)))
    except ValueError:
        st.session_state[REFUSED] = True
