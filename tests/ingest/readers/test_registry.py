"""An article read from every file kind has the annotations of its text file; also folders and columns."""

from __future__ import annotations

import bz2
import csv
import io
import json
import lzma
from datetime import date

import pytest

from alaqat import ingest
from alaqat.build.pipeline import annotate
from alaqat.store import serialization
from tests.conftest import SEED
from tests.ingest.files import (
    DATED,
    METADATA,
    docx,
    gzipped,
    jsonl,
    mhtml,
    ods,
    packed,
    pdf,
    read_uploads,
    rtf,
    tar,
    warc,
    web,
    xls,
    xlsx,
)

TEXT = SEED.read_text(encoding="utf-8")
LINES = TEXT.splitlines()
SIDECAR = json.dumps(METADATA).encode()


def table(delimiter, header, text=TEXT):
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows(
        [header, ["1", "2022-10-27", text, "عنوان, آخر"]]
    )
    return held.getvalue().encode()


HEADER = ["id", "date", "body", "headline"]
ROW = [7, date(2022, 10, 27), TEXT]
FILES = {
    "a.txt": {"a.txt": TEXT.encode(), "a.json": SIDECAR},
    "front.txt": {"a.txt": b"---\npublished: 2022-10-27\nsource: x\n---\n" + TEXT.encode()},
    "utf16.txt": {"a.txt": TEXT.encode("utf-16"), "a.json": SIDECAR},
    "utf16-without-mark.txt": {"a.txt": TEXT.encode("utf-16-le"), "a.json": SIDECAR},
    "cp1256.txt": {"a.txt": TEXT.encode("cp1256"), "a.json": SIDECAR},
    "a.html": {"a.html": web(TEXT, DATED)},
    "cp1256.html": {"a.html": web(TEXT, DATED, "windows-1256")},
    "a.jsonl": {"a.jsonl": jsonl(TEXT)},
    "a.ndjson": {"a.ndjson": jsonl(TEXT)},
    "a.jl": {"a.jl": jsonl(TEXT)},
    "object.json": {"a.json": jsonl(TEXT)},
    "list.json": {"a.json": b"[" + jsonl(TEXT) + b"]"},
    "wrapped.json": {"a.json": b'{"count": 1, "articles": [' + jsonl(TEXT) + b"]}"},
    "a.mhtml": {"a.mhtml": mhtml(web(TEXT, DATED))},
    "a.mht": {"a.mht": mhtml(web(TEXT, DATED))},
    "a.rtf": {"a.rtf": rtf(LINES), "a.json": SIDECAR},
    "a.xls": {"a.xls": xls(HEADER, ["7", "2022-10-27", TEXT, "x"])},
    "a.ods": {"a.ods": ods(HEADER, ["7", "2022-10-27", TEXT, "x"])},
    "a.tar": {"a.tar": tar({"a.txt": TEXT.encode(), "a.json": SIDECAR})},
    "a.tar.gz": {"a.tar.gz": gzipped(tar({"./a.txt": TEXT.encode(), "./a.json": SIDECAR}))},
    "a.tgz": {"a.tgz": gzipped(tar({"a.jsonl": jsonl(TEXT)}))},
    "a.tbz2": {"a.tbz2": bz2.compress(tar({"a.jsonl": jsonl(TEXT)}))},
    "a.txz": {"a.txz": lzma.compress(tar({"a.jsonl": jsonl(TEXT)}))},
    "a.bz2": {"a.jsonl.bz2": bz2.compress(jsonl(TEXT))},
    "a.xz": {"a.jsonl.xz": lzma.compress(jsonl(TEXT))},
    "a.csv": {"a.csv": table(",", HEADER)},
    "semicolon.csv": {"a.csv": table(";", HEADER)},
    "arabic.csv": {"a.csv": table(",", ["الرقم", "تاريخ النشر", "نص الخبر", "العنوان"])},
    "cp1256.csv": {"a.csv": table(",", HEADER).decode().encode("cp1256")},
    "a.tsv": {"a.tsv": table("\t", HEADER)},
    "a.xlsx": {"a.xlsx": xlsx(["id", "published", "text"], ROW)},
    "a.docx": {"a.docx": docx(TEXT), "a.json": SIDECAR},
    "a.pdf": {"a.pdf": pdf(LINES), "a.json": SIDECAR},
    "a.jsonl.gz": {"a.jsonl.gz": gzipped(jsonl(TEXT))},
    "a.zip": {
        "a.zip": packed({"b/a.txt": TEXT.encode(), "b/a.json": SIDECAR, "__MACOSX/._a.txt": b"x"})
    },
    "rows.zip": {"a.zip": packed({"a.jsonl": jsonl(TEXT)})},
    "a.warc": {
        "a.warc": warc(
            ("https://example.org/a", "200 OK", "text/html; charset=utf-8", web(TEXT, DATED))
        )
    },
    "a.warc.gz": {
        "a.warc.gz": warc(
            ("https://example.org/a", "200 OK", "text/html", web(TEXT, DATED)), gz=True
        )
    },
}


@pytest.fixture(scope="module")
def expected():
    return found_in(ingest.article(SEED))


