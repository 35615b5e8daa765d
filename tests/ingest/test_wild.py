"""Any bytes give articles or refusals, never an exception."""

from __future__ import annotations

import contextlib
import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alaqat import ingest
from alaqat.ingest.columns import require_columns
from alaqat.model.errors import ArticleRefused
from alaqat.model.ids import identity
from alaqat.model.records import Article
from tests.ingest.files import docx, gzipped, jsonl, packed, pdf, read_uploads, warc, web, xlsx

TEXT = "وصل وزير الخارجية إلى العاصمة لإجراء محادثات مع نظيره."
WHOLE = {
    ".txt": b"---\npublished: 2022-10-27\n---\n" + TEXT.encode(),
    ".json": jsonl(TEXT),
    ".jsonl": jsonl(TEXT) * 3,
    ".csv": f"text,date\n{TEXT},2022-10-27\n".encode(),
    ".tsv": f"text\tdate\n{TEXT}\t2022-10-27\n".encode(),
    ".html": web(TEXT),
    ".xlsx": xlsx(["text"], [TEXT]),
    ".docx": docx(TEXT),
    ".pdf": pdf([TEXT]),
    ".zip": packed({"a.txt": TEXT.encode()}),
    ".txt.gz": gzipped(TEXT.encode()),
    ".warc": warc(("https://example.org/a", "200 OK", "text/html", web(TEXT))),
}
# Readers without a library have a message of their own for every error.
OURS = (".txt", ".json", ".jsonl", ".csv", ".tsv", ".html", ".txt.gz")
ROUNDS = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def read(name, data):
    found = list(read_uploads({name: data}))
    assert all(isinstance(one, Article | ArticleRefused) for one in found)
    for one in found:
        if isinstance(one, Article):
            assert one.id == identity(one.text)
        elif name.endswith(OURS):
            assert "cannot be read as ." not in str(one)
    return found


@pytest.mark.parametrize("suffix", WHOLE)
@ROUNDS
@given(data=st.binary(max_size=300))
def test_any_bytes(suffix, data):
    read("a" + suffix, data)


@pytest.mark.parametrize("suffix", WHOLE)
@ROUNDS
@given(at=st.floats(0, 1), new=st.binary(max_size=8), cut=st.booleans())
def test_a_good_file_changed_anywhere(suffix, at, new, cut):
    good = WHOLE[suffix]
    place = int(at * len(good))
    read("a" + suffix, good[:place] + new + (b"" if cut else good[place + len(new) :]))


@pytest.mark.parametrize("suffix", [".txt", ".json", ".jsonl", ".csv", ".tsv", ".html"])
@ROUNDS
@given(text=st.text(max_size=200))
def test_any_text(suffix, text):
    read("a" + suffix, text.encode(errors="surrogatepass"))
    read("a" + suffix, (TEXT + text).encode(errors="surrogatepass"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=8) | st.sampled_from(("text", "date", "title")), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@ROUNDS
@given(row=JSON, sidecar=JSON)
def test_any_json(row, sidecar):
    read("a.jsonl", json.dumps(row).encode())
    read("a.json", json.dumps([row, {"text": TEXT, "published": sidecar}]).encode())
    list(read_uploads({"a.txt": TEXT.encode(), "a.json": json.dumps(sidecar).encode()}))


@ROUNDS
@given(rows=st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=4))
def test_any_table(rows):
    held = io.StringIO()
    csv.writer(held).writerows([["text", "date"], *rows])
    read("a.csv", held.getvalue().encode(errors="surrogatepass"))


@given(st.text(max_size=80))
def test_any_day_is_read_or_refused(value):
    with contextlib.suppress(ArticleRefused):
        assert ingest.parse_date(value, "it").year >= 1800


@given(
    st.lists(st.text(max_size=10), max_size=6),
    st.dictionaries(st.sampled_from(ingest.FIELDS), st.text(max_size=4), max_size=2),
)
def test_no_two_parts_share_a_guessed_column(header, chosen):
    found = ingest.guess_columns(header, chosen)
    assert set(found.values()) <= set(header)
    guessed = [column for part, column in found.items() if part not in chosen]
    assert len(guessed) == len(set(guessed))


@given(st.lists(st.text(max_size=10), max_size=6))
def test_a_header_is_mapped_or_refused(header):
    with contextlib.suppress(ArticleRefused):
        assert "text" in require_columns(header, {}, "a.csv")
