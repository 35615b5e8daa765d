"""What comes by link or feed goes through the doors of files, by its type; sources are told by their spelling."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from alaqat.ingest.encoding import decoded
from alaqat.ingest.feed_state import Memory
from alaqat.ingest.net.fetch import Fetcher
from alaqat.ingest.net.response import Fetched
from alaqat.ingest.net.safe_url import shown
from alaqat.ingest.readers.feed import refresh
from alaqat.ingest.readers.html_page import page
from alaqat.ingest.readers.registry import through
from alaqat.ingest.readers.url_list import FEED, Found, articles, from_file
from alaqat.ingest.source_file import Part, in_memory
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

_SUFFIX: Final = {"application/pdf": ".pdf", "text/plain": ".txt", "application/json": ".json"}
_SCHEMES: Final = ("http://", "https://")


def read(fetched: Fetched) -> Iterator[Found]:
    """The articles of what was fetched; raises ArticleRefused."""
    suffix, where = _SUFFIX.get(fetched.content_type), shown(fetched.url)
    if suffix is None:
        yield _page(fetched, where)
        return
    body = fetched.body
    if suffix != ".pdf":
        body = decoded(body, where, declared=fetched.charset).encode()
    address = urlsplit(fetched.url)
    name = (
        unquote(address.path.rstrip("/").rpartition("/")[2]).removesuffix(suffix)
        or address.hostname
        or "page"
    )
    sidecar = json.dumps(
        {"url": fetched.url, "source": (address.hostname or "").removeprefix("www.") or None}
    ).encode()
    yield from through(_part(name + suffix, body, where, sidecar))


def _page(fetched: Fetched, where: str) -> Article:
    try:
        return page(fetched.body, url=fetched.url, charset=fetched.charset, where=where)
    except ArticleRefused:
        raise
    except Exception as error:
        # The libraries behind the door raise what they like on a broken page; the rest of the batch goes on.
        raise ArticleRefused(
            f"{where}: cannot be read as a web page; give its text as .txt"
        ) from error


def _part(name: str, body: bytes, where: str, sidecar: bytes) -> Part:
    held = in_memory(name, body)
    return Part(name, where, held.open, beside=lambda: in_memory("page.json", sidecar))


def is_link(source: str) -> bool:
    """Whether `source` is a link and no file."""
    return source.strip().lower().startswith(_SCHEMES)


def is_feed(source: str) -> bool:
    """Whether `source` is the address of a feed: feed:https://…"""
    return source.strip().lower().startswith(tuple(FEED + scheme for scheme in _SCHEMES))


def expanded(sources: Iterable[str]) -> list[str]:
    """`sources` with every text file that is a list of links replaced by what it lists."""
    found: list[str] = []
    for source in sources:
        listed = None if is_link(source) or is_feed(source) else from_file(Path(source))
        found += [source] if listed is None else listed
    return found


def fetched(
    sources: Iterable[str], *, memory: Memory, fetcher: Fetcher | None = None
) -> Iterator[Found]:
    """The articles behind the links and feeds among `sources`; of feeds, what `memory` does not know.

    Save the memory once the articles are stored.
    """
    fetcher, wanted = fetcher or Fetcher(), list(sources)
    yield from articles(filter(is_link, wanted), reader=read, fetcher=fetcher)
    feeds = [source.strip()[len(FEED) :] for source in wanted if is_feed(source)]
    yield from refresh(feeds, memory=memory, reader=read, fetcher=fetcher)