def found_in(article):
    record = serialization.public(annotate(article))
    return {
        name: record[name]
        for name in ("published", "timex", "entities", "quotes", "events", "undated_events")
    }


def one(folder, files):
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (found,) = ingest.read(folder)
    return found


@pytest.mark.parametrize("kind", FILES)
def test_every_file_kind_is_annotated_as_the_text(kind, tmp_path, expected):
    assert found_in(one(tmp_path, FILES[kind])) == expected


@pytest.mark.parametrize("kind", FILES)
def test_an_upload_is_read_as_the_file_is(kind, tmp_path):
    (found,) = read_uploads(FILES[kind])
    assert found == one(tmp_path, FILES[kind])


def test_every_suffix_with_a_reader_is_tested():
    tried = {name[name.index(".") :] for files in FILES.values() for name in files}
    assert {
        suffix for suffix in ingest.READERS if not any(name.endswith(suffix) for name in tried)
    } == {".htm", ".xhtml", ".xlsm", ".xlsb"}


@pytest.mark.parametrize("file", ["a.html", "a.warc"])
def test_a_page_says_title_outlet_link_and_language(file, tmp_path):
    link = DATED + '<link rel="canonical" href="https://example.org/canonical">'
    body = web(TEXT, link)
    data = (
        body
        if file == "a.html"
        else warc(("https://example.org/a?utm=1", "200 OK", "text/html", body))
    )
    found = one(tmp_path, {file: data})
    assert (found.title, found.source, found.language) == ("عنوان", "صحيفة", "ar")
    assert found.url == "https://example.org/canonical"


def test_what_is_no_page_in_a_web_archive_is_counted(tmp_path):
    pages = [("https://example.org/1", "200 OK", "image/png", b"x"), ("https://example.org/2", "404 Not Found", "text/html", b"x"),
             ("https://example.org/3", "200 OK", "text/html", web(TEXT))]  # fmt: skip
    (tmp_path / "a.warc").write_bytes(warc(*pages))
    remarks = []
    assert len(list(ingest.read(tmp_path / "a.warc", say=remarks.append))) == 1
    assert remarks[0].endswith("a.warc: 2 records that are no page were passed over")


def test_guessed_columns_are_shown_as_the_option_that_would_say_them(tmp_path):
    (tmp_path / "a.csv").write_bytes(table(",", HEADER))
    remarks = []
    list(ingest.read(tmp_path, say=remarks.append))
    assert remarks == [
        f"{tmp_path / 'a.csv'}: read as --columns text=body,published=date,title=headline,name=id"
    ]


def test_chosen_columns_go_before_guessed_ones(tmp_path):
    (tmp_path / "a.csv").write_bytes(table(",", ["n", "when", "summary", "body"]))
    (found,) = ingest.read(tmp_path, columns=ingest.parse_columns("text=summary,published=when"))
    assert (found.text, str(found.published), found.published_basis) == (
        TEXT,
        "2022-10-27",
        "metadata",
    )


def test_every_sheet_with_text_is_read_and_others_are_remarked_on(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(
        xlsx(["text"], [LINES[0]], more=[[["text"], [LINES[1]]], [["n"], [1]]])
    )
    remarks = []
    assert [found.text for found in ingest.read(tmp_path, say=remarks.append)] == LINES[:2]
    assert any("has no column of text" in line for line in remarks)


def test_a_folder_is_read_in_order_without_sidecars_hidden_files_and_stores(tmp_path):
    for name in (
        "b/2.txt",
        "a/1.txt",
        ".git/3.txt",
        ".4.txt",
        "store/5.txt",
        "store/CURRENT",
        "a/1.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}" if name.endswith("json") else f"نص عربي قصير {name[-5]}.")
    assert [found.name for found in ingest.read(tmp_path)] == ["1", "2"]


def test_a_stream_is_read_as_it_is_asked_for(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(jsonl(TEXT) * 3 + b"{broken\n" + jsonl(TEXT))
    found = ingest.read(tmp_path / "a.jsonl")
    assert [next(found).name for _ in range(3)] == ["a:1", "a:2", "a:3"]


def test_a_packed_file_that_is_cut_short_is_refused_with_what_to_do():
    (refused,) = read_uploads({"a.jsonl.gz": gzipped(jsonl(TEXT))[:-9]})
    assert str(refused) == (
        "a.jsonl.gz: is cut short or broken (Compressed file ended before the end-of-stream marker "
        "was reached); get or pack it anew"
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "/a/b", "file:///etc/passwd"]
)
def test_only_a_link_to_a_page_is_kept(url):
    metadata = [("sidecar", {"url": url})]
    assert (
        ingest.build_article(
            "زار الوزير باماكو أمس والتقى نظيره", name="a", where="a", metadata=metadata
        ).url
        is None
    )


def test_a_link_to_a_page_is_kept_as_it_is():
    metadata = [("sidecar", {"url": "HTTPS://example.org/a"})]
    article = ingest.build_article(
        "زار الوزير باماكو أمس والتقى نظيره", name="a", where="a", metadata=metadata
    )
    assert article.url == "HTTPS://example.org/a"
