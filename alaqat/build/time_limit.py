"""A limit of time for one article, so that a text that takes for ever does not stop a batch."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from alaqat.model.errors import ArticleTooSlow

# The limit is for so many characters; a longer text has as many times the limit.
CHARACTERS: Final = 100_000


@contextmanager
def time_limit(seconds: float, length: int) -> Iterator[None]:
    """Raise ArticleTooSlow if the block takes longer than `seconds` for each 100,000 characters.

    `length` is that of the text. Seconds are processor time of this process, so that a busy machine
    refuses no article that an idle one takes. The signal of a timer ends the block, which also ends
    a regular expression: it works in the main thread of a process, so in serial builds and in
    workers. In another thread, inside another limit, or with `seconds` 0, there is no limit.
    """
    allowed = seconds * max(1, -(-length // CHARACTERS))
    if not allowed or not _can_be_limited():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise ArticleTooSlow(
            f"took longer than {allowed:g} s and was left out; "
            "ALAQAT_ARTICLE_SECONDS sets the limit, 0 takes it away"
        )

    earlier = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, allowed)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, earlier)


def _can_be_limited() -> bool:
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
