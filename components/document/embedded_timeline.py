"""The timeline of a view as a document for an iframe: no header, no filters, no scripts.

Its links open the dashboard in a window of their own. The theme is the browser's unless the address
names one.
"""

from __future__ import annotations

from components.data import event_queries
from components.html import citation, headline, page_styles, timeline_lanes
from components.i18n.escape import escape
from components.theme.colours import COLOURS
from components.view import view_state
from components.view.view_state import ViewState


def document(view: ViewState, theme: str = "") -> str:
    """The document; `theme` is "light", "dark", or empty for the browser's.

    Raises StoreMissing or StoreBroken where there is nothing to draw.
    """
    view, words = timeline_lanes.charted(view), view.words
    events = event_queries.events(view)
    chart = timeline_lanes.chart(view, timeline_lanes.lanes(view, events))
    title = headline.headline(view)
    full = escape(view_state.href("timeline", view))
    link = escape(words.t("Open on Alaqat, with the sentence and source of each event"))
    colours = f' data-theme="{theme}"' if theme in COLOURS else ""
    return (
        f'<!doctype html><html lang="{view.lang}" dir="{words.direction}"{colours}><head>'
        '<meta charset="utf-8"><base href="../" target="_blank">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(citation.plain(title))} · {escape(words.t('Alaqat'))}</title>"
        f"<style>{page_styles.styles()}</style></head>"
        f'<body class="embedded"><main class="stHtml"><h1>{escape(title)}</h1>'
        f'<div class="chart-page"><div>{chart}</div></div>'
        f'<p><a href="{full}">{link}</a></p></main></body></html>'
    )
