"""Names of states in the reader's language by the ISO 3166-1 alpha-3 code that records carry.

The names are those of CLDR, except where Arabic press usage differs (`PRESS_NAMES`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from babel.core import Locale, get_global

from components.i18n.catalogue import N_
from components.i18n.words import Words

PRESS_NAMES: Final[Mapping[str, str]] = {
    "COD": N_("Democratic Republic of the Congo"),
    "COG": N_("Republic of the Congo"),
    "DNK": N_("Denmark"),
    "GBR": N_("United Kingdom"),
    "HUN": N_("Hungary"),
    "MMR": N_("Myanmar"),
    "OMN": N_("Oman"),
    "PSE": N_("Palestine"),
    "SAU": N_("Saudi Arabia"),
    "TUR": N_("Turkey"),
    "XKX": N_("Kosovo"),
}


@cache
def name(code: str | None, lang: str) -> str:
    """The state's name (`"TUR"` → `Turkey`); an unknown code is returned as is, None as the empty
    string.
    """
    if not code:
        return ""
    if code in PRESS_NAMES:
        return Words(lang).t(PRESS_NAMES[code])
    short = get_global("territory_aliases").get(code, [code])[0]
    return str(Locale(lang).territories.get(short, code))


@lru_cache(maxsize=10_000)
def pair_name(pair: str, words: Words) -> str:
    """The names of two states (`ISR-TUR`) in the order of reading: `Israel ⇄ Turkey`."""
    first, second = (words.run(name(code, words.lang)) for code in pair.split("-"))
    return f"{first} ⇄ {second}"
