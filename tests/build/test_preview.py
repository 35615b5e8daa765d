"""What is told of articles before they are added, and what is put aside of them."""

import json

from alaqat import ingest
from alaqat.build import pipeline
from alaqat.build.preview import EVENTS, preview, read_sources
from alaqat.cli import main
from alaqat.model.errors import ArticleRefused
from tests import builders
from tests.conftest import SEED


def test_an_article_is_told_with_its_day_its_counts_and_first_finds(tmp_path):
    (line,) = preview(ingest.read(SEED), tmp_path)
    found = pipeline.annotate(ingest.article(SEED))
    assert (line["kind"], line["published"], line["published_basis"]) == (
        "article",
        "2022-10-27",
        "sidecar",
    )
    assert line["counts"]["events"] == len(found.events)
    assert len(line["events"]) == EVENTS
    assert {"date_from", "label_ar", "actors", "sentence"} <= set(line["events"][0])


def test_what_is_put_aside_is_the_same_article_when_it_is_added(tmp_path):
    article = builders.article(
        "زار وزير فرنسا تشاد.\nثم عاد.", source="أ", url="https://a.example/1", title="عنوان"
    )
    (line,) = preview([article], tmp_path)
    (again,) = ingest.read(tmp_path)
    assert (again.id, again.text, again.source, again.url, again.title) == (
        (line["id"], article.text, "أ", article.url, "عنوان")
    )


def test_how_the_day_was_first_known_is_kept(tmp_path):
    article = builders.article("زار وزير فرنسا تشاد.", published_basis="metadata")
    list(preview([article], tmp_path))
    assert ingest.article(tmp_path / "made.txt").published_basis == "metadata"


def test_articles_of_one_name_are_all_put_aside(tmp_path):
    texts = ("زار وزير فرنسا تشاد.", "زار وزير تشاد فرنسا.")
    lines = list(preview([builders.article(text, name="../خبر") for text in texts], tmp_path))
    assert lines[0]["file"] == "خبر"
    assert sorted(path.stem for path in tmp_path.glob("*.txt")) == sorted(
        line["file"] for line in lines
    )


def test_refusals_are_told_and_the_same_text_once(tmp_path):
    one = builders.article("زار وزير فرنسا تشاد.")
    lines = list(preview([ArticleRefused("a: is empty"), one, one], tmp_path))
    assert [line["kind"] for line in lines] == ["article", "refused"]
    assert (lines[1]["message"], lines[1]["count"]) == ("a: is empty", 1)


def test_links_into_this_machine_are_refused_with_a_sentence(tmp_path):
    (refusal,) = read_sources(["http://127.0.0.1/a"], tmp_path)
    assert isinstance(refusal, ArticleRefused)


def test_the_command_writes_a_line_of_json_each(tmp_path, capsys):
    assert (
        main(["preview", "--out", str(tmp_path / "out"), "--", str(SEED), str(tmp_path / "none")])
        == 0
    )
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == [
        "annotate",
        "article",
        "annotate",
        "refused",
        "done",
    ]
