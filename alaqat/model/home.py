"""Where the files are that come with the code: `data/`, `seeds/`, `static/`.

They are beside the package in the repository and inside it in an installed wheel (`setup.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_INSTALLED: Final = _PACKAGE / "home"
IS_INSTALLED: Final = _INSTALLED.is_dir()
HOME: Final = _INSTALLED if IS_INSTALLED else _PACKAGE.parent
# The folder in which `alaqat` can be imported.
IMPORTED_FROM: Final = _PACKAGE.parent
# Where stores and corrections are without a setting: never among installed files.
WORK: Final = Path("data") if IS_INSTALLED else HOME / "data"
