"""The order of the quotes: links that choose it, and the headings of sides and topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import pandas as pd

from alaqat import lexicon
from components.html.quote_versions import Saying
from components.i18n import countries
from components.i18n.catalogue import N_
from components.i18n.escape import escape, is_missing
from components.i18n.words import Words

Link = Callable[..., str]
LABELS: Final = {
    "newest": N_("newest first"),
    "oldest": N_("oldest first"),
    "side": N_("by side"),
    "topic": N_("by topic"),
}
# arrangement → the column of its groups
COLUMNS: Final = {"side": "country", "topic": "topic"}


def choice(arrangement: str, words: Words, link: Link) -> str:
    """Links to the four orders of the quotes, the present one not linked."""
    items = [
        f'<strong aria-current="true">{escape(words.t(label))}</strong>'
        if name == arrangement
        else f'<a href="{escape(link("quotes", arrangement=name, leaf=1))}">'
        f"{escape(words.t(label))}</a>"
        for name, label in LABELS.items()
    ]
    title = escape(words.t("Order"))
    return f'<nav class="meta quote-arrangement" aria-label="{title}">{" ".join(items)}</nav>'


def parts(sayings: Sequence[Saying], arrangement: str) -> list[tuple[str | None, list[Saying]]]:
    """The cards in groups of one side or topic; one group without a name in the other orders."""
    column = COLUMNS.get(arrangement)
    if column is None:
        return [(None, list(sayings))]

    def name(saying: Saying) -> str:
        value = saying.lead[column]
        return "" if is_missing(value) else str(value)

    return [(key, list(group)) for key, group in groupby(sayings, key=name)]


def heading(name: str | None, arrangement: str, quotes: pd.DataFrame, words: Words) -> str:
    """The heading of a group with the number of its quotes among all `quotes`."""
    if name is None:
        return ""
    values = quotes[COLUMNS[arrangement]].fillna("")
    count = words.n("{count} quote", "{count} quotes", int((values == name).sum()))
    title = label(name, arrangement, words)
    return f'<h2 class="quote-group">{escape(title)} <span class="meta">{escape(count)}</span></h2>'


def label(name: str, arrangement: str, words: Words) -> str:
    """The name of a side or topic in the reader's language."""
    if arrangement == "side":
        return countries.name(name, words.lang) if name else words.t("side not known")
    row: Mapping[str, Any] | None = next(
        (row for row in lexicon.table("quote_topics") if row["topic"] == name), None
    )
    if row is None:
        return words.t("other topics")
    return str(row["label_ar"] if words.is_rtl else row["label_en"])
