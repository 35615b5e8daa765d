"""Manners towards hosts: robots.txt is kept, requests are spaced, who asks us to wait is left alone."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Final
from urllib.robotparser import RobotFileParser

from alaqat.ingest.net.safe_url import Link, LinkRefused

AGENT: Final = "Alaqat"
PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 10.0
# Seconds after which robots.txt is read again, that a host is left alone after an error, and at most when it asks so.
_FRESH: Final = 3600.0
_REST: Final = 60.0
_LONGEST_REST: Final = 86_400.0
# RFC 9309, 2.3.1.3: where there is no robots.txt for us, all is allowed.
_NO_RULES: Final = frozenset({"missing", "closed", "status", "loop"})
# What is true of a host, whichever of its pages is asked for.
_OF_HOST: Final = frozenset({"address", "wait", "unknown", "refused", "slow", "certificate"})


class Manners:
    """What is known of each host; safe to share between threads. `clock` counts seconds, `sleep` waits so many."""

    def __init__(
        self, *, clock: Callable[[], float], sleep: Callable[[float], object], pause: float = PAUSE
    ) -> None:
        self._clock, self._sleep, self._usual = clock, sleep, pause
        self._rules: dict[str, tuple[float, RobotFileParser]] = {}
        self._next: dict[str, float] = {}
        self._resting: dict[str, tuple[float, LinkRefused]] = {}
        self._lock = Lock()

    def ask_leave(self, link: Link, read: Callable[[str], bytes]) -> None:
        """Raise LinkRefused where robots.txt forbids `link`; `read` fetches it."""
        rules = self._of(link, read)
        if not rules.can_fetch(AGENT, link.url):
            raise LinkRefused(
                link.url, f"refused by the robots.txt of {link.host}", kind="robots", host=link.host
            )

    def _of(self, link: Link, read: Callable[[str], bytes]) -> RobotFileParser:
        until, rules = self._rules.get(link.origin, (0.0, RobotFileParser()))
        if self._clock() >= until:
            rules = RobotFileParser()
            rules.parse(self._lines(link, read))
            self._rules[link.origin] = self._clock() + _FRESH, rules
        return rules

    @staticmethod
    def _lines(link: Link, read: Callable[[str], bytes]) -> list[str]:
        try:
            return read(f"{link.origin}/robots.txt").decode("utf-8-sig", "replace").splitlines()
        except LinkRefused as refusal:
            if refusal.kind in _NO_RULES:
                return []
            why = (
                refusal.why
                if refusal.kind in _OF_HOST
                else f"needs the host's robots.txt, which {refusal.why}"
            )
            raise refusal.of(link, why) from refusal

    def pause(self, link: Link) -> None:
        """Wait until `link.host` may be asked again."""
        delay = self._usual
        if known := self._rules.get(link.origin):
            delay = max(delay, min(float(known[1].crawl_delay(AGENT) or 0), _LONGEST_PAUSE))
        with self._lock:
            now = self._clock()
            start = max(now, self._next.get(link.host, now))
            self._next[link.host] = start + delay
        if start > now:
            self._sleep(start - now)

    def leave_alone(self, link: Link, refusal: LinkRefused) -> None:
        """Where `refusal` is true of the whole host, do not ask it again before it has rested."""
        if refusal.kind in _OF_HOST:
            seconds = _REST if refusal.wait is None else min(refusal.wait, _LONGEST_REST)
            self._resting[link.origin] = self._clock() + seconds, refusal

    def refuse_resting(self, link: Link) -> None:
        """Raise LinkRefused, with what the host said, while it rests."""
        until, refusal = self._resting.get(link.origin, (0.0, None))
        if refusal is not None and self._clock() < until:
            raise refusal.of(link, refusal.why)
