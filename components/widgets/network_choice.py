"""The choice of one or two nodes of the network, by click or by box, and their sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from alaqat.model.selection import Selection
from components.charts import network_part
from components.data import queries
from components.data.frame_rows import rows
from components.html import network_panel
from components.i18n.entity_names import entity_name
from components.i18n.words import Words
from components.view.view_state import ViewState
from components.widgets import lazy_select, navigation

FIRST, SECOND = "network_who", "network_with"  # keys of the two boxes


ENTITY: Final = ("entity_id", "canonical_en", "canonical_ar", "type", "country", "mentions")


def places() -> network_part.Places:
    """The positions of all entities of the store."""
    return network_part.places(
        queries.read("entities", columns=("entity_id", "mentions", "x", "y"))
    )


def entities(selection: Selection) -> pd.DataFrame:
    """The entities of a selection, without what the page does not show."""
    return queries.read("entities", selection, columns=ENTITY)


def part(selection: Selection, nodes: tuple[str, ...]) -> network_part.Drawn:
    """The part of the network that a selection draws, with the chosen nodes."""
    named, left_out = network_part.ranked(
        entities(selection), queries.joined(selection), chosen=nodes
    )
    return network_part.between(
        network_part.at(named, queries.rendered(places)),
        queries.neighbours(selection, among=tuple(named["entity_id"])),
        left_out,
        chosen=nodes,
        parties=queries.parties(tuple(named["canonical_en"]), selection),
    )


def graph(option: Mapping[str, Any], shown: network_part.Drawn, *, alt: str) -> None:
    """Draw the network; a click on a node or edge chooses it, a second click clears the choice."""
    identity = sha256("\n".join([*shown.ids, str(len(shown.pairs))]).encode()).hexdigest()[:8]
    key = f"network_{identity}"
    is_small = len(shown.ids) <= network_part.MOST + 2
    renderer: Literal["canvas", "svg"] = "svg" if is_small else "canvas"
    click = partial(_click, key, shown)
    st.echarts_chart(dict(option), key=key, height=560, renderer=renderer, alt=alt, on_select=click)


def _click(key: str, shown: network_part.Drawn) -> None:
    """Put the clicked nodes into the URL.

    An empty selection is a second click on the last nodes: if the URL no longer has them, they are
    chosen again.
    """
    last = f"{key}_last"
    view, nodes = navigation.current(), network_part.clicked(st.session_state[key], shown)
    if not nodes and st.session_state.get(last, ()) not in ((), view.nodes):
        nodes = st.session_state[last]
    st.session_state[last] = nodes
    navigation.go(replace(view, nodes=nodes))


def boxes(view: ViewState) -> None:
    """Draw the boxes for the same choice: an entity, then one of its neighbours."""
    words, first = view.words, next(iter(view.nodes), None)
    none = words.t("choose")
    by_id = {row["entity_id"]: row for row in rows(entities(view.selection()))}

    def label(node: str) -> str:
        return words.run(entity_name(by_id[node], words)) if node in by_id else node

    _box(FIRST, lazy_select.Question(words.t("Who or where"), list(by_id), label, none), view)
    if first:
        edges = queries.neighbours(view.selection(), one=first)
        joined = _joined(first, edges, label, words)
        own = partial(_label, joined)
        _box(SECOND, lazy_select.Question(words.t("Named with"), list(joined), own, none), view)


def _label(labels: Mapping[str, str], node: str) -> str:
    return labels.get(node, node)


def _joined(
    node: str, edges: pd.DataFrame, label: Callable[[str], str], words: Words
) -> dict[str, str]:
    """The neighbours of a node by id, labelled with the number of joint sentences, most first."""
    others = edges["b"].where(edges["a"] == node, edges["a"])
    counts = zip(others, edges["sentences"], strict=True)
    return {other: f"{label(other)} ({_count(count, words)})" for other, count in counts}


def _count(sentences: int, words: Words) -> str:
    return words.n("{count} sentence", "{count} sentences", int(sentences))


def _box(key: str, question: lazy_select.Question, view: ViewState) -> None:
    value = (*view.nodes, None, None)[(FIRST, SECOND).index(key)]
    lazy_select.box(key, question, value, view.words, partial(_set_nodes, key))


def _set_nodes(changed: str) -> None:
    """Put the boxes into the URL; a new entity in the first box clears the second."""
    first, second = st.session_state[FIRST], st.session_state.get(SECOND)
    chosen = (first,) if changed == FIRST else (first, second)
    navigation.go(replace(navigation.current(), nodes=tuple(node for node in chosen if node)))


def sentences(
    view: ViewState, nodes: Sequence[str]
) -> tuple[list[dict[str, Any]], network_panel.Spans]:
    """The sentences that name all chosen nodes, and the spans of the names; empty without nodes."""
    if not nodes:
        return [], {}
    naming = view.selection(entities=tuple(nodes[:1]))
    if len(nodes) == 2:
        frame = queries.joint_sentences(nodes[0], nodes[1], view.selection())
    else:
        frame = queries.read("sentences", naming)
    articles = queries.read("articles", columns=("article_id", "published", "source"))
    marks = network_panel.spans(queries.read("mentions", naming), nodes)
    return network_panel.newest(frame, articles), marks
