# ruff: noqa: D101, D102, ANN204 - parts of a clock
from __future__ import annotations

import os
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alaqat.ingest.feed_state import FILE, FeedState
from alaqat.ingest.net.response import Fetched, Validators
from alaqat.ingest.net.safe_url import LinkRefused
from alaqat.ingest.readers.feed import parse_feed, refresh, watch
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article
from tests.ingest.conftest import reader

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صحيفة</title>{}</channel></rss>"""
ITEM = "<item><title>{title}</title><link>{link}</link><pubDate>{day}</pubDate>{more}</item>"
DAY = "Thu, 27 Oct 2022 00:30:00 +0300"
LONG = "<p>" + "وصل الوزير إلى العاصمة صباح اليوم. " * 20 + "</p>"


def item(link, title="عنوان", day=DAY, more=""):
    return ITEM.format(link=link, title=title, day=day, more=more)


def feed(body, **options):
    return Fetched(
        "https://news.test/rss",
        200,
        body if isinstance(body, bytes) else body.encode(),
        "application/rss+xml",
        **options,
    )


def serve(server, *paths, **options):
    """A feed with a link to each of `paths`, which are there too."""
    for path in paths:
        server.page(path, f"<p>خبر {path}</p>")
    items = "".join(item(server.url(path)) for path in paths)
    return server.page("/rss", RSS.format(items), content_type="application/rss+xml", **options)


@pytest.fixture
def state(tmp_path):
    return FeedState.open(tmp_path)


@pytest.fixture
def fresh(fetcher, state):
    return lambda *feeds: list(refresh(feeds, state=state, reader=reader, fetcher=fetcher))


# Parsing


def test_an_entry_has_its_link_title_and_day_in_the_newsrooms_time_zone():
    entry = parse_feed(
        feed(RSS.format(item("https://news.test/a", title="خبر &amp; &lt;b&gt;عاجل&lt;/b&gt;")))
    )[0]
    assert (entry.link, entry.title, entry.published, entry.content) == (
        "https://news.test/a",
        "خبر & عاجل",
        date(2022, 10, 27),
        "",
    )


def test_links_of_a_feed_are_completed_by_its_address():
    assert parse_feed(feed(RSS.format(item("/a"))))[0].link == "https://news.test/a"


@pytest.mark.parametrize(
    ("day", "read"),
    [
        ("Wed, 26 Oct 2022 21:30:00 GMT", date(2022, 10, 26)),
        ("2022-10-27T01:00:00+03:00", date(2022, 10, 27)),
        ("2022-10-27", date(2022, 10, 27)),
        ("الخميس 27 تشرين الأول 2022", date(2022, 10, 27)),
        ("Thu, 27 Oct 9999 00:00:00 GMT", None),
        ("1443-03-01", None),
        ("2022-13-45", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_day_that_is_none_is_not_guessed(day, read):
    assert parse_feed(feed(RSS.format(item("https://news.test/a", day=day))))[0].published == read


def test_atom_and_rdf_are_read_and_the_day_of_an_update_is_not_that_of_publication():
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>خبر</title><link href="/a"/><updated>2022-10-28T01:00:00Z</updated>{}</entry></feed>'
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
             <item rdf:about="x"><link>https://news.test/a</link><dc:date>2022-10-27T09:00:00+03:00</dc:date></item></rdf:RDF>"""
    assert parse_feed(feed(atom.format("")))[0].published is None
    assert parse_feed(feed(atom.format("<published>2022-10-27T01:00:00Z</published>")))[
        0
    ].published == date(2022, 10, 27)
    assert parse_feed(feed(rdf))[0].published == date(2022, 10, 27)


@pytest.mark.parametrize(
    ("encoding", "declared", "served"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "utf-8", "cp1256"),
        ("cp1256", "windows-1256", None),
        ("cp1256", "utf-8", "cp1256"),
        ("utf-8", "windows-1256", None),
    ],
)
def test_a_wrong_charset_does_not_garble_a_feed(encoding, declared, served):
    body = (
        RSS.format(item("https://news.test/a", title="خبر عاجل"))
        .replace("utf-8", declared)
        .encode(encoding)
    )
    assert parse_feed(feed(body, charset=served))[0].title == "خبر عاجل"


