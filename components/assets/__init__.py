"""Stylesheets and scripts of the dashboard, read from this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

ASSETS: Final = Path(__file__).parent


@cache
def load_script(name: str) -> str:
    """The text of the script `<name>.js` of this folder."""
    return (ASSETS / f"{name}.js").read_text(encoding="utf-8")


@cache
def load_styles() -> str:
    """All stylesheets of this folder, one after the other, in the order of their names."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.css")))
