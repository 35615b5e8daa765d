"""The network as HTML: its summary, legend and table, and the sentences of the chosen entities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final

import pandas as pd

from components.charts.network_graph import LINE_LOOKS, SHAPES
from components.charts.network_part import LINES, Drawn, measures
from components.data.frame_rows import rows
from components.html.passages import marked, origin
from components.i18n import countries
from components.i18n.catalogue import N_
from components.i18n.entity_names import entity_name
from components.i18n.escape import escape
from components.i18n.words import Words

Link = Callable[..., str]
Frame = pd.DataFrame
Row = Mapping[str, Any]
Spans = Mapping[tuple[str, int], Sequence[tuple[int, int]]]

LISTED: Final = 60  # sentences listed at once
COLUMNS: Final[Mapping[str, str]] = {
    "name": N_("Name"),
    "type": N_("What"),
    "state": N_("State"),
    "mentions": N_("Mentions"),
    "degree": N_("Joined to"),
    "betweenness": N_("Betweenness"),
}
NUMBERS: Final = ("mentions", "degree", "betweenness")
SORTS: Final = ("name", "state", *NUMBERS)


def summary(shown: Drawn, words: Words) -> str:
    """The graph in one sentence, for readers who cannot see it."""
    table = measures(shown).head(3)
    return words.t(
        "Network of {nodes} and {edges}; joined to the most others: {names}.",
        nodes=words.n("{count} entity", "{count} entities", len(shown.nodes)),
        edges=words.n("{count} link", "{count} links", len(shown.edges)),
        names=words.join(entity_name(row, words) for row in rows(table)),
    )


def legend(shown: Drawn, words: Words) -> str:
    """The meaning of shapes, lines and sizes of the graph, in one line."""
    shapes = [
        f"<span><i>{mark}</i> {escape(words.t(name))}</span>" for _, mark, name in _shapes(shown)
    ]
    present = set(shown.edges["balance"][:LINES])
    lines = [
        f'<span><i class="net-line net-{balance}"></i> {escape(words.t(name))}</span>'
        for balance, (_, _, name) in LINE_LOOKS.items()
        if balance in present
    ]
    notes = [words.t("size: mentions · width of a line: sentences that name both")]
    if len(shown.edges) > LINES:
        notes.append(
            words.t(
                "the {drawn} strongest of {all} links are drawn", drawn=LINES, all=len(shown.edges)
            )
        )
    items = [*shapes, *lines, *(f"<span>{escape(note)}</span>" for note in notes)]
    return f'<p class="net-legend meta">{"".join(items)}</p>'


def _shapes(shown: Drawn) -> list[tuple[str, str, str]]:
    present = set(shown.nodes["type"])
    return [shape for kind, shape in SHAPES.items() if kind in present]


def table(
    shown: Drawn, words: Words, link: Link, *, chosen: Sequence[str] = (), sort: str = "degree"
) -> str:
    """The graph as a table sorted by the column `sort`; headings sort, names open nodes."""
    to = partial(link, "network", nodes=tuple(chosen))
    head = "".join(
        _heading(name, words, to(sort=name) if name in SORTS else None, sort) for name in COLUMNS
    )
    ranked = ordered(measures(shown), sort, words)
    open_node = partial(link, "network", sort=sort)
    body = "".join(_line(row, words, open_node, own=row["entity_id"] in chosen) for row in ranked)
    title = escape(words.t("The picture as a table"))
    return (
        f'<section class="net-table" aria-label="{title}"><h2>{title}</h2>'
        f'<p class="meta">{escape(_note(shown, words))}</p><div class="net-scroll" tabindex="0">'
        f'<table class="data"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        "</div></section>"
    )


def ordered(table: Frame, sort: str, words: Words) -> list[dict[str, Any]]:
    """Rows of `measures` sorted by a column: numbers descending, texts ascending, no state last."""
    measured = rows(table)
    if sort == "name":
        return sorted(measured, key=lambda row: entity_name(row, words).casefold())
    if sort == "state":
        return sorted(
            measured,
            key=lambda row: (row["country"] is None, countries.name(row["country"], words.lang)),
        )
    return sorted(measured, key=lambda row: -row[sort])


def _heading(name: str, words: Words, href: str | None, sort: str) -> str:
    """A column's heading: marked if the table is sorted by it, else a link that sorts by it."""
    style, label = (' class="num"' if name in NUMBERS else ""), escape(words.t(COLUMNS[name]))
    if name == sort:
        direction, arrow = ("descending", "↓") if name in NUMBERS else ("ascending", "↑")
        return f'<th scope="col"{style} aria-sort="{direction}">{label} <i>{arrow}</i></th>'
    heading = f'<a href="{escape(href)}" target="_self">{label}</a>' if href else label
    return f'<th scope="col"{style}>{heading}</th>'


