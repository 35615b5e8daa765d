"""The last step of every reader: build an article from a text and its metadata, or refuse it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from alaqat.arabic.encoding import describe_mojibake
from alaqat.arabic.fold import LETTER
from alaqat.ingest.language import foreign_language
from alaqat.ingest.limits import ARTICLE, SAMPLE
from alaqat.ingest.lines import join_broken_lines, normalise_forms
from alaqat.ingest.metadata import publication_date
from alaqat.model.errors import ArticleRefused
from alaqat.model.ids import identity
from alaqat.model.records import Article

# A text with a smaller share of Arabic letters among its letters is not Arabic. News with many
# Latin names stays above 0.8.
ARABIC_SHARE: Final = 0.5
# A bad export leaves a few NUL bytes or replacement characters; a text with more than these three,
# and with more than one in a hundred characters, is not a text.
MAX_STRAYS: Final = 3
_ARABIC: Final = re.compile(LETTER)
_ANY_LETTER: Final = re.compile(r"[^\W\d_]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_WEB_URL: Final = re.compile("https?://", re.IGNORECASE)
_FIELDS: Final = ("source", "title", "url", "language")
# Metadata of an article: who states it ("sidecar", "metadata" or "header"), and the fields.
Metadata = tuple[str, Mapping[str, Any]]


def build_article(
    text: str, *, name: str, where: str, metadata: Sequence[Metadata] = ()
) -> Article:
    """The article with this text; each field is the first that `metadata` has a value for.

    Presentation forms become letters, and lines broken at the width of a page are joined, before
    the article gets its id. Raises ArticleRefused, with `where` in its message, if the text or a
    field cannot be used.
    """
    text = join_broken_lines(normalise_forms(_SURROGATE.sub("\ufffd", text)))
    _require_text(text, where)
    fields = {field: _first_value(field, metadata, where) for field in _FIELDS}
    # Only http(s) URLs are kept: "javascript:" and the like must not reach a page or an export.
    fields["url"] = fields["url"] if _WEB_URL.match(fields["url"] or "") else None
    published, basis = publication_date.find(metadata, url=fields["url"], text=text, where=where)
    return Article(
        id=identity(text),
        text=text,
        published=published,
        name=_SURROGATE.sub("", name),
        published_basis=basis,
        **fields,
    )


def _first_value(field: str, metadata: Sequence[Metadata], where: str) -> str | None:
    for _, fields in metadata:
        value = fields.get(field)
        if not isinstance(value, str | None):
            raise ArticleRefused(f"{where}: '{field}' should be text in quotation marks")
        if value and value.strip():
            return _SURROGATE.sub("\ufffd", value.strip())
    return None


def _require_text(text: str, where: str) -> None:
    if not text.strip("\ufeff\0 \t\r\n"):
        raise ArticleRefused(f"{where}: is empty; put the article's text in it or remove it")
    if len(text) > ARTICLE:
        raise ArticleRefused(
            f"{where}: has {len(text):,} characters, more than {ARTICLE:,}; "
            "split it into its articles"
        )
    _require_few_strays(text, where)
    if mojibake := describe_mojibake(text[:SAMPLE]):
        raise ArticleRefused(
            f"{where}: is garbled: it looks like {mojibake}; save the original again as UTF-8"
        )
    _require_arabic(text, where)


def _require_few_strays(text: str, where: str) -> None:
    strays = (("\0", "NUL bytes"), ("\ufffd", "replacement signs, its letters are lost"))
    for character, description in strays:
        if text.count(character) > max(MAX_STRAYS, len(text) // 100):
            raise ArticleRefused(
                f"{where}: is full of {description}, so it is no text file; "
                "give the article as UTF-8 text"
            )


def _require_arabic(text: str, where: str) -> None:
    letters = len(_ANY_LETTER.findall(text))
    if not letters:
        raise ArticleRefused(
            f"{where}: holds no letter, only marks, figures or signs; give an Arabic article"
        )
    share = len(_ARABIC.findall(text)) / letters
    if share < ARABIC_SHARE:
        raise ArticleRefused(
            f"{where}: only {share:.0%} of its letters are Arabic; give an Arabic article"
        )
    if language := foreign_language(text):
        raise ArticleRefused(f"{where}: is in {language}, not in Arabic; give an Arabic article")
