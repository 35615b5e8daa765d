"""Compares a text as a whole with the one that is written beside its test, in `whole/`.

A file of `whole/` has the texts of one test module, each under a line `=== name`. In them a line
break stands between two tags, and the invisible marks of direction have names. `WRITE_WHOLE=1
pytest FILE` writes them anew; the difference in git is then read before it is committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from components.i18n.bidi import FSI, LRI, PDI, RLI, RLM

MARKS = {"\r\n": "{CRLF}\n", FSI: "{FSI}", LRI: "{LRI}", PDI: "{PDI}", RLI: "{RLI}", RLM: "{RLM}"}
HEAD = re.compile("^=== (.+)\n", re.MULTILINE)


def readable(text: str) -> str:
    """The text with a line for each tag and with names for invisible marks."""
    for mark, name in MARKS.items():
        text = text.replace(mark, name)
    return text.replace("><", ">\n<")


def texts(path: Path) -> dict[str, str]:
    """The texts of a file by their names."""
    if not path.exists():
        return {}
    _, *parts = HEAD.split(path.read_text(encoding="utf-8"))
    return {name: text[:-1] for name, text in zip(parts[::2], parts[1::2], strict=True)}


def check(path: Path, name: str, text: str) -> None:
    """Raises AssertionError unless `text` is the one that the file has under this name."""
    written, shown = texts(path), readable(text)
    if os.environ.get("WRITE_WHOLE"):
        path.parent.mkdir(exist_ok=True)
        every = sorted((written | {name: shown}).items())
        content = "".join(f"=== {key}\n{value}\n" for key, value in every)
        path.write_text(content, encoding="utf-8")
        return
    assert shown == written.get(name)
