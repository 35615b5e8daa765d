"""Names of states in the reader's language by the ISO 3166-1 alpha-3 code that records carry.

From CLDR, but for the states that CLDR calls otherwise than the press that is read here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel.core import Locale, get_global

from components.i18n.catalogue import N_, Words

HOUSE: Final[Mapping[str, str]] = {
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
    """The state's name (`"TUR"` → `Turkey`); an unknown code stands for itself, None for nothing."""
    if not code:
        return ""
    if code in HOUSE:
        return Words(lang).t(HOUSE[code])
    short = get_global("territory_aliases").get(code, [code])[0]
    return str(Locale(lang).territories.get(short, code))
