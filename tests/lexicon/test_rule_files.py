"""What the loader of rules accepts, and that it refuses the rest with file and line."""

import pytest

from alaqat import lexicon
from alaqat.events.event_rules import rules_as_written
from alaqat.lexicon.rule_schema import TIMEX_READERS, problem, schema_of
from alaqat.model.errors import LexiconError
from alaqat.timex.grammar import FILES
from alaqat.timex.tagger import reader

RULE = "- id: a\n  does: reads\n  examples: []\n  counter: []\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (RULE + RULE, "line 5: two rules share the id 'a'"),
        ("- does: x\n", "line 1: the rule has no id"),
        ("- x\n", "line 1: should be a rule"),
        ("a: b\n", "should be a list"),
        ("- [", "cannot be read"),
        (RULE + "  wants: b\n", "line 5: wants is no field of these rules; there are id, does"),
        (RULE + "  does: again\n", "line 5: does stands twice"),
        ("- id: a\n  does: [x]\n", r"line 2: does is \['x'\]; it should be a text"),
        ("- id: a\n  does: x\n", "line 1: the rule has no examples"),
    ],
)
def test_a_broken_rule_file_is_refused(data, text, why):
    (data / "rules" / "quotes" / "r.yaml").write_text(text)
    with pytest.raises(LexiconError, match=rf"r\.yaml.*{why}"):
        lexicon.rules("quotes/r")


def test_a_rule_knows_its_file_and_line(data):
    path = data / "rules" / "quotes" / "r.yaml"
    path.write_text("# head\n" + RULE)
    assert lexicon.rules("quotes/r")[0].where == f"{path}, line 2"


def test_a_family_without_schema_is_refused():
    with pytest.raises(LexiconError, match="no family of rules is called 'sports'"):
        schema_of("sports/football")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lemmas", ["no-such-word"]),
        ("needs", "no-such-class"),
        ("nowhere", ["sport", "no-such-class"]),
        ("plover", "HUG"),
        ("mode", "warmly"),
        ("frame", "told"),
        ("party", "with"),
        ("part", False),
        ("after", False),
        ("reach", 0),
        ("polarity", "warm"),
        ("counter", [{"text": "a"}]),
    ],
)
def test_a_wrong_value_of_an_event_rule_is_refused(field, value):
    wrong = problem(schema_of("events/force"), field, value)
    assert wrong is not None
    assert wrong.startswith(f"is {value!r}; it should be ")


def test_every_rule_file_is_read():
    folder = lexicon.data_folder() / "rules"
    names = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.yaml")}
    assert names == {
        *FILES,
        "timex/parts",
        "entities/mentions",
        "quotes/attribution",
        *(
            f"events/{rule.where.split('.yaml')[0].rpartition('/')[2]}"
            for rule in rules_as_written()
        ),
    }


@pytest.mark.parametrize("name", sorted(TIMEX_READERS - {"nothing"}))
def test_a_reader_that_time_rules_may_name_is_a_function(name):
    assert callable(reader(name))


def test_every_reader_is_named_by_a_rule():
    named = {rule.fields["read"] for name in FILES for rule in lexicon.rules(name)}
    assert named == TIMEX_READERS
