"""A server, and a reader that asks it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alaqat.build.pipeline import annotate
from alaqat.readers.endpoint.chat_client import ChatClient
from alaqat.readers.endpoint.endpoint_reader import EndpointReader
from alaqat.readers.endpoint.endpoint_settings import EndpointSettings
from tests.readers.endpoint import chat_server


@pytest.fixture
def server():
    with chat_server.running() as running:
        yield running


@pytest.fixture
def make_reader(server, tmp_path):
    """A function that makes readers of the server; its waits are kept in the list `waits`."""
    waits = []

    def make(**changes):
        settings = replace(
            EndpointSettings(server.address, "toy", "secret-key", tmp_path / "answers", timeout=5),
            **changes,
        )
        reader = EndpointReader(settings)
        if settings.address:
            reader._client = ChatClient(settings, reader.budget, sleep=waits.append)
        return reader

    make.waits = waits
    return make


@pytest.fixture
def read(server, make_reader):
    """A function that annotates an article with the endpoint, which answers with `content`."""

    def run(article, content, **changes):
        server.replies = [chat_server.completion(content)]
        return annotate(article, make_reader(**changes))

    return run
