"""The page for visitors beyond what a process can serve; it asks again by itself."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers

from components.access.plain_page import page, words_of

SECONDS: Final = 15


def html(headers: Headers) -> str:
    """The page in the language of the browser."""
    words = words_of(headers)
    text = words.t("Many people are reading just now. This page opens as soon as there is room.")
    return page(words, words.t("A moment, please"), f"<p>{text}</p>", refresh=SECONDS)
