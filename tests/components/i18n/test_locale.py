"""Every text of the interface is translated: what the code asks for and what the catalogues hold agree."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from alaqat.model.selection import FILTERS

ROOT = Path(__file__).resolve().parents[3]
CODE = [*sorted((ROOT / "components").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]
CATALOGUES = sorted((ROOT / "components" / "i18n" / "locale" / "ar").glob("*.po"))
FIELD = re.compile(r"{(\w+)}")


def asked(path: Path) -> set[str]:
    """The message ids a file names in t("…"), n("…", "…") and N_("…")."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            texts = [
                one.value
                for one in node.args
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            is_plural = name == "n" and len(texts) == 2
            if texts and (is_plural or name in ("t", "N_")):
                found.add(texts[0])
    return found


def messages(path: Path):
    with path.open("rb") as file:
        return [message for message in read_po(file, locale="ar") if message.id]


def key(message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


# The filters name the titles of their lists and the labels of their values.
OF_FILTERS = {
    text for known in FILTERS.values() for text in (known.title, *known.values.values()) if text
}
HELD = {key(message): message for path in CATALOGUES for message in messages(path)}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_every_text_of_the_code_is_in_a_catalogue(path):
    assert asked(path) - set(HELD) == set()


def test_every_text_of_the_filters_is_in_a_catalogue():
    assert OF_FILTERS - set(HELD) == set()


def test_no_catalogue_holds_a_text_that_nothing_asks_for():
    assert set(HELD) - OF_FILTERS.union(*map(asked, CODE)) == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_no_text_is_missing_or_fuzzy(path):
    for message in messages(path):
        forms = [message.string] if isinstance(message.id, str) else message.string
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        assert isinstance(message.id, str) or len(forms) == 6


@pytest.mark.parametrize("name", sorted(HELD))
def test_a_translation_has_the_fields_of_its_original(name):
    message = HELD[name]
    originals = {name} if isinstance(message.id, str) else set(message.id)
    forms = [message.string] if isinstance(message.id, str) else message.string[3:]
    fields = set().union(*(FIELD.findall(text) for text in originals))
    assert all(set(FIELD.findall(form)) == fields for form in forms)
