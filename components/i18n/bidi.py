"""Bidirectional text: the Unicode marks and isolates that keep Arabic and Latin runs apart."""

from __future__ import annotations

import re

# First-strong, right-to-left and left-to-right isolate, their end, and the invisible right-to-left
# mark
FSI, RLI, LRI, PDI, RLM = "\u2068", "\u2067", "\u2066", "\u2069", "\u200f"
_ISOLATES = re.compile("[\u2066-\u2069]")


def isolate(value: object) -> str:
    """`value` as text in a first-strong isolate: it does not change the order of its neighbours."""
    return f"{FSI}{close_isolates(str(value))}{PDI}"


def close_isolates(text: str) -> str:
    """`text` with balanced isolates: ends without a beginning dropped, missing ends added."""
    if text.isascii() or not _ISOLATES.search(text):
        return text
    characters, depth = [], 0
    for character in text:
        if character == PDI and not depth:
            continue
        depth += (character in (FSI, RLI, LRI)) - (character == PDI)
        characters.append(character)
    return "".join(characters) + PDI * depth
