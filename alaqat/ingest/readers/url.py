"""Read articles from URLs and feeds: choose the reader of a response by its type."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from alaqat.arabic.encoding import decode
from alaqat.ingest.feed_state import FeedState
from alaqat.ingest.net.fetch import Fetcher
from alaqat.ingest.net.response import Fetched
from alaqat.ingest.net.safe_url import display_url
from alaqat.ingest.readers.feed import FeedParser, parse_feed, refresh
from alaqat.ingest.readers.html_page import read_page
from alaqat.ingest.readers.registry import read_source
from alaqat.ingest.readers.url_list import FEED, ResponseReader, read_links, read_list
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile, in_memory
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

_SUFFIXES: Final = {"application/pdf": ".pdf", "text/plain": ".txt", "application/json": ".json"}
_SCHEMES: Final = ("http://", "https://")


def read_response(fetched: Fetched) -> Iterator[ArticleOrRefusal]:
    """The articles of a response; raises ArticleRefused."""
    suffix = _SUFFIXES.get(fetched.content_type)
    if suffix is None:
        yield _read_page(fetched)
    else:
        yield from read_source(_response_file(fetched, suffix))


def _read_page(fetched: Fetched) -> Article:
    where = display_url(fetched.url)
    try:
        return read_page(fetched.body, url=fetched.url, charset=fetched.charset, where=where)
    except ArticleRefused:
        raise
    except Exception as error:
        # Libraries raise exceptions of any type on a broken page; the other URLs are still read.
        raise ArticleRefused(
            f"{where}: cannot be read as a web page; give its text as .txt"
        ) from error


def _response_file(fetched: Fetched, suffix: str) -> SourceFile:
    """The response as a file named after the last part of its URL.

    Its sidecar holds the URL, and the host as the source.
    """
    where, body = display_url(fetched.url), fetched.body
    if suffix != ".pdf":
        body = decode(body, where, declared=fetched.charset).encode()
    address = urlsplit(fetched.url)
    host = address.hostname or ""
    last_part = unquote(address.path.rstrip("/").rpartition("/")[2]).removesuffix(suffix)
    metadata = {"url": fetched.url, "source": host.removeprefix("www.") or None}
    sidecar = in_memory("page.json", json.dumps(metadata).encode())
    name = (last_part or host or "page") + suffix
    return replace(in_memory(name, body), where=where, sidecar=lambda: sidecar)


def is_link(source: str) -> bool:
    """True if `source` is an http(s) URL."""
    return source.strip().lower().startswith(_SCHEMES)


def is_feed(source: str) -> bool:
    """True if `source` is the URL of a feed: feed:https://…"""
    return source.strip().lower().startswith(tuple(FEED + scheme for scheme in _SCHEMES))


def expand_lists(sources: Iterable[str]) -> list[str]:
    """`sources`, with each text file that is a list of URLs replaced by these URLs."""
    expanded: list[str] = []
    for source in sources:
        is_url = is_link(source) or is_feed(source)
        urls = None if is_url else read_list(Path(source))
        expanded += [source] if urls is None else urls
    return expanded


def fetch_articles(
    sources: Iterable[str],
    *,
    state: FeedState,
    fetcher: Fetcher | None = None,
    reader: ResponseReader = read_response,
    parse: FeedParser = parse_feed,
) -> Iterator[ArticleOrRefusal]:
    """The articles of the URLs and feeds in `sources`; of feeds, the entries not in `state`.

    `reader` reads a response, `parse` gives the entries of a feed. Save `state` once the articles
    are stored.
    """
    fetcher, all_sources = fetcher or Fetcher(), list(sources)
    links = filter(is_link, all_sources)
    yield from read_links(links, reader=reader, fetcher=fetcher)
    feeds = [source.strip()[len(FEED) :] for source in all_sources if is_feed(source)]
    yield from refresh(feeds, state=state, reader=reader, fetcher=fetcher, parse=parse)
