"""The messages to a model: the prompt, a part of the article between marks, a request to repair."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Final

from alaqat.lexicon.prompt_files import Prompt
from alaqat.readers.endpoint.chat_client import Message

_MARK_LENGTH: Final = 12
# Of an answer that cannot be read so much is sent back.
_LONGEST_REPAIRED: Final = 6000


def first_messages(prompt: Prompt, text: str, published: date | None) -> list[Message]:
    """The prompt, and the article between marks that its text cannot contain."""
    mark = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_MARK_LENGTH]
    day = published.isoformat() if published else "unknown"
    article = f"Published: {day}\n<article-{mark}>\n{text}\n</article-{mark}>"
    return [{"role": "system", "content": prompt.text}, {"role": "user", "content": article}]


def repair_messages(messages: Sequence[Message], answer: str, problem: Exception) -> list[Message]:
    """The same conversation with the answer, its problem, and the request to repair it."""
    request = (
        f"Your answer cannot be used: {problem}. Answer again with one JSON object that has the "
        'lists "events" and "quotes", and with nothing else.'
    )
    return [
        *messages,
        {"role": "assistant", "content": answer[:_LONGEST_REPAIRED]},
        {"role": "user", "content": request},
    ]