def test_a_feed_that_is_not_well_formed_gives_what_it_has():
    assert (
        len(parse_feed(feed(RSS.format(item("https://news.test/a", title="نفط & غاز") + "<item>"))))
        == 1
    )


@pytest.mark.parametrize(
    "body",
    [
        "",
        "خبر",
        "<html><body>خبر</body></html>",
        "{}",
        "\0" * 100,
        "/etc/passwd",
        "http://127.0.0.1/",
    ],
)
def test_what_is_no_feed_is_refused(body):
    with pytest.raises(LinkRefused, match=r"https://news\.test/rss: is no feed"):
        parse_feed(feed(body))


def test_a_feed_that_is_the_name_of_a_file_is_not_opened(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format(item("https://news.test/a")))
    with pytest.raises(LinkRefused, match="is no feed"):
        parse_feed(feed(str(path)))


def test_a_feed_that_is_too_large_is_refused():
    with pytest.raises(LinkRefused, match="is larger than 3 MB, too large for a feed"):
        parse_feed(feed(RSS.format(" " * 3_000_000)))


def test_a_page_tells_its_feed():
    page = '<html><head><link rel="alternate" href="https://news.test/feed.xml" type="application/rss+xml"></head></html>'
    with pytest.raises(
        LinkRefused, match=r"is no feed but a page; its feed is https://news\.test/feed\.xml"
    ):
        parse_feed(feed(page))


def test_entities_are_neither_fetched_nor_multiplied():
    doctype = '<!DOCTYPE rss [<!ENTITY a "خبر"><!ENTITY b "{}"><!ENTITY c "{}"><!ENTITY file SYSTEM "file:///etc/passwd">]>'
    doctype = doctype.format("&a;" * 1000, "&b;" * 1000)
    body = RSS.format(item("https://news.test/a", title="&c;&file;")).replace(
        "<rss", doctype + "<rss"
    )
    assert all(
        "root:" not in (entry.title or "") and len(entry.title or "") < 1000
        for entry in parse_feed(feed(body))
    )


@pytest.mark.parametrize("piece", ["<", "<item>", "<![CDATA[", "&amp;", "<a href='", "]]>", "<!--"])
def test_a_hostile_feed_has_a_limited_number_of_entries(piece):
    with suppress(ArticleRefused):
        assert len(parse_feed(feed("<rss version='2.0'><channel>" + piece * 2_000))) <= 500


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=100).map(lambda text: RSS.format(f"<item>{text}</item>").encode()),
    )
)
@settings(max_examples=150, deadline=None)
def test_no_feed_at_all_breaks(body):
    with suppress(ArticleRefused):
        assert all(entry.key for entry in parse_feed(feed(body)))


# Refreshing


def test_entries_are_read_where_they_lead_and_keep_what_the_feed_says(server, fresh):
    found = fresh(serve(server, "/a", "/b"))
    assert [(one.text, one.title, one.published, one.url) for one in found] == [
        ("خبر /a", "عنوان", date(2022, 10, 27), server.url("/a")),
        ("خبر /b", "عنوان", date(2022, 10, 27), server.url("/b")),
    ]


def test_a_feed_with_whole_articles_is_not_followed(server, fresh):
    more = f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"
    found = fresh(
        server.page("/rss", RSS.format(item(server.url("/a"), more=more)), content_type="text/xml")
    )
    assert [one.url for one in found] == [server.url("/a")]
    assert "وصل الوزير" in found[0].text
    assert server.paths == ["/rss"]


def test_a_summary_is_not_the_article(server, fresh):
    server.page("/a", "<p>خبر كامل</p>")
    body = RSS.format(item(server.url("/a"), more=f"<description><![CDATA[{LONG}]]></description>"))
    assert [one.text for one in fresh(server.page("/rss", body, content_type="text/xml"))] == [
        "خبر كامل"
    ]


