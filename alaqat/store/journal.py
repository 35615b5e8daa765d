"""The journal of a store: a line for each write, with who did it, in `journal.jsonl`.

Lines are only added. A disk that cannot be written loses the line, never the write. With
ALAQAT_LOG=text or json each line also goes to standard error; no line has the text of an article
or a secret.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from alaqat.model.plain_text import without_control
from alaqat.model.settings import Settings

NAME: Final = "journal.jsonl"
_LONGEST: Final = 200  # characters of a value
_LEADING: Final = ("at", "what", "by")


def record(
    what: str, *, by: str | None = None, about: Mapping[str, Any], root: Path | None = None
) -> None:
    """Add a line: the time, what was done, by whom (default: `author`), and what about."""
    path = (root or Settings.from_env().store) / NAME
    short = {name: _short(value) for name, value in about.items()}
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    line = short | {"at": now, "by": _short(by or author()), "what": what}
    _log(line)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:  # one write: lines of two writers stay whole
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _log(line: Mapping[str, Any]) -> None:
    form = os.environ.get("ALAQAT_LOG", "")
    if form == "json":
        print(json.dumps(line, ensure_ascii=False), file=sys.stderr, flush=True)
    elif form == "text":
        others = (f"{name}={value}" for name, value in line.items() if name not in _LEADING)
        print(line["at"], line["what"], f"by={line['by']}", *others, file=sys.stderr, flush=True)


def entries(root: Path | None = None) -> list[dict[str, Any]]:
    """The lines of the journal, oldest first; lines that cannot be read are left out."""
    path = (root or Settings.from_env().store) / NAME
    if not path.exists():
        return []
    read: list[dict[str, Any]] = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        with suppress(ValueError):
            read.append(json.loads(line))
    return read


def author() -> str:
    """Who runs this process: ALAQAT_BY, else the user of the machine."""
    try:
        return os.environ.get("ALAQAT_BY") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _short(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(_short(name)): _short(one) for name, one in value.items()}
    return without_control(value)[:_LONGEST] if isinstance(value, str) else value
