"""Network: the entities that sentences name together, and those sentences."""

import streamlit as st

from components.charts import network_graph, network_part
from components.data import queries
from components.html import network_answer, network_matrix, network_panel
from components.shell import shell
from components.widgets import action_row, filters, network_choice
from components.widgets.page_links import links

view = filters.bar("network")
words, link, nodes, selection = view.words, links(view), view.nodes[:2], view.selection()
shown = queries.rendered(network_choice.part, selection, nodes)
if shown.nodes.empty:
    filters.empty("network", view, words.t("entities named together"))
else:
    st.html(network_answer.answer(shown, words, link))
    picture, panel = st.columns([2, 1], gap="large")
    with picture:
        option = network_graph.option(shown, words, shell.theme(), chosen=nodes)
        network_choice.graph(option, shown, alt=network_panel.summary(shown, words))
        st.html(network_matrix.matrix(shown, words, link, chosen=nodes))
        st.html(network_panel.legend(shown, words))
        action_row.draw("network", view, "network", has_picture=True)
    with panel:
        network_choice.boxes(view)
        sentences, marks = network_choice.sentences(view, nodes)
        names = network_part.names(queries.rows_among("entities", "entity_id", nodes), nodes, words)
        st.html(network_panel.panel(sentences, marks, names, words, link))
    st.html(network_panel.table(shown, words, link, chosen=nodes, sort=view.sort))
