"""What a model answers, read into entries."""

import json

import pytest

from alaqat.readers.endpoint import answer_folder, answer_format, messages
from alaqat.readers.endpoint.article_parts import parts
from tests import builders

EVENT, QUOTE = {"sentence": "s", "trigger": "t"}, {"text": "q"}


def answer(events=(), quotes=()):
    return json.dumps({"events": list(events), "quotes": list(quotes)})


@pytest.mark.parametrize("text", [answer([EVENT]), f"Here:\n```json\n{answer([EVENT])}\n``` so", f"x {answer([EVENT])} y", f"```\n{answer([EVENT])}```"])  # fmt: skip
def test_what_stands_around_the_json_is_passed_over(text):
    read, dropped = answer_format.read_answer(text)
    assert [one.trigger for one in read.events] == ["t"]
    assert +dropped == {}


@pytest.mark.parametrize(("text", "said"), [
    ("no", "there is no JSON object in it"), ("{", "the JSON cannot be read"), ('{"events": []}', "the list 'quotes' is missing"),
    ('{"quotes": [], "events": {}}', "the list 'events' is missing"),
])  # fmt: skip
def test_an_answer_of_another_form_says_why(text, said):
    with pytest.raises(answer_format.AnswerUnreadable, match=said):
        answer_format.read_answer(text)


def test_entries_of_the_wrong_form_and_too_many_are_counted():
    read, dropped = answer_format.read_answer(
        answer([{}, {"sentence": 3, "trigger": "t"}, EVENT], [QUOTE] * 153)
    )
    assert (len(read.events), len(read.quotes)) == (1, 150)
    assert +dropped == {"entry of the wrong form": 2, "too many entries": 3}


def test_the_schema_as_a_whole(whole):
    whole("schema", json.dumps(answer_format.schema(), indent=1))


def test_the_messages_as_a_whole(whole):
    prompt = type("Prompt", (), {"text": "Read."})
    first = messages.first_messages(prompt, "نص", None)
    whole("first", json.dumps(first, ensure_ascii=False, indent=1))
    whole(
        "repair",
        json.dumps(
            messages.repair_messages(first, "x" * 6001, ValueError("why")),
            ensure_ascii=False,
            indent=1,
        ),
    )
    dated = messages.first_messages(prompt, "نص", builders.article("نص").published)
    assert dated[1]["content"].startswith("Published: 2020-03-05\n")


@pytest.mark.parametrize(("longest", "found"), [
    (1, [(0, 8), (9, 17), (18, 26), (27, 35)]), (26, [(0, 26), (9, 35)]), (25, [(0, 17), (9, 26), (18, 35)]), (99, [(0, 35)]),
])  # fmt: skip
def test_a_part_begins_with_two_sentences_of_the_one_before(longest, found):
    document = builders.document("زار علي. زار علي. زار علي. زار علي.")
    assert parts(document, longest) == found
    assert parts(builders.document(""), longest) == []


def test_an_answer_is_found_again_under_its_key(tmp_path):
    folder = answer_folder.AnswerFolder(tmp_path / "a")
    assert folder.get("k") is None
    folder.put("k", "نعم\ud800", "m")
    assert folder.get("k") == "نعم?"
    assert json.loads((tmp_path / "a" / "k.json").read_text())["model"] == "m"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["k.json"]
    for broken in ("[]", "{}", "3", '{"answer": 3}', "{"):
        (tmp_path / "a" / "k.json").write_text(broken)
        assert folder.get("k") is None


def test_a_key_depends_on_all_parts_and_their_order():
    keys = {
        answer_folder.answer_key(one)
        for one in (("a", "b"), ("b", "a"), ("ab",), ("a", "b", ""), ("\ud800",))
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}
