"""Texts of any characters that folding treats in a way of their own."""

from hypothesis import strategies as st

WILD = st.text(
    alphabet=st.sampled_from('أإآاىيةه وَّـ\u200f\u202e#_&;34"«».؟\n ١٢ﷺﻻتركياaZ'), max_size=80
)
