"""The rights of a session: who writes in it, and the notice for those who only read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.access import sign_in, signing
from components.access.guard import LOCAL_HEADER
from components.access.policy import Editor, Policy, Visit
from components.i18n.escape import escape
from components.i18n.words import Words


class NotAllowed(Exception):
    """The session may only read."""


def editor() -> Editor | None:
    """Who writes in this session, looked up at each use; None if it may only read."""
    policy = Policy.from_env()
    is_local = st.context.headers.get(LOCAL_HEADER) == "1"
    user = _user() if policy.has_login else None
    return policy.editor(Visit(is_local, st.context.cookies.get(signing.COOKIE), user))


def required_editor() -> Editor:
    """Who writes in this session. Raises NotAllowed; every form asks before it writes."""
    found = editor()
    if found is None:
        raise NotAllowed
    return found


def _user() -> Mapping[str, Any]:
    """The claims of a user of Streamlit's login; empty without one."""
    return st.user.to_dict()


def draw_notice(words: Words) -> None:
    """Draw the note that the session may only read, with the way to sign in if there is one."""
    policy = Policy.from_env()
    text = words.t("You can read everything here; only editors add, take out and correct.")
    st.html(f'<p class="notice" role="status">{escape(text)}</p>')
    if policy.is_read_only:
        return
    if policy.secret:
        st.html(f"<p>{_link(words, words.t('Sign in'))}</p>")
    if policy.has_login and not _user().get("is_logged_in"):
        st.button(words.t("Sign in with your account"), key="log_in", on_click=st.login)


def draw_signed_in(words: Words, found: Editor) -> None:
    """Draw the name of an editor who signed in, with the way out."""
    if not found.has_signed_in:
        return
    text = words.t("You write as {name}.", name=found.name)
    way_out = words.t("Sign out")
    if Policy.from_env().has_login and _user().get("is_logged_in"):
        st.html(f'<p class="meta">{escape(text)}</p>')
        st.button(way_out, key="log_out", type="tertiary", on_click=st.logout)
        return
    st.html(f'<p class="meta">{escape(text)} {_link(words, way_out)}</p>')


def _link(words: Words, label: str) -> str:
    """A link to the sign-in page, which is no page of Streamlit: without ./ it is loaded whole."""
    address = f"{sign_in.PATH.removeprefix('/')}?lang={words.lang}"
    return f'<a href="{address}" target="_self">{escape(label)}</a>'
