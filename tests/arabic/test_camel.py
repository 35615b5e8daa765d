"""The models of camel-tools are loaded from a path, or as they are installed."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from alaqat.arabic import camel


class Recognizer:
    """Stands in for the class of camel-tools."""

    def __init__(self, path: str, *, use_gpu: bool) -> None:
        self.loaded = (path, use_gpu)

    @classmethod
    def pretrained(cls) -> str:
        """The model as it is installed."""
        return "the installed one"


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    module = ModuleType("camel_tools.ner")
    module.NERecognizer = Recognizer
    monkeypatch.setitem(sys.modules, "camel_tools.ner", module)


def test_a_recognizer_is_read_from_its_path_without_a_graphics_card():
    assert camel.ner(Path("a")).loaded == ("a", False)


def test_without_a_path_the_installed_one_is_loaded():
    assert camel.ner() == "the installed one"
