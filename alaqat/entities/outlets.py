"""News agencies, papers and channels: they report what others do."""

from __future__ import annotations

from functools import cache

from alaqat.entities.gazetteer import slug
from alaqat.lexicon.load import table


@cache
def outlet_ids() -> frozenset[str]:
    """The entity ids of the outlets in bodies.csv, such as "org:reuters"."""
    return frozenset(
        f"org:{slug(row['name_en'])}" for row in table("bodies") if row["actor"] == "media"
    )
