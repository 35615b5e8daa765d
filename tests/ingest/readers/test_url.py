"""An article read from the network in any way is the same as from its text file."""

from __future__ import annotations

import gzip
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alaqat.build.pipeline import annotate
from alaqat.ingest.feed_state import FeedState
from alaqat.ingest.net.response import TYPES, Fetched
from alaqat.ingest.readers import url
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article
from alaqat.store.serialization import public
from tests.conftest import ROOT
from tests.ingest import files
from tests.ingest.readers.test_feed import RSS, item

SEED = min((ROOT / "seeds").rglob("*.txt"))
TEXT = "\n".join(line for line in SEED.read_text().splitlines() if line.strip())
WEB = files.web(TEXT, files.DATED)


@pytest.fixture
def bring(fetcher, tmp_path):
    return lambda *sources: list(
        url.fetch_articles(sources, state=FeedState.open(tmp_path), fetcher=fetcher)
    )


def by_link(server):
    return server.page("/a", WEB)


def by_redirects(server):
    server.page("/c", WEB)
    server.moved("/b", "/c", 308)
    return server.moved("/a", "/b")


def by_gzip(server):
    return server.page("/a", gzip.compress(WEB), Content_Encoding="gzip")


def by_a_wrong_charset(server):
    return server.page("/a", WEB, content_type="text/html; charset=iso-8859-1")


def by_windows_1256(server):
    return server.page("/a", files.web(TEXT, files.DATED, "cp1256"), content_type="text/html")


def by_text(server):
    return server.page("/2022/10/27/a.txt", TEXT, content_type="text/plain; charset=utf-8")


def by_feed(server):
    server.page("/a", WEB)
    return "feed:" + server.page(
        "/rss", RSS.format(item(server.url("/a"))), content_type="application/rss+xml"
    )


def by_whole_feed(server):
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    more = f"<content:encoded><![CDATA[{body}]]></content:encoded>"
    return "feed:" + server.page(
        "/rss", RSS.format(item(server.url("/a"), more=more)), content_type="text/xml"
    )


WAYS = (
    by_link,
    by_redirects,
    by_gzip,
    by_a_wrong_charset,
    by_windows_1256,
    by_text,
    by_feed,
    by_whole_feed,
)


def annotations(article):
    record = public(annotate(article))
    return {name: record[name] for name in ("timex", "entities", "quotes", "events")}


@pytest.mark.parametrize("way", WAYS)
def test_an_article_is_the_same_in_every_way(server, bring, way):
    if way is by_windows_1256:
        TEXT.encode("cp1256")
    found = bring(way(server))
    assert [str(one) for one in found if not isinstance(one, Article)] == []
    assert found[0].text == TEXT
    assert found[0].published == date(2022, 10, 27)
    assert annotations(found[0]) == annotations(
        Article(id=found[0].id, text=TEXT, published=date(2022, 10, 27))
    )


@pytest.mark.parametrize(
    ("way", "basis"),
    [(by_link, "metadata"), (by_text, "url"), (by_feed, "metadata"), (by_whole_feed, "feed")],
)
def test_the_basis_of_the_day_is_kept(server, bring, way, basis):
    assert [one.published_basis for one in bring(way(server))] == [basis]


def test_a_text_by_link_keeps_its_link_and_host(server, bring):
    found = bring(by_text(server))[0]
    assert (found.url, found.source, found.name) == (
        server.url("/2022/10/27/a.txt"),
        "news.test",
        "a",
    )


def test_a_page_without_an_article_is_refused_by_its_link(server, bring):
    assert [str(one) for one in bring(server.page("/a", "<html><body></body></html>"))] == [
        f"{server.url('/a')}: no article was found on this page; give its text as .txt"
    ]


@given(
    st.binary(max_size=300),
    st.sampled_from(sorted(TYPES)),
    st.sampled_from([None, "utf-8", "cp1256", "utf-16", "idna"]),
)
@settings(max_examples=150, deadline=None)
def test_no_body_at_all_breaks(body, content_type, charset):
    fetched = Fetched("https://news.test/a", 200, b"<html><p>" + body, content_type, charset)
    with suppress(ArticleRefused):
        assert all(isinstance(one, Article | ArticleRefused) for one in url.read_response(fetched))


def test_links_feeds_and_lists_are_recognised(tmp_path):
    links = tmp_path / "links.txt"
    links.write_text("https://news.test/a\nfeed:https://news.test/rss # خلاصة\n")
    found = url.expand_lists([str(links), "seeds", " HTTP://news.test/b", "feed:seeds"])
    assert found == [
        "https://news.test/a",
        "feed:https://news.test/rss",
        "seeds",
        " HTTP://news.test/b",
        "feed:seeds",
    ]
    assert [url.is_link(one) for one in found] == [True, False, False, True, False]
    assert [url.is_feed(one) for one in found] == [False, True, False, False, False]
