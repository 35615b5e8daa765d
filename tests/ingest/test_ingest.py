"""Articles from disk, and one clear sentence for each that cannot be used."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat import ingest
from alaqat.model.errors import ArticleRefused
from alaqat.model.ids import identity
from tests.conftest import SEED

ARABIC = "وصل الوزير إلى العاصمة."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(ARABIC)
    return tmp_path


def refusal(path):
    with pytest.raises(ArticleRefused) as caught:
        ingest.article(path)
    return str(caught.value)


def test_the_sidecar_dates_and_sources_an_article(folder):
    (folder / "good.json").write_text(
        json.dumps({"published": "2020-03-05T10:00:00+02:00", "source": "outlet", "x": 1})
    )
    found = ingest.article(folder / "good.txt")
    assert (str(found.published), found.source, found.name) == ("2020-03-05", "outlet", "good")


def test_without_a_sidecar_nothing_is_guessed(folder):
    found = ingest.article(folder / "good.txt")
    assert (found.published, found.source, found.title) == (None, None, None)


@pytest.mark.parametrize("raw", ["\ufeff" + ARABIC, ARABIC + " \0", ARABIC + "\r\n" + ARABIC])
def test_offsets_are_those_of_the_file_as_python_reads_it(folder, raw):
    (folder / "good.txt").write_bytes(raw.encode())
    assert ingest.article(folder / "good.txt").text == (folder / "good.txt").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        ("نص".encode("cp1256"), "is not UTF-8"),
        ("نص".encode("utf-16")[:-1], "looks like utf-16 but breaks"),
        (("نص" + "\0" * 9).encode(), "NUL"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"The minister arrived.", "0% of its letters are Arabic"),
        (b"12345", "holds no letter"),
    ],
)
def test_a_text_that_cannot_be_used_is_refused(folder, content, why):
    (folder / "bad.txt").write_bytes(content)
    message = refusal(folder / "bad.txt")
    assert "bad.txt" in message
    assert why in message


@pytest.mark.parametrize(
    ("sidecar", "why"),
    [
        ("{", "not valid JSON"),
        ("[]", "should be an object"),
        ('{"published": "2022-13-45"}', "a day that does not exist"),
        ('{"published": "1443-03-01"}', "not Gregorian"),
        ('{"published": "yesterday"}', "write a day such as"),
        ('{"published": 5}', "write a day such as"),
        ('{"title": ["a"]}', "'title' should be text"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_a_broken_sidecar_is_refused(folder, sidecar, why):
    (folder / "good.json").write_text(sidecar)
    message = refusal(folder / "good.txt")
    assert "good.json" in message
    assert why in message


def test_the_rest_of_a_folder_goes_on(folder):
    (folder / "bad.txt").write_bytes(b"")
    found = list(ingest.read(folder))
    assert [type(one).__name__ for one in found] == ["ArticleRefused", "Article"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_refused(folder):
    (folder / "good.txt").chmod(0)
    assert "cannot be read" in refusal(folder / "good.txt")


def test_a_folder_without_articles_and_a_missing_path_are_refused(tmp_path):
    messages = [str(one) for path in (tmp_path, tmp_path / "none") for one in ingest.read(path)]
    assert "holds no .txt file" in messages[0]
    assert "there is no such file" in messages[1]


@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_or_a_refusal(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("wild") / "a.txt"
    path.write_bytes(content)
    path.with_suffix(".json").write_bytes(content)
    assert len(list(ingest.read(path))) == 1


def test_the_id_is_that_of_the_text():
    assert ingest.article(SEED).id == identity(SEED.read_text())
