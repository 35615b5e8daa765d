"""The events that all stages together find in a text."""

from __future__ import annotations

from datetime import date

from alaqat.build.pipeline import annotate
from tests import builders

PUBLISHED = date(2020, 1, 15)  # a Wednesday


def tell(text, published=PUBLISHED):
    """The events of `text`, with dates that are relative to events resolved."""
    return annotate(builders.article(text, published and published.isoformat())).events


def one(text, plover, published=PUBLISHED):
    """The only event of a category that `text` reports."""
    (event,) = [event for event in tell(text, published) if event.plover == plover]
    return event


def names(actors):
    return [actor.name for actor in actors]
