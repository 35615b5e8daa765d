"""Read RSS and Atom feeds: the articles of the entries that were not read before."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape, unescape
from typing import Any, Final

from alaqat.ingest.feed_state import FeedState
from alaqat.ingest.metadata.date_parser import parse_date
from alaqat.ingest.net.fetch import Fetcher
from alaqat.ingest.net.response import MB, PAGE, Fetched, Validators
from alaqat.ingest.net.safe_url import LinkRefused, parse_link
from alaqat.ingest.readers.url_list import ResponseReader, read_link
from alaqat.ingest.source_file import ArticleOrRefusal
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

# A feed whose entry has at least so many characters, tags aside, holds the whole article.
FULL_TEXT: Final = 600
# Limits of one feed: the parser needs seconds for a megabyte that is made to be slow.
_MAX_ENTRIES: Final = 500
_MAX_BYTES: Final = 3 * MB
_HEAD: Final = 200_000  # bytes in which a page's link to its feed is searched
_MIN_MINUTES: Final = 1.0
_SECONDS_PER_MINUTE: Final = 60
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_LINK_TAG: Final = re.compile(r"<link\s[^<>]{0,2000}>", re.IGNORECASE)
_FEED_TYPE: Final = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF: Final = re.compile(r"href\s*=\s*[\"']?([^\"'\s<>]{1,2000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed. `content` is HTML, empty unless it is the whole article."""

    key: str
    link: str
    title: str | None
    published: date | None
    content: str = ""


FeedParser = Callable[[Fetched], list[Entry]]


def refresh(
    feeds: Iterable[str],
    *,
    state: FeedState,
    reader: ResponseReader,
    fetcher: Fetcher | None = None,
    parse: FeedParser | None = None,
) -> Iterator[ArticleOrRefusal]:
    """The articles of the entries of `feeds` that are not in `state`, and refusals.

    `parse` gives the entries of a feed (`parse_feed` if it is not given).

    An entry is added to `state` once it was read or refused for good; after a temporary error it
    is tried again at the next refresh.
    """
    run = _Refresh(state, reader, fetcher or Fetcher(), parse or parse_feed)
    for feed in dict.fromkeys(feeds):
        yield from run.read_feed(feed)


@dataclass(slots=True)
class _Refresh:
    """One refresh of several feeds; `links` are the normalised URLs read so far."""

    state: FeedState
    reader: ResponseReader
    fetcher: Fetcher
    parse: FeedParser
    links: set[str] = field(default_factory=set)

    def read_feed(self, feed: str) -> Iterator[ArticleOrRefusal]:
        """The articles of the new entries of one feed, and refusals."""
        try:
            fetched = self.fetcher.fetch(feed, validators=self.state.validators(feed))
            entries = [] if fetched.is_not_modified else self.parse(fetched)
        except ArticleRefused as refusal:
            yield refusal
            return
        seen, has_failed = self.state.seen(feed), False
        for entry in entries:
            if entry.key in seen:
                continue
            is_done = True
            for result in self._read_entry(entry):
                is_done = is_done and not _is_temporary(result)
                yield result
            if is_done:
                self.state.update(feed, [entry.key], Validators())
            has_failed = has_failed or not is_done
        validators = self._next_validators(feed, fetched, has_failed=has_failed)
        still_there = [entry.key for entry in entries if entry.key in seen]
        self.state.update(feed, still_there, validators)

    def _next_validators(self, feed: str, fetched: Fetched, *, has_failed: bool) -> Validators:
        """None after a temporary error: the next answer must not be "not modified" then."""
        if has_failed:
            return Validators()
        return self.state.validators(feed) if fetched.is_not_modified else fetched.validators

    def _read_entry(self, entry: Entry) -> Iterator[ArticleOrRefusal]:
        """The articles of an entry: of its content if that is whole, else of its link."""
        try:
            url = parse_link(entry.link).url
        except LinkRefused as refusal:
            yield refusal
            return
        if url in self.links:
            return
        self.links.add(url)
        if entry.content:
            page = Fetched(url, 200, _content_page(entry), PAGE, "utf-8")
            results = _read_page(page, self.reader)
        else:
            results = read_link(entry.link, reader=self.reader, fetcher=self.fetcher)
        for result in results:
            yield _with_entry(result, entry) if isinstance(result, Article) else result


def _is_temporary(result: ArticleOrRefusal) -> bool:
    return isinstance(result, LinkRefused) and result.is_temporary


