"""The Host and Origin of a request: which are accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import SplitResult, urlsplit

_PORTS: Final = {"http": 80, "ws": 80, "https": 443, "wss": 443}


def host_name(host: str | None) -> str | None:
    """The name or address of a Host header in small letters; None if it is no plain host."""
    parts = _split(f"//{host}") if host else None
    if parts is None or parts.netloc != host:
        return None
    return (parts.hostname or "").rstrip(".") or None


def is_allowed_host(host: str | None, allowed: Iterable[str]) -> bool:
    """True if a Host header names one of `allowed`: `name`, `*.name` or `*`."""
    name = host_name(host)
    if name is None:
        return False
    patterns = [pattern.strip().lower().strip("[]").rstrip(".") for pattern in allowed]
    return any(
        pattern in ("*", name) or (pattern.startswith("*.") and name.endswith(pattern[1:]))
        for pattern in patterns
    )


def is_same_origin(origin: str | None, host: str | None) -> bool:
    """True if a page of `origin` is one of this server, port included, or there is no origin.

    A browser sends an origin with every write and every WebSocket.
    """
    if origin is None:
        return True
    page = _split(origin)
    if page is None or page.scheme not in _PORTS or not host:
        return False
    server = _split(f"{page.scheme}://{host}")
    return server is not None and _address(page) == _address(server)


def _split(address: str) -> SplitResult | None:
    """The parts of an address without a user, path or query; None for any other."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises ValueError where it is none
    except ValueError:
        return None
    return None if "@" in parts.netloc or parts.path or parts.query or parts.fragment else parts


def _address(parts: SplitResult) -> tuple[str, int]:
    return (parts.hostname or "").rstrip("."), parts.port or _PORTS[parts.scheme]
