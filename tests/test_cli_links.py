"""Links and feeds among the sources of the command line."""

from __future__ import annotations

import pytest

from alaqat import cli, store
from alaqat.ingest.feed_state import FILE
from alaqat.model.errors import ArticleRefused
from tests import builders

TOLD = builders.article("زار وزير الخارجية الكندي باماكو الأحد والتقى نظيره المالي.", name="told")


@pytest.fixture
def fetched(monkeypatch):
    """What stands behind links, and the sources that were asked for."""
    asked = []

    def answer(sources, **_):
        asked.extend(sources)
        return iter([TOLD])

    monkeypatch.setattr(cli.url, "fetch_articles", answer)
    return asked


def test_a_link_a_feed_and_a_list_of_links_are_sources(fetched, tmp_path):
    listed = tmp_path / "links.txt"
    listed.write_text("# mine\nhttps://example.org/b\n", encoding="utf-8")
    sources = ["https://example.org/a", "feed:https://example.org/rss", str(listed)]
    assert cli.main(["add", *sources, "--store", str(tmp_path / "store")]) == 0
    assert fetched == [
        "https://example.org/a",
        "feed:https://example.org/rss",
        "https://example.org/b",
    ]
    assert len(store.read(store.latest(tmp_path / "store"), "articles")) == 1


def test_what_was_seen_of_feeds_is_noted_once_the_articles_are_stored(
    fetched, tmp_path, monkeypatch
):
    root = tmp_path / "store"
    monkeypatch.setattr(
        cli.url, "fetch_articles", lambda sources, **_: iter([ArticleRefused("nothing there")])
    )
    cli.main(["add", "feed:https://example.org/rss", "--store", str(root)])
    assert not (root / FILE).exists()
    monkeypatch.setattr(cli.url, "fetch_articles", lambda sources, **_: iter([TOLD]))
    cli.main(["add", "feed:https://example.org/rss", "--store", str(root)])
    assert (root / FILE).exists()


def test_a_private_address_is_refused_in_one_sentence(tmp_path, capsys):
    assert cli.main(["add", "http://127.0.0.1/x", "--store", str(tmp_path)]) == 1
    assert "leads to this machine or a private network" in capsys.readouterr().err


def test_a_watch_goes_on_after_a_turn_that_failed(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(cli.feed, "watch", lambda turn, *, minutes: [turn(), turn()])
    assert (
        cli.main(["add", str(tmp_path / "none"), "--watch", "30", "--store", str(tmp_path / "s")])
        == 0
    )
    assert capsys.readouterr().err.count("nothing was built") == 2
