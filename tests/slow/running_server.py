"""Servers that run while a test asks them, and what a session finds on their pages."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress

import urllib3

from bench.sessions import Session
from tests.conftest import ROOT


@contextmanager
def serving(store, *options, **variables):
    """The address of a server of `store` with options of Streamlit and variables of the environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "ALAQAT_STORE": str(store), **variables}
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        *options,
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(300):
            with suppress(urllib3.exceptions.HTTPError), connected() as pool:
                pool.request("GET", f"{address}/healthz")
                break
            assert process.poll() is None, "the server stopped before it answered"
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def connected():
    """A pool of connections, closed at the end."""
    with urllib3.PoolManager(retries=False) as pool:
        yield pool


def buttons(address, page, query="lang=en", clicked="", xsrf="", **headers):
    """The labels and ids of the buttons of a page, after a click on the button with an id."""
    with Session(address, page, headers=headers, xsrf=xsrf) as session:
        session.run(query)
        if clicked:
            session.run(query, **{clicked: True})
        found = [one.button for one in session.elements if one.WhichOneof("type") == "button"]
    return {button.label: button.id for button in found}
