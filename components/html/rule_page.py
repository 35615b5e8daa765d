"""The page of one rule as HTML: what it looks for, examples, how often it is right, events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from alaqat import lexicon
from alaqat.lexicon import Rule
from components.html.method_text import rows as data_rows
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label, parties_label
from components.i18n.words import Words
from components.theme.event_kinds import CATEGORIES, kind

Row = Mapping[str, Any]
Link = Callable[..., str]
FORMS: Final = 14  # words of one list that are shown
EVENTS: Final = 30  # events that are listed
MODEL: Final = "model:"  # how the rule of an event that a trained model found begins

# field of an event rule that names classes of words → what the words must do
CONDITIONS: Final = {
    "needs": N_("and one of these words near them"),
    "also": N_("and one of these as well"),
    "without": N_("and none of these beside them"),
    "nowhere": N_("and none of these before or after them"),
    "barrier": N_("and none of these between them"),
    "not_next": N_("and none of these next to them"),
}
PARTIES: Final = {
    "any": N_("Some party must be named."),
    "doer": N_("Who does it must be named."),
    "target": N_("Whom it is done to must be named."),
    "pair": N_("Two parties must be named."),
    "object": N_("Another state must be named right after the verb."),
    "speaker": N_("The speaker's state may be the one who does it."),
}
FLAGS: Final = {
    "foreign": N_("Parties of two states must take part."),
    "dated": N_("Its own sentence must give a date."),
    "reported": N_("It is read only in what somebody says."),
}
FAMILIES: Final = {
    "events": N_("Rule of events"),
    "timex": N_("Rule of time"),
    "quotes": N_("Rule of quotes"),
}


def rule_of(identifier: str | None) -> tuple[str, Rule] | None:
    """The family and rule of an id; None if no rule has it."""
    return lexicon.rule_named(identifier) if identifier else None


def missing_notice(identifier: str | None, words: Words, link: Link) -> str:
    """The page of a link to no rule, and of what a trained model or a language model found."""
    if identifier and identifier.startswith((MODEL, "endpoint")):
        text = words.t(
            "No rule found this: the model {name} read it. Its word of certainty stands on the "
            "event.",
            name=identifier.removeprefix(MODEL),
        )
    else:
        text = words.t("No rule has the id {id}.", id=identifier or "–")
    href = escape(link("method"))
    return (
        f'<p class="notice" role="status">{escape(text)} '
        f'<a href="{href}">{escape(words.t("Method"))}</a></p>'
    )


def html(
    found: tuple[str, Rule], events: Sequence[Row], count: int, words: Words, link: Link
) -> str:
    """The page of a rule; `events` are the first of the `count` events that it gave here."""
    family, rule = found
    return "".join(
        [
            _head(family, rule, words),
            _aim(family, rule, words),
            _cases(words.t("It fires on"), "✓", map(_example, rule.examples)),
            _cases(words.t("It stays silent on"), "✕", map(_counter_example, rule.counter)),
            _score(rule, words) if family == "events" else "",
            _events(events, count, words, link) if family == "events" else "",
            f'<p class="meta"><a href="{escape(link("method"))}">'
            f"{escape(words.t('all rules and scores'))}</a></p>",
        ]
    )


def _head(family: str, rule: Rule, words: Words) -> str:
    title = _title(rule, words) if family == "events" else rule.id
    return (
        f"<h2>{escape(title)}</h2>"
        f'<p class="meta">{escape(words.t(FAMILIES[family]))} '
        f'<code dir="ltr">{escape(rule.id)}</code></p>'
    )


def _title(rule: Rule, words: Words) -> str:
    """The label of the events of a rule."""
    own = (row for row in lexicon.table("event_labels") if row["rule"] == rule.id)
    row = next(own, None) or _code(rule)
    return row["label_ar"] if words.is_rtl else row["label_en"]


def _code(rule: Rule) -> Row:
    """The row of plover.csv of the category and mode of an event rule."""
    key = (rule.fields.get("plover") or "", rule.fields.get("mode") or "")
    return next(row for row in lexicon.table("plover") if (row["plover"], row["mode"]) == key)


def _aim(family: str, rule: Rule, words: Words) -> str:
    """What the rule looks for, in sentences."""
    title = f"<h3>{escape(words.t('What it looks for'))}</h3>"
    if family == "quotes":
        return f'{title}<p lang="en" dir="ltr">{escape(rule.fields["does"])}</p>'
    if family == "timex":
        return f'{title}<p dir="ltr"><code>{escape(rule.fields["pattern"])}</code></p>'
    lines = [*_word_lines(rule, words), _report_line(rule, words), *_party_lines(rule, words)]
    return f'{title}<ul class="plain rule-aim">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def _word_lines(rule: Rule, words: Words) -> Iterator[str]:
    trigger_words = [form for lemma in rule.fields["lemmas"] for form in _forms_of_lemma(lemma)]
    yield _listed(words.t("one of these words, in any of their forms"), trigger_words, words)
    for name, label in CONDITIONS.items():
        classes = rule.fields.get(name) or []
        names = [classes] if isinstance(classes, str) else classes
        if names:
            forms = [form for one in names for form in _forms_of_class(one)]
            yield _listed(words.t(label), forms, words)


def _listed(label: str, forms: Sequence[str], words: Words) -> str:
    unique = list(dict.fromkeys(forms))
    more = len(unique) - FORMS
    rest = words.n("and {count} more", "and {count} more", more) if more > 0 else ""
    shown = words.run(words.join(unique[:FORMS]))
    return (
        f'{escape(label)}: <bdi lang="ar">{escape(shown)}</bdi> '
        f'<span class="meta">{escape(rest)}</span>'
    )


def _forms_of_lemma(lemma: str) -> list[str]:
    columns = ("past", "present", "noun", "other", "participle")
    rows = (row for row in lexicon.table("event_lemmas") if row["lemma"] == lemma)
    return [form for row in rows for column in columns for form in lexicon.forms(row, column)]


def _forms_of_class(name: str) -> list[str]:
    rows = (row for row in lexicon.table("event_cues") if row["class"] == name)
    return [form for row in rows for form in lexicon.forms(row)]


def _report_line(rule: Rule, words: Words) -> str:
    """What the rule reports: kind, category, side and intensity."""
    code = _code(rule)
    label = code["label_ar"] if words.is_rtl else code["label_en"]
    category = words.t(CATEGORIES.get(code["plover"], N_("outside the event codes")))
    strength = words.t("intensity {value}", value=words.signed(float(code["score"])))
    polarity = rule.fields.get("polarity", code["polarity"])
    mark = f'<span class="{polarity}">{kind(code["kind"]).mark} {escape(label)}</span>'
    parts = " · ".join(map(escape, (category, strength)))
    return f"{escape(words.t('It reports'))}: {mark} · {parts}"


def _party_lines(rule: Rule, words: Words) -> Iterator[str]:
    if party := rule.fields.get("party"):
        yield escape(words.t(PARTIES[party]))
    for name, label in FLAGS.items():
        if rule.fields.get(name):
            yield escape(words.t(label))


def _cases(title: str, mark: str, cases: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f'<li><span aria-hidden="true">{mark}</span> <bdi lang="ar">{escape(text)}</bdi>'
        f"{_why(why)}</li>"
        for text, why in cases
    )
    return f'<h3>{escape(title)}</h3><ul class="plain rule-cases">{items}</ul>' if items else ""


def _why(why: str) -> str:
    return f' <span class="meta" lang="en" dir="ltr">{escape(why)}</span>' if why else ""


def _example(example: Any) -> tuple[str, str]:
    """The text of an example, and what a time rule reads in it."""
    if isinstance(example, str):
        return example, ""
    if isinstance(example, Mapping):
        return str(example["text"]), ""
    return str(example[0]), " = ".join(map(str, example[1:3]))


def _counter_example(example: Any) -> tuple[str, str]:
    """The text of a counter-example, and the reason why the rule is silent, if one is given."""
    if isinstance(example, Mapping):
        return str(example["text"]), str(example.get("why", ""))
    return str(example), ""


def _score(rule: Rule, words: Words) -> str:
    """How often the rule was right on annotated articles."""
    row = next((row for row in data_rows("rule_scores") if row["rule"] == rule.id), None)
    title = f"<h3>{escape(words.t('How often it is right'))}</h3>"
    if row is None:
        text = words.t("It gave no dated event on the annotated articles, so that is not known.")
        return f"{title}<p>{escape(text)}</p>"
    text = words.t(
        "On {articles} annotated articles it gave {found} dated events; {days} have the right "
        "days, {codes} the right days and category. Errors on most of these articles were read "
        "while rules were written.",
        articles=int(row["articles"]),
        found=int(row["found"]),
        days=int(row["right_days"]),
        codes=int(row["right_code"]),
    )
    return f"{title}<p>{escape(text)}</p>"


def _events(events: Sequence[Row], count: int, words: Words, link: Link) -> str:
    """The events that the rule gave in this store."""
    title = words.n("{count} event it gave here", "{count} events it gave here", count)
    items = "".join(_event(row, words, link) for row in events[:EVENTS])
    more = count - min(len(events), EVENTS)
    rest = words.n("and {count} more", "and {count} more", more) if more > 0 else ""
    return (
        f"<h3>{escape(title)}</h3>"
        f'<ul class="plain rule-events">{items}</ul><p class="meta">{escape(rest)}</p>'
    )


def _event(row: Row, words: Words, link: Link) -> str:
    href = escape(link("timeline", event=row["event_id"]))
    label = words.comma.join(
        part for part in (event_label(row, words), parties_label(row, words)) if part
    )
    return (
        f'<li><a href="{href}">{escape(date_label(row, words))}</a> {escape(label)}'
        f'<br><bdi lang="ar" class="meta">{escape(row["sentence"])}</bdi></li>'
    )
