"""Read web pages: the article without menus and notices, and the metadata of the page's head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from alaqat.arabic.encoding import decode
from alaqat.ingest.article_builder import Metadata, build_article
from alaqat.ingest.limits import ATTRIBUTES, MIB, PAGE, TAGS
from alaqat.ingest.metadata.date_parser import date_in_url, parse_date
from alaqat.ingest.metadata.linked_data import published_days
from alaqat.ingest.metadata.sidecar import read_sidecar
from alaqat.ingest.readers.html_lead import lead
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

_META_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE
)
_META_SEARCHED: Final = 4_096  # bytes
# A tag that is longer than any of an article: its attributes are not read.
_CROWDED_TAG: Final = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,30})\s[^<>]{100000,}>")
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Where pages state their day of publication. The day of the last change is not among these.
# trafilatura's own date (htmldate) is not used: it falls back to any date on the page.
_META_DATES: Final = (
    "//meta[@property='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//*[@property='dc:date' or @property='dc:created' or @property='dc:issued'"
    " or @property='dcterms:date' or @property='dcterms:created' or @property='dcterms:issued'"
    " or @property='dct:date' or @property='dct:created' or @property='dct:issued'"
    " or @property='schema:datePublished' or @property='datePublished'"
    " or @property='article:published' or @property='og:article:published_time'"
    " or @property='og:published_time' or @property='bt:pubDate']/@content",
    "//meta[translate(@name, 'DPC', 'dpc')='date' or @name='pubdate' or @name='publishdate'"
    " or @name='publish-date' or @name='publication_date' or @name='article.published'"
    " or @name='dcterms.created' or @name='dc.date' or @name='dc.date.issued'"
    " or @name='dcterms.date' or @name='dcterms.issued' or @name='dc.date.created'"
    " or @name='DC.date.issued' or @name='DC.Date' or @name='DCTERMS.created'"
    " or @name='article:published_time' or @name='datePublished' or @name='publication-date'"
    " or @name='citation_publication_date' or @name='date.publication' or @name='pubDate'"
    " or @name='sailthru.date' or @name='parsely-pub-date']/@content",
)
_TIME_ELEMENTS: Final = "//article//time/@datetime | //time[@pubdate]/@datetime"
_LINKED_DATA: Final = "//script[contains(@type, 'ld+json')]/text()"


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The one article of an `.html` file."""
    article = read_page(file.read_all(), where=file.where, metadata=read_sidecar(file))
    yield replace(article, name=file.stem)


def read_page(
    data: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    where: str | None = None,
    metadata: Sequence[Metadata] = (),
) -> Article:
    """The article of a page fetched from `url`, or read from a file; raises ArticleRefused.

    `charset` is that of the Content-Type; `metadata` precedes what the page states itself.
    """
    label = where or url or "the page"
    tree = _parse(data, label, charset)
    body, extracted = _extract(tree, url)
    if not body:
        raise ArticleRefused(f"{label}: no article was found on this page; give its text as .txt")
    if above := lead(tree, body):
        body = f"{above}\n{body}"
    head = {
        "title": extracted.get("title"),
        "source": extracted.get("sitename") or extracted.get("hostname"),
        "url": _canonical_url(extracted) or url,
        "language": tree.get("lang") or None,
        "published": _head_date(tree),
    }
    return build_article(
        body,
        name=url or "page",
        where=label,
        metadata=[*metadata, ("metadata", head), *_time_element(tree, head)],
    )


def _canonical_url(extracted: Mapping[str, Any]) -> str | None:
    url = str(extracted.get("url") or "")
    return url if url.startswith(("http://", "https://")) else None


def _time_element(tree: Any, head: Mapping[str, Any]) -> list[Metadata]:
    """The day of the first `<time>`, used only if neither the head nor the URL has one."""
    if head["published"] or date_in_url(head["url"] or ""):
        return []
    day = _first_date(tree.xpath(_TIME_ELEMENTS))
    return [("header", {"published": day})] if day else []


def _parse(data: bytes, where: str, charset: str | None) -> Any:
    """The page as a tree of lxml; raises ArticleRefused."""
    if len(data) > PAGE:
        raise ArticleRefused(
            f"{where}: is larger than {PAGE // MIB} MB, which no article is; give its text as .txt"
        )
    text = decode(data, where, declared=charset or _declared_charset(data))
    if not text.strip():
        raise ArticleRefused(f"{where}: is empty; put the article's text in it or remove it")
    if text.count("<") > TAGS:
        raise ArticleRefused(
            f"{where}: has more than {TAGS:,} tags, which no article has; give its text as .txt"
        )
    return _without_attributes(_tree(_CROWDED_TAG.sub(r"<\1>", text), where))


def _without_attributes(tree: Any) -> Any:
    """The tree without the attributes of elements that have more than any page has."""
    for element in tree.iter():
        if len(element.attrib) > ATTRIBUTES:
            element.attrib.clear()
    return tree


def _declared_charset(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:_META_SEARCHED])
    return match[1].decode("ascii") if match else None


def _tree(text: str, where: str) -> Any:
    import lxml.html  # noqa: PLC0415 - imported only for pages
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        # lxml refuses a decoded text that declares an encoding.
        return lxml.html.document_fromstring(_XML_DECLARATION.sub("", text).replace("\0", ""))
    except (LxmlError, ValueError) as error:
        raise ArticleRefused(
            f"{where}: cannot be read as a web page ({error}); give its text as .txt"
        ) from error


def _extract(tree: Any, url: str | None) -> tuple[str, Mapping[str, Any]]:
    """The article's paragraphs, one a line, and the metadata, both from trafilatura."""
    import trafilatura  # noqa: PLC0415 - imported only for pages

    document = trafilatura.bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_tables=False
    )
    if document is None:
        return "", {}
    extracted = document if isinstance(document, dict) else document.as_dict()
    lines = [line.strip() for line in (extracted.get("text") or "").splitlines() if line.strip()]
    title = (extracted.get("title") or "").strip()
    if title and lines[:1] == [title]:
        lines = lines[1:]
    return "\n".join(lines), extracted


def _head_date(tree: Any) -> date | None:
    """The day that linked data or meta elements state."""
    meta_dates = [value for path in _META_DATES for value in tree.xpath(path)]
    return _first_date((*_linked_data_dates(tree), *meta_dates))


def _first_date(values: Iterable[Any]) -> date | None:
    """The first of `values` that is a day; values that are none are skipped."""
    for value in values:
        try:
            return parse_date(str(value).strip(), "it")
        except ArticleRefused:
            continue
    return None


def _linked_data_dates(tree: Any) -> Iterator[str]:
    """All `datePublished` in the JSON-LD of a page."""
    for script in tree.xpath(_LINKED_DATA):
        yield from published_days(str(script))
