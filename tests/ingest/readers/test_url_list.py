from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.ingest.readers.url_list import is_list, parse_list, read_links, read_list
from alaqat.model.records import Article
from tests.ingest.conftest import reader


def found(urls, fetcher):
    return list(read_links(urls, reader=reader, fetcher=fetcher))


def test_a_list_of_links_brings_articles_and_a_sentence_for_each_that_brings_none(server, fetcher):
    urls = [
        server.page("/a"),
        server.url("/none"),
        server.page("/picture", b"\x89PNG", content_type="image/png"),
        "ftp://news.test/a",
        "http://nobody.test/",
        server.page("/empty", ""),
        server.page("/b", "<p>وصل الوفد إلى العاصمة</p>"),
    ]
    assert [one.url if isinstance(one, Article) else str(one) for one in found(urls, fetcher)] == [
        server.url("/a"),
        f"{server.url('/none')}: does not exist (404); check the link",
        f"{server.url('/picture')}: is of type image/png; give a page, a feed, a PDF or text",
        "ftp://news.test/a: links that begin with ftp: are not followed; give one that begins with https://",
        "http://nobody.test/: not reachable: the name nobody.test is unknown",
        f"{server.url('/empty')}: is empty",
        server.url("/b"),
    ]


def test_the_same_link_is_read_once(server, fetcher):
    url = server.page("/a")
    again = url.replace("http://news.test", "HTTP://NEWS.test.") + "#comments"
    assert len(found([url, again, f" {url} "], fetcher)) == 1


def test_a_feed_among_links_is_told_where_it_belongs(server, fetcher):
    url = server.page(
        "/rss", "<?xml version='1.0'?><rss version='2.0'></rss>", content_type="text/xml"
    )
    assert [str(one) for one in found([url], fetcher)] == [
        f"{url}: is a feed, not an article; give it as feed:{url}"
    ]


def test_a_page_in_another_charset_than_it_says_reaches_the_reader_as_it_came(server, fetcher):
    bodies = []
    server.page("/a", "خبر عاجل".encode("cp1256"), content_type="text/html; charset=windows-1256")
    list(
        read_links(
            [server.url("/a")],
            reader=lambda page: bodies.append((page.body, page.charset)) or iter(()),
            fetcher=fetcher,
        )
    )
    assert bodies == [("خبر عاجل".encode("cp1256"), "cp1256")]


def test_a_list_is_read_line_by_line_without_comments():
    text = "\ufeff# صحف اليوم\nhttps://news.test/a#part  # صفحة أولى\r\n\n  feed:https://news.test/rss\n#https://news.test/b\n"
    assert parse_list(text) == ["https://news.test/a#part", "feed:https://news.test/rss"]
    assert is_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# https://news.test/",
        "قال الوزير\nhttps://news.test/a",
        "https://news.test/a خبر",
        "file:///etc/passwd",
    ],
)
def test_what_holds_anything_but_links_is_no_list(text):
    assert not is_list(text)


def test_a_file_is_a_list_or_an_article(tmp_path):
    links, article, table = tmp_path / "links.txt", tmp_path / "a.txt", tmp_path / "a.csv"
    for path in (links, table):
        path.write_text("https://news.test/a\n")
    article.write_text("وصل الوزير\n")
    assert read_list(links) == ["https://news.test/a"]
    assert [read_list(path) for path in (article, table, tmp_path, tmp_path / "none.txt")] == [
        None
    ] * 4


@given(st.text())
def test_any_paste_is_read(text):
    assert all(line.strip() == line and line for line in parse_list(text))
    is_list(text)
