"""Readers by name: chosen, combined, unknown, and named in whatever they find."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from types import MappingProxyType

import pytest

from alaqat import readers, store
from alaqat.build import pipeline
from alaqat.cli import main
from alaqat.readers import ReaderResult, ReaderUnknown, reader_registry
from alaqat.readers.joining import join
from tests import builders
from tests.conftest import ROOT

TEXT = "زار وزير خارجية مصر تركيا أمس الأربعاء. وقال الوزير إن العلاقات تتقدم."


class LastWord:
    """Takes the last word of an article for an event."""

    name, version = "last", "1"

    def read(self, found):  # noqa: D102
        event = found.events[0]
        end = len(found.document.text)
        own = {"trigger_start": end - 6, "trigger_end": end - 1}
        return ReaderResult((replace(event, **own, read_by="last", probability=0.5),))

    def extend(self, earlier, found):  # noqa: D102
        return join(earlier, self.read(found))


@pytest.fixture
def last(monkeypatch):
    """The reader `last`, registered."""
    makers = {**reader_registry._MAKERS, "last": LastWord}
    monkeypatch.setattr(reader_registry, "_MAKERS", MappingProxyType(makers))


def test_the_environment_chooses(last, monkeypatch):
    monkeypatch.setenv("ALAQAT_READER", "last")
    assert readers.chosen().name == "last"


def test_the_endpoint_is_read_as_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    monkeypatch.setenv("ALAQAT_ENDPOINT", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("ALAQAT_ENDPOINT_MODEL", "toy")
    assert "toy" in readers.signature(readers.named("endpoint"))


def test_an_unknown_reader_names_those_there_are():
    with pytest.raises(ReaderUnknown, match="'oracle' is not known; use one of: rules"):
        readers.named("rules+oracle")


def test_a_combination_adds_to_the_first_and_has_both_names(last):
    both = readers.named("rules+last")
    found = pipeline.annotate(builders.article(TEXT), both)
    assert {event.read_by for event in found.events} == {"rules", "last"}
    assert readers.signature(both) == "rules+last 1"


def test_the_rules_read_nothing_else_than_what_they_found():
    found = pipeline.annotate(builders.article(TEXT), readers.named("rules"))
    assert {record.read_by for record in (*found.events, *found.quotes)} == {"rules"}
    assert found.events[0].probability is None


def test_a_build_says_who_read_and_reads_again_with_another_reader(last, tmp_path):
    article = builders.article(TEXT)
    first = pipeline.build([article], root=tmp_path).build
    second = pipeline.build([article], root=tmp_path, reader="last").build
    assert (first.manifest["reader"], second.manifest["reader"]) == ("rules", "last 1")
    events = store.read(second, "events")
    assert (list(events["read_by"]), list(events["probability"])) == (["last"], [0.5])


def test_the_command_line_refuses_an_unknown_reader_before_reading(tmp_path, capsys):
    command = ["rebuild", "--store", str(tmp_path), "--reader", "oracle"]
    assert main(command) == 2
    assert "'oracle' is not known" in capsys.readouterr().err


def test_the_rules_load_no_library_of_another_reader():
    code = (
        "import sys; from alaqat import readers; readers.named('rules');"
        "print(sorted({'onnxruntime', 'tokenizers', 'urllib3'} & set(sys.modules)))"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert output.strip() == "[]"
