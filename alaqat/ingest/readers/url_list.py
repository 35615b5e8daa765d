"""The door for links: each is fetched and read as what it is; what fails is told, and the rest goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from alaqat.ingest.net.fetch import Fetcher
from alaqat.ingest.net.response import Fetched
from alaqat.ingest.net.safe_url import LinkRefused, link
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

Found = Article | ArticleRefused
Reader = Callable[[Fetched], Iterator[Found]]
FEED: Final = "feed:"
_COMMENT: Final = re.compile(r"(?:^|\s)#.*")
_SOURCE: Final = re.compile(r"(?:feed:)?https?://\S+", re.IGNORECASE)
_FEED_TYPES: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}
)
_FEED_ROOT: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)


def articles(
    urls: Iterable[str], *, reader: Reader, fetcher: Fetcher | None = None
) -> Iterator[Found]:
    """The articles behind `urls`, each link once; a refusal in the place of every link that brings none.

    `reader` makes articles of what was fetched. Give the same `fetcher` to calls that may meet the same hosts.
    """
    fetcher, met = fetcher or Fetcher(), set[str]()
    for url in urls:
        try:
            spelling = link(url).url
        except LinkRefused as refusal:
            yield refusal
            continue
        if spelling not in met:
            met.add(spelling)
            yield from one(url, reader=reader, fetcher=fetcher)


def one(url: str, *, reader: Reader, fetcher: Fetcher) -> Iterator[Found]:
    """What is behind one link."""
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
    """Whether this is RSS or Atom, by its type or its first element."""
    xml = fetched.content_type in {"application/xml", "text/xml"}
    return fetched.content_type in _FEED_TYPES or (
        xml and _FEED_ROOT.search(fetched.body[:2_000]) is not None
    )


def listed(text: str) -> list[str]:
    """The links and feeds of a list, one a line; «#» at the beginning of a line or after a space begins a comment."""
    lines = (_COMMENT.sub("", line).strip() for line in text.lstrip("\ufeff").splitlines())
    return [line for line in lines if line]


def is_list(text: str) -> bool:
    """Whether `text` is a list of links and nothing else, and not an article."""
    lines = listed(text)
    return bool(lines) and all(_SOURCE.fullmatch(line) for line in lines)


def from_file(path: Path) -> list[str] | None:
    """The links and feeds that a text file lists; None where the file is anything but such a list."""
    try:
        text = path.read_text(encoding="utf-8-sig") if path.suffix.lower() == ".txt" else ""
    except (OSError, UnicodeDecodeError):
        return None
    return listed(text) if is_list(text) else None
