"""A minimal Streamlit page to compare with: a select box of years and a chart of a hundred bars."""

import plotly.graph_objects as go
import streamlit as st

year = st.selectbox("Year", range(1995, 2025), key="filter_from")
heights = [(number * int(year)) % 17 for number in range(100)]
st.plotly_chart(go.Figure(go.Bar(x=list(range(100)), y=heights)), key="plain")
st.html('<footer class="sources"></footer>')
