"""The promises around the code: who imports whom, words as data, no torch in the web process."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

STAGES = ("timex", "entities", "quotes", "events", "merge")
BASE = {"records", "errors", "lexicon", "text", "correction"}
# module of alaqat → what it may import from alaqat
MAY_IMPORT = {
    "records": set(),
    "correction": set(),
    "errors": set(),
    "text": {"records", "errors"},
    "lexicon": {"errors", "text"},
    "ingest": {*BASE, "ingest"},
    "layout": set(),
    "corrections": {*BASE, "corrections"},
    "engines": {"errors"},
    "exchange": {"records"},
    "cache": {"records", "exchange", "lexicon"},
    "folding": {"text"},
    "frames": {"records", "errors"},
    "copies": {"records", "text"},
    "writing": {"errors"},
    "export": {"errors", "frames", "store"},
    "accounts": {"records", "copies", "store"},
    "rows": {"records", "copies", "correction", "folding", "frames", "layout"},
    "search": {"lexicon", "text"},
    "sql": {"records"},
    "store": {"records", "errors", "frames", "search", "sql"},
    "laws": {"frames", "store"},
    "answers": {"records", "sql", "store"},
    "pipeline": {
        *STAGES,
        *BASE,
        "accounts",
        "corrections",
        "cache",
        "copies",
        "exchange",
        "rows",
        "store",
        "timex",
        "writing",
    },
    "preview": {*BASE, "ingest", "pipeline"},
    "__main__": {
        *BASE,
        "accounts",
        "entities",
        "engines",
        "export",
        "ingest",
        "laws",
        "preview",
        "store",
        "exchange",
        "pipeline",
    },
    **{stage: {*BASE, stage} for stage in STAGES},
}
# A single letter is grammar («ة»); two make a word, which belongs to data/.
ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2}")
NO_STREAMLIT = {
    "timeline",
    "network",
    "barometer",
    "barometer_table",
    "periods",
    "method",
    "method_terms",
    "walk",
    "quote_card",
    "event_card",
    "corrected",
    "previewed",
    "staging",
    "jobs",
    "article_reader",
    "text",
    "kinds",
    "marks",
    "event_table",
    "versions",
    "citation",
    "profile",
    "network_panel",
    "passages",
    "countries",
    "axes",
    "coverage",
    "crowd",
    "drawing",
    "hijri",
    "turning",
    "pins",
    "story",
    "stage",
}
SOURCES = sorted(path for folder in ("alaqat", "components", "pages") for path in (ROOT / folder).rglob("*.py"))


def imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def house(path, package):
    """The modules of `package` that a file imports."""
    parts = (name.split(".") for name in imports(path))
    return {name[1] for name in parts if name[0] == package and len(name) > 1}


@pytest.mark.parametrize("path", sorted((ROOT / "alaqat").rglob("*.py")), ids=str)
def test_processing_imports_only_what_its_layer_may(path):
    module = path.relative_to(ROOT / "alaqat").parts[0].removesuffix(".py")
    if module == "__init__":
        return
    known = {found.stem if found.suffix else found.name for found in (ROOT / "alaqat").iterdir()}
    assert house(path, "alaqat") & known <= MAY_IMPORT[module]
    assert not house(path, "components")


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_streamlit_appears_only_where_pages_are_made(path):
    uses = any(name.split(".")[0] == "streamlit" for name in imports(path))
    inside = path.is_relative_to(ROOT / "pages") or (path.parent.name == "components" and path.stem not in NO_STREAMLIT)
    assert inside or not uses


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=str)
def test_a_page_is_short_and_asks_components_only(path):
    assert len(path.read_text().splitlines()) <= 40
    assert not house(path, "alaqat") - {"records"}


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name != "text.py"], ids=str)
def test_no_arabic_word_in_code(path):
    arabic = [
        node.value
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ARABIC_WORD.search(node.value)
    ]
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(ast.parse(path.read_text()))
                  if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)}  # fmt: skip
    assert [text for text in arabic if text not in docstrings] == []


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_files_are_read_in_one_sitting(path):
    assert len(path.read_text().splitlines()) <= 310


def test_functions_are_small():
    lengths = sorted(
        node.end_lineno - node.lineno + 1
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[-1] <= 50


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc, which this system lacks")
def test_the_dashboard_never_loads_torch():
    code = (
        "import sys, re, pathlib, pkgutil, importlib, components\n"
        "names = [m.name for m in pkgutil.iter_modules(components.__path__) if m.name != 'shell']\n"
        "[importlib.import_module('components.' + name) for name in names]\n"
        "print(sorted({'torch', 'transformers', 'sklearn', 'pandera', 'emoji', 'trafilatura', 'lxml', 'openpyxl', 'docx', 'pypdf', 'warcio'} & set(sys.modules)))\n"
        "print(re.search('VmRSS:[^0-9]*([0-9]+)', pathlib.Path('/proc/self/status').read_text())[1])\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    heavy, kilobytes = said.splitlines()
    assert heavy == "[]"
    assert int(kilobytes) <= 250 * 1024
