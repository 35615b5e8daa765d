"""The quotation marks of Arabic news, and patterns of the text between them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

# Pairs whose span can be found by a pattern; `quotes.mark_pairing` pairs mixed, reversed and
# unclosed marks.
PAIRS: Final = (('"', '"'), ("«", "»"), ("“", "”"))
# Characters between two marks; a longer stretch is an unclosed mark, not a quotation.
LONGEST_QUOTATION: Final = 1500
# Every mark, including the ASCII ones that are used for two.
ANY_MARK: Final = r"[\"“”„‟«»‹›‘’]|''|<<|>>"
# Marks of one family close each other, whichever way round they are written.
DOUBLE_FAMILY: Final = frozenset(('"', "“", "”", "„", "‟", "''"))
ANGLE_FAMILY: Final = frozenset(("«", "»", "‹", "›", "<<", ">>"))
OPENING: Final = frozenset(("“", "„", "«", "‹", "<<", "‘"))
CLOSING: Final = frozenset(("”", "»", "›", ">>", "’"))


@cache
def quoted_span(shortest: int = 0, longest: int = LONGEST_QUOTATION) -> re.Pattern[str]:
    """Pattern of a stretch of one line between a closed pair; one group for each kind of mark."""
    return re.compile(between_marks(PAIRS, shortest, longest))


def between_marks(pairs: tuple[tuple[str, str], ...], shortest: int, longest: int) -> str:
    """Regular expression of `shortest` to `longest` characters between marks, one group a pair."""
    escaped = ((re.escape(opening), re.escape(closing)) for opening, closing in pairs)
    return "|".join(
        rf"{opening}([^{closing}\n]{{{shortest},{longest}}}){closing}"
        for opening, closing in escaped
    )