def _read_page(page: Fetched, reader: ResponseReader) -> Iterator[ArticleOrRefusal]:
    try:
        yield from reader(page)
    except ArticleRefused as refusal:
        yield refusal


def _with_entry(article: Article, entry: Entry) -> Article:
    """The article, with the day, title and URL of its entry where it has none."""
    if article.published is None and entry.published is not None:
        article = replace(article, published=entry.published, published_basis="feed")
    return replace(article, title=article.title or entry.title, url=article.url or entry.link)


def _content_page(entry: Entry) -> bytes:
    """The content of an entry as a web page."""
    head = f'<meta charset="utf-8"><title>{escape(entry.title or "")}</title>'
    body = f"<article>{entry.content}</article>"
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return page.encode()


def parse_feed(fetched: Fetched) -> list[Entry]:
    """The entries of a feed in its order, newest first; raises LinkRefused if it is no feed."""
    if len(fetched.body) > _MAX_BYTES:
        raise LinkRefused(
            fetched.url, f"is larger than {_MAX_BYTES // MB} MB, too large for a feed", kind="size"
        )
    feed = _parse(fetched)
    version = str(feed.get("version") or "")
    if not version and not feed.entries:
        raise LinkRefused(fetched.url, f"is no feed{_linked_feed(fetched)}", kind="type")
    # Plain dictionaries: the parser's own return another date for a date that is missing.
    items = (dict.copy(item) for item in feed.entries[:_MAX_ENTRIES])
    entries = (_entry(item, is_rss=version.startswith("rss")) for item in items)
    return [entry for entry in entries if entry]


def _parse(fetched: Fetched) -> Any:
    import feedparser  # noqa: PLC0415 - imported only for feeds

    headers = {
        "content-type": f"application/xml{_charset(fetched)}",
        "content-location": fetched.url,
    }
    try:
        # Given as a stream: the parser would open a text or bytes that look like a file or a URL.
        return feedparser.parse(io.BytesIO(fetched.body), response_headers=headers)
    except Exception as error:
        # The exceptions of the parser on broken XML are not documented.
        raise LinkRefused(fetched.url, "is no feed that can be read", kind="type") from error


def _charset(fetched: Fetched) -> str:
    """The charset parameter: UTF-8 if the body is, whatever the server states."""
    try:
        fetched.body.decode("utf-8")
    except UnicodeDecodeError:
        return f"; charset={fetched.charset}" if fetched.charset else ""
    return "; charset=utf-8"


def _linked_feed(fetched: Fetched) -> str:
    """The message that names the feed in a page's head, or asks for one."""
    for tag in _LINK_TAG.findall(fetched.body[:_HEAD].decode("utf-8", "replace")):
        if _FEED_TYPE.search(tag) and (href := _HREF.search(tag)):
            return f" but a page; its feed is {href[1]}"
    return "; give the address of its RSS or Atom feed"


def _entry(item: Mapping[str, Any], *, is_rss: bool) -> Entry | None:
    """The entry of an item of the parser; None if it has neither link nor id."""
    link = str(item.get("link") or item.get("id") or "")
    if not link:
        return None
    # The only date of RSS may be Dublin Core's, which the parser calls "updated". Atom's "updated"
    # is the day of a change, not of publication.
    published = _date(item, "published") or (_date(item, "updated") if is_rss else None)
    return Entry(
        key=link,
        link=link,
        title=unescape(_TAG.sub("", str(item.get("title") or ""))).strip() or None,
        published=published,
        content=_full_text(item),
    )


def _full_text(item: Mapping[str, Any]) -> str:
    """The longest content of an item as HTML, "" if it is too short for the whole article."""
    contents = [str(content.get("value") or "") for content in item.get("content") or ()]
    longest = max(contents, key=len, default="")
    return longest if len(_TAG.sub("", longest).strip()) >= FULL_TEXT else ""


def _date(item: Mapping[str, Any], name: str) -> date | None:
    """The day as written, in the newsroom's time zone.

    The parser's own date is not used: it is in UTC, and accepts days such as 2022-13-45.
    """
    try:
        return parse_date(str(item.get(name) or ""), name)
    except ArticleRefused:
        return None


def watch(
    task: Callable[[], object],
    *,
    minutes: float,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], object] = time.sleep,
) -> None:
    """Run `task` every `minutes` (at least one) until interrupted.

    A run that takes longer delays the next one.
    """
    try:
        while True:
            start = clock()
            task()
            next_start = start + max(minutes, _MIN_MINUTES) * _SECONDS_PER_MINUTE
            sleep(max(0.0, next_start - clock()))
    except KeyboardInterrupt:
        return
