"""What a text file holds decides how it is read, not its suffix."""

from __future__ import annotations

import pytest

from tests.ingest.files import read_uploads

BODY = "وصل وزير الخارجية إلى العاصمة لإجراء محادثات مع نظيره."


@pytest.mark.parametrize("head", ["text;date", "\ufefftext;date", "\ufeffsep=;\ntext;date"])
def test_a_table_named_as_text_is_a_table_with_a_byte_order_mark_or_without(head):
    table = f"{head}\n{BODY};2022-10-27\n".encode()
    (article,) = read_uploads({"a.txt": table})
    assert (article.text, str(article.published)) == (BODY, "2022-10-27")
