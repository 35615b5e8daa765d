"""The noun phrase that a clause or sentence begins with, behind its particles and dateline."""

from __future__ import annotations

from alaqat.arabic.dateline import agency_dateline_end
from alaqat.model.records import Sentence
from alaqat.quotes import speakers
from alaqat.quotes.document_index import View
from alaqat.quotes.quote_lexicon import noun, parts
from alaqat.quotes.speakers import Speaker


def told_from(view: View, sentence: Sentence) -> int:
    """Where a sentence begins to tell: after the place and the agency that it is dated from («دبي (CNN)—»)."""
    return agency_dateline_end(view.text, sentence.fstart, sentence.fend) or sentence.fstart


def main_subject(view: View, start: int, stop: int, *, retry: bool = True) -> Speaker | None:
    """The subject of the main verb of `start:stop`; after a leading adverbial phrase, that of what its comma ends."""
    for token in view.tokens(start, stop, 12):
        roles = parts(token.text)
        if "lead" in roles or not token.text[0].isalnum():
            continue
        naming = view.naming_in(token.start, token.end)
        if retry and (
            {"soft", "breaker"} & roles or (naming is not None and naming.start > token.start + 1)
        ):
            comma = view.text.find("،", token.end, min(stop, token.end + 160))
            return main_subject(view, comma + 1, stop, retry=False) if comma >= 0 else None
        nominal = naming is not None or noun(token.text) is not None
        found = speakers.subject(view, token.start if nominal else token.end, stop)
        return found if found is not None and (found.known or found.strange) else None
    return None


def topic(view: View, start: int, stop: int) -> Speaker | None:
    """The noun phrase a clause begins with, its leading particles skipped."""
    for token in view.tokens(start, stop, 12):
        if "lead" in parts(token.text) or not token.text[0].isalnum():
            continue
        return None if view.is_cue(token.start) else speakers.subject(view, token.start, stop)
    return None
