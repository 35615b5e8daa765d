"""The meaning of the data's values with their numbers in the store, and the rules by frequency."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from alaqat import lexicon
from alaqat.lexicon.certainty import Shares, measured_shares
from components.html.event_table import NOTES
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.event_labels import CERTAINTY
from components.i18n.words import Words
from components.theme.event_kinds import CATEGORIES, KINDS

Link = Callable[..., str]
Terms = Mapping[str | None, str]
SURE_NOTE: Final = N_(
    "Measured on annotated articles that the reader did not learn from. Uncertain events are "
    "hidden unless chosen."
)
SHOWN: Final = 15  # rules of one list

DATED: Final[Terms] = {
    "sentence": N_("its own sentence names the date"),
    "context": N_("the text around it holds on to a date"),
    "event": N_("counted from another event that has a date"),
    "article": N_("news of the day: the day of publication"),
    "correction": N_("a reader has corrected the date"),
    "model": N_("a language model gave it, and no words of the text bear it out"),
    None: N_("nothing dates it: listed, not drawn"),
}
ANCHORS: Final[Terms] = {
    "none": N_("the words give the whole date"),
    "published": N_("counted from the day of publication"),
    "text": N_("counted from an earlier date of the text"),
    "event": N_("counted from a dated event of the text"),
    None: N_("a length of time, or nothing to count from"),
}
GRANULARITY: Final[Terms] = {
    "day": N_("a day: a point on the axis"),
    "week": N_("some time within a week: a bar of that length"),
    "month": N_("some time within a month: a bar of that length"),
    "quarter": N_("some time within three months: a bar of that length"),
    "year": N_("some time within a year: a bar of that length"),
    "decade": N_("some time within ten years: a bar of that length"),
    "range": N_("from a first day to a last day: a bar between them"),
    None: N_("without a date"),
}
STATUS: Final[Terms] = {
    "done": N_("told as something that happened: a full mark"),
    "planned": N_("announced, not yet done: a hollow mark"),
    "denied": N_("somebody says it did not happen: a hollow mark"),
    "hypothetical": N_("a condition, a wish, a possibility: a hollow mark"),
}
STAGES: Final = {
    "timex": N_("Rules of time"),
    "events": N_("Rules of events"),
    "quotes": N_("Rules of quotes"),
}


def html(events: pd.DataFrame, timexes: pd.DataFrame, words: Words) -> str:
    """The tables of terms, side by side where there is room."""
    tables = [
        _terms(words.t("What dates an event"), DATED, events["dated_by"], words),
        _terms(words.t("What an expression is counted from"), ANCHORS, timexes["anchor"], words),
        _terms(words.t("How fine a date is"), GRANULARITY, events["granularity"], words),
        _terms(words.t("Whether it happened"), STATUS, events["status"], words),
        _certainty(events["certainty"], words),
        _marks(events, words),
    ]
    title = escape(words.t("What the values mean, and how many there are"))
    return f'<h2>{title}</h2><div class="terms">{"".join(tables)}</div>'


def _terms(title: str, terms: Terms, values: pd.Series, words: Words) -> str:
    counts = values.value_counts().to_dict()
    counts[None] = int(values.isna().sum())
    body = "".join(
        f'<tr><td><code dir="ltr">{escape(value) or "—"}</code></td>'
        f"<td>{escape(words.t(meaning))}</td>"
        f'<td class="num">{words.number(int(counts.get(value, 0)))}</td></tr>'
        for value, meaning in terms.items()
    )
    return f'<section><h3>{escape(title)}</h3><table class="data">{body}</table></section>'


def _certainty(values: pd.Series, words: Words) -> str:
    """The words of certainty, each with the measured share of such events that are right."""
    counts, shares = values.value_counts().to_dict(), measured_shares()
    body = "".join(
        f"<tr><td>{escape(words.t(label))}</td><td>{escape(_measured(shares[name], words))}</td>"
        f'<td class="num">{words.number(int(counts.get(name, 0)))}</td></tr>'
        for name, label in CERTAINTY.items()
    )
    title, note = words.t("How sure an event is"), words.t(SURE_NOTE)
    table = f'<table class="data">{body}</table><p class="meta">{escape(note)}</p>'
    return f"<section><h3>{escape(title)}</h3>{table}</section>"


def _measured(shares: Shares, words: Words) -> str:
    return words.t(
        "of 100 such events, {dated} had the right days, {coded} the right kind as well",
        dated=words.number(round(100 * shares.dated)),
        coded=words.number(round(100 * shares.coded)),
    )


def _marks(events: pd.DataFrame, words: Words) -> str:
    """The six marks with their PLOVER categories, and the meaning of hollow and faded marks."""
    counts = events["kind"].value_counts().to_dict()
    categories: dict[str, dict[str, None]] = {name: {} for name in KINDS}
    for row in lexicon.table("plover"):
        if row["plover"] in CATEGORIES:
            categories[row["kind"]][words.t(CATEGORIES[row["plover"]])] = None
    body = "".join(
        f'<tr><td class="{kind.polarity}">{kind.mark}</td><td>{escape(words.t(kind.label))}'
        f'<br><span class="meta">{escape(words.join(categories[name]))}</span></td>'
        f'<td class="num">{words.number(int(counts.get(name, 0)))}</td></tr>'
        for name, kind in KINDS.items()
    )
    notes = "".join(f"<li>{escape(words.t(note))}</li>" for note in NOTES)
    title = escape(words.t("What the marks mean"))
    table = f'<table class="data">{body}</table><ul class="legend">{notes}</ul>'
    return f"<section><h3>{title}</h3>{table}</section>"


def rules(frames: Mapping[str, pd.DataFrame], words: Words, link: Link) -> str:
    """The number of matches of each rule, the most frequent first, with links to their pages."""
    lists = "".join(
        _fired(words.t(STAGES[name]), frame["rule"], words, link) for name, frame in frames.items()
    )
    title = escape(words.t("How often each rule fired"))
    return f'<section class="rules"><h2>{title}</h2><div class="terms">{lists}</div></section>'


def _fired(title: str, fired: pd.Series, words: Words, link: Link) -> str:
    counts = fired.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    body = "".join(
        f'<tr><td><a href="{escape(link("rule", rule=rule))}"><code dir="ltr">{escape(rule)}</code>'
        "</a></td>"
        f'<td class="num">{words.number(int(count))}</td></tr>'
        for rule, count in counts.head(SHOWN).items()
    )
    rest = len(counts) - SHOWN
    more = words.n("and {count} rule less often", "and {count} rules less often", rest)
    foot = f'<p class="meta">{escape(more)}</p>' if rest > 0 else ""
    return f'<section><h3>{escape(title)}</h3><table class="data">{body}</table>{foot}</section>'
