"""Signing in with the shared secret: a form, the cookie that it gives, and signing out."""

from __future__ import annotations

import time
from collections import deque
from typing import Final

from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from components.access import signing
from components.access.plain_page import page, words_of
from components.access.policy import Policy
from components.i18n.escape import escape
from components.i18n.words import Words

PATH: Final = "/sign-in"
# Attempts that may fail within a minute, of one address; addresses that are remembered.
ATTEMPTS, MINUTE, ADDRESSES = 10, 60.0, 10_000
_LONGEST_FORM: Final = 4_096  # bytes
_failures: LRUCache[str, deque[float]] = LRUCache(ADDRESSES)


async def show(request: Request) -> Response:
    """The form, the way out for who has signed in, or a note that there is none."""
    words, secret = words_of(request.headers, _lang(request)), Policy.from_env().secret
    name = signing.name_of(request.cookies.get(signing.COOKIE), secret) if secret else None
    return HTMLResponse(_way_out(words, name) if name else _form(words), 200 if secret else 404)


async def sign_in(request: Request) -> Response:
    """Give the cookie for the right secret and a name, and lead to the sources."""
    words = words_of(request.headers, _lang(request))
    address = request.client.host if request.client else ""
    if _is_too_often(address):
        return HTMLResponse(_form(words, words.t("Too many attempts; wait a minute.")), 429)
    length = request.headers.get("content-length", "")
    if not (length.isdigit() and int(length) <= _LONGEST_FORM):
        return HTMLResponse(_form(words), 413)
    form, secret = await request.form(), Policy.from_env().secret
    name = " ".join(str(form.get("name", "")).split())[: signing.LONGEST_NAME]
    if not (secret and name and signing.is_secret(str(form.get("secret", "")), secret)):
        _failures.setdefault(address, deque(maxlen=ATTEMPTS)).append(time.monotonic())
        return HTMLResponse(_form(words, words.t("The name is missing or the secret wrong.")), 403)
    answer = RedirectResponse(f"./sources?lang={words.lang}", 303)
    answer.set_cookie(
        signing.COOKIE,
        signing.cookie_of(name, secret),
        max_age=signing.HOURS * 3600,
        secure=_is_encrypted(request),
        httponly=True,
        samesite="strict",
    )
    return answer


async def sign_out(request: Request) -> Response:
    """Take the cookie back and lead to the first page."""
    answer = RedirectResponse(f"./?lang={words_of(request.headers, _lang(request)).lang}", 303)
    answer.delete_cookie(signing.COOKIE, httponly=True, samesite="strict")
    return answer


def _is_too_often(address: str) -> bool:
    times = _failures.get(address, deque())
    return len(times) == ATTEMPTS and time.monotonic() - times[0] < MINUTE


def _is_encrypted(request: Request) -> bool:
    forwarded = request.headers.get("x-forwarded-proto", "")
    return "https" in (request.url.scheme, forwarded.split(",")[0].strip())


def _lang(request: Request) -> str | None:
    lang = request.query_params.get("lang")
    return lang if lang in ("ar", "en") else None


def _way_out(words: Words, name: str) -> str:
    text = words.t("You write as {name}.", name=name)
    button = f"<button>{escape(words.t('Sign out'))}</button>"
    action = f"./sign-out?lang={words.lang}"
    body = f'<p>{escape(text)}</p><form method="post" action="{action}">{button}</form>'
    return page(words, words.t("Sign out"), body)


def _form(words: Words, problem: str = "") -> str:
    note = f'<p role="alert">{escape(problem)}</p>' if problem else ""
    if not Policy.from_env().secret:
        text = words.t("Nobody can sign in here: no secret is set.")
        return page(words, words.t("Sign in"), f"<p>{escape(text)}</p>")
    fields = (("name", "text", words.t("Your name")), ("secret", "password", words.t("Secret")))
    boxes = "".join(
        f'<label>{escape(label)}<input name="{name}" type="{kind}" required '
        f'maxlength="{signing.LONGEST_NAME if name == "name" else 200}"></label>'
        for name, kind, label in fields
    )
    button = f"<button>{escape(words.t('Sign in'))}</button>"
    action = f".{PATH}?lang={words.lang}"
    body = f'{note}<form method="post" action="{action}">{boxes}{button}</form>'
    return page(words, words.t("Sign in"), body)


ROUTES: Final = (
    Route(PATH, show, methods=["GET"]),
    Route(PATH, sign_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
)
