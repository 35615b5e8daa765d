"""Read articles from URLs, and lists of URLs in text files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from alaqat.ingest.net.fetch import Fetcher
from alaqat.ingest.net.response import Fetched
from alaqat.ingest.net.safe_url import LinkRefused, parse_link
from alaqat.ingest.source_file import ArticleOrRefusal
from alaqat.model.errors import ArticleRefused

ResponseReader = Callable[[Fetched], Iterator[ArticleOrRefusal]]
FEED: Final = "feed:"
_COMMENT: Final = re.compile(r"(?:^|\s)#.*")
_SOURCE: Final = re.compile(r"(?:feed:)?https?://\S+", re.IGNORECASE)
_XML_TYPES: Final = frozenset({"application/xml", "text/xml"})
_FEED_TYPES: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}
)
_FEED_ROOT: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_ROOT_SEARCHED: Final = 2_000  # bytes


def read_links(
    urls: Iterable[str], *, reader: ResponseReader, fetcher: Fetcher | None = None
) -> Iterator[ArticleOrRefusal]:
    """The articles of `urls`, each URL once; a refusal for each URL that gives none.

    `reader` reads the articles of a response. Use one `fetcher` for all calls that may request
    the same hosts.
    """
    fetcher, seen = fetcher or Fetcher(), set[str]()
    for url in urls:
        try:
            normalised = parse_link(url).url
        except LinkRefused as refusal:
            yield refusal
            continue
        if normalised not in seen:
            seen.add(normalised)
            yield from read_link(url, reader=reader, fetcher=fetcher)


def read_link(url: str, *, reader: ResponseReader, fetcher: Fetcher) -> Iterator[ArticleOrRefusal]:
    """The articles of one URL, or the refusal."""
    try:
        fetched = fetcher.fetch(url)
        if is_feed(fetched):
            raise LinkRefused(
                url, f"is a feed, not an article; give it as {FEED}{url.strip()}", kind="type"
            )
        yield from reader(fetched)
    except ArticleRefused as refusal:
        yield refusal


def is_feed(fetched: Fetched) -> bool:
    """True if this is RSS or Atom, by its type or its root element."""
    if fetched.content_type in _FEED_TYPES:
        return True
    if fetched.content_type not in _XML_TYPES:
        return False
    return _FEED_ROOT.search(fetched.body[:_ROOT_SEARCHED]) is not None


def parse_list(text: str) -> list[str]:
    """The URLs and feeds of a list, one a line.

    A "#" at the beginning of a line or after a space begins a comment.
    """
    lines = (_COMMENT.sub("", line).strip() for line in text.lstrip("\ufeff").splitlines())
    return [line for line in lines if line]


def is_list(text: str) -> bool:
    """True if `text` is a list of URLs and feeds and nothing else."""
    lines = parse_list(text)
    return bool(lines) and all(_SOURCE.fullmatch(line) for line in lines)


def read_list(path: Path) -> list[str] | None:
    """The URLs and feeds that a text file lists; None if the file is not such a list."""
    if path.suffix.lower() != ".txt":
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    return parse_list(text) if is_list(text) else None
