"""Who may import whom, by folder and through every step of the way; words as data; no torch in the web process."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

BASE = {"alaqat.model", "alaqat.arabic", "alaqat.lexicon"}
STAGES = {"alaqat.timex", "alaqat.entities", "alaqat.quotes", "alaqat.events"}
SHOWN = {"components.assets", "components.i18n", "components.theme", "components.view"}
DRAWN = {*SHOWN, "components.data", "components.charts", "components.html"}
# folder → the folders of this repository that its modules may import
LAYERS = {
    "alaqat.model": set(),
    "alaqat.arabic": {"alaqat.model"},
    "alaqat.lexicon": {"alaqat.model", "alaqat.arabic"},
    "alaqat.ingest": BASE,
    **dict.fromkeys(STAGES, BASE),
    "alaqat.readers": {*BASE, *STAGES},
    "alaqat.corrections": {*BASE, "alaqat.entities"},
    "alaqat.store": BASE,
    "alaqat.build": {
        *BASE,
        *STAGES,
        "alaqat.readers",
        "alaqat.ingest",
        "alaqat.corrections",
        "alaqat.store",
    },
    "alaqat.evaluation": {
        *BASE,
        "alaqat.timex",
        "alaqat.readers",
        "alaqat.ingest",
        "alaqat.build",
        "alaqat.store",
    },
    "alaqat.training": {
        *BASE,
        *STAGES,
        "alaqat.readers",
        "alaqat.ingest",
        "alaqat.build",
        "alaqat.corrections",
        "alaqat.store",
    },
    "alaqat.export": {"alaqat.model", "alaqat.lexicon", "alaqat.store"},
    "alaqat.reference": {*BASE, "alaqat.store"},
    "alaqat.cli": {
        *BASE,
        *STAGES,
        "alaqat.readers",
        "alaqat.ingest",
        "alaqat.build",
        "alaqat.store",
        "alaqat.evaluation",
        "alaqat.training",
        "alaqat.export",
        "alaqat.reference",
    },
    "alaqat.__main__": {"alaqat.cli"},
    "components.assets": set(),
    "components.i18n": set(),
    "components.theme": {"alaqat.model", "components.i18n"},
    "components.access": {"components.i18n", "components.theme"},
    "components.view": {"alaqat.model", "components.i18n", "components.theme"},
    "components.data": {*SHOWN, "alaqat.model", "alaqat.store"},
    "components.charts": {*SHOWN, "alaqat.model", "components.data"},
    "components.html": {*DRAWN, *BASE, "alaqat.export", "alaqat.reference", "alaqat.store"},
    "components.server": {
        *DRAWN,
        "alaqat.model",
        "alaqat.export",
        "components.access",
        "components.document",
    },
    "components.widgets": {
        *DRAWN,
        *BASE,
        "alaqat.export",
        "alaqat.reference",
        "components.access",
    },
    "components.forms": {
        *DRAWN,
        *BASE,
        "components.access",
        "components.widgets",
        "alaqat.corrections",
        "alaqat.store",
    },
    "components.slides": {*DRAWN, "alaqat.model", "components.widgets"},
    "components.document": {*DRAWN, "alaqat.model", "components.widgets"},
    "components.shell": {*DRAWN, "alaqat.model", "components.widgets", "components.slides"},
    "pages": {
        *DRAWN,
        "components.widgets",
        "components.forms",
        "components.slides",
        "components.shell",
    },
}
NO_STREAMLIT = {"alaqat", "components.access", *DRAWN}
# A single letter is grammar («ة»); two make a word, which belongs to data/.
ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2}")
# These list letters of the alphabet, or letters joined to words, not words.
LETTERS = {"fold", "clitics"}
SOURCES = sorted(
    path for folder in ("alaqat", "components", "pages") for path in (ROOT / folder).rglob("*.py")
)


def module(path: Path) -> str:
    """The dotted name of a source file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(path): path for path in SOURCES}


def folder(name: str) -> str:
    """The folder of a module: the two first parts of its name, `pages` alone."""
    parts = name.split(".")
    return parts[0] if parts[0] == "pages" else ".".join(parts[:2])


def named(path: Path) -> Iterator[str]:
    """Every module or name of a module that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def imported(name: str) -> frozenset[str]:
    """The modules that a module imports itself: ours by full name, others by their first part."""
    found = set()
    for full in named(MODULES[name]):
        prefixes = [".".join(full.split(".")[:size]) for size in range(full.count(".") + 1, 0, -1)]
        ours = [prefix for prefix in prefixes if prefix in MODULES]
        found.add(ours[0] if ours else prefixes[-1])
    return frozenset(found - {name})


@cache
def reached(name: str) -> frozenset[str]:
    """The modules that a module imports, directly or through others."""
    seen: set[str] = set()
    left = [name]
    while left:
        for other in imported(left.pop()) - seen:
            seen.add(other)
            left.extend({other} & MODULES.keys())
    return frozenset(seen)


@pytest.mark.parametrize("name", sorted(LAYERS))
def test_a_folder_imports_only_what_its_layer_may(name):
    members = [one for one in MODULES if folder(one) == name]
    others = {folder(one) for member in members for one in imported(member) & MODULES.keys()}
    assert members
    assert others - {name, "alaqat", "components"} <= LAYERS[name]


def test_every_folder_has_a_layer():
    assert {folder(name) for name in MODULES} - {"alaqat", "components"} == set(LAYERS)


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_a_stage_reaches_no_other_stage_by_any_way(stage):
    found = {folder(one) for name in MODULES if folder(name) == stage for one in reached(name)}
    assert not found & (STAGES - {stage})


def test_streamlit_is_reached_only_from_folders_that_draw_on_screen():
    names = [name for name in MODULES if {name.split(".")[0], folder(name)} & NO_STREAMLIT]
    assert [name for name in names if "streamlit" in reached(name)] == []


def test_the_store_is_read_by_the_data_folder_and_shown_text_only():
    users = {
        folder(name) for name in MODULES for one in imported(name) if folder(one) == "alaqat.store"
    }
    assert {user for user in users if user.startswith("components")} <= {
        "components.data",
        "components.html",
        "components.forms",
    }


def test_no_module_name_is_used_twice():
    names = [path.stem for path in SOURCES if path.stem != "__init__"]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.name)
def test_a_page_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("path", [path for path in SOURCES if path.stem not in LETTERS], ids=module)
def test_no_arabic_word_in_code(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and ARABIC_WORD.search(node.value)
    ]
    docstrings = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    assert [text for text in texts if text not in docstrings] == []


def test_the_dashboard_never_loads_torch():
    code = (
        "import sys, pkgutil, importlib, components\n"
        "found = pkgutil.walk_packages(components.__path__, 'components.')\n"
        "[importlib.import_module(m.name) for m in found if m.name != 'components.shell.shell']\n"
        "heavy = {'torch', 'transformers', 'sklearn', 'scipy', 'pandera', 'emoji', 'trafilatura', 'lxml',"
        " 'python_calamine', 'docx', 'pypdfium2', 'striprtf', 'warcio', 'onnxruntime',"
        " 'xlsxwriter', 'icalendar', 'frictionless'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert output.strip() == "[]"
