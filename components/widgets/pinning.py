"""Pins of the story on any page: the links that pin, the line about the story, long stories.

The story is stored in the URL. A story that is too long for a link is stored in a file of the
server under a key, and the URL has the key; other servers do not have it, so readers save it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from alaqat.model import pins
from alaqat.model.pins import Pin
from components.data import long_stories
from components.i18n.escape import escape
from components.i18n.words import Words
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import navigation

LINK: Final = 1_500  # characters of a link that every program accepts
HOST: Final = 80  # of them for the address before `?`
Pinner = Callable[[str], str]


def move_long_story() -> None:
    """Move a story that is too long for a link, or pins added to one, to the server."""
    view = navigation.current()
    if view.pins and (view.story or _is_long(view)):
        navigation.go(with_story(view, (*(story_pins(view) or ()), *view.pins)))


def story_pins(view: ViewState) -> tuple[Pin, ...] | None:
    """The pins of a view's story; None if it is a long story that is not on this server."""
    return long_stories.load(view.story) if view.story else view.pins


def with_story(view: ViewState, story: Sequence[Pin]) -> ViewState:
    """The view with another story, stored in the URL or, if too long for it, on the server.

    A story that the server cannot store stays in the URL, which some programs will cut.
    """
    story = pins.unique(story)
    short = replace(view, pins=story, story=None)
    if not _is_long(short):
        return short
    key = long_stories.save(story)
    return replace(view, pins=(), story=key) if key else short


def _is_long(view: ViewState) -> bool:
    return len(view_state.href("", view)) + HOST > LINK


def stored_view(view: ViewState) -> str:
    """The URL query that a new pin stores of the view: its filters and zoom; "" if too long."""
    remembered = {name: getattr(view, name) for name in (*view_state.FILTERS, "zoom")}
    params = view_state.params(view_state.EMPTY.with_values(remembered))
    query = urlencode(params, doseq=True).replace("~", "%7E")
    return query if len(query) <= pins.SEEN else ""


def pinner(page: str, view: ViewState, kind: str) -> Pinner:
    """`pinner(id)` is a link on the page that pins an event (`e`) or quote (`q`), or unpins it."""
    words, story = view.words, story_pins(view) or ()
    pinned = {pin.key for pin in story if pin.kind == kind}
    new_pin = Pin(kind, "PINNED", seen=stored_view(view))
    template = view_state.href(page, view, pins=(*view.pins, new_pin))

    def link(key: str) -> str:
        if key not in pinned:
            address = template.replace("PINNED", key)
            return _link(address, words.t("pin"), words.t("put into the story"))
        if view.story:
            return _link(view_state.href("story", view), words.t("pinned"), words.t("to the story"))
        without = view_state.href(page, view, pins=pins.toggled(story, Pin(kind, key)))
        return _link(without, f"{words.t('pinned')} ×", words.t("take out of the story"))

    return link


def _link(address: str, text: str, title: str) -> str:
    return f'<a class="pin" href="{escape(address)}" title="{escape(title)}">{escape(text)}</a>'


def tray(page: str, view: ViewState) -> None:
    """Draw the line with the number of pins and links to the story and its slides, if any."""
    words, story = view.words, story_pins(view)
    if story is None:
        st.html(f'<p class="notice" role="status">{lost_notice(words)}</p>')
    elif story:
        count = words.n("{count} pinned", "{count} pinned", len(story))
        arrange, show = (
            view_state.href("story", view),
            view_state.href(page, view, present=True, slide=1),
        )
        st.html(
            f'<p class="tray" role="status">{escape(words.t("Story: {count}", count=count))} · '
            f'<a class="quiet" href="{escape(arrange)}">{escape(words.t("arrange"))}</a> · '
            f'<a class="quiet" href="{escape(show)}">{escape(words.t("present"))}</a></p>'
        )


def lost_notice(words: Words) -> str:
    """Escaped text: the notice for a link to a long story that is not on this server."""
    return escape(
        words.t("The story of this link was too long for it and is not kept here: load its file.")
    )
