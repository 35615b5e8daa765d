from types import SimpleNamespace

import pytest

from alaqat.model import free_memory


@pytest.mark.parametrize(("platform", "calls"), [("linux", 1), ("darwin", 0)])
def test_free_memory_is_given_back_where_the_system_can(platform, calls, monkeypatch):
    asked = []
    monkeypatch.setattr(free_memory.sys, "platform", platform)
    library = SimpleNamespace(malloc_trim=asked.append)
    monkeypatch.setattr(
        free_memory.ctypes, "CDLL", lambda name: library if name == "libc.so.6" else None
    )
    free_memory.return_free_memory()
    assert asked == [0] * calls
