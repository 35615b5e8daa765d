"""The wheel holds what reading needs: where only it is installed, articles become the same store."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from alaqat.build import pipeline
from alaqat.ingest import read
from tests.conftest import ROOT

SOURCES = ("alaqat", "data", "seeds", "static")
FILES = ("setup.py", "pyproject.toml", "requirements.txt", "LICENSE")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "build", "model", "corrections.csv")


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A bare environment with the wheel; the packages that it needs are those of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in SOURCES:
        shutil.copytree(ROOT / name, source / name, ignore=LEFT_OUT if name == "data" else None)
    for name in FILES:
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-index"]
    build = [*pip, "wheel", *options, "--no-build-isolation", "--wheel-dir", folder, source]
    subprocess.run(build, check=True)
    shutil.rmtree(source)
    venv.create(folder / "bare", symlinks=True)
    python = folder / "bare" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "--python", python, "install", *options, wheel], check=True)
    (packages,) = (folder / "bare" / "lib").glob("python*/site-packages")
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib"))
    return folder


def called(place: Path, *command: str) -> str:
    """What a command in the bare environment prints; it runs outside of the checkout."""
    call = [place / "bare" / "bin" / command[0], *command[1:]]
    done = subprocess.run(call, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_commands_build_the_store_of_the_checkout_and_a_story_with_its_fonts(place, tmp_path):
    reader = ("--reader", "rules+trained")
    expected = pipeline.build(read(ROOT / "seeds"), root=tmp_path, reader=reader[1]).build
    assert f"build {expected.id}:" in called(place, "alaqat", "build", *reader)
    assert (place / "data" / "build" / expected.id).is_dir()
    again = called(place, "python", "-m", "alaqat", "rebuild", "--engine", "processes", *reader)
    assert f"build {expected.id}:" in again
    called(place, "alaqat", "export", "--format", "html", "--out", "a.html")
    assert "font/woff2" in (place / "a.html").read_text("utf-8")
