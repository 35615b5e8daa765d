"""Ids are hashes of content."""

import hashlib

from alaqat.model import ids
from tests import builders


def test_an_id_is_a_hash_of_its_parts_in_their_order():
    assert ids.identity("a", 1) == hashlib.sha256(b"a\x1f1").hexdigest()[:16]
    assert ids.identity("a", 1) != ids.identity(1, "a")


def test_the_id_of_a_quote_is_of_its_article_and_span():
    quote = builders.visit().quotes[0]
    assert ids.quote_id("a", quote) == ids.identity("a", quote.start, quote.end)
