"""What stands around the graph: its text, legend, table twin, and the sentences of what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from components import countries
from components.network import LINES, SHAPES, Drawn, measures
from components.passages import entity_name, marked, origin, rows
from components.text import N_, Words, escape

Link = Callable[..., str]
Frame = pd.DataFrame
Row = Mapping[str, Any]
Spans = Mapping[tuple[str, int], Sequence[tuple[int, int]]]

LISTED: Final = 60  # sentences listed at once


def summary(shown: Drawn, words: Words) -> str:
    """What the picture shows, in words, for those who do not see it."""
    table = measures(shown).head(3)
    return words.t(
        "Network of {nodes} and {edges}; joined to the most others: {names}.",
        nodes=words.n("{count} entity", "{count} entities", len(shown.nodes)),
        edges=words.n("{count} link", "{count} links", len(shown.edges)),
        names=words.join(entity_name(row, words) for row in rows(table)),
    )


def legend(shown: Drawn, words: Words, states: Sequence[str], palette: Sequence[str]) -> str:
    """Shapes, colours and sizes of the graph, explained in one line."""
    shapes = [f"<span><i>{mark}</i> {escape(words.t(name))}</span>" for _, mark, name in _used(shown)]
    groups = [*(countries.name(code, words.lang) for code in states), words.t("other states"), words.t("no state")]
    paints = [*palette[: len(states)], *palette[2:]]
    swatches = [
        f'<span><i class="net-swatch" style="background:{colour}"></i> <bdi>{escape(name)}</bdi></span>'
        for colour, name in zip(paints, groups, strict=True)
    ]
    told = [words.t("size: mentions · line: articles that name both")]
    if len(shown.edges) > LINES:
        told.append(words.t("the {drawn} strongest of {all} links are drawn", drawn=LINES, all=len(shown.edges)))
    notes = [f"<span>{escape(note)}</span>" for note in told]
    return f'<p class="net-legend meta">{"".join([*shapes, *swatches, *notes])}</p>'


def _used(shown: Drawn) -> list[tuple[str, str, str]]:
    present = set(shown.nodes["type"])
    return [shape for kind, shape in SHAPES.items() if kind in present]


def table(shown: Drawn, words: Words, link: Link, *, chosen: Sequence[str] = ()) -> str:
    """The graph as a table, most joined first; a name opens what the node opens."""
    texts, numbers = [N_("Name"), N_("What"), N_("State")], [N_("Mentions"), N_("Joined to"), N_("Betweenness")]
    head = "".join(f'<th scope="col">{escape(words.t(name))}</th>' for name in texts)
    head += "".join(f'<th scope="col" class="num">{escape(words.t(name))}</th>' for name in numbers)
    body = "".join(_line(row, words, link, own=row["entity_id"] in chosen) for row in rows(measures(shown)))
    return (
        f'<details class="net-table"><summary>{escape(words.t("The picture as a table"))}</summary>'
        f'<p class="meta">{escape(_told(shown, words))}</p><div class="net-scroll" tabindex="0">'
        f'<table class="data"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>'
    )


def _told(shown: Drawn, words: Words) -> str:
    """How the table's numbers were made, and whether anybody is left out."""
    how = words.t("Joined to: how many others share a sentence. Betweenness: how often on the way between two others.")
    if not shown.left_out:
        return how
    left = words.n(
        "{count} entity named less is not drawn.", "{count} entities named less are not drawn.", shown.left_out
    )
    return f"{how} {left}"


def _line(row: Row, words: Words, link: Link, *, own: bool) -> str:
    shape = SHAPES.get(row["type"], SHAPES["OTHER"])
    href = escape(link("network", nodes=(str(row["entity_id"]),)))
    name = f'<a href="{href}" target="_self"><bdi>{escape(entity_name(row, words))}</bdi></a>'
    numbers = [words.number(int(row["mentions"])), str(row["degree"]), f"{row['betweenness']:.3f}"]
    cells = "".join(f'<td class="num">{number}</td>' for number in numbers)
    state = escape(countries.name(row["country"], words.lang))
    mark = ' aria-current="true" class="net-own"' if own else ""
    what = f"{shape[1]} {escape(words.t(shape[2]))}"
    return f'<tr{mark}><th scope="row">{name}</th><td>{what}</td><td>{state}</td>{cells}</tr>'


def panel(found: Sequence[Row], marks: Spans, names: Mapping[str, str], words: Words, link: Link) -> str:
    """The sentences of what is chosen (`names`: its entities' names by id) with those names marked."""
    if not names:
        told = words.t("Choose a node or a line of the picture, or a name above: its sentences are listed here.")
        return f'<p class="quiet">{escape(told)}</p>'
    total = words.n("{count} sentence", "{count} sentences", len(found))
    title = f"<h2>{' — '.join(f'<bdi>{escape(name)}</bdi>' for name in names.values())}</h2>"
    body = sentences(found[:LISTED], marks, words, link)
    return f'{title}<p class="meta" role="status">{escape(total)}{_more(len(found), words)}</p>{body}'


def _more(total: int, words: Words) -> str:
    return escape(words.t(" (the newest {count} are listed)", count=LISTED)) if total > LISTED else ""


def newest(found: Frame, articles: Frame) -> list[dict[str, Any]]:
    """Sentences with their article's date and outlet, the latest article first."""
    joined = found.merge(articles[["article_id", "published", "source"]], on="article_id", how="left")
    order = ["published", "article_id", "sentence"]
    return rows(joined.sort_values(order, ascending=[False, True, True], na_position="last"))


def spans(mentions: Frame, nodes: Sequence[str]) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """Where the chosen entities are named, by article id and sentence number."""
    out: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for row in rows(mentions[mentions["entity_id"].isin(nodes)]):
        out.setdefault((row["article_id"], row["sentence"]), []).append((row["start"], row["end"]))
    return out


def sentences(found: Iterable[Row], marks: Spans, words: Words, link: Link) -> str:
    """The panel's sentences with the chosen names marked; `marks` are spans by article id and sentence number."""
    items = (_sentence(row, marks.get((row["article_id"], row["sentence"]), ()), words, link) for row in found)
    return f'<ol class="net-sentences">{"".join(items)}</ol>'


def _sentence(row: Row, spans: Sequence[tuple[int, int]], words: Words, link: Link) -> str:
    href = escape(link("articles", article=row["article_id"], at=int(row["start"])))
    return (
        f'<li class="card"><p lang="ar" dir="rtl">{marked(row["text"], row["start"], spans)}</p>'
        f'<p class="meta">{origin(row, words)} · '
        f'<a href="{href}" target="_self">{escape(words.t("Read in the article"))}</a></p></li>'
    )
