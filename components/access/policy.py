"""Who may write, by the settings of the server and by what is known of a visit.

- `ALAQAT_READ_ONLY=1`: nobody may.
- `ALAQAT_SECRET`: whoever has signed in with it and a name.
- `ALAQAT_EDITORS` or `ALAQAT_EDITOR_CLAIM`: users of Streamlit's login (OpenID Connect) with a
  verified address of the list, or with the claim.
- None of these: whoever sits at the machine of the server. Everybody else reads.
"""

from __future__ import annotations

import getpass
import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from components.access import signing

SHORTEST_SECRET: Final = 12  # characters
_NO: Final = ("", "0", "no", "false", "off")


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who may write. `has_signed_in` is False for the local user, who signs freely."""

    name: str
    has_signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of a visit; `is_local` is decided by the guard, never by the visitor."""

    is_local: bool = False
    cookie: str | None = None
    user: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings. `claim` is the name of a claim and its value for editors."""

    is_read_only: bool = False
    secret: str = ""
    editors: frozenset[str] = frozenset()
    claim: tuple[str, str] | None = None

    @classmethod
    def from_env(cls) -> Policy:
        """The policy of the environment; a secret that is too short makes it read-only."""
        secret = os.environ.get("ALAQAT_SECRET", "")
        addresses = os.environ.get("ALAQAT_EDITORS", "").split(",")
        name, _, value = os.environ.get("ALAQAT_EDITOR_CLAIM", "").partition("=")
        is_set = os.environ.get("ALAQAT_READ_ONLY", "").strip().lower() not in _NO
        return cls(
            is_read_only=is_set or 0 < len(secret) < SHORTEST_SECRET,
            secret=secret,
            editors=frozenset(filter(None, (address.strip().lower() for address in addresses))),
            claim=(name.strip(), value.strip()) if name.strip() and value.strip() else None,
        )

    @property
    def has_login(self) -> bool:
        """True if users of Streamlit's login may be editors."""
        return bool(self.editors or self.claim)

    def editor(self, visit: Visit) -> Editor | None:
        """Who writes in this visit; None if it may only read."""
        if self.is_read_only:
            return None
        if self.secret and (name := signing.name_of(visit.cookie, self.secret)):
            return Editor(name, has_signed_in=True)
        if self.has_login and (name := self._editor_name(visit.user or {})):
            return Editor(name, has_signed_in=True)
        is_protected = bool(self.secret) or self.has_login
        return Editor(local_name()) if visit.is_local and not is_protected else None

    def _editor_name(self, user: Mapping[str, Any]) -> str | None:
        """The address or name of a logged-in user who is an editor."""
        if not user.get("is_logged_in"):
            return None
        address = str(user.get("email") or "").lower()
        # An identity provider may let its users enter any address; such a one is not verified.
        is_listed = address in self.editors and user.get("email_verified", True) is True
        if is_listed or self._has_claim(user):
            return address or str(user.get("name") or user.get("sub") or "") or None
        return None

    def _has_claim(self, user: Mapping[str, Any]) -> bool:
        if self.claim is None:
            return False
        name, value = self.claim
        held = user.get(name)
        return value in (held if isinstance(held, list | tuple) else [held])


def local_name() -> str:
    """The name of the user of this machine, "local" if it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "local"


def is_loopback(host: str) -> bool:
    """True for a name or address of this machine itself."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
