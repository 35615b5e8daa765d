"""Paths and fixtures that all tests share; `tests.builders` makes articles and stores."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from alaqat import store
from tests import builders, whole_texts

# The same examples at every run, so that a change is judged by itself; time limits would judge the machine.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# A model that the developer has trained must not change what the tests see.
os.environ["ALAQAT_RECOGNIZER"] = "rules"
os.environ["ALAQAT_READER"] = "rules"

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEED = ROOT / "seeds" / "000_47d3d796223e098a.txt"


@pytest.fixture
def shared() -> Path:
    """The folder of real articles and gold annotations, where it is beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip(
            "../shared is not beside this checkout: its gold articles and probes are not measured"
        )
    return SHARED


@pytest.fixture(scope="session")
def components_scanned_once() -> Iterator[None]:
    """Streamlit's test runner scans all installed packages for components once, not at each page (0.4 s)."""
    from streamlit.components.v2 import manifest_scanner  # noqa: PLC0415 - slow, and few tests need it

    with pytest.MonkeyPatch.context() as patch:
        scan = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture
def main_module_stays() -> Iterator[None]:
    """Streamlit's test runner makes its script the main module, which spawned processes would run."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def tiny(tmp_path_factory) -> store.Build:
    """A published build of two visits, in 2018 and in 2020, to read only."""
    return builders.publish(builders.visits(), tmp_path_factory.mktemp("tiny") / "build")


@pytest.fixture
def own_tiny(tiny, tmp_path) -> store.Build:
    """A copy of `tiny` that the test may change."""
    shutil.copytree(tiny.path.parent, tmp_path / "build")
    return store.latest(tmp_path / "build")


@pytest.fixture
def whole(request) -> Callable[[str, str], None]:
    """Asserts that a text is as a whole what `whole/` beside the test has under a name."""
    path = request.path.parent / "whole" / f"{request.path.stem.removeprefix('test_')}.txt"
    return lambda name, text: whole_texts.check(path, name, text)
