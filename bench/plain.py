"""A minimal Streamlit page to compare with: a select box of years and a chart of a hundred bars."""

import streamlit as st

year = st.selectbox("Year", range(1995, 2025), key="filter_from")
heights = [(number * int(year)) % 17 for number in range(100)]
option = {"xAxis": {"type": "category"}, "yAxis": {}, "series": [{"type": "bar", "data": heights}]}
st.echarts_chart(option, key="plain")
st.html('<footer class="sources"></footer>')