def _note(shown: Drawn, words: Words) -> str:
    """The definition of the table's measures, and the number of entities that are not drawn."""
    how = words.t(
        "Joined to: how many others share a sentence. "
        "Betweenness: how often on the way between two others."
    )
    if not shown.left_out:
        return how
    left = words.n(
        "{count} entity named less is not drawn.",
        "{count} entities named less are not drawn.",
        shown.left_out,
    )
    return f"{how} {left}"


def _line(row: Row, words: Words, link: Link, *, own: bool) -> str:
    shape = SHAPES.get(row["type"], SHAPES["OTHER"])
    href = escape(link(nodes=(str(row["entity_id"]),)))
    name = f'<a href="{href}" target="_self"><bdi>{escape(entity_name(row, words))}</bdi></a>'
    numbers = [words.number(int(row["mentions"])), str(row["degree"]), f"{row['betweenness']:.3f}"]
    cells = "".join(f'<td class="num">{number}</td>' for number in numbers)
    state = escape(countries.name(row["country"], words.lang))
    mark = ' aria-current="true" class="net-own"' if own else ""
    what = f"{shape[1]} {escape(words.t(shape[2]))}"
    return f'<tr{mark}><th scope="row">{name}</th><td>{what}</td><td>{state}</td>{cells}</tr>'


def panel(
    listed: Sequence[Row], marks: Spans, names: Mapping[str, str], words: Words, link: Link
) -> str:
    """The sentences of the chosen entities with names marked; `names` are their names by id."""
    if not names:
        hint = words.t(
            "Choose a node or a line of the picture, or a name above: "
            "its sentences are listed here."
        )
        return f'<p class="quiet">{escape(hint)}</p>'
    total = escape(words.n("{count} sentence", "{count} sentences", len(listed)))
    about = (
        f'<a href="{escape(link("person", entity=node))}"><bdi>{escape(name)}</bdi></a>'
        for node, name in names.items()
    )
    title = f'<h2 class="net-names">{" — ".join(about)}</h2>'
    if len(names) == 1:
        correct = escape(link("correct", correct=f"n:{next(iter(names))}"))
        title += f'<p class="meta"><a href="{correct}">{escape(words.t("correct"))}</a></p>'
    body = sentences(listed[:LISTED], marks, words, link)
    return f'{title}<p class="meta" role="status">{total}{_more(len(listed), words)}</p>{body}'


def _more(total: int, words: Words) -> str:
    if total <= LISTED:
        return ""
    return escape(words.t(" (the newest {count} are listed)", count=LISTED))


def newest(sentences: Frame, articles: Frame) -> list[dict[str, Any]]:
    """Sentences with their article's date and outlet: the latest first, the undated last."""
    joined = sentences.merge(
        articles[["article_id", "published", "source"]], on="article_id", how="left"
    )
    order = ["published", "article_id", "sentence"]
    return rows(joined.sort_values(order, ascending=[False, True, True], na_position="last"))


def spans(mentions: Frame, nodes: Sequence[str]) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """The offsets at which the chosen entities are named, by article id and sentence number."""
    by_sentence: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for row in rows(mentions[mentions["entity_id"].isin(nodes)]):
        by_sentence.setdefault((row["article_id"], row["sentence"]), []).append(
            (row["start"], row["end"])
        )
    return by_sentence


def sentences(listed: Iterable[Row], marks: Spans, words: Words, link: Link) -> str:
    """Sentences with names marked; `marks` are spans by article id and sentence number."""
    items = (
        _sentence(row, marks.get((row["article_id"], row["sentence"]), ()), words, link)
        for row in listed
    )
    return f'<ol class="net-sentences">{"".join(items)}</ol>'


def _sentence(row: Row, spans: Sequence[tuple[int, int]], words: Words, link: Link) -> str:
    href = escape(link("articles", article=row["article_id"], at=int(row["start"])))
    return (
        f'<li class="card"><p lang="ar" dir="rtl">{marked(row["text"], row["start"], spans)}</p>'
        f'<p class="meta">{origin(row, words)} · '
        f'<a href="{href}" target="_self">{escape(words.t("Read in the article"))}</a></p></li>'
    )
