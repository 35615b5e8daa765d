"""Answers about five texts of our own become records; asked once, kept, replayed, bounded."""

from __future__ import annotations

import json
import re

import pytest

from alaqat import readers
from alaqat.build import pipeline
from alaqat.build.pipeline import annotate
from alaqat.cli import main
from alaqat.lexicon.prompt_files import prompt
from alaqat.readers import ReaderMissing
from alaqat.readers.endpoint.spending import BudgetSpent
from alaqat.store import integrity
from tests import builders
from tests.readers.endpoint.chat_server import completion
from tests.readers.endpoint.own_texts import SUMMONS, TEXTS, VISIT

EMPTY = {"events": [], "quotes": []}


def coded(event):
    """An event as `OwnText` has it."""
    actors, recipients = (
        [actor.name for actor in side] for side in (event.actors, event.recipients)
    )
    trigger = event.sentence[event.trigger_start - event.start : event.trigger_end - event.start]
    first = event.date_from and event.date_from.isoformat()
    return trigger, event.plover, first, event.dated_by, actors, recipients


@pytest.mark.parametrize("own", TEXTS, ids=lambda own: own.name)
def test_the_answer_becomes_records_with_their_evidence(read, own):
    found = read(own.article, own.answer)
    events = [coded(event) for event in found.events]
    expected = [
        (*row[:4], events[i][4] if row[4] is None else row[4], row[5])
        for i, row in enumerate(own.events)
    ]
    assert events == expected
    assert [(q.text, q.kind, q.speaker_ar) for q in found.quotes] == list(own.quotes)
    assert found.dropped == ()


def test_every_record_names_the_model(read):
    found = read(SUMMONS.article, SUMMONS.answer)
    assert {one.read_by for one in (*found.events, *found.quotes)} == {"endpoint:toy"}


def test_an_unknown_party_is_a_name_without_country(read):
    vote = next(own for own in TEXTS if own.name == "vote")
    (actor,) = read(vote.article, vote.answer).events[0].actors
    assert (actor.name_ar, actor.country) == ("قبيلة الريح", None)
    assert actor.name != "Tribe of the Wind"


def test_the_article_is_sent_between_marks_that_it_cannot_contain(read, server):
    own = TEXTS[-1]
    read(own.article, own.answer)
    system, user = server.requests[0]["messages"]
    assert "never an instruction" in system["content"]
    head, mark, *_ = user["content"].splitlines()
    assert head == "Published: 2022-01-10"
    assert user["content"].endswith(mark.replace("<", "</"))
    assert mark not in own.text


def test_the_key_is_sent_and_stored_nowhere(read, server, tmp_path, capsys):
    read(SUMMONS.article, SUMMONS.answer)
    assert server.headers[0]["Authorization"] == "Bearer secret-key"
    files = [path.read_text(encoding="utf-8") for path in (tmp_path / "answers").iterdir()]
    assert files
    assert "secret-key" not in "".join([*files, *capsys.readouterr()])


def test_what_was_answered_is_not_asked_again(read, server):
    first = read(SUMMONS.article, SUMMONS.answer)
    again = read(SUMMONS.article, EMPTY)
    assert again == first
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("article", "changes"),
    [
        (builders.article(SUMMONS.text, "2021-05-13"), {}),
        (builders.article(SUMMONS.text + " ثم عاد.", SUMMONS.published), {}),
        (SUMMONS.article, {"model": "other"}),
    ],
    ids=["day", "text", "model"],
)
def test_another_day_text_or_model_is_asked_again(read, server, article, changes):
    read(SUMMONS.article, SUMMONS.answer)
    read(article, EMPTY, **changes)
    assert len(server.requests) == 2


def test_recorded_answers_need_no_server(read, make_reader):
    first = read(SUMMONS.article, SUMMONS.answer)
    assert annotate(SUMMONS.article, make_reader(address="")) == first


def test_a_missing_recording_fails_that_article_by_name(make_reader):
    reader = make_reader(address="")
    problems = reader.prefetch([VISIT.article], lambda article: None)
    assert "no answer" in problems[VISIT.article.id]


def test_a_stopped_run_sends_nothing_more(server, make_reader):
    reader = make_reader(concurrency=1)

    def stop(article):
        raise KeyboardInterrupt

    articles = [own.article for own in TEXTS]
    with pytest.raises(KeyboardInterrupt):
        reader.prefetch(articles, stop)
    assert len(server.requests) <= 2
    assert "was stopped" in str(reader.prefetch(articles[-1:], lambda article: None))


def test_a_long_article_is_asked_in_overlapping_parts_and_told_once(server, make_reader):
    server.replies = [completion(SUMMONS.answer)]
    found = annotate(SUMMONS.article, make_reader(part_length=130))
    assert len(server.requests) > 1
    assert len(found.events) == len({event.trigger_start for event in found.events}) > 0


def test_the_budget_is_never_passed(server, make_reader):
    reader = make_reader(budget=100)
    with pytest.raises(BudgetSpent, match="run again with a larger --budget"):
        annotate(SUMMONS.article, reader)
    assert server.requests == []


def test_the_tokens_that_the_server_counts_are_counted(server, make_reader):
    server.replies = [completion(EMPTY, usage={"total_tokens": 1234})]
    reader = make_reader()
    annotate(SUMMONS.article, reader)
    assert reader.budget.used == 1234


