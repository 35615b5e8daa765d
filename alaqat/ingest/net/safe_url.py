"""Where a link may lead: http and https only, and never to this machine or a private network."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import unquote

from urllib3.exceptions import HTTPError
from urllib3.util import parse_url

from alaqat.model.errors import ArticleRefused

Kind = Literal[
    "link",  # the link itself cannot be followed
    "address",  # it leads to this machine or a private network
    "robots",  # robots.txt says no
    "missing",  # 404, 410
    "closed",  # 401, 402, 403, 407, 451: not for everybody
    "wait",  # 429, or 503 with a time to wait
    "broken",  # 5xx, and answers that break off or are no HTTP
    "status",  # any other answer
    "unknown",  # no such name
    "refused",  # nobody listens there
    "slow",  # out of time
    "certificate",  # the server does not prove who it is
    "type",  # not a page, feed or document
    "size",  # too large
    "loop",  # too many redirects
]
# What may go well another time; the other kinds are final.
PASSING: Final = frozenset({"wait", "broken", "unknown", "refused", "slow", "certificate"})
PORTS: Final = {"http": 80, "https": 443}
LONGEST: Final = 2_000
_SCHEME: Final = re.compile(r"(https?)://", re.IGNORECASE)
_OTHER_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]{0,20}):(?!\d)", re.IGNORECASE)
_NAME: Final = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_FIGURE: Final = re.compile(r"\d+|0x[0-9a-f]*")
_LETTERS: Final = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_WORLD: Final = ipaddress.ip_network("2000::/3")


class LinkRefused(ArticleRefused):
    """A link brought no article: `host` and `kind` tell errors apart; `wait` is how many seconds the host asked for."""

    def __init__(
        self, where: str, why: str, *, kind: Kind, host: str = "", wait: float | None = None
    ) -> None:
        super().__init__(f"{shown(where)}: {why}")
        self.why, self.kind, self.host, self.wait = why, kind, host, wait

    @property
    def passing(self) -> bool:
        """Whether it may go well another time."""
        return self.kind in PASSING

    def of(self, link: Link, why: str) -> LinkRefused:
        """The same said of another link."""
        return LinkRefused(link.url, why, kind=self.kind, host=link.host, wait=self.wait)


@dataclass(frozen=True, slots=True)
class Link:
    """A link taken apart: `host` in ASCII without a last dot or brackets, `target` the path with its query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as robots.txt counts them; the port is left out where it is the usual one."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{name}" + (
            "" if self.port == PORTS[self.scheme] else f":{self.port}"
        )

    @property
    def url(self) -> str:
        """The link in its one spelling, without its fragment."""
        return self.origin + self.target


def shown(url: str) -> str:
    """`url` as messages show it: printable, not endless, and without a password."""
    readable = _LETTERS.sub(lambda hit: unquote(hit[0]), url[:LONGEST])
    plain = re.sub(
        r"(?<=//)[^/?#]*@", "", "".join(char if char.isprintable() else "?" for char in readable)
    )
    return plain if len(plain) <= 200 else plain[:199] + "…"


def link(url: str) -> Link:
    """`url` taken apart; raises LinkRefused where it cannot or must not be followed."""
    text = url.strip()
    scheme = _SCHEME.match(text)
    if scheme is None:
        raise LinkRefused(text, _no_scheme(text), kind="link")
    if len(text) > LONGEST:
        raise LinkRefused(
            text, f"is longer than {LONGEST:,} characters; give a shorter link", kind="link"
        )
    if "@" in re.split(r"[/?#]", text[scheme.end() :], maxsplit=1)[0]:
        raise LinkRefused(
            text, "has a name or password in it; give the link without them", kind="link"
        )
    try:
        parsed = parse_url(text)
    except (HTTPError, ValueError) as error:
        raise LinkRefused(text, "is no valid link; check its spelling", kind="link") from error
    host = _host(parsed.host or "", text)
    port = PORTS[scheme[1].lower()] if parsed.port is None else parsed.port
    if not port or parsed.auth is not None:
        raise LinkRefused(text, "is no valid link; check its spelling", kind="link")
    return Link(scheme[1].lower(), host, port, parsed.request_uri)


def _no_scheme(text: str) -> str:
    other = _OTHER_SCHEME.match(text)
    if other is None:
        return "is no link; write it out, beginning with https://"
    return f"links that begin with {other[1].lower()}: are not followed; give one that begins with https://"


def _host(host: str, where: str) -> str:
    """The name, or the address in its one spelling."""
    if host.startswith("["):
        try:
            return str(ipaddress.IPv6Address(host[1:-1]))
        except ValueError as error:
            raise LinkRefused(where, "is no valid link; check its spelling", kind="link") from error
    name = host.removesuffix(".").lower()
    if not _NAME.fullmatch(name) or len(name) > 253:
        raise LinkRefused(where, "is no valid link; check the name of its host", kind="link")
    if _FIGURE.fullmatch(name.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError as error:
            raise LinkRefused(
                where, "hides an address in figures; give the host's name", kind="address"
            ) from error
    return name


def literal(host: str) -> bool:
    """Whether `host` is an address and needs no look-up."""
    return ":" in host or bool(_FIGURE.fullmatch(host.rpartition(".")[2]))


def public(address: str) -> bool:
    """Whether `address` is one of the public internet; what cannot be read is not."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.scope_id:
            return False
        if found.ipv4_mapped:
            return public(str(found.ipv4_mapped))
        if found in _NAT64:
            return public(str(ipaddress.IPv4Address(found.packed[-4:])))
        if found not in _WORLD or found.teredo or found.sixtofour:
            return False
    return found.is_global and not (
        found.is_private
        or found.is_loopback
        or found.is_link_local
        or found.is_multicast
        or found.is_reserved
        or found.is_unspecified
    )
