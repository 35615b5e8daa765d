"""The door for RSS and Atom feeds: entries that were not there the last time, read where they lead."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any, Final

from alaqat.ingest.feed_state import Memory
from alaqat.ingest.metadata.date_parser import day
from alaqat.ingest.net.fetch import Fetcher
from alaqat.ingest.net.response import MB, PAGE, Fetched, Known
from alaqat.ingest.net.safe_url import LinkRefused, link
from alaqat.ingest.readers.url_list import Found, Reader, one
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

# A feed that brings so much of an article, in characters without tags, has the whole of it.
WHOLE: Final = 600
# Entries and bytes read of one feed: the parser takes seconds for a megabyte made to be slow.
_ENTRIES: Final = 500
_LARGEST: Final = 3 * MB
_LEAST_MINUTES: Final = 1.0
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_LINK_TAG: Final = re.compile(r"<link\s[^<>]{0,2000}>", re.IGNORECASE)
_FEED_TYPE: Final = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF: Final = re.compile(r"href\s*=\s*[\"']?([^\"'\s<>]{1,2000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article; `content` is HTML, empty unless the feed has the whole article."""

    key: str
    link: str
    title: str | None
    published: date | None
    content: str = ""


def refresh(
    feeds: Iterable[str], *, memory: Memory, reader: Reader, fetcher: Fetcher | None = None
) -> Iterator[Found]:
    """The articles that `feeds` have and `memory` does not; refusals where a feed or an entry brings none.

    An entry is noted as seen when it was read, or refused for good; what may go well another time is tried again.
    """
    fetcher, met = fetcher or Fetcher(), set[str]()
    for feed in dict.fromkeys(feeds):
        try:
            fetched = fetcher.fetch(feed, known=memory.known(feed))
            entries = [] if fetched.status == 304 else parsed(fetched)
        except LinkRefused as refusal:
            yield refusal
            continue
        yield from _new(
            feed,
            fetched,
            entries,
            memory=memory,
            read=lambda entry: _article(entry, met, reader, fetcher),
        )


def _new(
    feed: str,
    fetched: Fetched,
    entries: list[Entry],
    *,
    memory: Memory,
    read: Callable[[Entry], Iterator[Found]],
) -> Iterator[Found]:
    seen, again = memory.seen(feed), False
    for entry in entries:
        if entry.key in seen:
            continue
        later = False
        for found in read(entry):
            later = later or (isinstance(found, LinkRefused) and found.passing)
            yield found
        again = again or later
        if not later:
            memory.note(feed, [entry.key], Known())
    known = memory.known(feed) if fetched.status == 304 else fetched.known
    # With something left to try, «nothing new» must not be the next answer.
    kept = seen & {entry.key for entry in entries}
    memory.note(
        feed, [entry.key for entry in entries if entry.key in kept], Known() if again else known
    )


def _article(entry: Entry, met: set[str], reader: Reader, fetcher: Fetcher) -> Iterator[Found]:
    """One entry: its own content where that is whole, else what its link leads to. Each link once."""
    try:
        spelling = link(entry.link).url
    except LinkRefused as refusal:
        yield refusal
        return
    if spelling in met:
        return
    met.add(spelling)
    if not entry.content:
        found = one(entry.link, reader=reader, fetcher=fetcher)
    else:
        found = _read(Fetched(spelling, 200, _page(entry), PAGE, "utf-8"), reader)
    yield from (_filled(each, entry) if isinstance(each, Article) else each for each in found)


def _read(page: Fetched, reader: Reader) -> Iterator[Found]:
    try:
        yield from reader(page)
    except ArticleRefused as refusal:
        yield refusal


def _filled(article: Article, entry: Entry) -> Article:
    """What the article itself does not say, as its feed says it."""
    if article.published is None and entry.published is not None:
        article = replace(article, published=entry.published, published_basis="feed")
    return replace(article, title=article.title or entry.title, url=article.url or entry.link)


def _page(entry: Entry) -> bytes:
    """The content of an entry as a page, for the door of pages."""
    title = escape(entry.title or "")
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{entry.content}</article></body></html>".encode()


def parsed(fetched: Fetched) -> list[Entry]:
    """The entries of a feed, newest first as feeds have them; raises LinkRefused where it is none."""
    if len(fetched.body) > _LARGEST:
        raise LinkRefused(
            fetched.url, f"is larger than {_LARGEST // MB} MB, too large for a feed", kind="size"
        )
    import feedparser  # noqa: PLC0415 - only this door pays for it

    # A name or a string could be taken for a file or a link: only a stream of bytes is given.
    headers = {
        "content-type": f"application/xml{_charset(fetched)}",
        "content-location": fetched.url,
    }
    try:
        feed = feedparser.parse(io.BytesIO(fetched.body), response_headers=headers)
    except Exception as error:
        # What the parser's own rescue of broken XML may raise is not documented.
        raise LinkRefused(fetched.url, "is no feed that can be read", kind="type") from error
    version = str(feed.get("version") or "")
    if not version and not feed.entries:
        raise LinkRefused(fetched.url, f"is no feed{_offered(fetched)}", kind="type")
    # As plain dictionaries: the parser's own would give one date for another.
    plain = (dict.copy(found) for found in feed.entries[:_ENTRIES])
    return [entry for found in plain if (entry := _entry(found, rss=version.startswith("rss")))]


def _charset(fetched: Fetched) -> str:
    """What the body is written in: UTF-8 where it can be, whatever the server says."""
    try:
        fetched.body.decode("utf-8")
    except UnicodeDecodeError:
        return f"; charset={fetched.charset}" if fetched.charset else ""
    return "; charset=utf-8"


def _offered(fetched: Fetched) -> str:
    """The feed that a page names in its head."""
    for tag in _LINK_TAG.findall(fetched.body[:200_000].decode("utf-8", "replace")):
        if _FEED_TYPE.search(tag) and (found := _HREF.search(tag)):
            return f" but a page; its feed is {found[1]}"
    return "; give the address of its RSS or Atom feed"


def _entry(found: Mapping[str, Any], *, rss: bool) -> Entry | None:
    target, key = str(found.get("link") or ""), str(found.get("id") or "")
    if not target and not key:
        return None
    contents = [str(each.get("value") or "") for each in found.get("content") or ()]
    content = max(contents, key=len, default="")
    # RSS has but one date, which Dublin Core calls otherwise; Atom's «updated» is another day than that of publication.
    published = _day(found, "published") or (_day(found, "updated") if rss else None)
    return Entry(
        key=target or key,
        link=target or key,
        title=_TAG.sub("", str(found.get("title") or "")).strip() or None,
        published=published,
        content=content if len(_TAG.sub("", content).strip()) >= WHOLE else "",
    )


def _day(found: Mapping[str, Any], field: str) -> date | None:
    """The day as the newsroom wrote it, in its own time zone. The parser's own reading takes 2022-13-45 for a day."""
    try:
        return day(str(found.get(field) or ""), field)
    except ArticleRefused:
        return None


def watch(
    turn: Callable[[], object],
    *,
    minutes: float,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], object] = time.sleep,
) -> None:
    """Do `turn` every so many minutes, at least one, until interrupted; a turn that takes longer delays the next."""
    try:
        while True:
            began = clock()
            turn()
            sleep(max(0.0, began + max(minutes, _LEAST_MINUTES) * 60 - clock()))
    except KeyboardInterrupt:
        return