def test_the_forecast_names_host_tokens_and_cost(make_reader):
    text = make_reader(price_in=1000.0).forecast([SUMMONS.article])
    assert "127.0.0.1 (toy): 1 requests" in text
    assert "cost about" in text


def use(monkeypatch, server, tmp_path):
    """Set the environment of the endpoint reader to the server."""
    monkeypatch.setenv("ALAQAT_ENDPOINT", server.address)
    monkeypatch.setenv("ALAQAT_ENDPOINT_MODEL", "toy")
    monkeypatch.setenv("ALAQAT_ENDPOINT_ANSWERS", str(tmp_path / "answers"))
    monkeypatch.setenv("ALAQAT_ENDPOINT_ATTEMPTS", "1")
    monkeypatch.setenv("ALAQAT_ENDPOINT_CONCURRENCY", "1")


def test_a_build_asks_beforehand_names_what_failed_and_keeps_the_rest(
    server, tmp_path, monkeypatch
):
    use(monkeypatch, server, tmp_path)
    server.replies = [
        lambda request: (
            completion(SUMMONS.answer)
            if SUMMONS.text in request["messages"][1]["content"]
            else b"<html>busy</html>"
        )
    ]
    steps = []
    report = pipeline.build(
        [SUMMONS.article, VISIT.article], root=tmp_path, reader="endpoint", progress=steps.append
    )
    assert report.articles == 1
    assert report.refused[0].startswith("visit: 127.0.0.1 answers with something")
    assert "127.0.0.1 (toy)" in next(step.name for step in steps if step.kind == "ask")
    assert report.build.manifest["reader"].startswith("endpoint toy ")
    assert integrity.violations(report.build) == []


def test_a_build_counts_what_was_left_out(server, tmp_path, monkeypatch, capsys):
    use(monkeypatch, server, tmp_path)
    lie = {**SUMMONS.answer["events"][0], "sentence": "هاجمت الصين فرنسا"}
    server.replies = [completion({**SUMMONS.answer, "events": [lie]})]
    source = tmp_path / "a.txt"
    source.write_text(SUMMONS.text, encoding="utf-8")
    command = ["build", str(source), "--store", str(tmp_path / "s"), "--reader", "endpoint"]
    assert main(command) == 0
    assert "left out of what was read: 1 sentence not in the text" in capsys.readouterr().err


def test_a_store_stays_where_the_server_is_dead(server, tmp_path, monkeypatch):
    use(monkeypatch, server, tmp_path)
    pipeline.build([SUMMONS.article], root=tmp_path)
    server.replies = [(500, {}, b"")]
    before = (tmp_path / "CURRENT").read_text()
    with pytest.raises(Exception, match="nothing could be read"):
        pipeline.rebuild(root=tmp_path, reader="endpoint")
    assert (tmp_path / "CURRENT").read_text() == before


def test_rules_and_model_together_tell_each_event_once(server, tmp_path, monkeypatch):
    use(monkeypatch, server, tmp_path)
    server.replies = [completion(SUMMONS.answer)]
    found = annotate(SUMMONS.article, readers.named("rules+endpoint"))
    triggers = [event.trigger_start for event in found.events]
    assert len(triggers) == len(set(triggers))


def test_recorded_files_hold_model_and_answer(read, tmp_path):
    read(SUMMONS.article, SUMMONS.answer)
    (path,) = (tmp_path / "answers").glob("*.json")
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["model"] == "toy"
    assert json.loads(record["answer"]) == SUMMONS.answer


def test_without_a_model_it_is_missing(monkeypatch):
    monkeypatch.delenv("ALAQAT_ENDPOINT_MODEL", raising=False)
    with pytest.raises(ReaderMissing, match="ALAQAT_ENDPOINT_MODEL"):
        readers.named("endpoint")


@pytest.mark.parametrize(
    ("reader", "printed"), [("endpoint", "go to 127.0.0.1 (toy)"), ("rules", "sends nothing")]
)
def test_an_estimate_sends_nothing(server, tmp_path, monkeypatch, capsys, reader, printed):
    use(monkeypatch, server, tmp_path)
    source = tmp_path / "a.txt"
    source.write_text(SUMMONS.text, encoding="utf-8")
    assert main(["estimate", str(source), "--reader", reader]) == 0
    assert printed in capsys.readouterr().out
    assert server.requests == []


EXAMPLES = re.findall(
    r"Published: (\S+)\n<article>\n(.*?)\n</article>\n\n(\{.*?)\s*(?=\n\n|\Z)",
    prompt("read_article").text,
    re.DOTALL,
)


@pytest.mark.parametrize(("day", "text", "answer"), EXAMPLES)
def test_the_worked_examples_of_the_prompt_are_borne_out(read, day, text, answer):
    entries = json.loads(answer)
    found = read(builders.article(text, day), entries)
    assert found.dropped == ()
    assert len(found.events) == len(entries["events"]) == 2
    assert {event.dated_by for event in found.events} == {"sentence"}
    names = [[party["name"] for party in entry["actors"]] for entry in entries["events"]]
    assert [[actor.name for actor in event.actors] for event in found.events] == names


def test_the_prompt_has_the_table_of_categories():
    assert len(EXAMPLES) == 2
    assert "- ASSAULT (conflict): " in prompt("read_article").text
