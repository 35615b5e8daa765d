"""Reads an article when it is imported: a process forked afterwards has the lexicons and rules loaded."""

from alaqat import readers
from alaqat.build.pipeline import annotate
from tests import builders

annotate(builders.visit_articles(1)[0], readers.named("rules"))
