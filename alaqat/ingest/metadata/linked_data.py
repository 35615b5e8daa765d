"""The days of publication in the linked data (JSON-LD) of a page, valid JSON or not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

_NESTED_KEYS: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_MAX_DEPTH: Final = 200
# What stands around the JSON: comments and marks of CDATA in front, those and a semicolon behind.
_AROUND: Final = re.compile(r"^(?:\s|//|/\*|\*/|<!--|<!\[CDATA\[)+|(?:\s|;|//|/\*|\*/|-->|\]\]>)+$")
_DAY: Final = re.compile(r"[\"']datePublished[\"']\s*:\s*[\"']([^\"'<>]{4,60})[\"']")


def published_days(script: str) -> Iterator[str]:
    """All `datePublished` in a script, in its order; those of valid JSON with a known nesting."""
    try:
        data = json.loads(_AROUND.sub("", script), strict=False)
    except (ValueError, RecursionError):
        yield from _DAY.findall(script)
    else:
        yield from _of(data, 0)


def _of(data: Any, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _of(item, depth + 1)
    elif isinstance(data, dict):
        day = data.get("datePublished")
        for value in day if isinstance(day, list) else [day]:
            if isinstance(value, str | int):
                yield str(value)
        for key in _NESTED_KEYS:
            yield from _of(data.get(key), depth + 1)
