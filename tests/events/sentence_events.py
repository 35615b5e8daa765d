"""One article told to the whole chain of stages, for the tests of this folder."""

from __future__ import annotations

from datetime import date

from alaqat import entities, events, quotes, timex
from alaqat.arabic.document import prepare
from alaqat.model.records import Article

PUBLISHED = date(2020, 1, 15)  # a Wednesday


def tell(text, published=PUBLISHED):
    """The events of `text`, dates that hang on events resolved."""
    document = prepare(Article("x", text, published))
    tagged, people = timex.tag(document), entities.find(document)
    said = quotes.find(document, people)
    found = events.find(document, tagged, people, said)
    return events.find(document, timex.resolve(tagged, document, found), people, said)


def one(text, plover, published=PUBLISHED):
    """The only event of a category that `text` reports."""
    (event,) = [event for event in tell(text, published) if event.plover == plover]
    return event


def names(actors):
    return [actor.name for actor in actors]
