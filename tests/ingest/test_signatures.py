"""The first bytes of a file are those that its suffix promises."""

import pytest

from alaqat.ingest import signatures
from alaqat.ingest.source_file import in_memory
from alaqat.model.errors import ArticleRefused


@pytest.mark.parametrize(("name", "data", "said"), [
    ("a.pdf", b"", "a.pdf: is empty; put the article in it or remove it"),
    ("a.docx", b"\xd0\xcf\x11\xe0x", "a.docx: is locked with a password or of an old Office; save it as .docx, without a password"),
    ("a.pdf", b"\xd0\xcf\x11\xe0x", "a.pdf: is no .pdf file; give it the name that fits"),
    ("a.docx", b"xPK\x03\x04", "a.docx: is no .docx file; give it the name that fits"),
    ("a.pdf", b"x" * 1024 + b"%PDF", "a.pdf: is no .pdf file; give it the name that fits"),
])  # fmt: skip
def test_another_kind_of_file_is_refused(name, data, said):
    with pytest.raises(ArticleRefused) as refused:
        signatures.check(in_memory(name, data))
    assert str(refused.value) == said


@pytest.mark.parametrize(("name", "data"), [
    ("a.txt", b""), ("a.DOCX", b"PK\x03\x04rest"), ("a.pdf", b"x" * 1020 + b"%PDF"), ("a.gz", b"\x1f\x8b"),
    ("a.bz2", b"BZh"), ("a.xz", b"\xfd7zXZ\0"), ("a.rtf", b"{\\rtf1"),
])  # fmt: skip
def test_what_a_suffix_promises_is_read(name, data):
    signatures.check(in_memory(name, data))
