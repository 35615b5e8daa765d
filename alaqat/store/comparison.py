"""What changed between two builds: events that were added, removed or read otherwise, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from alaqat.store.builds import Build
from alaqat.store.edition import Edition, edition
from alaqat.store.query import read

Row = Mapping[str, Any]
Change = Literal["added", "removed", "changed"]
# columns of an event that a reader sees; another value in one of them is a change
_COMPARED: Final = (
    *("date_from", "date_to", "granularity", "plover", "mode", "polarity", "intensity"),
    *("status", "actors", "recipients", "rule", "reports"),
)
_PLACE: Final = ("article_id", "start", "end")
# why a row of the older build is not in the newer one
ARTICLE_GONE: Final = "its article was taken out"
CORRECTED: Final = "a reader corrected it"
READ_ANEW: Final = "rules or reader changed"
REGROUPED: Final = "other reports or corrections joined or parted it"


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that differs between two builds.

    `event_id` is its id in the newer build, or in the older one if it was removed. `fields` are the
    columns that changed, each with the old and the new value.
    """

    change: Change
    event_id: str
    label: str
    reason: str
    fields: tuple[tuple[str, object, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The editions of two builds and the events that differ, in the order of the newer build."""

    old: Edition
    new: Edition
    changes: tuple[EventChange, ...]


def compare(old: Build, new: Build) -> Comparison:
    """The events that differ between two builds of the same shape."""
    editions = edition(old), edition(new)
    before, after = _events(old), _events(new)
    paired = _paired(before, after)
    reason = _reasons(old, new, *editions)
    changes = [*_changed(before, after, paired, reason)]
    partners = set(paired.values())
    changes += [
        EventChange("added", key, row["label_en"], reason(row, "added"))
        for key, row in after.items()
        if key not in paired
    ]
    changes += [
        EventChange("removed", key, row["label_en"], reason(row, "removed"))
        for key, row in before.items()
        if key not in partners
    ]
    return Comparison(*editions, tuple(changes))


def _events(build: Build) -> dict[str, Row]:
    columns = ("event_id", "label_en", *_COMPARED, *_PLACE)
    table = read(build, "events", columns=columns)
    plain = table.astype("object").where(table.notna(), None)
    rows: list[dict[Any, Any]] = plain.to_dict("records")
    return {str(row["event_id"]): row for row in rows}


def _paired(before: Mapping[str, Row], after: Mapping[str, Row]) -> dict[str, str]:
    """The older id of each newer event: the same id, else the same place in the same article."""
    pairs = {key: key for key in after if key in before}
    former = set(pairs.values())
    places: dict[tuple[Any, ...], list[str]] = {}
    for key, row in before.items():
        if key not in former:
            places.setdefault(tuple(row[name] for name in _PLACE), []).append(key)
    for key, row in after.items():
        candidates = places.get(tuple(row[name] for name in _PLACE), ())
        if key not in pairs and candidates:
            pairs[key] = places[tuple(row[name] for name in _PLACE)].pop(0)
    return pairs


def _changed(
    before: Mapping[str, Row],
    after: Mapping[str, Row],
    paired: Mapping[str, str],
    reason: Callable[[Row, Change], str],
) -> Iterator[EventChange]:
    for key, older in paired.items():
        old, new = before[older], after[key]
        fields = tuple((name, old[name], new[name]) for name in _COMPARED if old[name] != new[name])
        if fields:
            yield EventChange("changed", key, new["label_en"], reason(new, "changed"), fields)


def _reasons(
    old: Build, new: Build, old_edition: Edition, new_edition: Edition
) -> Callable[[Row, Change], str]:
    """`reason(row, change)`: why an event differs, by what differs between the builds."""
    former, present = _ids(old), _ids(new)
    corrected = _corrected(old) ^ _corrected(new)
    items = {item for *_, item in corrected}

    def reason(row: Row, change: Change) -> str:
        if change == "added" and row["article_id"] not in former:
            return "its article was added"
        if change == "removed" and row["article_id"] not in present:
            return ARTICLE_GONE
        if row["event_id"] in items:
            return CORRECTED
        if old_edition.rules != new_edition.rules:
            return READ_ANEW
        return REGROUPED

    return reason


def why_removed(old: Build, new: Build, article_id: str, identity: str) -> str:
    """Why an event or quote of the older build is not in the newer one: one of the reasons above.

    `identity` is its id, `article_id` that of its article.
    """
    reason = _reasons(old, new, edition(old), edition(new))
    return reason({"article_id": article_id, "event_id": identity}, "removed")


def _ids(build: Build) -> set[str]:
    return set(read(build, "articles", columns=("article_id",))["article_id"])


def _corrected(build: Build) -> set[tuple[Any, ...]]:
    rows: Iterable[Any] = read(build, "corrections", columns=("kind", "a", "b", "item")).to_numpy()
    return {tuple(row) for row in rows}


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """A comparison as lines of text: the versions, the parts that differ, then every change."""
    old, new = comparison.old, comparison.new
    yield f"version {old.version} → {new.version}"
    for name in ("articles", "rules", "corrections"):
        before, after = getattr(old, name), getattr(new, name)
        yield f"{name}: {'the same' if before == after else f'{before} → {after}'}"
    counts = Counter(change.change for change in comparison.changes)
    yield ", ".join(f"{counts[kind]} {kind}" for kind in ("added", "removed", "changed"))
    for change in comparison.changes:
        fields = "; ".join(
            f"{name}: {_shown(before)} → {_shown(after)}" for name, before, after in change.fields
        )
        parts = (change.change, change.event_id, change.label, fields, change.reason)
        yield " · ".join(filter(None, parts))


def _shown(value: object) -> str:
    """A value of a column as text."""
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return str(value.date()) if isinstance(value, datetime) else str(value)