def test_a_second_refresh_brings_only_what_is_new(server, fresh):
    url = serve(server, "/a", "/b")
    assert len(fresh(url)) == 2
    assert fresh(url) == []
    serve(server, "/c", "/a", "/b")
    assert [one.text for one in fresh(url)] == ["خبر /c"]


def test_the_second_question_is_conditional_and_304_brings_nothing(server, fresh, state):
    url = serve(server, "/a", ETag='"1"', Last_Modified=DAY)
    fresh(url)
    server.answers["/rss"] = (304, {}, b"")
    assert fresh(url) == []
    assert server.asked[-1][1]["If-None-Match"] == '"1"'
    assert server.asked[-1][1]["If-Modified-Since"] == DAY
    assert state.validators(url) == Validators('"1"', DAY)


def test_what_may_go_well_another_time_is_tried_again(server, fresh, state):
    url = serve(server, "/a", "/b", ETag='"1"')
    server.page("/b", status=500)
    assert [type(one) for one in fresh(url)] == [Article, LinkRefused]
    assert state.validators(url) == Validators()
    server.page("/b", "<p>خبر</p>")
    assert [one.text for one in fresh(url)] == ["خبر"]
    assert state.validators(url) == Validators('"1"')


def test_what_is_refused_for_good_is_told_once(server, fresh):
    url = serve(server, "/a")
    del server.answers["/a"]
    assert [str(one) for one in fresh(url)] == [
        f"{server.url('/a')}: does not exist (404); check the link"
    ]
    assert fresh(url) == []


def test_an_entry_that_leads_inside_is_refused_and_the_rest_goes_on(server, fresh, world):
    links = [
        "http://127.0.0.1:1/",
        "http://169.254.169.254/",
        "file:///etc/passwd",
        server.page("/a"),
    ]
    url = server.page("/rss", RSS.format("".join(map(item, links))), content_type="text/xml")
    assert [getattr(one, "kind", "article") for one in fresh(url)] == [
        "address",
        "address",
        "link",
        "article",
    ]
    assert {port for _, port in world.connected} == {server.port}


def test_a_feed_that_fails_does_not_stop_the_others(server, fresh):
    assert [
        type(one) for one in fresh(server.url("/none"), "http://nobody.test/", serve(server, "/a"))
    ] == [
        LinkRefused,
        LinkRefused,
        Article,
    ]


def test_the_same_link_in_two_feeds_is_read_once(server, fresh):
    one = serve(server, "/a")
    server.answers["/rss2"] = server.answers["/rss"]
    assert len(fresh(one, server.url("/rss2"), one)) == 1


# State


def test_state_is_written_only_when_saved(server, fetcher, state, tmp_path):
    url = serve(server, "/a", ETag='"1"')
    list(refresh([url], state=state, reader=reader, fetcher=fetcher))
    assert not (tmp_path / FILE).exists()
    state.save()
    again = FeedState.open(tmp_path)
    assert (again.validators(url), again.seen(url)) == (Validators('"1"'), {server.url("/a")})
    assert os.listdir(tmp_path) == [FILE]  # noqa: PTH208


def test_a_refresh_that_is_stopped_remembers_what_was_taken_only(server, fetcher, state):
    url = serve(server, "/a", "/b", ETag='"1"')
    found = refresh([url], state=state, reader=reader, fetcher=fetcher)
    next(found), next(found)
    found.close()
    assert state.seen(url) == {server.url("/a")}
    assert state.validators(url) == Validators()


# Watching


class Clock:
    def __init__(self, turns):
        self.now, self.slept, self.turns = 0.0, [], turns

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds
        if len(self.slept) == self.turns:
            raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("minutes", "takes", "slept"), [(30, 10, 1790), (30, 7200, 0), (0, 0, 60), (0.5, 1, 59)]
)
def test_watching_keeps_its_rhythm_until_it_is_interrupted(minutes, takes, slept):
    clock, began = Clock(turns=3), []

    def turn():
        began.append(clock.now)
        clock.now += takes

    watch(turn, minutes=minutes, clock=lambda: clock.now, sleep=clock.sleep)
    assert clock.slept == [slept] * 3
    assert began == [0, takes + slept, 2 * (takes + slept)]
