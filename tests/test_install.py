"""requirements.txt is everything that the default path needs, and nothing of camel-tools' models."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools import licences
from tools.licences import ROOT, named, normal

# What a package of requirements.txt asks for and Alaqat does without:
LEFT_OUT = {
    # its models, its command camel_data, and its commands for dialects and CoNLL files
    "camel-tools": {
        "camel-kenlm",
        "dill",
        "docopt",
        "editdistance",
        "future",
        "muddler",
        "pyrsistent",
        "scikit-learn",
        "scipy",
        "tabulate",
        "torch",
        "transformers",
    },
    # charts and maps of its own, which no page draws, and a watch over changed code, which is off
    "streamlit": {"altair", "pydeck", "watchdog"},
    # its download of tokenizers; ours are read from disk
    "tokenizers": {"huggingface-hub"},
}
PINS = {
    normal(pin.name): pin
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if line and line[0] not in "#-"
    for pin in [Requirement(line.split(" #")[0])]
}
# Runs commands of Alaqat as if none of the packages whose modules are named were installed.
WITHOUT = """
import json, sys
missing, commands = map(json.loads, sys.argv[1:])
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
from alaqat.cli import main
sys.exit(any(main(command) for command in commands))
"""


def needs(name: str) -> list[Requirement]:
    """What an installed package asks for on this system, extras aside."""
    every = map(Requirement, requires(name) or [])
    return [need for need in every if not need.marker or need.marker.evaluate({"extra": ""})]


def of_the_models() -> list[str]:
    """The modules that the packages of requirements-models.txt bring."""
    models = named(ROOT / "requirements-models.txt")
    brought = packages_distributions().items()
    return [module for module, packages in brought if models & set(map(normal, packages))]


def without_models(*commands: list[str]) -> None:
    """Run commands of Alaqat as they run where requirements-models.txt is not installed."""
    call = [sys.executable, "-c", WITHOUT, json.dumps(of_the_models()), json.dumps(commands)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", licences.USES.values())
def test_every_package_is_pinned(file):
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith(("#", "-c "))]
    assert [pin for pin in pins if not re.match(r"[\w.-]+(\[[\w-]+\])?==[\w.]+(  #|$)", pin)] == []


@pytest.mark.parametrize("name", sorted(PINS))
def test_what_a_package_needs_is_there_in_a_release_that_it_takes(name):
    for need in needs(name):
        other = normal(need.name)
        if other not in LEFT_OUT.get(name, set()):
            assert other in PINS, f"{name} needs {need}"
            (pin,) = PINS[other].specifier
            assert need.specifier.contains(pin.version), f"{name} needs {need}"


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_what_is_left_out_is_asked_for_and_not_named(name):
    assert LEFT_OUT[name] <= {normal(need.name) for need in needs(name)}
    assert not LEFT_OUT[name] & set(PINS)


def test_no_package_is_in_both_files():
    assert not named(ROOT / "requirements-models.txt") & set(PINS)


def test_articles_become_a_store_and_a_table_without_the_models(tmp_path: Path):
    store, table = ["--store", str(tmp_path / "store")], tmp_path / "events.parquet"
    without_models(
        ["build", "seeds", *store, "--engine", "serial"],
        ["export", "events", *store, "--out", str(table)],
        ["check", *store],
    )
    assert table.stat().st_size
