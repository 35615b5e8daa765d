"""Bad files and their messages: which file, which row, what is wrong, what to do."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import struct
import zipfile

import pytest

from alaqat import ingest
from alaqat.ingest import limits
from alaqat.model.errors import AlaqatError, ArticleRefused
from tests.ingest.files import docx, gzipped, jsonl, packed, pdf, warc, web, xlsx

GOOD = "وصل وزير الخارجية إلى العاصمة لإجراء محادثات مع نظيره."
ROW = jsonl(GOOD)
OTHER = "أعلنت الحكومة عن خطة جديدة لدعم التعليم في المدارس."
GARBLED = GOOD.encode().decode("cp1256")


def with_sidecar(text, **sidecar):
    return {"a.txt": text.encode(), "a.json": json.dumps(sidecar).encode()}


def rows(*values):
    return {"a.jsonl": "".join(json.dumps(value) + "\n" for value in values).encode()}


def broken(data):
    """A zip with one bit of its first file turned."""
    return data[:45] + bytes([data[45] ^ 64]) + data[46:]


def zip_of(name, data=b"text", attributes=0, flags=0):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        info = zipfile.ZipInfo(name)
        info.external_attr = attributes << 16
        out.writestr(info, data, zipfile.ZIP_DEFLATED)
    data_out = bytearray(held.getvalue())
    for at in (6, data_out.index(b"PK\x01\x02") + 8):
        struct.pack_into("<H", data_out, at, struct.unpack_from("<H", data_out, at)[0] | flags)
    return {"a.zip": bytes(data_out)}


LOCKED_PDF = pdf([GOOD]).replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O("
    + b"x" * 32
    + b")/U("
    + b"y" * 32
    + b")/P -4>>/ID[(ab)(ab)]",
)

# name: (files, how many articles are read, the sentences of what is refused, in order)
BAD: dict[str, tuple[dict[str, bytes], int, list[str]]] = {
    "empty": ({"a.txt": b""}, 0, ["a.txt: is empty; put the article's text in it or remove it"]),
    "white space": ({"a.txt": b" \n\t\r\n"}, 0, ["a.txt: is empty"]),
    "only a byte-order mark": ({"a.txt": b"\xef\xbb\xbf"}, 0, ["a.txt: is empty"]),
    "a picture named .txt": ({"a.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256))}, 0, ["a.txt: is no text but a PNG picture; give it the name that fits"]),
    "a program": ({"a.txt": b"\x7fELF\x02\x01\x01" + b"\xff\0" * 60}, 0, ["a.txt: is no text but a program"]),
    "an archive named .txt": ({"a.txt": packed({"x": b"x" * 99}) + b"\xff"}, 0, ["a.txt: is no text but a zip archive or an Office document"]),
    "random bytes": ({"a.txt": bytes(range(128, 256)) * 3}, 0, ["a.txt: byte 0 is not UTF-8; save the file as UTF-8"]),
    "UTF-8 cut in a letter": ({"a.txt": GOOD.encode()[:-2] + b"\xd9"}, 0, ["a.txt: byte 96 is not UTF-8"]),
    "UTF-16 cut in a letter": ({"a.txt": GOOD.encode("utf-16")[:-1]}, 0, ["a.txt: looks like utf-16 but breaks at byte"]),
    "UTF-8 read as Windows-1256": ({"a.txt": GARBLED.encode()}, 0, ["a.txt: is garbled: it looks like UTF-8 that was read as Windows-1256; save the original again as UTF-8"]),
    "UTF-8 read as Latin-1": ({"a.txt": GOOD.encode().decode("latin-1").encode()}, 0, ["a.txt: is garbled: it looks like UTF-8 that was read as"]),
    "Windows-1256 read as Windows-1252": ({"a.txt": GOOD.encode("cp1256").decode("cp1252", "replace").replace("\ufffd", "").encode()}, 0, ["a.txt: is garbled: it looks like Windows-1256 that was read as Windows-1252"]),
    "NUL bytes": ({"a.txt": (GOOD + "\0" * 50).encode()}, 0, ["a.txt: is full of NUL bytes, so it is no text file"]),
    "lost letters": ({"a.txt": (GOOD + "\ufffd" * 50).encode()}, 0, ["a.txt: is full of replacement signs, its letters are lost"]),
    "only diacritics": ({"a.txt": "\u064b\u064e\u0651 \u0650".encode()}, 0, ["a.txt: holds no letter, only marks, figures or signs; give an Arabic article"]),
    "only figures": ({"a.txt": b"12345 67"}, 0, ["a.txt: holds no letter"]),
    "English": ({"a.txt": b"The minister arrived."}, 0, ["a.txt: only 0% of its letters are Arabic; give an Arabic article"]),
    "Hebrew": ({"a.txt": "השר הגיע לבירה".encode()}, 0, ["a.txt: only 0% of its letters are Arabic"]),
    "too long": ({"a.txt": "خبر ".encode() * 600_000}, 0, ["a.txt: has 2,400,000 characters, more than 2,000,000; split it into its articles"]),
    "no reader": ({"a.doc": b"x"}, 0, ["a.doc: there is no way to read .doc; open it in Word or LibreOffice and save it as .docx"]),
    "no known kind": ({"a.abc": b"x"}, 0, ["a.abc: there is no way to read .abc; give one of .txt, .html,"]),
    "no suffix": ({"article": GOOD.encode()}, 0, ["article: there is no way to read a file without a suffix"]),
    "an empty folder": ({}, 0, [": holds no .txt file nor any other kind of article; put the articles there"]),
    # days
    "a day that does not exist": (with_sidecar(GOOD, published="2022-13-45"), 0, ["a.json: 'published' is '2022-13-45', a day that does not exist; write a day such as 2022-10-27"]),
    "30 February": (with_sidecar(GOOD, published="2022-02-30"), 0, ["a.json: 'published' is '2022-02-30', a day that does not exist"]),
    "a Hijri day": (with_sidecar(GOOD, published="1443-03-01"), 0, ["a.json: 'published' is '1443-03-01': the year is Hijri, not Gregorian; that day is 2021-10-07, write it so"]),
    "a Hijri day that does not exist": (with_sidecar(GOOD, published="1443-13-01"), 0, ["a.json: 'published' is '1443-13-01': the year is not Gregorian"]),
    "the year 9999": (with_sidecar(GOOD, published="9999-01-01"), 0, ["a.json: 'published' is '9999-01-01', a day still to come; write a day such as 2022-10-27"]),
    "the year 1": (with_sidecar(GOOD, published="0001-01-01"), 0, ["the year is not Gregorian"]),
    "two days in one": (with_sidecar(GOOD, published="03/05/2018"), 0, ["a.json: 'published' is '03/05/2018', which may be two days; write a day such as 2022-10-27"]),
    "yesterday": (with_sidecar(GOOD, published="yesterday"), 0, ["a.json: 'published' is 'yesterday'; write a day such as 2022-10-27"]),
    "a day as a number": (with_sidecar(GOOD, published=5), 0, ["a.json: 'published' is 5; write a day such as"]),
    "a day as a list": (with_sidecar(GOOD, published=["2022-10-27"]), 0, ["a.json: 'published' is ['2022-10-27']; write a day such as"]),
    # sidecars and front matter
    "a broken sidecar": ({"a.txt": GOOD.encode(), "a.json": b"{"}, 0, ["a.json: is not valid JSON ("]),
    "a sidecar that is a list": ({"a.txt": GOOD.encode(), "a.json": b"[]"}, 0, ['a.json: should be an object such as {"published": "2022-10-27"}']),
    "a deep sidecar": ({"a.txt": GOOD.encode(), "a.json": b"[" * 100_000}, 0, ["a.json: is not valid JSON ("]),
    "a title that is a list": (with_sidecar(GOOD, title=["x"]), 0, ["a.json: 'title' should be text in quotation marks"]),
    "broken front matter": ({"a.txt": b"---\na: [\n---\n" + GOOD.encode()}, 0, ["a.txt: its front matter is not valid YAML ("]),
    "front matter that is a word": ({"a.txt": b"---\nword\n---\n" + GOOD.encode()}, 0, ["a.txt: its front matter should say such as published: 2022-10-27"]),
    "front matter without text": ({"a.txt": b"---\npublished: 2022-10-27\n---\n"}, 0, ["a.txt: is empty"]),
    # rows
    "line 17 of 40 is broken": ({"a.jsonl": ROW * 16 + b'{"text": \n' + ROW * 23}, 39, ["a.jsonl, line 17: is not valid JSON ("]),
    "a line that is not UTF-8": ({"a.jsonl": ROW + b'{"text": "\xff"}\n' + ROW}, 2, ["a.jsonl, line 2: is not UTF-8 throughout; save the file as UTF-8"]),
    "a line that is a number": ({"a.jsonl": b"5\n" + ROW}, 1, ['a.jsonl, line 1: should be an object such as {"text": "…"']),
    "a row without text": (rows({"id": 1, "title": "x"}), 0, ["a.jsonl, line 1: has no column of text; it has id, title: name it with --columns text=COLUMN"]),
    "a row with an empty text": (rows({"text": None}), 0, ["a.jsonl, line 1: is empty"]),
    "a text that is a number": (rows({"text": 5}), 0, ["a.jsonl, line 1: 'text' should be text in quotation marks"]),
    "a number of 5,000 figures": ({"a.jsonl": b'{"text": ' + b"9" * 5_000 + b"}\n"}, 0, ["a.jsonl, line 1: is not valid JSON ("]),
    "an empty .jsonl": ({"a.jsonl": b"\n\n"}, 0, ["a.jsonl: is empty; put one JSON object a line in it or remove it"]),
    "a broken .json": ({"a.json": b'[{"text": "x"'}, 0, ["a.json: is not valid JSON ("]),
    "an empty list": ({"a.json": b"[]"}, 0, ["a.json: is empty; put the articles in it or remove it"]),
    "one object of a list": ({"a.json": b"[" + ROW + b', {"text": "x"}]'}, 1, ["a.json, object 2: only 0% of its letters are Arabic"]),
    "a .json of something else": ({"a.json": b'{"version": 2}'}, 0, ["a.json: has no column of text; it has version"]),
    # tables
    "no column of text": ({"a.csv": b"id,name\n1,x\n"}, 0, ["a.csv: has no column of text; it has id, name: name it with --columns text=COLUMN"]),
    "no header": ({"a.csv": f"1,{GOOD}\n".encode()}, 0, ["a.csv: has no column of text; it has 1, "]),
    "a header never closed": ({"a.csv": b'"text,date\n'}, 0, ["a.csv: its header is no row (unexpected end of data); mind its quotation marks"]),
    "a gzip whose bytes were changed": ({"a.txt.gz": gzipped(GOOD.encode())[:20] + b"xxxx" + gzipped(GOOD.encode())[24:]}, 0, ["a.txt.gz: is cut short or broken ("]),
    "an empty table": ({"a.csv": b""}, 0, ["a.csv: is empty; put a header and rows in it or remove it"]),
    "a header alone": ({"a.csv": b"text,date\n"}, 0, ["a.csv: has a header but no row; put the articles in it or remove it"]),
    "commas that are not quoted": ({"a.csv": f"text,date\n{GOOD},{GOOD},2022-10-27\n{GOOD},2022-10-27\n".encode()}, 1, ["a.csv, line 2: has 3 cells instead of 2; quote the cells that hold commas"]),
    "a quotation mark never closed": ({"a.csv": f'text,date\n{GOOD},2022-10-27\n"{GOOD},2022-10-27\n'.encode()}, 1, ["a.csv, line 3: is not a row of this table (unexpected end of data); mind its quotation marks"]),
    "an empty cell": ({"a.csv": f"text,date\n,2022-10-27\n{GOOD},\n".encode()}, 1, ["a.csv, line 2: is empty: an empty cell, or a formula whose value was never saved"]),
    "a formula in a table": ({"a.csv": b'text\n"=HYPERLINK(""http://x"")"\n'}, 0, ["a.csv, line 2: only 0% of its letters are Arabic"]),
    "a formula in a workbook": ({"a.xlsx": xlsx(["text", "n"], ["=A3", 1])}, 0, ["a.xlsx, sheet Sheet, line 2: is empty: an empty cell, or a formula whose value was never saved; put the text itself in the cell"]),
    "a workbook without text": ({"a.xlsx": xlsx(["n"], [1])}, 0, ["a.xlsx, sheet Sheet: has no column of text; it has n"]),
    "an empty workbook": ({"a.xlsx": xlsx()}, 0, ["a.xlsx, sheet Sheet: is empty; put a header and rows in it"]),
    "a .csv named .xlsx": ({"a.xlsx": b"text\nx\n"}, 0, ["a.xlsx: is no .xlsx file; give it the name that fits"]),
    # pages and documents
    "an empty page": ({"a.html": b""}, 0, ["a.html: is empty"]),
    "a page without an article": ({"a.html": b"<html><body><p></p></body></html>"}, 0, ["a.html: no article was found on this page; give its text as .txt"]),
    "an English page": ({"a.html": web("The minister arrived in the capital for talks. " * 9)}, 0, ["a.html: only 0% of its letters are Arabic"]),
    "a page too large": ({"a.html": b"<p>" + b"x" * 6 * limits.MIB}, 0, ["a.html: is larger than 5 MB, which no article is; give its text as .txt"]),
    "references without end in front matter": ({"a.txt": ("---\na: &a [1, 1, 1]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)) + "published: *g\n---\n" + GOOD).encode()}, 0, ["a.txt: 'published' is [[[...], [...], [...]], "]),
    "a page in bytes": ({"a.html": b"\xff\x81\x8d" * 50}, 0, ["a.html: byte 0 is not UTF-8"]),
    "an empty document": ({"a.docx": docx("")}, 0, ["a.docx: is empty"]),
    "an old document named .docx": ({"a.docx": b"\xd0\xcf\x11\xe0" + b"x" * 99}, 0, ["a.docx: is locked with a password or of an old Office; save it as .docx, without a password"]),
    "front matter of no day": ({"a.txt": b"---\npublished: 2022-13-45\n---\n" + GOOD.encode()}, 0, ["a.txt: 'published' is '2022-13-45', a day that does not exist"]),
    "a locked workbook": ({"a.xlsx": b"\xd0\xcf\x11\xe0" + b"x" * 99}, 0, ["a.xlsx: is locked with a password or of an old Office; save it as .xlsx"]),
    "documents of no bytes": ({f"a.{kind}": b"" for kind in ("docx", "pdf", "xlsx")}, 0, [f"a.{kind}: is empty; put the article in it or remove it" for kind in ("docx", "pdf", "xlsx")]),
    "a text named .pdf": ({"a.pdf": GOOD.encode()}, 0, ["a.pdf: is no .pdf file; give it the name that fits"]),
    "a document named .xlsx": ({"a.xlsx": docx(GOOD)}, 0, ["a.xlsx: cannot be read as .xlsx ("]),
    "a text named .txt.gz": ({"a.txt.gz": GOOD.encode()}, 0, ["a.txt.gz: is no .gz file; give it the name that fits"]),
    "a scan": ({"a.pdf": pdf([])}, 0, ["a.pdf: has no text layer, so it is a scan; give its text as .txt"]),
    "half a PDF": ({"a.pdf": pdf([GOOD])[:200]}, 0, ["a.pdf: cannot be read as .pdf ("]),
    "a locked PDF": ({"a.pdf": LOCKED_PDF}, 0, ["a.pdf: is locked with a password; save it without one"]),
    # archives
    "a zip bomb": ({"a.zip": packed({"a.txt": b"0" * 40 * limits.MIB})}, 0, ["a.zip: unpacks to more than"]),
    "a gzip bomb": ({"a.txt.gz": gzipped(b"0" * 40 * limits.MIB)}, 0, ["a.txt.gz: unpacks to more than"]),
    "a workbook that is a bomb": ({"a.xlsx": packed({"xl/workbook.xml": b"0" * 40 * limits.MIB})}, 0, ["a.xlsx: unpacks to more than"]),
    "a document that is a bomb": ({"a.docx": packed({"word/document.xml": b"0" * 40 * limits.MIB})}, 0, ["a.docx: unpacks to more than"]),
    "a zip in a zip": ({"a.zip": packed({"b.zip": packed({"a.txt": GOOD.encode()}), "c.txt": OTHER.encode()})}, 1, ["a.zip: b.zip: is an archive in an archive; unpack it and give the files"]),
    "a gzip in a zip": ({"a.zip": packed({"b.txt.gz": gzipped(GOOD.encode())})}, 0, ["a.zip: b.txt.gz: is an archive in an archive"]),
    "no tar in a gzip": ({"a.tar.gz": gzipped(b"x")}, 0, ["a.tar.gz: cannot be read as .tar ("]),
    "a tar in a zip": ({"a.zip": packed({"b.tar.gz": gzipped(b"x")})}, 0, ["a.zip: b.tar.gz: is an archive in an archive"]),
    "a path that leads out": (zip_of("../../a.txt"), 0, ["a.zip: ../../a.txt: its path leads out of the archive; pack it anew"]),
    "an absolute path": (zip_of("/etc/a.txt"), 0, ["a.zip: /etc/a.txt: its path leads out of the archive"]),
    "a Windows path": (zip_of("C:\\a.txt"), 0, ["its path leads out of the archive"]),
    "a link in a zip": (zip_of("a.txt", b"/etc/passwd", stat.S_IFLNK | 0o777), 0, ["a.zip: a.txt: is a link to another file; pack the file itself"]),
    "a locked zip": (zip_of("a.txt", flags=1), 0, ["a.zip: a.txt: is locked with a password; unpack it and give the files"]),
    "an empty zip": ({"a.zip": packed({})}, 0, ["a.zip: holds no file; put the articles in it or remove it"]),
    "half a zip": ({"a.zip": packed({"a.txt": GOOD.encode()})[:60]}, 0, ["a.zip: cannot be read as .zip (BadZipFile"]),
    "a zip whose bytes were changed": ({"a.zip": broken(packed({"a.txt": GOOD.encode()}))}, 0, ["a.zip: a.txt: "]),
    "half a gzip": ({"a.jsonl.gz": gzipped(ROW)[:-9]}, 0, ["a.jsonl.gz: is cut short or broken ("]),
    "no gzip": ({"a.jsonl.gz": ROW}, 0, ["a.jsonl.gz: is no .gz file; give it the name that fits"]),
    "a web archive without pages": ({"a.warc": warc(("https://example.org/", "404 Not Found", "text/html", b"x"))}, 0, ["a.warc: holds no page that was answered; give an archive of articles"]),
    "a page of a web archive": ({"a.warc": warc(("https://example.org/1", "200 OK", "text/html", b"<p></p>"), ("https://example.org/2", "200 OK", "text/html", web(GOOD * 3)))}, 1, ["a.warc, https://example.org/1: no article was found on this page"]),
    "no web archive": ({"a.warc": b"hello"}, 0, ["a.warc: cannot be read as .warc ("]),
}  # fmt: skip


def read(folder, files):
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return list(ingest.read(folder))


def split(found):
    refused = [str(one) for one in found if isinstance(one, ArticleRefused)]
    return len(found) - len(refused), refused


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_and_the_others_are_read(name, tmp_path):
    files, good, sentences = BAD[name]
    articles, refused = split(read(tmp_path, files))
    assert (articles, len(refused)) == (good, len(sentences))
    assert all(sentence in line for sentence, line in zip(sentences, refused, strict=True)), refused
    assert all(line.startswith(str(tmp_path)) and "\n" not in line for line in refused)


def test_the_table_is_long_enough():
    assert len(BAD) >= 60


# What looks bad and is read all the same: name: (files, the texts)
READABLE = {
    "UTF-8 with its mark": ({"a.jsonl": b"\xef\xbb\xbf" + ROW}, [GOOD]),
    "UTF-16": ({"a.txt": GOOD.encode("utf-16")}, [GOOD]),
    "UTF-16 rows": ({"a.jsonl": (ROW.decode() * 2).encode("utf-16")}, [GOOD, GOOD]),
    "Windows-1256": ({"a.txt": GOOD.encode("cp1256")}, [GOOD]),
    "ISO-8859-6": ({"a.txt": GOOD.encode("iso8859-6")}, [GOOD]),
    "line ends of Windows": ({"a.txt": f"{GOOD}\r\n{OTHER}".encode()}, [f"{GOOD}\n{OTHER}"]),
    "a stray NUL": ({"a.txt": (GOOD + "\0").encode()}, [GOOD + "\0"]),
    "a lone surrogate": ({"a.jsonl": b'{"text": "' + GOOD.encode() + b' \\ud800"}\n'}, [GOOD + " \ufffd"]),
    "bidi overrides": ({"a.txt": f"\u202e{GOOD}\u202c".encode()}, [f"\u202e{GOOD}\u202c"]),
    "a line of a million characters": ({"a.jsonl": jsonl("خبر " * 250_000)}, ["خبر " * 250_000]),
    "the wrong delimiter": ({"a.csv": f"text;date\n{GOOD};2022-10-27\n".encode()}, [GOOD]),
    "tabs in a .csv": ({"a.csv": f"text\tdate\n{GOOD}\t2022-10-27\n".encode()}, [GOOD]),
    "duplicate ids": (rows({"id": 1, "text": GOOD}, {"id": 1, "text": OTHER}), [GOOD, OTHER]),
    "duplicate keys": ({"a.jsonl": b'{"text": "x", "text": "' + GOOD.encode() + b'"}\n'}, [GOOD]),
    "cells with line ends": ({"a.csv": f'text,date\n"{GOOD}\n{OTHER}",2022-10-27\n'.encode()}, [f"{GOOD}\n{OTHER}"]),
    "a short row": ({"a.csv": f"text,date,title\n{GOOD}\n".encode()}, [GOOD]),
    "rules above a text": ({"a.txt": f"---\n{GOOD}".encode()}, [f"---\n{GOOD}"]),
    "a zip of folders": ({"a.zip": packed({"b/": b"", "b/a.txt": GOOD.encode(), "b/.DS_Store": b"x"})}, [GOOD]),
    "two gzips in a row": ({"a.jsonl.gz": gzipped(ROW) + gzipped(ROW)}, [GOOD, GOOD]),
}  # fmt: skip


@pytest.mark.parametrize("name", READABLE)
def test_what_only_looks_bad_is_read(name, tmp_path):
    files, texts = READABLE[name]
    assert [getattr(one, "text", str(one)) for one in read(tmp_path, files)] == texts


def test_a_file_of_200_mb_is_refused_before_it_is_read_whole(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200 * limits.MIB)
    assert "a.txt: is larger than 50 MB; split it" in str(next(ingest.read(tmp_path)))


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("alaqat.ingest.line_reader.LINE", 1_000)
    articles, refused = split(read(tmp_path, {"a.jsonl": ROW + b"x" * 5_000 + b"\n" + ROW}))
    assert articles == 2
    assert "a.jsonl, line 2: is longer than 1,000 characters; split it" in refused[0]


def test_a_file_that_may_not_be_read_is_refused_and_the_rest_goes_on(tmp_path, monkeypatch):
    opened = type(tmp_path).open

    def closed(path, *arguments, **options):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD)
    monkeypatch.setattr(type(tmp_path), "open", closed)
    articles, refused = split(list(ingest.read(tmp_path)))
    assert articles == 1
    assert "a.txt: cannot be read (Permission denied); check its permissions" in refused[0]


def test_a_folder_that_may_not_be_read_is_refused_and_the_rest_goes_on(tmp_path, monkeypatch):
    scandir = os.scandir

    def closed(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_text(GOOD)
    monkeypatch.setattr(os, "scandir", closed)
    articles, refused = split(list(ingest.read(tmp_path)))
    assert articles == 1
    assert "closed: cannot be read (Permission denied); check its permissions" in refused[0]


def test_a_source_that_is_not_there_or_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name, why in (
        ("none", "there is no such file or folder"),
        ("pipe", "is no plain file; give a file or a folder"),
    ):
        assert why in str(next(ingest.read(tmp_path / name)))


def test_a_file_of_many_is_no_single_article(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(ROW * 2)
    with pytest.raises(ArticleRefused, match="holds 2 articles; give a file of one"):
        ingest.article(tmp_path / "a.jsonl")


@pytest.mark.parametrize("text", ["text", "text=", "words=body", "text=a,b"])
def test_columns_that_are_no_mapping_are_a_wrong_call(text):
    with pytest.raises(AlaqatError, match="should be PART=COLUMN, with one of text, published"):
        ingest.parse_columns(text)


def test_a_chosen_column_that_is_not_there_is_named(tmp_path):
    (tmp_path / "a.csv").write_text(f"text\n{GOOD}\n")
    assert "a.csv: has no column 'body' for the text; it has text" in str(
        next(ingest.read(tmp_path, columns={"text": "body"}))
    )


def test_an_archive_is_read_without_being_unpacked_whole(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(ROW * 2_000))
    found = ingest.read(tmp_path / "a.jsonl.gz")
    assert next(found).text == GOOD
    found.close()
