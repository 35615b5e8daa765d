"""URL checks against SSRF (server-side request forgery).

Only http and https, and never an address of this machine or of a private network.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal
from urllib.parse import unquote

from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

from alaqat.model.errors import ArticleRefused

Kind = Literal[
    "link",  # the URL is invalid or of another scheme
    "address",  # it leads to this machine or a private network
    "robots",  # robots.txt forbids it
    "missing",  # 404, 410
    "closed",  # 401, 402, 403, 407, 451
    "wait",  # 429, or 503 with Retry-After
    "broken",  # 5xx, incomplete responses, and responses that are not HTTP
    "status",  # any other status
    "unknown",  # the host's name cannot be resolved
    "refused",  # the connection was refused
    "slow",  # timed out
    "certificate",  # TLS failed
    "type",  # not a page, feed or document
    "size",  # too large
    "loop",  # too many redirects
]
# Errors that may go away; all others are final.
TEMPORARY: Final = frozenset({"wait", "broken", "unknown", "refused", "slow", "certificate"})
PORTS: Final = {"http": 80, "https": 443}
MAX_URL_LENGTH: Final = 2_000
_MAX_HOST_LENGTH: Final = 253  # RFC 1035, 2.3.4
_MAX_DISPLAY_LENGTH: Final = 200
_SCHEME: Final = re.compile(r"(https?)://", re.IGNORECASE)
_OTHER_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]{0,20}):(?!\d)", re.IGNORECASE)
_HOST_NAME: Final = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER: Final = re.compile(r"\d+|0x[0-9a-f]*")
_PERCENT_ENCODED: Final = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_CREDENTIALS: Final = re.compile(r"(?<=//)[^/?#]*@")
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_GLOBAL_UNICAST: Final = ipaddress.ip_network("2000::/3")


class LinkRefused(ArticleRefused):
    """A URL that gave no article: `kind` and `host` of the error, the `reason` in words.

    `wait` is the number of seconds that the host asked for (Retry-After).
    """

    def __init__(
        self, url: str, reason: str, *, kind: Kind, host: str = "", wait: float | None = None
    ) -> None:
        super().__init__(f"{display_url(url)}: {reason}")
        self.reason, self.kind, self.host, self.wait = reason, kind, host, wait
        self._url = url

    def __reduce__(self) -> tuple[Any, ...]:
        """How another process makes the same error."""
        return partial(LinkRefused, kind=self.kind), (self._url, self.reason), self.__dict__

    @property
    def is_temporary(self) -> bool:
        """True if a later attempt may succeed."""
        return self.kind in TEMPORARY

    def for_link(self, link: Link, reason: str) -> LinkRefused:
        """The same error of another URL."""
        return LinkRefused(link.url, reason, kind=self.kind, host=link.host, wait=self.wait)


@dataclass(frozen=True, slots=True)
class Link:
    """A parsed URL: `host` in ASCII without final dot or brackets, `target` path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port (the latter only if it is not the default), as in robots.txt."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The normalised URL, without its fragment."""
        return self.origin + self.target


def display_url(url: str) -> str:
    """`url` for messages: printable, shortened, and without credentials."""
    readable = _PERCENT_ENCODED.sub(lambda match: unquote(match[0]), url[:MAX_URL_LENGTH])
    printable = "".join(char if char.isprintable() else "?" for char in readable)
    plain = _CREDENTIALS.sub("", printable)
    if len(plain) <= _MAX_DISPLAY_LENGTH:
        return plain
    return plain[: _MAX_DISPLAY_LENGTH - 1] + "…"


def parse_link(url: str) -> Link:
    """The parsed URL; raises LinkRefused if it is invalid or must not be followed."""
    text = url.strip()
    scheme = _SCHEME.match(text)
    if scheme is None:
        raise LinkRefused(text, _describe_scheme(text), kind="link")
    if len(text) > MAX_URL_LENGTH:
        raise LinkRefused(
            text, f"is longer than {MAX_URL_LENGTH:,} characters; give a shorter link", kind="link"
        )
    if "@" in re.split(r"[/?#]", text[scheme.end() :], maxsplit=1)[0]:
        raise LinkRefused(
            text, "has a name or password in it; give the link without them", kind="link"
        )
    parsed = _parsed(text)
    host = _normalised_host(parsed.host or "", text)
    name = scheme[1].lower()
    port = PORTS[name] if parsed.port is None else parsed.port
    if not port or parsed.auth is not None:
        raise _invalid(text)
    return Link(name, host, port, parsed.request_uri)


def _parsed(url: str) -> Url:
    try:
        return parse_url(url)
    except (HTTPError, ValueError) as error:
        raise _invalid(url) from error


def _invalid(url: str) -> LinkRefused:
    return LinkRefused(url, "is no valid link; check its spelling", kind="link")


def _describe_scheme(text: str) -> str:
    other = _OTHER_SCHEME.match(text)
    if other is None:
        return "is no link; write it out, beginning with https://"
    return (
        f"links that begin with {other[1].lower()}: are not followed; "
        "give one that begins with https://"
    )


def _normalised_host(host: str, url: str) -> str:
    """The host's name in lower case, or its address in canonical form."""
    if host.startswith("["):
        try:
            return str(ipaddress.IPv6Address(host[1:-1]))
        except ValueError as error:
            raise _invalid(url) from error
    name = host.removesuffix(".").lower()
    if not _HOST_NAME.fullmatch(name) or len(name) > _MAX_HOST_LENGTH:
        raise LinkRefused(url, "is no valid link; check the name of its host", kind="link")
    if not is_ip_address(name):
        return name
    try:
        return str(ipaddress.IPv4Address(name))
    except ValueError as error:
        raise LinkRefused(
            url, "hides an address in figures; give the host's name", kind="address"
        ) from error


def is_ip_address(host: str) -> bool:
    """True if `host` is an address and not a name.

    A host that ends in a number is one too, as systems read 0x7f.1 or 2130706433 as addresses.
    """
    return ":" in host or _NUMBER.fullmatch(host.rpartition(".")[2]) is not None


def is_public(address: str) -> bool:
    """True if `address` is a public one. IPv4 addresses inside IPv6 ones count as themselves."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return _is_global(parsed)
    if parsed.scope_id:
        return False
    embedded = _embedded_ipv4(parsed)
    return _is_global(embedded) if embedded else _is_global_ipv6(parsed)


def _embedded_ipv4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in a mapped (::ffff:0:0/96) or NAT64 (RFC 6052) address."""
    if address in _NAT64:
        return ipaddress.IPv4Address(address.packed[-4:])
    return address.ipv4_mapped


def _is_global_ipv6(address: ipaddress.IPv6Address) -> bool:
    """True if the address is global unicast and not a tunnel (Teredo, 6to4) to an IPv4 address."""
    is_tunnel = address.teredo is not None or address.sixtofour is not None
    return address in _GLOBAL_UNICAST and not is_tunnel and _is_global(address)


def _is_global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """True if no special range of the IANA registries holds the address."""
    special = (
        address.is_private,
        address.is_loopback,
        address.is_link_local,
        address.is_multicast,
        address.is_reserved,
        address.is_unspecified,
    )
    return address.is_global and not any(special)
