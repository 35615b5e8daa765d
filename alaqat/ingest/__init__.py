from alaqat.ingest.columns import FIELDS, guess, parse
from alaqat.ingest.days import day
from alaqat.ingest.doors import DOORS, article, read, uploaded
from alaqat.ingest.finish import finish, identity
from alaqat.ingest.webpage import page

__all__ = ["DOORS", "FIELDS", "article", "day", "finish", "guess", "identity", "page", "parse", "read", "uploaded"]
