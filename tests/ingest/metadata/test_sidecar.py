"""The metadata beside a text, and in the lines above it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial

import pytest

from alaqat.ingest.metadata.sidecar import read_sidecar, split_front_matter
from alaqat.ingest.source_file import in_memory


def sidecar(**fields):
    """What is read of a sidecar with these fields."""
    held = partial(in_memory, "a.json", json.dumps(fields).encode())
    ((basis, known),) = read_sidecar(replace(in_memory("a.txt", b""), sidecar=held))
    return basis, known


@pytest.mark.parametrize(
    ("written", "basis"), [(None, "sidecar"), ("feed", "feed"), ("rumour", "sidecar")]
)
def test_a_day_in_a_sidecar_has_the_basis_written_there_if_it_is_a_known_one(written, basis):
    found, known = sidecar(published="2022-10-27", published_basis=written)
    assert (found, known["published"], known["where"]) == (basis, "2022-10-27", "a.json")


def test_front_matter_is_taken_from_above_the_text():
    text, ((basis, known),) = split_front_matter("---\ntitle: x\nurl: ~\n---\nالنص", "a.txt")
    assert (text, basis, known["title"], known["url"]) == ("النص", "sidecar", "x", None)


@pytest.mark.parametrize("text", ["النص", "---\ntitle: x\nالنص"])
def test_a_text_without_closed_front_matter_is_all_text(text):
    assert split_front_matter(text, "a.txt") == (text, [])
