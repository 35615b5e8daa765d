"""Files of every kind, made from a text."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import struct
import tarfile
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from alaqat.ingest.readers.registry import read_source
from alaqat.ingest.readers.zip_gz import is_sidecar
from alaqat.ingest.source_file import in_memory

METADATA = {
    "published": "2022-10-27",
    "source": "صحيفة",
    "title": "عنوان",
    "url": "https://example.org/a",
}
_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""


def jsonl(text, **more):
    return json.dumps({"text": text, **METADATA, **more}, ensure_ascii=False).encode() + b"\n"


def packed(files):
    """A zip of files by name."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return held.getvalue()


def gzipped(data):
    return gzip.compress(data, mtime=0)


def web(text, head="", charset="utf-8"):
    """A page with a menu and a footer around the text's paragraphs."""
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="{charset}"><title>عنوان</title>'
        f'<meta property="og:site_name" content="صحيفة">{head}</head><body>'
        '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة</a></li></ul></nav>'
        f"<article><h1>عنوان</h1>{body}</article><footer>جميع الحقوق محفوظة 2024</footer></body></html>"
    ).encode(charset)


DATED = '<meta property="article:published_time" content="2022-10-27T10:00:00+03:00">'


def docx(text):
    import docx as word  # noqa: PLC0415

    document = word.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def xlsx(*rows, more=()):
    """A workbook of these rows; a sheet more for each of `more`."""
    import openpyxl  # noqa: PLC0415

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for extra in more:
        sheet = book.create_sheet()
        for row in extra:
            sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def pdf(lines):
    """A page whose lines are drawn as browsers do: from left to right, each word and mark a run, letters reversed."""
    drawn = []
    for number, line in enumerate(lines):
        at = 40
        for piece in reversed(re.findall(r"\d+،?|(?:[^\W\d]|[ً-ْ])+،?|[^\wً-ْ]+", line)):
            shown = (
                ("،" * piece.count("،") + piece.rstrip("،") if piece[0].isdigit() else piece[::-1])
                .encode("utf-16-be")
                .hex()
            )
            drawn.append(f"BT /F1 9 Tf {at:.1f} {820 - 16 * number} Td <{shown}> Tj ET")
            at += 7.2 * len(piece)
    content = "\n".join(drawn).encode()
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 800>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 5950 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        font,
        inner,
        b"<</Length %d>>stream\n%b\nendstream" % (len(_CMAP), _CMAP),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + one + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 8\n0000000000 65535 f \n" + table
    return out + b"trailer<</Size 8/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def rtf(lines):
    """A rich text of paragraphs, its letters as numbers."""
    codes = ["".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line) for line in lines]
    body = "\\par\n".join(codes)
    return ("{\\rtf1\\ansi\\ansicpg1256\\deff0{\\fonttbl{\\f0 Arial;}}\\uc1 " + body + "}").encode()


def mhtml(page, url="https://example.org/a"):
    """A page as browsers save it in one file."""
    head = (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {url}\r\nMIME-Version: 1.0\r\n"
        "Date: Mon, 3 Jan 2022 10:00:00 -0000\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--edge"\r\n\r\n'
    )
    part = (
        f"----edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: {url}\r\n\r\n{base64.encodebytes(page).decode()}\r\n----edge--\r\n"
    )
    return (head + part).encode()


def tar(files, mode="w"):
    """A tar of files by name."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as out:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            out.addfile(info, io.BytesIO(data))
    return held.getvalue()


def ods(*rows):
    """A workbook of LibreOffice."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string"><text:p>'
            + html.escape(str(cell)).replace("\n", "</text:p><text:p>")
            + "</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" '
        f'xmlns:text="{names}text:1.0"><office:body><office:spreadsheet><table:table '
        f'table:name="a">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return packed(
        {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content.encode()}
    )


def xls(*rows):
    """A workbook of Excel 97: the records of one sheet in a compound file of one stream."""

    def record(kind, data=b""):
        return struct.pack("<HH", kind, len(data)) + data

    def label(row, column, text):
        value = text.encode("utf-16-le")
        return record(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + value)

    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 6))
    name = b"\x01\x00a"
    place = len(start) + len(record(0x85, bytes(6) + name)) + 4
    book = start + record(0x85, struct.pack("<IBB", place, 0, 0) + name) + record(10) + sheet
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            book += label(row, column, cell)
    book += record(10)
    return _compound(book.ljust(-(-max(len(book), 4096) // 512) * 512, b"\0"))


def _compound(stream):
    """A compound file (MS-CFB) whose only stream is the workbook."""
    size, sectors = len(stream), len(stream) // 512
    chain = [-3, -2, *range(3, 2 + sectors), -2]
    table = struct.pack(f"<{len(chain)}i", *chain).ljust(512, b"\xff")
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
        + bytes(6) + struct.pack("<IIIIIiIiI", 0, 1, 1, 0, 4096, -2, 0, -2, 0)
        + struct.pack("<i", 0) + b"\xff" * 432
    )  # fmt: skip

    def entry(name, kind, child, start, length):
        title = (name + "\0").encode("utf-16-le")
        return title.ljust(64, b"\0") + struct.pack(
            "<HBBiii36sIQ",
            len(title),
            kind,
            1,
            -1,
            -1,
            child,
            bytes(36),
            start & 0xFFFFFFFF,
            length,
        )

    directory = entry("Root Entry", 5, 1, -2, 0) + entry("Workbook", 2, -1, 2, size)
    return header + table + directory.ljust(512, b"\0") + stream


def warc(*pages, gz=False):
    """A web archive: each page is (url, status, content type, body)."""
    records = [_record(number, *page) for number, page in enumerate(pages)]
    return b"".join(gzip.compress(record, mtime=0) if gz else record for record in records)


def _record(number, url, status, kind, body):
    answer = f"HTTP/1.0 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2022-10-27T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def read_uploads(files):
    """The articles and refusals of files in memory; `NAME.json` is the sidecar of `NAME.txt`."""
    for name, data in files.items():
        if is_sidecar(name, files):
            continue
        sidecar = str(Path(name).with_suffix(".json"))
        file = in_memory(name, data)
        if sidecar in files and sidecar != name:
            file = replace(file, sidecar=partial(in_memory, sidecar, files[sidecar]))
        yield from read_source(file)
