"""Reads an article when it is imported: a process forked afterwards has the lexicons and rules loaded.

Also the libraries that a build imports only when it writes.
"""

import networkx  # noqa: F401 - imported for the processes forked afterwards
import pandera.pandas  # noqa: F401

from alaqat import readers
from alaqat.build.pipeline import annotate
from tests import builders

annotate(builders.visit_articles(1)[0], readers.named("rules"))
