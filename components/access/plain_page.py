"""Plain HTML pages that are served beside Streamlit's: they need no script."""

from __future__ import annotations

from starlette.datastructures import Headers

from components.i18n.escape import escape
from components.i18n.words import Words

_STYLE = (
    ":root{color-scheme:light dark}a{color:inherit}"
    "body{font:1.1rem/1.6 'IBM Plex Sans Arabic','IBM Plex Sans',sans-serif;max-width:26rem;"
    "margin:15vh auto;padding:0 1rem}"
    "label{display:block;margin:1rem 0}input{display:block;width:100%;font:inherit;"
    "padding:.3rem;box-sizing:border-box}button{font:inherit;padding:.3rem 1.2rem}"
)


def words_of(headers: Headers, lang: str | None = None) -> Words:
    """The texts in `lang`, else in English for a browser that asks for it first, else in Arabic."""
    asked = headers.get("accept-language", "").lower()
    return Words(lang or ("en" if asked.startswith("en") else "ar"))


def page(words: Words, title: str, body: str, *, refresh: int | None = None) -> str:
    """A whole page; `title` is text, `body` is HTML; it is loaded again after `refresh` seconds."""
    again = f'<meta http-equiv="refresh" content="{refresh}">' if refresh else ""
    return (
        f'<!doctype html><html lang="{words.lang}" dir="{words.direction}"><head>'
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">{again}'
        f"<title>{escape(title)} · {escape(words.t('Alaqat'))}</title><style>{_STYLE}</style>"
        f"</head><body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
