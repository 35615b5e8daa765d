"""Recognizes parties that do not take part in an event: sources, datelines, places."""

from __future__ import annotations

from alaqat.arabic.dateline import dateline_end
from alaqat.events.article_context import Segment
from alaqat.events.matched_words import Word, between
from alaqat.events.parties import Party
from alaqat.lexicon.categories import Category
from alaqat.lexicon.distances import distance


def is_bystander(segment: Segment, party: Party, text: str, category: Category) -> bool:
    """True if a party is only the place, the source or the dateline of an event of `category`."""
    begin = party.start - len(party.clitic)
    near = between(segment.words, begin - distance("event-location-word"), begin)
    return (
        _is_in_dateline(segment, party, text)
        or any(_is_location(word, party, text, category) for word in near)
        or _is_of_medium(segment, party, text)
    )


def _is_in_dateline(segment: Segment, party: Party, text: str) -> bool:
    """True for the place and agency from which a report was filed."""
    if party.end > segment.start + distance("event-dateline-length"):
        return False
    return _dateline_end(segment, text) >= party.end


def _dateline_end(segment: Segment, text: str) -> int:
    """The end of the dateline ("Dubai (CNN) --"); the segment's start if there is none.

    A dash after a verb belongs to the sentence.
    """
    end = dateline_end(text, segment.start, segment.end)
    if end is None:
        return segment.start
    words = between(segment.words, segment.start, end)
    has_verb = any(word.fires or word.has_cue("say") for word in words)
    return segment.start if has_verb else end


def _is_location(word: Word, party: Party, text: str, category: Category) -> bool:
    """True if the word before a party makes it a place ("the border with") or a backer."""
    gap = text[word.end : party.start - len(party.clitic)]
    return _has_location_cue(word, party, category) and len(gap.split()) <= 1


def _has_location_cue(word: Word, party: Party, category: Category) -> bool:
    if word.has_cue("aside") or (category.is_bodily and word.has_cue("border")):
        return True
    is_backer = word.has_cue("loyal") and party.kind != "body"
    return is_backer and not category.is_protest


def _is_of_medium(segment: Segment, party: Party, text: str) -> bool:
    """True if an adjective describes a medium or a source ("a British newspaper")."""
    if party.kind != "adjective":
        return False
    near = between(segment.words, party.start - distance("event-medium-word"), party.start)
    return any(word.has_cue("media") and _is_described(word, party, text) for word in near)


def _is_described(noun: Word, party: Party, text: str) -> bool:
    """True if an adjective follows a noun, with at most two words between them."""
    is_near = 0 <= party.start - noun.end <= distance("event-medium-gap")
    words = text[noun.end : party.start].split()
    return is_near and len(words) <= distance("event-medium-gap-words")
