"""The fonts of the dashboard as CSS with the files inside, for use without a server."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import Final

from alaqat.model.home import HOME

FOLDER: Final = HOME / "static" / "fonts"
_FAMILIES: Final = {"IBM Plex Sans Arabic": "arabic-arabic", "IBM Plex Sans": "latin"}
_WEIGHTS: Final = (400, 600)


@cache
def font_faces() -> str:
    """The `@font-face` rules of both families in both weights, about 180 KB."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};'
        f"src:url(data:font/woff2;base64,{_data(part, weight)}) format('woff2')}}"
        for family, part in _FAMILIES.items()
        for weight in _WEIGHTS
    )


def _data(part: str, weight: int) -> str:
    path = FOLDER / f"ibm-plex-sans-{part}-{weight}-normal.woff2"
    return b64encode(path.read_bytes()).decode()
