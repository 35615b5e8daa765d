"""Files are read in a process of their own, within a budget of time and memory."""

from __future__ import annotations

import sys

import pytest

from alaqat.ingest import reading_process
from alaqat.ingest.net.response import Fetched
from alaqat.ingest.reading_process import ReadingProcess
from alaqat.model.errors import ArticleRefused
from tests.ingest.files import gzipped, jsonl, packed, warc, web

TEXT = "زار رئيس الوزراء المصنع الجديد وتحدث مع العمال عن خطط التوسعة."


@pytest.fixture
def process():
    with ReadingProcess() as process:
        yield process


@pytest.fixture
def limited(monkeypatch):
    """A process with other limits."""
    made = []

    def make(**limits):
        for name, value in limits.items():
            monkeypatch.setenv(f"ALAQAT_FILE_{name.upper()}", str(value))
        made.append(ReadingProcess())
        return made[-1]

    yield make
    for process in made:
        process.close()


def refused(results):
    return [str(result) for result in results if isinstance(result, ArticleRefused)]


def test_a_folder_is_read_as_without_a_process(process, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.csv").write_text(f"text,views\n{TEXT} 2,5\n")
    (tmp_path / "c.txt").write_text("")
    remarks = []
    results = list(process.read(tmp_path, say=remarks.append))
    assert [getattr(result, "text", None) for result in results] == [TEXT, f"{TEXT} 2", None]
    assert (results[2].where, remarks) == (
        str(tmp_path / "c.txt"), [f"{tmp_path / 'b.csv'}: columns not used: views"],
    )  # fmt: skip


def test_a_file_that_takes_too_long_is_left_and_the_next_is_read(limited, tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzipped(jsonl(TEXT) * 50_000))
    (tmp_path / "b.txt").write_text(TEXT)
    results = list(limited(seconds=1.5).read(tmp_path))
    (refusal,) = refused(results)
    assert "a.jsonl.gz: took longer than 1.5 s to read, the rest of it is left out" in refusal
    assert len(results) < 50_000
    assert results[-1].name == "b"


def test_a_file_that_needs_too_much_memory_is_left_and_the_next_is_read(limited, tmp_path):
    (tmp_path / "a.json").write_text("[" + "[], " * 2_000_000 + "[]]")
    (tmp_path / "b.txt").write_text(TEXT)
    refusal, article = limited(megabytes=60).read(tmp_path)
    assert "a.json: needs more " in str(refusal)
    assert article.name == "b"


def test_a_reader_that_breaks_is_named(process, monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(
        reading_process, "_COMMAND", (sys.executable, "-c", "import os; os.abort()")
    )
    (refusal,) = refused(process.read(tmp_path / "a.txt"))
    assert "a.txt: needs more than 500 MB of memory or breaks its reader" in refusal


def test_a_reading_that_is_given_up_does_not_disturb_the_next(process, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(jsonl(TEXT) * 500)
    first = process.read(tmp_path / "a.jsonl")
    next(first)
    first.close()
    assert len(list(process.read(tmp_path / "a.jsonl"))) == 500


def test_each_file_of_an_archive_adds_to_its_time(tmp_path):
    budget = reading_process._Budget(0, 5.0)
    before = budget._begin
    budget._begin = before[0] - 4.5, before[1]
    budget.refill()
    assert budget._begin[0] == pytest.approx(before[0] - 3.5)


def test_a_library_does_not_write_to_standard_error(process, tmp_path, capfd):
    page = ("https://example.org/1", "200 OK", "text/html\r\nContent-Encoding: br", b"\x8b\x02\x80")
    (tmp_path / "a.warc").write_bytes(warc(page))
    assert "brotli" in refused(process.read(tmp_path / "a.warc"))[0]
    assert capfd.readouterr() == ("", "")


def test_a_response_and_a_feed_are_read_there_too(process):
    page = Fetched("https://example.org/a", 200, web(TEXT * 4), "text/html", "utf-8")
    (article,) = process.read_response(page)
    assert article.url == "https://example.org/a"
    feed = (
        b'<rss version="2.0"><channel><title>x</title><item><title>a &amp;quot;b&amp;quot;</title>'
        b"<link>https://example.org/a</link><pubDate>Tue, 09 Mar 21 10:15:00 +0200</pubDate>"
        b"</item></channel></rss>"
    )
    (entry,) = process.parse_feed(Fetched("https://example.org/f", 200, feed, "text/xml", "utf-8"))
    assert (entry.title, str(entry.published)) == ('a "b"', "2021-03-09")
    with pytest.raises(ArticleRefused, match="is no feed"):
        process.parse_feed(Fetched("https://example.org/f", 200, b"x", "text/xml", "utf-8"))


def test_archives_are_read_there_too(process, tmp_path):
    (tmp_path / "a.zip").write_bytes(
        packed({"a.txt": TEXT.encode(), "b.txt": f"{TEXT} 2".encode()})
    )
    assert [result.name for result in process.read(tmp_path / "a.zip")] == ["a", "b"]
