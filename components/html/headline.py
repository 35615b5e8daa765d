"""The headline of a view and the line below it: what happened between whom, from what sources.

The headline joins the names of the states with the turning points of their relation in order of
time. Where there is one at most, it has the most reported event of each side, or of many events
which side has more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any, Final

import pandas as pd

from components.charts import turning_points
from components.charts.periods import SIDES, axis, counts, name, stretch
from components.charts.turning_points import Turn
from components.data import event_queries, queries
from components.i18n import countries
from components.i18n.catalogue import N_
from components.i18n.event_labels import date_label, event_label
from components.i18n.words import Words
from components.view.view_state import ViewState

MOST: Final = 3  # events that a headline names, the latest ones
MANY: Final = 40  # events of both sides of which two single ones do not tell the story
CUT: Final = 0.02  # share of the events at each end of time that may lie far off
_STORY: Final = 2  # steps of a story at least
_BALANCE: Final = {
    1: N_("more cooperation than conflict ({more} to {fewer}, {when})"),
    -1: N_("more conflict than cooperation ({more} to {fewer}, {when})"),
    0: N_("as much cooperation as conflict ({more} each, {when})"),
}
Row = dict[str, Any]
Dated = tuple[str, str]  # what happened, when


def headline(view: ViewState) -> str:
    """Plain text: `Israel and Turkey: Visit (2016), then Ambassador recalled (2018)`."""
    text: str = queries.rendered(_headline, view)
    return text


def turns(view: ViewState) -> list[Turn]:
    """The turning points of the events of a view."""
    found: list[Turn] = queries.rendered(_points, view)
    return found


def _points(view: ViewState) -> list[Turn]:
    return turning_points.points(event_queries.events(view), (view.year_from, view.year_to))


def _headline(view: ViewState) -> str:
    words = view.words
    steps = _turns(view)
    story = "" if len(steps) >= _STORY else _balance(view)
    story = story or _joined(_steps(view, steps), words)
    return words.t("{names}: {story}", names=subject(view), story=story) if story else subject(view)


def _steps(view: ViewState, turned: Sequence[Dated]) -> list[str]:
    """The turning points, of one or none the most reported events, each in a run of text."""
    words = view.words
    if len(turned) < _STORY:
        turned = _most_reported(event_queries.events(view), words) or turned
    return [words.run(words.t("{what} ({when})", what=what, when=when)) for what, when in turned]


def _balance(view: ViewState) -> str:
    """Which side has more of `MANY` events on the axis of the charts; empty for fewer events."""
    events, words = event_queries.events(view), view.words
    window = axis(events, (view.year_from, view.year_to))
    if window is None:
        return ""
    summed = counts(events, window)
    numbers = [int(summed.table[side].sum()) for side in SIDES]
    if sum(numbers) < MANY:
        return ""
    fewer, more = sorted(numbers)
    values = {
        "more": words.n("{count} event", "{count} events", more),
        "fewer": words.number(fewer),
        "when": words.span(stretch(summed.labels[0])[0], stretch(summed.labels[-1])[1]),
    }
    return words.run(words.t(_BALANCE[_sign(numbers)], **values))


def _sign(numbers: Sequence[int]) -> int:
    """1 if the first of two numbers is larger, -1 if the second is, 0 if they are equal."""
    return (numbers[0] > numbers[1]) - (numbers[0] < numbers[1])


def _joined(steps: Sequence[str], words: Words) -> str:
    """The steps of a story in one run of text; empty without steps."""
    if not steps:
        return ""
    return words.run(
        reduce(lambda first, then: words.t("{first}, then {then}", first=first, then=then), steps)
    )


def _turns(view: ViewState) -> list[Dated]:
    """The last turning points of the events."""
    words = view.words
    return [(_label(turn.event, words), name(turn.period, words)) for turn in turns(view)[-MOST:]]


def _label(event: Row, words: Words) -> str:
    """The label of an event within a sentence: `ambassador recalled`, `NATO summit`."""
    label = event_label(event, words)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _most_reported(events: pd.DataFrame, words: Words) -> list[Dated]:
    """The event of each side with the most reports, then the highest intensity, by date."""
    done = events[events["date_from"].notna() & (events["status"] == "done")]
    tops = [done[done["polarity"] == side] for side in SIDES]
    tops = [own[own["reports"] == own["reports"].max()] for own in tops]
    ranked = pd.concat(tops).assign(strength=lambda own: own["intensity"].abs())
    ranked = ranked.sort_values(["reports", "strength"], ascending=False, kind="stable")
    firsts = ranked.drop_duplicates("polarity")
    found = event_queries.whole_rows(firsts.sort_values("date_from", kind="stable"))
    return [(_label(row, words), date_label(row, words)) for row in found]


def subject(view: ViewState) -> str:
    """Whom a view is about: the pair of states, the chosen actors, or how many states."""
    words = view.words
    if view.pair:
        return _pair(view.pair, words)
    if view.actors:
        labels = {row["value"]: row for row in queries.facet("actors")}
        return words.join(_actor(labels.get(name), name, words) for name in view.actors)
    pairs = queries.facet_counts("pair", view.selection())
    if len(pairs) == 1:
        return _pair(next(iter(pairs)), words)
    states = {code for pair in pairs for code in pair.split("-")}
    return words.n("Relations of {count} state", "Relations of {count} states", len(states))


def _pair(pair: str, words: Words) -> str:
    first, second = (countries.name(code, words.lang) for code in pair.split("-"))
    return words.t("{one} and {other}", one=first, other=second)


def _actor(row: Row | None, name: str, words: Words) -> str:
    if row is None:
        return name
    return words.name({"value": row["value"], "value_ar": row["label_ar"]}, "value")


def standfirst(view: ViewState) -> str:
    """Plain text below the headline: what the page is, how much of what it holds, its sources."""
    text: str = queries.rendered(_standfirst, view)
    return text


def _standfirst(view: ViewState) -> str:
    words, selection = view.words, view.selection()
    events = event_queries.events(view)
    counts = [
        words.n("{count} event", "{count} events", len(events)),
        words.n("{count} quote", "{count} quotes", queries.count("quotes", selection)),
    ]
    if years := _years(events, words):
        counts.append(years)
    return words.t(
        "How states get on, as Arabic news tells it: {counted}, each with its sentence. "
        "Source: {source}.",
        counted=words.comma.join(counts),
        source=sources(words),
    )


def _years(events: pd.DataFrame, words: Words) -> str:
    """From the year of the first event to that of the last, without the few that lie far off."""
    bulk, whole = (event_queries.bulk_years(events, cut) for cut in (CUT, 0))
    if bulk is None:
        return ""
    first, last = map(str, bulk)
    if bulk != whole:
        return words.t("mostly from {first} to {last}", first=first, last=last)
    return words.t("from {first} to {last}", first=first, last=last)


def sources(words: Words) -> str:
    """How many articles of how many outlets the store holds."""
    outlets = queries.outlet_count()
    outlet = (
        words.n("{count} outlet", "{count} outlets", outlets)
        if outlets
        else words.t("outlet not stated")
    )
    articles = words.n("{count} article", "{count} articles", queries.count("articles"))
    return words.comma.join((articles, outlet))
