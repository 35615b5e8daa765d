"""The door for web pages: the article without its menus and notices, with what the page's head says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from alaqat.ingest.article_builder import Said, finish
from alaqat.ingest.encoding import decoded
from alaqat.ingest.limits import MIB, PAGE
from alaqat.ingest.metadata import date_parser
from alaqat.ingest.metadata.sidecar import sidecar
from alaqat.ingest.source_file import Found, Part
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE)
# Where pages say their day of publication; the day of the last change is not among them.
_META: Final = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[translate(@name, 'DPC', 'dpc')='date' or @name='pubdate' or @name='publishdate' or @name='publish-date'"
    " or @name='publication_date' or @name='article.published' or @name='dcterms.created' or @name='dc.date'"
    " or @name='dc.date.issued' or @name='sailthru.date' or @name='parsely-pub-date']/@content",
)
_TIME: Final = "//article//time/@datetime | //time[@pubdate]/@datetime"
_LINKED_DATA: Final = "//script[@type='application/ld+json']/text()"
_DEEPEST: Final = 200


def read(part: Part) -> Iterator[Found]:
    """The one article of an `.html` file."""
    found = page(part.whole(), where=part.where, said=sidecar(part))
    yield replace(found, name=part.stem)


def page(
    data: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    where: str | None = None,
    said: Sequence[Said] = (),
) -> Article:
    """The article of a page fetched from `url`, or read from a file; raises ArticleRefused.

    `charset` is what the server said, `said` what is known from elsewhere and goes before the page's own words.
    """
    label = where or url or "the page"
    if len(data) > PAGE:
        raise ArticleRefused(
            f"{label}: is larger than {PAGE // MIB} MB, which no article is; give its text as .txt"
        )
    text = decoded(data, label, declared=charset or _declared(data))
    if not text.strip():
        raise ArticleRefused(f"{label}: is empty; put the article's text in it or remove it")
    tree = _tree(text, label)
    body, meta = _extracted(tree, url)
    if not body:
        raise ArticleRefused(f"{label}: no article was found on this page; give its text as .txt")
    published, header = _published(tree)
    link = (
        meta.get("url") if str(meta.get("url") or "").startswith(("http://", "https://")) else None
    )
    head = {
        "title": meta.get("title"),
        "source": meta.get("sitename") or meta.get("hostname"),
        "url": link or url,
        "language": tree.get("lang") or None,
        "published": published,
    }
    last = (
        [("header", {"published": header})]
        if header and not published and not date_parser.in_link(head["url"] or "")
        else []
    )
    return finish(body, name=url or "page", where=label, said=[*said, ("metadata", head), *last])


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4_096])
    return found[1].decode("ascii") if found else None


def _tree(text: str, where: str) -> Any:
    import lxml.html  # noqa: PLC0415 - only this door pays for it
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        # An encoding declared in text that is already decoded makes lxml refuse it.
        return lxml.html.document_fromstring(
            re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text).replace("\0", "")
        )
    except (LxmlError, ValueError) as error:
        raise ArticleRefused(
            f"{where}: cannot be read as a web page ({error}); give its text as .txt"
        ) from error


def _extracted(tree: Any, url: str | None) -> tuple[str, Mapping[str, Any]]:
    """The article's paragraphs, one a line, and what trafilatura reads in the head."""
    import trafilatura  # noqa: PLC0415 - only this door pays for it

    found = trafilatura.bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_tables=False
    )
    if found is None:
        return "", {}
    held = found if isinstance(found, dict) else found.as_dict()
    lines = [line.strip() for line in (held.get("text") or "").splitlines() if line.strip()]
    if lines and held.get("title") and lines[0] == held["title"].strip():
        lines = lines[1:]
    return "\n".join(lines), held


def _published(tree: Any) -> tuple[Any, Any]:
    """The day that the head says, and the one of the first `<time>` of the page; None where there is none."""
    said = (*_linked(tree), *(value for path in _META for value in tree.xpath(path)))
    return _first(said), _first(tree.xpath(_TIME))


def _first(values: Any) -> Any:
    """The first of `values` that is a day: a page's own mistakes are passed over."""
    for value in values:
        try:
            return date_parser.day(str(value).strip(), "it")
        except ArticleRefused:
            continue
    return None


def _linked(tree: Any) -> Iterator[Any]:
    for script in tree.xpath(_LINKED_DATA):
        try:
            yield from _dates(json.loads(script), 0)
        except (ValueError, RecursionError):
            continue


def _dates(data: Any, depth: int) -> Iterator[Any]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _dates(one, depth + 1)
    elif isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _dates(data.get(key), depth + 1)
