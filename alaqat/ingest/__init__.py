from alaqat.ingest.article_builder import finish, identity
from alaqat.ingest.columns import FIELDS, guess, parse
from alaqat.ingest.metadata.date_parser import day
from alaqat.ingest.readers.html_page import page
from alaqat.ingest.readers.registry import DOORS, article, read, uploaded

__all__ = [
    "DOORS",
    "FIELDS",
    "article",
    "day",
    "finish",
    "guess",
    "identity",
    "page",
    "parse",
    "read",
    "uploaded",
]
