"""Prompts for language models: `data/prompts/*.md`, with the table of categories put in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Final

from alaqat.lexicon.load import data_folder, table
from alaqat.model.errors import LexiconError

# where a prompt has the table of categories
_CATEGORIES: Final = "{categories}"


@dataclass(frozen=True, slots=True)
class Prompt:
    """The text of a prompt and a hash of it."""

    text: str
    version: str


@cache
def prompt(name: str) -> Prompt:
    """The prompt `data/prompts/<name>.md`. Raises LexiconError if it is not there."""
    path = data_folder() / "prompts" / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(
            f"{path}: cannot be read ({error.strerror}); restore it from the repository"
        ) from error
    text = text.replace(_CATEGORIES, _category_lines())
    return Prompt(text, hashlib.sha256(text.encode()).hexdigest()[:12])


def _category_lines() -> str:
    """A line for each category of plover.csv: its code, label, polarity, and its modes in words."""
    rows = table("plover", ("plover", "mode", "polarity", "label_en"))
    lines = []
    for row in rows:
        if row["plover"] and not row["mode"]:
            modes = [
                other["label_en"].lower()
                for other in rows
                if other["plover"] == row["plover"] and other["mode"]
            ]
            examples = f": {', '.join(modes)}" if modes else ""
            lines.append(f"- {row['plover']} ({row['polarity']}){examples}")
    return "\n".join(lines)
