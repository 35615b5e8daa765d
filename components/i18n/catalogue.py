"""Everything a reader reads, in the reader's language: words, plurals, dates, numbers, and bidi isolates.

Code names a text by its English original; `locale/<language>/*.po` holds the translations, compiled in
memory when first needed. Nothing here knows Streamlit.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from components.i18n import hijri

LANGUAGES = ("ar", "en")
# How the press of a region names the Gregorian months → the CLDR locale that has these names
MONTHS = {"": "ar", "levant": "ar_SY", "maghreb": "ar_DZ", "morocco": "ar_MA"}
LOCALE = Path(__file__).parent / "locale"

# Unicode bidi: first-strong, right-to-left and left-to-right isolates, their end, and the invisible RTL mark
FSI, RLI, LRI, PDI, RLM = "\u2068", "\u2067", "\u2066", "\u2069", "\u200f"
ISOLATING = re.compile("[\u2066-\u2069]")
EN_DASH = "\u2013"

type_of_date = datetime.date | pd.Timestamp | None


@cache
def catalogs(lang: str) -> tuple[Catalog, ...]:
    """The `.po` files of a language, each with its own header and plural rule."""
    return tuple(
        read_po(BytesIO(path.read_bytes()), locale=lang)
        for path in sorted((LOCALE / lang).glob("*.po"))
    )


@cache
def translations(lang: str) -> NullTranslations:
    """The compiled translations of a language; English, without a catalogue, is its own original."""
    found = NullTranslations()
    for catalog in catalogs(lang):
        compiled = _compiled(catalog)
        compiled.add_fallback(found)
        found = compiled
    return found


def _compiled(catalog: Catalog) -> GNUTranslations:
    binary = BytesIO()
    write_mo(binary, catalog)
    binary.seek(0)
    return GNUTranslations(binary)


def endonym(lang: str) -> str:
    """A language's own name for itself."""
    return Locale(lang).get_display_name(lang) or lang


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for «to be translated later»
    """Mark a constant as a message to translate where it is shown."""
    return message


def isolate(value: object) -> str:
    """`value` as a text whose direction neither takes from nor gives to its neighbours."""
    return f"{FSI}{closed(str(value))}{PDI}"


def closed(text: str) -> str:
    """`text` with as many ends of isolates as beginnings, so that none of its own reaches its neighbours."""
    if text.isascii() or not ISOLATING.search(text):
        return text
    kept, depth = [], 0
    for sign in text:
        if sign == PDI and not depth:
            continue
        depth += (sign in (FSI, RLI, LRI)) - (sign == PDI)
        kept.append(sign)
    return "".join(kept) + PDI * depth


def escape(value: object) -> str:
    """`value` made safe inside HTML; an unknown (None, NaN, NaT) becomes empty."""
    return "" if missing(value) else html.escape(str(value))


