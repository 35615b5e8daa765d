"""The choices that one page adds to the common bar: a speaker, a node or two of the network, a leaf of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any, Literal, TypeVar

import pandas as pd
import streamlit as st

from components.charts import network_graph
from components.data import queries
from components.data.frame_rows import rows
from components.html import network_panel, quote_card, quote_versions
from components.html.quote_versions import Saying
from components.i18n.catalogue import Words
from components.i18n.entity_names import entity_name
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import lazy_select, navigation

T = TypeVar("T")


def links(view: ViewState) -> Callable[..., str]:
    """`link(page, **changes)`: addresses that keep the view's filters and drop what is chosen on this page."""
    return partial(
        _link, replace(view, **{name: getattr(view_state.EMPTY, name) for name in view_state.OWN})
    )


def _link(view: ViewState, page: str, **changes: Any) -> str:
    return view_state.href(page, view, **changes)


def speaker(view: ViewState) -> None:
    """The facet of speakers with their counts under every other choice."""
    words, found = view.words, queries.values("speaker", view.selection())
    labels = {str(row["value"]): _counted(row, words) for row in found}
    if view.speaker:
        labels.setdefault(view.speaker, f"{view.speaker} ({words.number(0)})")
    asked = lazy_select.Question(
        words.t("Speaker"),
        list(labels),
        lambda name: labels.get(name, name),
        words.t("all speakers"),
    )
    with st.container(width=360):
        lazy_select.box("quotes_speaker", asked, view.speaker, words, _set_speaker)


def _counted(row: Mapping[Any, Any], words: Words) -> str:
    name = words.name({"value": row["value"], "value_ar": row["label_ar"]}, "value")
    return f"{words.run(name)} ({words.number(int(row['count']))})"


def _set_speaker() -> None:
    navigation.go(
        replace(navigation.current(), speaker=st.session_state["quotes_speaker"], quote=None)
    )


def leaf(items: Sequence[T], view: ViewState, *, size: int) -> Sequence[T]:
    """The part of a long list that the URL names, or its last one; a short list is one part."""
    page = min(view.leaf, _leaves(items, size))
    return items[(page - 1) * size : page * size]


def sayings(groups: Sequence[int], view: ViewState, *, size: int) -> list[Saying]:
    """The cards of the part of the quotes that the URL names; `groups` numbers all their groups."""
    first = leaf(groups, view, size=size)[0]
    found = queries.chosen(
        "quotes", "group_id", queries.sayings(view.selection(), view.quote, first, size)
    )
    return told(found, chosen=view.quote, query=view.query)


def told(quotes: pd.DataFrame, *, chosen: str | None = None, query: str = "") -> list[Saying]:
    """Quotes as cards, each with its article."""
    articles = queries.chosen("articles", "article_id", sorted(set(quotes["article_id"])))
    made = quote_card.joined(
        quotes, articles, chosen=chosen, query=query, corrections=queries.read("corrections")
    )
    return quote_versions.sayings(made, chosen=chosen)


def leaves(items: Sequence[T], view: ViewState, *, size: int) -> None:
    """The control that turns the leaves of a list, drawn below it; nothing for a short list."""
    if len(items) > size:
        st.session_state["leaf"] = min(view.leaf, _leaves(items, size))
        st.pagination(_leaves(items, size), key="leaf", on_change=_turn)


def _leaves(items: Sequence[T], size: int) -> int:
    return max(1, -(-len(items) // size))


def _turn() -> None:
    navigation.go(replace(navigation.current(), leaf=int(st.session_state["leaf"])))


def graph(option: Mapping[str, Any], shown: network_graph.Drawn, *, alt: str) -> None:
    """The network; a click on a node or an edge chooses it, a second click lets it go."""
    identity = sha256("\n".join([*shown.ids, str(len(shown.pairs))]).encode()).hexdigest()[:8]
    key = f"network_{identity}"
    renderer: Literal["canvas", "svg"] = (
        "svg" if len(shown.ids) <= network_graph.MOST + 2 else "canvas"
    )
    click = partial(_click, key, shown)
    st.echarts_chart(dict(option), key=key, height=560, renderer=renderer, alt=alt, on_select=click)


def _click(key: str, shown: network_graph.Drawn) -> None:
    """Put what was clicked in the URL; letting go of what the URL no longer holds is a click on it again."""
    last = f"{key}_last"
    view, nodes = navigation.current(), network_graph.clicked(st.session_state[key], shown)
    if not nodes and st.session_state.get(last, ()) not in ((), view.nodes):
        nodes = st.session_state[last]
    st.session_state[last] = nodes
    navigation.go(replace(view, nodes=nodes))


def nodes(view: ViewState, entities: pd.DataFrame, edges: pd.DataFrame) -> None:
    """The same choice without a mouse: an entity, then one of those it is named with."""
    words, first = view.words, next(iter(view.nodes), None)
    labels = {row["entity_id"]: words.run(entity_name(row, words)) for row in rows(entities)}
    _pick("network_who", words.t("Who or where"), labels, first, words)
    if first:
        second = (*view.nodes, None)[1]
        _pick(
            "network_with",
            words.t("Named with"),
            _beside(first, edges, labels, words),
            second,
            words,
        )


def naming(
    view: ViewState, nodes: Sequence[str]
) -> tuple[list[dict[str, Any]], network_panel.Spans]:
    """The sentences of a node, or of two together, and where they name it; nothing where nothing is chosen."""
    if not nodes:
        return [], {}
    own = view.selection(entities=tuple(nodes[:1]))
    found = (
        queries.joint_sentences(*nodes, view.selection())
        if len(nodes) == 2
        else queries.read("sentences", own)
    )
    articles = queries.read("articles", columns=("article_id", "published", "source"))
    return network_panel.newest(found, articles), network_panel.spans(
        queries.read("mentions", own), nodes
    )


def _beside(
    node: str, edges: pd.DataFrame, labels: Mapping[str, str], words: Words
) -> dict[str, str]:
    """Whom a node is joined to, with the number of sentences, most first."""
    joined = edges[(edges["a"] == node) | (edges["b"] == node)]
    others = joined["b"].where(joined["a"] == node, joined["a"])
    counts = zip(others, joined["sentences"], strict=True)
    return {
        other: f"{labels.get(other, other)} ({words.n('{count} sentence', '{count} sentences', int(count))})"
        for other, count in counts
    }


def _pick(key: str, title: str, labels: Mapping[str, str], value: str | None, words: Words) -> None:
    asked = lazy_select.Question(
        title, list(labels), lambda name: labels.get(name, name), words.t("choose")
    )
    lazy_select.box(key, asked, value, words, partial(_set_nodes, key))


def _set_nodes(changed: str) -> None:
    """A new entity drops its companion; without an entity nothing is chosen."""
    first, second = st.session_state["network_who"], st.session_state.get("network_with")
    chosen = (first,) if changed == "network_who" else (first, second)
    navigation.go(replace(navigation.current(), nodes=tuple(node for node in chosen if node)))
