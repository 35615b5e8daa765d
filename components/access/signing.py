"""The cookie of an editor who signed in with the shared secret: a name, signed and dated.

The key is derived from the secret, so that another secret ends all sessions.
"""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Final

from itsdangerous import BadData, URLSafeTimedSerializer

COOKIE: Final = "alaqat_editor"
HOURS: Final = 12
_SALT: Final = "alaqat editor"
LONGEST_NAME: Final = 80  # characters


def is_secret(given: str, secret: str) -> bool:
    """True if both are equal; the time that it takes says nothing about where they differ."""
    return hmac.compare_digest(given.encode(), secret.encode())


def cookie_of(name: str, secret: str) -> str:
    """The signed cookie of an editor."""
    return _serializer(secret).dumps(name)


def name_of(cookie: str | None, secret: str) -> str | None:
    """The name in a cookie; None if it is forged, of another secret, or older than HOURS."""
    if not cookie:
        return None
    try:
        name = _serializer(secret).loads(cookie, max_age=HOURS * 3600)
    except BadData:
        return None
    return name if isinstance(name, str) else None


def _serializer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=_SALT, signer_kwargs={"digest_method": sha256})
