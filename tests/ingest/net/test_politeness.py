"""robots.txt, delays and back-off."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.ingest.net.politeness import Politeness
from alaqat.ingest.net.safe_url import LinkRefused, parse_link
from tests.ingest.conftest import refusal

LINK = parse_link("https://news.test/a")
LINES = st.lists(
    st.builds(
        "{}: {}".format,
        st.sampled_from(
            ["Allow", "Disallow", "Crawl-delay", "Request-rate", "Visit-time", "Sitemap", "Host"]
        ),
        st.text(max_size=20) | st.sampled_from(["http://[", "//[::1", "1/0s 99-1", "nan", "%zz%"]),
    ),
    max_size=5,
).map(lambda lines: "\n".join(["User-agent: *", *lines]).encode(errors="replace"))


def test_robots_txt_is_fetched_once_and_obeyed(server, fetcher):
    server.page("/robots.txt", "\ufeffUser-agent: *\nDisallow: /private", content_type="text/plain")
    server.page("/a")
    fetcher.fetch(server.url("/a"))
    found = refusal(fetcher, server.url("/private/b"))
    assert str(found) == f"{server.url('/private/b')}: refused by the robots.txt of news.test"
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]


def test_the_group_of_our_user_agent_is_obeyed(server, fetcher):
    server.page(
        "/robots.txt",
        "User-agent: alaqat\nDisallow: /\n\nUser-agent: *\nAllow: /",
        content_type="text/plain",
    )
    assert refusal(fetcher, server.url("/a")).kind == "robots"


def test_wildcards_in_robots_are_obeyed(server, fetcher):
    server.page(
        "/robots.txt",
        "User-agent: *\nDisallow: /*/print$\nDisallow: /search*q=\nAllow: /search*q=news",
        content_type="text/plain",
    )
    for path in ("/2022/a/print", "/search?page=1&q=x"):
        assert refusal(fetcher, server.url(path)).kind == "robots"
    for path in ("/2022/a/print/2", "/search?q=news"):
        assert fetcher.fetch(server.page(path)).status == 200


def test_the_target_of_a_redirect_is_checked_too(server, fetcher):
    server.page("/robots.txt", "User-agent: *\nDisallow: /private", content_type="text/plain")
    server.page("/private")
    assert refusal(fetcher, server.moved("/a", "/private")).kind == "robots"
    assert server.paths == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_without_robots_txt_all_is_allowed(server, fetcher, status):
    server.page("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    assert fetcher.fetch(server.page("/a")).status == 200


def test_an_unreadable_robots_txt_forbids_all(server, fetcher):
    server.page("/robots.txt", "", status=500)
    found = refusal(fetcher, server.page("/a"))
    assert str(found).endswith(
        "needs the host's robots.txt, which is out of order (500); try it again later"
    )
    assert server.paths == []


def test_a_long_robots_txt_is_cut(server, fetcher):
    server.page(
        "/robots.txt",
        b"User-agent: *\nDisallow: /private\n" + b"#" * 600_000,
        content_type="image/png",
    )
    assert refusal(fetcher, server.url("/private")).kind == "robots"


def test_requests_to_one_host_are_delayed(server, world, fetcher):
    for path in ("/a", "/b", "/c"):
        fetcher.fetch(server.page(path))
    fetcher.fetch(server.url("/a", "other.test"))
    assert world.waited == [1, 1]


@pytest.mark.parametrize(
    ("asked", "delay"), [("4", 4), ("86400", 10), ("0", 1), ("-5", 1), ("x", 1)]
)
def test_a_crawl_delay_is_kept_up_to_ten_seconds(server, world, fetcher, asked, delay):
    server.page(
        "/robots.txt",
        f"User-agent: *\nCrawl-delay: {asked}\nDisallow: /x",
        content_type="text/plain",
    )
    fetcher.fetch(server.page("/a"))
    fetcher.fetch(server.url("/a"))
    assert world.waited == [delay]


def test_a_host_that_sends_retry_after_is_not_asked_again(server, fetcher):
    server.page("/a", status=429, Retry_After="30")
    server.page("/b")
    assert refusal(fetcher, server.url("/a")).wait == 30
    assert str(refusal(fetcher, server.url("/b"))).endswith(
        "/b: asks us to wait (429, retry after 30 s)"
    )
    assert server.paths == ["/a"]
    assert fetcher.fetch(server.url("/b", "other.test")).status == 200


@given(st.binary(max_size=200) | LINES)
def test_any_robots_txt_allows_or_forbids(body):
    politeness = Politeness(clock=lambda: 0.0, sleep=lambda _: None)
    with suppress(LinkRefused):
        politeness.check_robots(LINK, lambda _: body)
    politeness.wait_for_turn(LINK)


@pytest.mark.parametrize(("wait", "seconds"), [(None, 60), (30, 30), (10**9, 86_400)])
def test_a_back_off_ends_after_its_time(wait, seconds):
    now = [0.0]
    politeness = Politeness(clock=lambda: now[0], sleep=lambda _: None)
    politeness.back_off(LINK, LinkRefused(LINK.url, "asks us to wait", kind="wait", wait=wait))
    now[0] = seconds - 1
    with pytest.raises(LinkRefused, match="asks us to wait"):
        politeness.raise_if_backed_off(LINK)
    now[0] = seconds
    politeness.raise_if_backed_off(LINK)


def test_an_error_of_one_page_is_no_back_off():
    politeness = Politeness(clock=lambda: 0.0, sleep=lambda _: None)
    politeness.back_off(LINK, LinkRefused(LINK.url, "does not exist", kind="missing"))
    politeness.raise_if_backed_off(LINK)
