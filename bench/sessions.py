"""Sessions that speak Streamlit's WebSocket protocol, without a browser.

A session opens a page, then changes its address (as a click on a filter does) and waits until the
script has run. The server sends the page's parts with hashes for what it sent before; a session
reads only what it needs: the beginning and the end of a run, and how many bytes came.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LIMIT: Final = 120.0  # seconds for a run
LARGEST: Final = 64 << 20  # bytes of a message


class Refused(Exception):
    """The server did not take the session."""


@dataclass(slots=True)
class Session:
    """An open session at `address` (http://HOST:PORT); `page` is the name of its page.

    `xsrf` is the token that the server asks of a browser before it reads the cookie of a login.
    """

    address: str
    page: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    origin: str | None = None
    xsrf: str = ""
    received: int = 0
    elements: list[Any] = field(default_factory=list)
    redirect: str = ""
    _connection: ClientConnection | None = None
    _open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Session:
        parts = urlsplit(self.address)
        try:
            opened = connect(
                f"ws://{parts.netloc}/_stcore/stream",
                subprotocols=["streamlit", *filter(None, [self.xsrf])],  # type: ignore[list-item]
                origin=self.origin or self.address,  # type: ignore[arg-type]
                additional_headers=dict(self.headers),
                max_size=LARGEST,
                compression=None,
                ping_interval=None,
            )
            self._connection = self._open.enter_context(opened)
        except Exception as error:
            raise Refused(str(error)) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def run(self, query: str = "", **widgets: Any) -> float:
        """Run the page with another query and changed widgets; seconds until the run has ended.

        `elements` are the elements of the page after it, `redirect` is where the page sends its
        reader to sign in; `widgets` are states by id.
        """
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = self.page
        for name, value in widgets.items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id = name
            setattr(state, "trigger_value" if value is True else "string_value", value)
        began = time.perf_counter()
        self.send(message)
        self._wait_for_end(began)
        return time.perf_counter() - began

    def send(self, message: BackMsg) -> None:
        """Send a message of any kind."""
        assert self._connection is not None  # noqa: S101 - it is used inside `with`
        self._connection.send(message.SerializeToString())

    def _wait_for_end(self, began: float) -> None:
        assert self._connection is not None  # noqa: S101 - it is used inside `with`
        self.elements = []
        has_begun = False
        while True:
            data = self._connection.recv(timeout=max(0.1, LIMIT - (time.perf_counter() - began)))
            self.received += len(data)
            message = ForwardMsg()
            message.ParseFromString(data if isinstance(data, bytes) else data.encode())
            kind = message.WhichOneof("type")
            has_begun = has_begun or kind == "new_session"
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self.elements.append(message.delta.new_element)
            if kind == "auth_redirect":
                self.redirect = message.auth_redirect.url
            if has_begun and kind == "script_finished":
                return
