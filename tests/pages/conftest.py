"""Pages run by Streamlit's own test runner on the sample store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from alaqat import store
from components.access.policy import Editor
from components.widgets import rights
from tests.pages.sample import publish

SHELL = Path(__file__).resolve().parents[2] / "components" / "shell" / "shell.py"

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("store")
    publish(root)
    return root


@pytest.fixture
def sample(sample_root: Path, monkeypatch: pytest.MonkeyPatch) -> store.Build:
    monkeypatch.setenv("ALAQAT_STORE", str(sample_root))
    return store.latest()


@pytest.fixture(autouse=True)
def editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session may write, as it may where the server's own user reads."""
    monkeypatch.setattr(rights, "editor", lambda: Editor("local"))


@pytest.fixture
def show(components_scanned_once: None, main_module_stays: None) -> Open:
    """`show("timeline", lang="en", kind=["assault"])` is the page as its reader gets it."""

    def show(page: str, **params: str | list[str]) -> AppTest:
        test = AppTest.from_file(str(SHELL), default_timeout=30)
        for name, value in params.items():
            test.query_params[name] = value
        test.run()
        if page != "overview":
            test.switch_page(f"../../pages/{page}.py")
            for name, value in params.items():
                test.query_params[name] = value
            test.run()
        return test

    return show


def html_of(test: AppTest) -> str:
    """All the HTML a page wrote."""
    return "\n".join(element.proto.body for element in test.get("html"))
