"""Reference chronology: one made elsewhere beside the extracted events; opened by links only."""

import streamlit as st

from components.i18n.escape import escape
from components.widgets import filters, reference_choice

view = filters.bar("reference")
st.html(f"<h2>{escape(view.words.t('Reference chronology'))}</h2>")
chronology = reference_choice.draw(view)
if chronology:
    st.html(reference_choice.side_by_side(chronology, view))
