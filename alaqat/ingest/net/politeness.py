"""robots.txt, per-host delay, and back-off after errors and Retry-After."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Final

from protego import Protego

from alaqat.ingest.net.safe_url import Link, LinkRefused

AGENT: Final = "Alaqat"
DELAY: Final = 1.0
_MAX_DELAY: Final = 10.0
# Seconds: how long a robots.txt is used, the back-off after an error, and the longest Retry-After.
_ROBOTS_LIFETIME: Final = 3600.0
_BACK_OFF: Final = 60.0
_MAX_BACK_OFF: Final = 86_400.0
# RFC 9309, 2.3.1.3: a robots.txt that is not available allows everything.
_UNAVAILABLE: Final = frozenset({"missing", "closed", "status", "loop"})
# Errors of a whole host, whichever of its pages is requested.
_HOST_ERRORS: Final = frozenset({"address", "wait", "unknown", "refused", "slow", "certificate"})


class Politeness:
    """The robots.txt, delay and back-off of each host; threads may share it.

    `clock` returns seconds, `sleep` waits for seconds, `delay` is the least time between two
    requests to a host in seconds.
    """

    def __init__(
        self, *, clock: Callable[[], float], sleep: Callable[[float], object], delay: float = DELAY
    ) -> None:
        self._clock, self._sleep, self._delay = clock, sleep, delay
        self._robots: dict[str, tuple[float, Protego]] = {}
        self._next_request: dict[str, float] = {}
        self._backed_off: dict[str, tuple[float, LinkRefused]] = {}
        self._lock = Lock()

    def check_robots(self, link: Link, fetch: Callable[[str], bytes]) -> None:
        """Raise LinkRefused if robots.txt forbids `link`; `fetch` returns the body of a URL."""
        if not self._robots_of(link, fetch).can_fetch(link.url, AGENT):
            raise LinkRefused(
                link.url, f"refused by the robots.txt of {link.host}", kind="robots", host=link.host
            )

    def _robots_of(self, link: Link, fetch: Callable[[str], bytes]) -> Protego:
        expires, robots = self._robots.get(link.origin, (None, None))
        if robots is None or expires is None or self._clock() >= expires:
            robots = Protego.parse(_robots_text(link, fetch))
            self._robots[link.origin] = self._clock() + _ROBOTS_LIFETIME, robots
        return robots

    def wait_for_turn(self, link: Link) -> None:
        """Wait until the next request to `link.host` is allowed."""
        delay = self._delay
        if cached := self._robots.get(link.origin):
            delay = max(delay, min(cached[1].crawl_delay(AGENT) or 0.0, _MAX_DELAY))
        with self._lock:
            now = self._clock()
            start = max(now, self._next_request.get(link.host, now))
            self._next_request[link.host] = start + delay
        if start > now:
            self._sleep(start - now)

    def back_off(self, link: Link, refusal: LinkRefused) -> None:
        """If `refusal` concerns the whole host, send it no request for a while."""
        if refusal.kind in _HOST_ERRORS:
            seconds = _BACK_OFF if refusal.wait is None else min(refusal.wait, _MAX_BACK_OFF)
            self._backed_off[link.origin] = self._clock() + seconds, refusal

    def raise_if_backed_off(self, link: Link) -> None:
        """Raise the refusal that caused the back-off, for `link`, until it is over."""
        until, refusal = self._backed_off.get(link.origin, (0.0, None))
        if refusal is not None and self._clock() < until:
            raise refusal.for_link(link, refusal.reason)


def _robots_text(link: Link, fetch: Callable[[str], bytes]) -> str:
    """The robots.txt of the link's origin, empty if there is none; raises LinkRefused."""
    try:
        return fetch(f"{link.origin}/robots.txt").decode("utf-8-sig", "replace")
    except LinkRefused as refusal:
        if refusal.kind in _UNAVAILABLE:
            return ""
        if refusal.kind in _HOST_ERRORS:
            raise refusal.for_link(link, refusal.reason) from refusal
        reason = f"needs the host's robots.txt, which {refusal.reason}"
        raise refusal.for_link(link, reason) from refusal
