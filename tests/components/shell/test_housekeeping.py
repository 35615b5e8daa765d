"""What closed sessions leave is freed."""

import asyncio
import gc
from types import SimpleNamespace
from weakref import ref

import pytest

from components.shell import housekeeping


class Uploads:
    """Streamlit's store of uploads, with files of three sessions."""

    def __init__(self) -> None:
        self.file_storage = {
            name: {"file": SimpleNamespace(data=b"x" * size)}
            for name, size in (("open", 3), ("resumable", 5), ("ended", 7))
        }

    def remove_session_files(self, session):
        """Remove the files of a session."""
        del self.file_storage[session]


@pytest.fixture
def uploads(monkeypatch):
    uploads = Uploads()
    instance = SimpleNamespace(
        uploaded_file_mgr=uploads, is_active_session=lambda session: session == "open"
    )
    monkeypatch.setattr(housekeeping.runtime, "exists", lambda: True)
    monkeypatch.setattr(housekeeping.runtime, "get_instance", lambda: instance)
    return uploads


@pytest.fixture
def unfrozen():
    yield
    gc.unfreeze()


def test_the_bytes_of_uploads_are_counted_by_session(uploads):
    assert housekeeping.uploaded_bytes() == {"open": 3, "resumable": 5, "ended": 7}


def test_uploads_of_a_session_that_ended_are_removed(uploads):
    housekeeping.remove_uploads({"resumable"})
    assert set(uploads.file_storage) == {"open", "resumable"}


def test_without_a_server_there_are_no_uploads(monkeypatch):
    monkeypatch.setattr(housekeeping.runtime, "exists", lambda: False)
    assert housekeeping.uploaded_bytes() == {}
    assert housekeeping._resumable_sessions() == frozenset()


def test_what_was_frozen_and_died_is_collected_by_the_next_freeze(unfrozen):
    class Node:
        pass

    node = Node()
    node.itself, seen = node, ref(node)
    housekeeping.freeze()
    del node
    gc.collect()
    assert seen() is not None
    housekeeping.freeze()
    assert seen() is None


def test_tidying_freezes_after_a_session_ended_or_many_objects(uploads, monkeypatch, unfrozen):
    frozen = []
    monkeypatch.setattr(housekeeping, "freeze", lambda: frozen.append(1))
    housekeeping.tidy(has_ended=True)
    assert len(frozen) == 1
    monkeypatch.setattr(housekeeping._Objects, "after_last", len(gc.get_objects()))
    housekeeping.tidy(has_ended=False)
    assert len(frozen) == 1
    monkeypatch.setattr(housekeeping._Objects, "after_last", -housekeeping.GROWTH)
    housekeeping.tidy(has_ended=False)
    assert len(frozen) == 2


def test_tidying_goes_on_until_the_server_ends(monkeypatch):
    tidied = asyncio.Event()

    async def serve():
        async with housekeeping.running():
            await asyncio.wait_for(tidied.wait(), 10)

    monkeypatch.setattr(housekeeping, "EVERY", 0.0)
    monkeypatch.setattr(housekeeping, "_resumable_sessions", frozenset)
    loop_calls = []
    monkeypatch.setattr(housekeeping, "tidy", lambda *_, **__: loop_calls.append(tidied.set()))
    asyncio.run(serve())
    assert loop_calls


def test_what_nobody_asks_for_is_dropped_after_a_minute(uploads, monkeypatch):
    asked = []
    for name in ("QUERY_CACHE", "RENDER_CACHE"):
        monkeypatch.setattr(housekeeping, name, SimpleNamespace(forget=asked.append))
    monkeypatch.setattr(housekeeping._Objects, "after_last", len(gc.get_objects()))
    housekeeping.tidy(has_ended=False)
    assert asked == [60.0, 60.0]


def test_the_closed_sessions_of_streamlit_can_be_resumed(monkeypatch):
    storage = SimpleNamespace(list=lambda: [SimpleNamespace(session=SimpleNamespace(id="a"))])
    manager = SimpleNamespace(_session_storage=storage)
    monkeypatch.setattr(housekeeping.runtime, "exists", lambda: True)
    monkeypatch.setattr(
        housekeeping.runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager)
    )
    assert housekeeping._resumable_sessions() == {"a"}
    manager._session_storage = None
    assert housekeeping._resumable_sessions() == frozenset()
