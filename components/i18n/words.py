"""The words of a reader: translated messages, plurals, lists, dates and numbers in one language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from components.i18n import hijri, locale_formats
from components.i18n.bidi import LRI, PDI, RLI, RLM, close_isolates, isolate
from components.i18n.catalogue import N_, translations
from components.i18n.escape import is_missing
from components.i18n.locale_formats import DateLike

# Region whose press names the Gregorian months its own way → the CLDR locale with these names
MONTHS: Final = {"": "ar", "levant": "ar_SY", "maghreb": "ar_DZ", "morocco": "ar_MA"}
EN_DASH: Final = "\u2013"
# TIMEX3 modifier of a date → how the date is written
MODIFIED: Final = {
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `Words("ar").t("Timeline")` is the Arabic title.

    `months` is the tradition of Arabic month names (a key of `MONTHS`), `hijri` adds Hijri dates.
    """

    lang: str
    months: str = ""
    hijri: bool = False

    @property
    def is_rtl(self) -> bool:
        """True if the language is written from right to left."""
        return self.lang == "ar"

    @property
    def locale(self) -> str:
        """The CLDR locale of the reader's dates."""
        return MONTHS[self.months] if self.is_rtl else self.lang

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, the value of HTML's attribute `dir`."""
        return "rtl" if self.is_rtl else "ltr"

    @property
    def comma(self) -> str:
        """The separator of a list, with its space."""
        return self.t(", ")

    def t(self, message: str, /, **values: object) -> str:
        """The translation of `message`; `{name}` is replaced by a value in a bidi isolate."""
        text = translations(self.lang).gettext(message)
        return text.format_map(self._isolated(values)) if values else text

    def n(self, singular: str, plural: str, count: int, /, **values: object) -> str:
        """The plural form for a count: `n("{count} event", "{count} events", 3)`."""
        text = translations(self.lang).ngettext(singular, plural, count)
        return text.format_map(self._isolated({"count": count, **values}))

    def _isolated(self, values: Mapping[str, object]) -> dict[str, str]:
        return {
            name: self.number(value) if isinstance(value, int | float) else isolate(value)
            for name, value in values.items()
        }

    def number(self, value: float) -> str:
        """A number as the language groups it, in Latin digits (`1,234`)."""
        return locale_formats.format_number(value, self.lang)

    def signed(self, value: float) -> str:
        """A number with its sign, which stands before it in both languages (`−3`, `+5`)."""
        signed = f"{value:+g}".replace("-", "\N{MINUS SIGN}")
        return f"{LRI}{signed}{PDI}"

    def run(self, value: object) -> str:
        """`value` isolated in the language's own direction, for SVG, which has no `dir`."""
        return f"{RLI if self.is_rtl else LRI}{close_isolates(str(value))}{PDI}"

    def join(self, values: Iterable[object]) -> str:
        """A list with the language's comma, each member isolated."""
        return self.comma.join(isolate(value) for value in values)

    def name(self, row: Mapping[str, object], field: str) -> str:
        """A named field of a row: `<field>_ar` for Arabic, else `field`; empty when unknown."""
        value = row.get(f"{field}_ar") if self.is_rtl else row.get(field)
        return str(row.get(field) or "") if is_missing(value) else str(value)

    def month(self, day: datetime.date) -> str:
        """A month and its year: `August 2022`."""
        return locale_formats.format_fields("yMMMM", day, self.locale)

    def day(self, day: datetime.date) -> str:
        """A day in full: `17 August 2022`."""
        return locale_formats.format_day(day, self.locale)

    def short_day(self, day: datetime.date) -> str:
        """A day without its year: `17 August`."""
        return locale_formats.format_fields("MMMMd", day, self.locale)

    def date(
        self,
        first: DateLike,
        last: DateLike = None,
        granularity: str | None = "day",
        *,
        mod: str | None = None,
    ) -> str:
        """A date with the precision it is known with: a day, "week of", a month, a year, a span.

        `mod` is a TIMEX3 modifier (a key of `MODIFIED`). An unknown date is `undated`.
        """
        start = locale_formats.to_date(first) or locale_formats.to_date(last)
        if start is None:
            return self.t("undated")
        end = locale_formats.to_date(last) or start
        label = self._label(start, end, granularity or "range")
        modified = MODIFIED.get(mod or "")
        label = self.t(modified, date=label) if modified else label
        return self._with_hijri(label, start, end, granularity or "range")

    def _label(self, start: datetime.date, end: datetime.date, granularity: str) -> str:
        if granularity == "week":
            return self.t("the week of {date}", date=self.day(start))
        if granularity == "month":
            return self.month(start)
        if granularity == "quarter":
            return locale_formats.format_fields("yQQQQ", start, self.locale)
        if granularity == "year":
            return str(start.year)
        if granularity == "decade":
            return self.t("the {decade}s", decade=str(start.year - start.year % 10))
        return self.day(start) if start == end else self.span(start, end)

    def _with_hijri(
        self, label: str, start: datetime.date, end: datetime.date, granularity: str
    ) -> str:
        date = hijri.format_interval(start, end, granularity, self.lang) if self.hijri else ""
        return self.t("{date} ({hijri} AH)", date=label, hijri=date) if date else label

    def span(self, start: datetime.date, end: datetime.date) -> str:
        """An interval: `2016–2018` for whole years, else months or days at its two ends."""
        if locale_formats.is_whole_years(start, end):
            years = str(start.year), str(end.year)
            return years[0] if start.year == end.year else self.dashed(*years)
        if not locale_formats.is_whole_months(start, end):
            return self.dashed(self.day(start), self.day(end))
        if (start.year, start.month) == (end.year, end.month):
            return self.month(start)
        return self.dashed(self.month(start), self.month(end))

    def dashed(self, first: str, last: str) -> str:
        """Two ends with a dash, read from the right in Arabic even where both are digits."""
        dashed = f"{first}{EN_DASH}{last}" if first.isdigit() else f"{first} {EN_DASH} {last}"
        return f"{RLM}{dashed}" if self.is_rtl else dashed
