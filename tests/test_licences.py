"""What Alaqat depends on may be used by everyone who uses Alaqat."""

from __future__ import annotations

from email.message import Message
from unittest.mock import Mock

import pytest

from tools import licences


def said(**headers: str) -> list[str]:
    """The statements of a package whose metadata has these headers (`_` stands for `-`)."""
    metadata = Message()
    for name, value in headers.items():
        metadata[name.replace("_", "-")] = value
    return licences.statements(Mock(metadata=metadata))


def test_no_package_of_requirements_txt_is_refused():
    assert licences.refused() == []


def test_what_camel_tools_could_bring_under_the_lgpl_is_not_named():
    for file in licences.USES.values():
        assert "camel-kenlm" not in licences.named(licences.ROOT / file)


def test_every_choice_is_of_a_package_that_is_named():
    assert set(licences.CHOSEN) <= licences.named(licences.ROOT / "requirements.txt")


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
        "Apache-2.0 WITH LLVM-exception",
        "3-Clause BSD License",
        "MPL-2.0 AND MIT",
        "MIT-CMU",
        "PSFL",
    ],
)
def test_a_permissive_licence_is_taken(licence):
    assert licences.refusal("made", said(License=licence)) is None


@pytest.mark.parametrize(
    "licence",
    ["GPL-3.0-only", "LGPLv2+", "AGPL-3.0", "GNU General Public License", "MIT AND GPL-2.0-only"],
)
def test_the_gpl_family_is_refused(licence):
    assert licences.refusal("made", said(License=licence)) == "is of the GPL family"


def test_a_classifier_tells_as_much_as_a_licence_line():
    gpl = "License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)"
    assert licences.refusal("made", said(Classifier=gpl, License="MIT")) == "is of the GPL family"
    mit = "License :: OSI Approved :: MIT License"
    assert licences.refusal("made", said(Classifier=mit, License="words " * 50)) is None


def test_what_says_nothing_or_something_unknown_is_refused():
    assert licences.refusal("made", said(Classifier="License :: OSI Approved")) == "says no licence"
    unknown = licences.refusal("made", said(License="MIT AND Proprietary"))
    assert unknown == "has a licence not known here: Proprietary"


def test_a_choice_holds_only_while_it_is_offered():
    assert licences.refusal("tld", ["MPL-1.1 OR GPL-2.0-only"]) is None
    assert licences.refusal("tld", ["GPL-2.0-only"]) == "no longer offers MPL-1.1"


def test_a_package_that_is_not_installed_is_told(monkeypatch, tmp_path):
    (tmp_path / "made.txt").write_text("# a note\n-c other.txt\nNo_such.package==1\n")
    monkeypatch.setattr(licences, "ROOT", tmp_path)
    monkeypatch.setitem(licences.USES, "run", "made.txt")
    assert licences.refused() == ["no-such-package is not installed"]
