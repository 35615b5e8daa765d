from alaqat.ingest.article_builder import build_article
from alaqat.ingest.columns import FIELDS, guess_columns, parse_columns
from alaqat.ingest.metadata.date_parser import parse_date
from alaqat.ingest.readers.html_page import read_page
from alaqat.ingest.readers.registry import READERS, article, read

__all__ = [
    "FIELDS",
    "READERS",
    "article",
    "build_article",
    "guess_columns",
    "parse_columns",
    "parse_date",
    "read",
    "read_page",
]
