"""What was seen of each feed, so that a refresh asks for what is new only."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from alaqat.ingest.net.response import Known

FILE: Final = "feeds.json"
# Links remembered of one feed.
_SEEN: Final = 5_000


class Memory:
    """What was seen of each feed, in a file of the store's folder.

    Refreshing only notes; `save` writes, so call it once the articles are safely stored.
    """

    def __init__(self, path: Path, feeds: Mapping[str, Mapping[str, Any]]) -> None:
        self._path, self._feeds = path, {url: dict(state) for url, state in feeds.items()}

    @classmethod
    def open(cls, root: Path) -> Memory:
        """The memory kept below `root`; where there is none, or a broken one, it begins empty.

        Articles that are met again then are found to be the same ones.
        """
        path = root / FILE
        try:
            data = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            data = {}
        feeds = data.get("feeds") if isinstance(data, dict) else None
        known = feeds if isinstance(feeds, dict) else {}
        return cls(path, {url: state for url, state in known.items() if isinstance(state, dict)})

    @property
    def feeds(self) -> tuple[str, ...]:
        """The feeds that were refreshed at least once."""
        return tuple(self._feeds)

    def known(self, feed: str) -> Known:
        """What to ask the feed's server with."""
        state = self._feeds.get(feed, {})
        etag, last_modified = (state.get(name) for name in ("etag", "last_modified"))
        return Known(
            *(value if isinstance(value, str) else None for value in (etag, last_modified))
        )

    def seen(self, feed: str) -> frozenset[str]:
        """The keys of entries that need not be read again."""
        return frozenset(self._keys(feed))

    def _keys(self, feed: str) -> list[str]:
        found = self._feeds.get(feed, {}).get("seen")
        return [key for key in found if isinstance(key, str)] if isinstance(found, list) else []

    def note(self, feed: str, seen: Iterable[str], known: Known) -> None:
        """Remember entries as read, and what the server gave to ask with."""
        keys = [*self._keys(feed), *seen]
        # Those of the newest answer come last, so that what is forgotten is what the feed no longer has.
        newest = list(dict.fromkeys(reversed(keys)))[:_SEEN][::-1]
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._feeds[feed] = {
            "etag": known.etag,
            "last_modified": known.last_modified,
            "checked": now,
            "seen": newest,
        }

    def forget(self, feed: str) -> None:
        """Let the feed begin anew."""
        self._feeds.pop(feed, None)

    def save(self) -> None:
        """Write the file in one step; raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        made = self._path.with_name(f".{FILE}.{os.getpid()}")
        made.write_text(
            json.dumps({"feeds": self._feeds}, ensure_ascii=False, indent=1) + "\n",
            encoding="utf-8",
        )
        made.replace(self._path)
