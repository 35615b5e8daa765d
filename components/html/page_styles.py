"""The stylesheets of the dashboard with its colours, for documents that the server sends."""

from __future__ import annotations

from functools import cache

from components.assets import load_styles
from components.theme.colours import COLOURS


@cache
def styles() -> str:
    """The colours of both themes as CSS variables, and all stylesheets."""
    light, dark = COLOURS["light"], COLOURS["dark"]
    pairs = "".join(f"--{name}:light-dark({light[name]},{dark[name]});" for name in light)
    return f":root{{{pairs}}}{load_styles()}"
