"""The state of each feed: the entries that were read, and the validators of its last answer."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from alaqat.ingest.net.response import Validators

FILE: Final = "feeds.json"
_MAX_SEEN: Final = 5_000  # entries remembered of one feed


class FeedState:
    """The state of all feeds, kept in a file of the store's folder.

    Refreshing changes it in memory; call `save` once the articles are stored.
    """

    def __init__(self, path: Path, feeds: Mapping[str, Mapping[str, Any]]) -> None:
        self._path, self._feeds = path, {url: dict(state) for url, state in feeds.items()}

    @classmethod
    def open(cls, root: Path) -> FeedState:
        """The state in the folder `root`; empty if there is no file or a broken one.

        With an empty state all entries are read again, and the build drops them as duplicates.
        """
        path = root / FILE
        try:
            data = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            data = {}
        feeds = data.get("feeds") if isinstance(data, dict) else None
        known = feeds if isinstance(feeds, dict) else {}
        return cls(path, {url: state for url, state in known.items() if isinstance(state, dict)})

    def validators(self, feed: str) -> Validators:
        """The validators of the last answer, for a conditional request."""
        state = self._feeds.get(feed, {})
        etag, last_modified = (state.get(name) for name in ("etag", "last_modified"))
        return Validators(
            etag if isinstance(etag, str) else None,
            last_modified if isinstance(last_modified, str) else None,
        )

    def seen(self, feed: str) -> frozenset[str]:
        """The keys of the entries that were already read."""
        return frozenset(self._keys(feed))

    def _keys(self, feed: str) -> list[str]:
        keys = self._feeds.get(feed, {}).get("seen")
        return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []

    def update(self, feed: str, seen: Iterable[str], validators: Validators) -> None:
        """Add entries that were read, and replace the validators."""
        keys = [*self._keys(feed), *seen]
        # Entries of the newest answer come last: the ones dropped first are no longer in the feed.
        newest = list(dict.fromkeys(reversed(keys)))[:_MAX_SEEN][::-1]
        self._feeds[feed] = {
            "etag": validators.etag,
            "last_modified": validators.last_modified,
            "checked": datetime.now(UTC).isoformat(timespec="seconds"),
            "seen": newest,
        }

    def save(self) -> None:
        """Write the file in one step; raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._path.with_name(f".{FILE}.{os.getpid()}")
        temporary.write_text(
            json.dumps({"feeds": self._feeds}, ensure_ascii=False, indent=1) + "\n",
            encoding="utf-8",
        )
        temporary.replace(self._path)
