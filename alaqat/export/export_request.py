"""What is exported: a table of a build, a selection of its rows, and what each row states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from ipaddress import ip_address
from string import Formatter
from typing import Final, Literal
from urllib.parse import quote, urlsplit

from alaqat.model.errors import NothingToExport
from alaqat.model.pins import Pin
from alaqat.model.selection import EVERYTHING, Selection
from alaqat.store.builds import Build
from alaqat.store.edition import edition

Language = Literal["ar", "en"]
_LOCAL: Final = "localhost"
# table → the template of the address that shows a row of it
_LINKS: Final = {
    "events": "e/{event_id}",
    "quotes": "q/{quote_id}",
    "entities": "person?entity={entity_id}",
    **dict.fromkeys(("articles", "copies"), "articles?article={article_id}"),
    **dict.fromkeys(("reports", "mentions", "network"), "articles?article={article_id}&at={start}"),
}


def _is_of_this_machine(host: str) -> bool:
    """True for a name or address by which a machine reaches itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == _LOCAL or host.endswith(f".{_LOCAL}")


def today() -> date:
    """The day of access in universal time."""
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A request for the rows of `table` (a key of `tables.TABLES`) in a selection.

    `ids` restricts the rows to those with one of these ids, `days` to those whose dates overlap a
    first and last day. `accessed` is the day of access, `language` that of labels and citations.
    `address` is the dashboard's own, from which permanent links are made; without one links are
    left out. `pins` are the events and quotes of a story in their order, `title` is the title that
    its author gave it. `ends` are two entities: the rows of `network` are then the sentences that
    name both.
    """

    build: Build
    table: str = "events"
    selection: Selection = EVERYTHING
    ids: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    accessed: date = field(default_factory=today)
    language: Language = "ar"
    address: str = ""
    pins: tuple[Pin, ...] = ()
    ends: tuple[str, str] | None = None
    title: str = ""

    @property
    def version(self) -> str:
        """The version of the store."""
        return edition(self.build).version

    @property
    def public_address(self) -> str:
        """The address of the dashboard; empty if only this machine reaches it."""
        return "" if _is_of_this_machine(urlsplit(self.address).hostname or "") else self.address

    def permanent_link(self, row: Mapping[str, object]) -> str | None:
        """The address that shows a row; None without the dashboard's, or if no page shows it."""
        template = _LINKS.get(self.table)
        if not self.address or template is None:
            return None
        quoted = {name: quote(str(value), safe=":") for name, value in row.items()}
        return f"{self.address.rstrip('/')}/{template.format_map(quoted)}"

    @classmethod
    def linked_columns(cls, table: str) -> list[str]:
        """The columns that the link of a row is made from."""
        return [name for _, name, *_ in Formatter().parse(_LINKS.get(table, "")) if name]

    def nothing(self) -> NothingToExport:
        """The error of a request without rows."""
        return NothingToExport(
            f"there are no {self.table} in this selection of build {self.build.id}; "
            "take a filter away"
        )
