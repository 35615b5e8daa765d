"""Finds speakers whose words can name nobody: punctuation, prepositions, adverbs, participles.

Usage: python tools/speaker_words.py CORPUS [NUMBER]

CORPUS is anything that `annotate` reads, such as a file of JSON lines; NUMBER (5,000) of its
articles, evenly spaced, are read. Each such speaker is printed with its article, its cue and its
words; then come the numbers of articles and of quotes, by how much is known of the speaker.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat import entities, ingest, quotes
from alaqat.arabic.document import prepare
from alaqat.arabic.fold import folded
from alaqat.model.records import Article, Quote
from alaqat.quotes.quote_lexicon import is_adjective, word_roles
from alaqat.quotes.speaker_lexicon import speaker_noun

NUMBER = 5_000
_EMPTY = frozenset({"soft", "breaker", "adverb", "pronominal", "an", "bi", "lead"})


def sample(articles: Iterable[Article], number: int) -> Sequence[Article]:
    """At most `number` of the articles, evenly spaced."""
    every = list(articles)
    step = max(1, len(every) // number)
    return every[::step][:number]


def corpus(path: Path, number: int = NUMBER) -> Sequence[Article]:
    """At most `number` articles of a corpus."""
    return sample((one for one in ingest.read(path) if isinstance(one, Article)), number)


def found_quotes(articles: Iterable[Article]) -> Iterator[tuple[Article, Quote]]:
    """Every quote of the articles."""
    for article in articles:
        document = prepare(article)
        for quote in quotes.find(document, entities.find(document)):
            yield article, quote


def is_empty(quote: Quote) -> bool:
    """True if no word of a speaker without name and description can name anyone."""
    if quote.speaker is not None or not quote.speaker_text:
        return False
    return all(map(_is_empty_word, folded(quote.speaker_text).split()))


def _is_empty_word(word: str) -> bool:
    """True for punctuation, and for a preposition, an adverb or a participle."""
    letters = word.strip("\"'«»“”().،,:;؛!?؟-–—[]")
    if not letters or not _EMPTY.isdisjoint(word_roles(letters)):
        return True
    return is_adjective(letters) and speaker_noun(letters) is None


def knowledge(quote: Quote) -> str:
    """How much a quote says of its speaker: a name or description, words of the text, nothing."""
    if quote.speaker is not None:
        return "named"
    return "words" if quote.speaker_text else "none"


def main(arguments: Sequence[str]) -> None:
    """Print the empty speakers of a corpus, and the counts."""
    chosen = corpus(Path(arguments[0]), *map(int, arguments[1:2]))
    counts: Counter[str] = Counter()
    for article, quote in found_quotes(chosen):
        counts[knowledge(quote)] += 1
        if is_empty(quote):
            counts["empty"] += 1
            print(article.id, quote.cue, quote.speaker_text, quote.text[:60], sep="\t")
    print(
        f"{len(chosen)} articles", *(f"{count} {name}" for name, count in counts.items()), sep="; "
    )


if __name__ == "__main__":
    main(sys.argv[1:])