def missing(value: Any) -> bool:
    """Whether a cell of a frame holds nothing (None, NaN, NaT)."""
    return value is None or bool(pd.api.types.is_scalar(value) and pd.isna(value))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `Words("ar").t("Timeline")` is the Arabic title.

    `months` is the tradition of Arabic month names (a key of `MONTHS`), `hijri` adds Hijri dates.
    """

    lang: str
    months: str = ""
    hijri: bool = False

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.lang == "ar"

    @property
    def locale(self) -> str:
        """The CLDR locale of the reader's dates."""
        return MONTHS[self.months] if self.rtl else self.lang

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as HTML writes it."""
        return "rtl" if self.rtl else "ltr"

    @property
    def comma(self) -> str:
        """The mark that separates the members of a list, with its space."""
        return self.t(", ")

    def t(self, message: str, /, **values: object) -> str:
        """The translation of `message`; `{name}` takes a value, isolated from the words around it."""
        text = translations(self.lang).gettext(message)
        return text.format_map(self._ready(values)) if values else text

    def n(self, singular: str, plural: str, count: int, /, **values: object) -> str:
        """The form of a counted thing: `n("{count} event", "{count} events", 3)`."""
        text = translations(self.lang).ngettext(singular, plural, count)
        return text.format_map(self._ready({"count": count, **values}))

    def _ready(self, values: Mapping[str, object]) -> dict[str, str]:
        return {name: self._value(value) for name, value in values.items()}

    def _value(self, value: object) -> str:
        return self.number(value) if isinstance(value, int | float) else isolate(value)

    def number(self, value: float) -> str:
        """A number as the language groups it, in Latin digits (`1,234`)."""
        return _number(value, self.lang)

    def run(self, value: object) -> str:
        """`value` isolated in the language's own direction: for renderers that know none (SVG)."""
        return f"{RLI if self.rtl else LRI}{closed(str(value))}{PDI}"

    def join(self, values: Iterable[object]) -> str:
        """A list as the language writes it, each member isolated."""
        return self.comma.join(isolate(value) for value in values)

    def name(self, row: Mapping[str, object], field: str) -> str:
        """A named field of a row in the language: `actors` or `actors_ar`; empty when unknown."""
        value = row.get(f"{field}_ar") if self.rtl else row.get(field)
        return str(row.get(field) or "") if missing(value) else str(value)

    def month(self, day: datetime.date) -> str:
        """A month and its year: `August 2022`."""
        return _skeleton("yMMMM", day, self.locale)

    def day(self, day: datetime.date) -> str:
        """A day in full: `17 August 2022`."""
        return _date(day, self.locale)

    def short_day(self, day: datetime.date) -> str:
        """A day without its year: `17 August`."""
        return _skeleton("MMMMd", day, self.locale)

    def date(
        self,
        first: type_of_date,
        last: type_of_date = None,
        granularity: str | None = "day",
        *,
        mod: str | None = None,
    ) -> str:
        """A date as it is known: a day, «week of», a month, a year, a span; never more precise than that."""
        start = _day(first) or _day(last)
        if start is None:
            return self.t("undated")
        end = _day(last) or start
        label = self._label(start, end, granularity or "range")
        modified = MODIFIED.get(mod or "")
        label = self.t(modified, date=label) if modified else label
        other = hijri.told(start, end, granularity or "range", self.lang) if self.hijri else ""
        return self.t("{date} ({hijri} AH)", date=label, hijri=other) if other else label

    def _label(self, start: datetime.date, end: datetime.date, granularity: str) -> str:
        if granularity == "week":
            return self.t("the week of {date}", date=self.day(start))
        if granularity == "month":
            return self.month(start)
        if granularity == "quarter":
            return _skeleton("yQQQQ", start, self.locale)
        if granularity == "year":
            return str(start.year)
        if granularity == "decade":
            return self.t("the {decade}s", decade=str(start.year - start.year % 10))
        return self.day(start) if start == end else self.span(start, end)

    def span(self, start: datetime.date, end: datetime.date) -> str:
        """An interval: `2016–2018` for whole years, else months or days at its two ends."""
        whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        if whole_years and start.year == end.year:
            return str(start.year)
        if whole_years:
            return self.dashed(str(start.year), str(end.year))
        whole_months = start.day == 1 and (end + datetime.timedelta(days=1)).day == 1
        if whole_months and (start.year, start.month) == (end.year, end.month):
            return self.month(start)
        return self.dashed(
            *((self.month if whole_months else self.day)(day) for day in (start, end))
        )

    def dashed(self, first: str, last: str) -> str:
        """Two ends with a dash; in Arabic it reads from the right even where both are only digits."""
        dashed = f"{first}{EN_DASH}{last}" if first.isdigit() else f"{first} {EN_DASH} {last}"
        return f"{RLM}{dashed}" if self.rtl else dashed


MODIFIED = {
    "START": N_("early {date}"),
    "MID": N_("mid {date}"),
    "END": N_("late {date}"),
    "APPROX": N_("about {date}"),
    "BEFORE": N_("before {date}"),
    "AFTER": N_("after {date}"),
    "ON_OR_BEFORE": N_("by {date}"),
    "ON_OR_AFTER": N_("from {date}"),
    "LESS_THAN": N_("within {date}"),
    "MORE_THAN": N_("at least {date}"),
}


# Babel parses its patterns anew each time; a page tells the same few hundred days on every run.


@lru_cache(maxsize=10_000)
def _number(value: float, lang: str) -> str:
    return format_decimal(value, locale=lang, numbering_system="latn")


@lru_cache(maxsize=10_000)
def _date(day: datetime.date, lang: str) -> str:
    return format_date(day, "d MMMM y", locale=lang)


@lru_cache(maxsize=10_000)
def _skeleton(skeleton: str, day: datetime.date, lang: str) -> str:
    return format_skeleton(skeleton, day, locale=lang)


def _day(value: type_of_date) -> datetime.date | None:
    if missing(value):
        return None
    return value.date() if isinstance(value, datetime.datetime) else value
