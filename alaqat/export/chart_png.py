"""PNG of the timeline on the command line: the SVG drawn by a Chromium or Chrome of this machine.

Arabic letters must be shaped and joined, which no library of Alaqat does; the pages save their
pictures in the reader's own browser instead.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from alaqat.export import chart_svg
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.model.errors import AlaqatError

NAMES: Final = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
)
SECONDS: Final = 120
_SIZE: Final = re.compile(rb'width="(\d+)" height="(\d+)"')


def write(request: ExportRequest) -> bytes:
    """The timeline of a request as PNG, at twice the size of the SVG.

    Raises AlaqatError if there is no Chromium or Chrome, or if it fails.
    """
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None:
        raise AlaqatError(
            "PNG needs Chromium or Chrome, and there is none on this machine; "
            "install one, or choose --format svg"
        )
    picture = chart_svg.write(request)
    size = _SIZE.search(picture)
    width, height = (int(part) for part in size.groups()) if size else (chart_svg.WIDTH, 600)
    with TemporaryDirectory() as folder:
        page, out = Path(folder, "chart.html"), Path(folder, "chart.png")
        page.write_bytes(b"<meta charset=utf-8><style>body{margin:0}</style>" + picture)
        options = [
            *("--headless", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"),
            *(f"--window-size={width},{height}", f"--screenshot={out}"),
            *(["--no-sandbox"] if _is_root() else []),
        ]
        _run([browser, *options, page.as_uri()])
        if not out.is_file():
            raise AlaqatError(f"{browser}: wrote no picture; choose --format svg")
        return out.read_bytes()


def _is_root() -> bool:
    """True if this process runs as root, which Chromium refuses without `--no-sandbox`."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise AlaqatError(f"{command[0]}: drew no picture; choose --format svg") from error


FORMAT = ExportFormat("png", "PNG", ".png", "image/png", ("events",), write, is_for_pages=False)
