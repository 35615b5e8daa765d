"""The parts of the correction page: the thing to correct, earlier corrections, and the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final, cast

import streamlit as st

from alaqat import corrections
from alaqat.corrections.model import Correction, CorrectionKind
from alaqat.model.errors import LexiconError
from alaqat.model.selection import Selection
from alaqat.model.years import FIRST_DAY, LAST_DAY, clamp
from alaqat.store import journal
from components.access.policy import Editor
from components.data import queries
from components.forms import correction_targets
from components.forms.correction_targets import Target
from components.html import correction_marks, network_panel, profile, quote_card, quote_versions
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words
from components.view.view_state import ViewState
from components.widgets import event_selection, navigation, rights
from components.widgets.page_links import links

SENTENCES: Final = 8
LISTED: Final = 100  # most corrections in a list, the newest
LONGEST: Final = 200  # characters of a reason or a name
WRONG: Final = {
    "date": N_("its date"),
    "code": N_("what it is"),
    "actors": N_("who did it"),
    "recipients": N_("to whom it was done"),
    "speaker": N_("its speaker"),
    "merge": N_("it is the same as another name"),
    "apart": N_("one of its spellings is somebody or something else"),
    "join": N_("it is the same as another event"),
    "split": N_("one of its reports is of another event"),
    "hide": N_("it should not be shown at all"),
}
Values = tuple[str, str]  # the fields `a` and `b` of a correction


def draw_target(target: Target | None, view: ViewState) -> None:
    """Draw the thing with its sentences, or a notice that it is not in the store."""
    words, link = view.words, links(view)
    if target is None:
        reason = words.t(
            "The store holds nothing under this link: it was hidden, read anew or taken out."
        )
        if view.correct:
            st.html(f'<p class="notice" role="status">{escape(reason)}</p>')
    elif target.kind == "event":
        st.html(event_selection.card(target.row, replace(view, correct=None)))
    elif target.kind == "quote":
        quotes = queries.read("quotes")
        own = quotes[quotes["quote_id"] == target.id]
        complete = quote_card.joined(
            own, queries.read("articles"), corrections=queries.read("corrections")
        )
        st.html(quote_card.deck(quote_versions.sayings(complete), words, link))
    else:
        marks = correction_marks.mark(
            correction_marks.corrections_of(queries.read("corrections"), target.id), words
        )
        st.html(profile.head(target.row, words, link) + marks + _naming(target.id, words, link))


def _naming(entity: str, words: Words, link: Callable[..., str]) -> str:
    """The newest sentences that name an entity as HTML, the names marked."""
    naming = Selection(entities=(entity,))
    newest = network_panel.newest(queries.read("sentences", naming), queries.read("articles"))
    marks = network_panel.spans(queries.read("mentions", naming), [entity])
    return network_panel.sentences(newest[:SENTENCES], marks, words, link)


def download_button(words: Words) -> None:
    """Draw the button that downloads the corrections of the build as CSV; nothing without any."""
    frame = queries.read("corrections")
    if len(frame):
        name = f"alaqat-corrections-{queries.build().id}.csv"
        st.download_button(
            words.t("Download the corrections (CSV)"),
            partial(correction_marks.export, frame),
            name,
            "text/csv",
            key="corrections_csv",
        )


def is_rebuild_due() -> bool:
    """True if the file of corrections and the build on screen differ."""
    try:
        recorded = correction_targets.recorded(None)
    except LexiconError:
        return False
    carried_out = correction_targets.carried_out()
    is_longer_or_shorter = len(recorded) != len(queries.read("corrections"))
    return is_longer_or_shorter or not carried_out.issuperset(
        map(correction_targets.identity, recorded)
    )


def draw_recorded(target: Target | None, view: ViewState, *, can_undo: bool) -> None:
    """Draw the recorded corrections of the thing (or of all things), each with an undo button.

    Readers without the right to write see no buttons (`can_undo` is False).
    """
    words = view.words
    try:
        recorded = correction_targets.recorded(target)
    except LexiconError as problem:
        _notice(str(problem), lang="en")
        return
    if recorded or target is None:
        title = words.t("Corrected before") if target else words.t("All corrections")
        st.html(f"<h2>{escape(title)}</h2>")
    if not recorded and target is None:
        st.html(f'<p class="quiet">{escape(words.t("Nothing has been corrected so far."))}</p>')
    if target is None:
        _draw_refused(correction_targets.recorded_file().refused, words)
    carried_out = correction_targets.carried_out() if recorded else frozenset()
    for number, row in list(enumerate(recorded))[-LISTED:]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"correction_{number}"):
            link = "" if target else _link_to_target(row, view)
            is_done = correction_targets.identity(row) in carried_out
            st.html(f"<p>{_line(row, words, is_done=is_done)}{link}</p>")
            key = f"undo_{number}_{row.kind}_{row.a}"
            if can_undo and st.button(words.t("undo"), key=key, type="tertiary"):
                _undo(row)


def _link_to_target(row: Correction, view: ViewState) -> str:
    """A link to the page that corrects the same thing as `row`; empty if there is none."""
    about = correction_targets.key(row)
    if not about:
        return ""
    href = escape(links(view)("correct", correct=about))
    return f' · <a href="{href}">{escape(view.words.t("what it is about"))}</a>'


def _draw_refused(refused: Sequence[str], words: Words) -> None:
    """Draw the rows of the file that are left out, each with its reason; nothing without any."""
    if refused:
        title = words.t("Rows of the file that are left out")
        items = "".join(f"<li>{escape(text)}</li>" for text in refused[:LISTED])
        st.html(
            f'<details class="sentences" open><summary>{escape(title)} · '
            f'{words.number(len(refused))}</summary><ul lang="en" dir="ltr">{items}</ul></details>'
        )


def _line(row: Correction, words: Words, *, is_done: bool) -> str:
    fields = {name: getattr(row, name) for name in ("kind", "a", "b", "reason", "by", "day")}
    value = correction_targets.value(row, words)
    parts = [correction_marks.line(fields, words), f"<bdi>{escape(value)}</bdi>" if value else ""]
    if not is_done:
        parts.append(f'<span class="status">{escape(words.t("with the next rebuild"))}</span>')
    return " · ".join(part for part in parts if part)


def _undo(row: Correction) -> None:
    _announce(N_("The correction is taken out. The dashboard shows it with the next rebuild."))
    _write("withdraw", corrections.withdraw, row)


def draw_form(target: Target, view: ViewState, editor: Editor) -> None:
    """Draw the form: the kind of correction, the new value, a reason and the editor's name.

    Who has signed in signs with that name.
    """
    words, turn = view.words, st.session_state.get("correct_turn", 0)
    key = f"{target.key}_{turn}"
    st.html(f"<h2>{escape(words.t('What is wrong'))}</h2>")
    kind = st.selectbox(
        words.t("What is wrong"),
        target.choices(),
        key=f"correct_what_{key}",
        index=None,
        format_func=lambda name: words.t(WRONG[name]),
        placeholder=words.t("choose"),
        label_visibility="collapsed",
    )
    if kind is None:
        return
    values = VALUE_FIELDS[kind](target, words, key)
    reason = st.text_input(words.t("Reason"), max_chars=LONGEST, key=f"correct_reason_{key}")
    by = editor.name
    if not editor.has_signed_in:
        name = st.session_state.get("correct_name", "")
        by = st.text_input(words.t("Your name"), name, max_chars=LONGEST, key=f"correct_by_{key}")
    if st.button(words.t("Record"), key="correct_record", type="primary"):
        _record(cast("CorrectionKind", kind), values, (reason.strip(), by.strip()), words)


def _record(
    kind: CorrectionKind, values: Values | None, signature: tuple[str, str], words: Words
) -> None:
    if values is None:
        _notice(words.t("Choose the new value first."))
    elif not all(signature):
        _notice(words.t("A correction needs a reason and a name."))
    else:
        st.session_state["correct_name"] = signature[1]
        _announce(N_("The correction is recorded. The dashboard shows it with the next rebuild."))
        _write("correct", corrections.append, Correction(kind, *values, *signature))


def _write(what: str, change: Callable[[Correction], object], row: Correction) -> None:
    """Change the file of corrections and run the page again, or draw the error of the change."""
    words = navigation.current().words
    try:
        editor = rights.required_editor()
        change(row)
        about = {name: getattr(row, name) for name in ("kind", "a", "b", "reason")}
        about["signed_by"] = row.by
        journal.record(what, by=editor.name, about=about)
    except rights.NotAllowed:
        st.session_state.pop("correct_outcome", None)
        rights.draw_notice(words)
    except LexiconError as problem:
        st.session_state.pop("correct_outcome", None)
        _notice(str(problem), lang="en")
    except OSError as problem:
        st.session_state.pop("correct_outcome", None)
        _notice(
            words.t(
                "The file of corrections cannot be written: {why}.", why=problem.strerror or problem
            )
        )
    else:
        st.session_state["correct_turn"] = st.session_state.get("correct_turn", 0) + 1
        st.rerun()


def _announce(message: str) -> None:
    st.session_state["correct_outcome"] = message


def draw_outcome(view: ViewState) -> None:
    """Draw the message about the last recorded correction, once."""
    if message := st.session_state.pop("correct_outcome", None):
        st.html(f'<p class="good" role="status">{escape(view.words.t(message))}</p>')


def _notice(text: str, lang: str | None = None) -> None:
    about = f' lang="{lang}" dir="ltr"' if lang else ""
    st.html(f'<p class="notice" role="alert"><bdi{about}>{escape(text)}</bdi></p>')


def _day(target: Target, words: Words, key: str) -> Values | None:
    report = target.report_ids[0]
    if st.checkbox(words.t("nobody says when"), key=f"correct_unknown_{key}"):
        return report, ""
    first, last = target.row["date_from"], target.row["date_to"]
    with st.container(horizontal=True):
        begin = _pick(words.t("First day"), first, f"correct_first_{key}")
        end = _pick(words.t("Last day"), last, f"correct_last_{key}")
    if begin is None and end is None:
        return None
    days = sorted(day for day in (begin or end, end or begin) if day)
    return report, f"{days[0]}/{days[1]}"


def _pick(label: str, value: Any, key: str) -> date | None:
    day = None if value is None else clamp(value.date())
    return st.date_input(
        label, day, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", key=key
    )


def _select(
    label: str, options: Mapping[str, str], key: str, chosen: str | None = None
) -> str | None:
    names = list(options)
    return st.selectbox(
        label,
        names,
        key=key,
        index=names.index(chosen) if chosen is not None and chosen in options else None,
        format_func=lambda name: options.get(name, name),
        placeholder=navigation.current().words.t("choose"),
    )


def _code(target: Target, words: Words, key: str) -> Values | None:
    present = f"{target.row['plover'] or ''}/{target.row['mode'] or ''}"
    code = _select(
        words.t("What it is"), correction_targets.codes(words), f"correct_code_{key}", present
    )
    return None if code is None else (target.report_ids[0], code.rstrip("/"))


def _parties(side: str, target: Target, words: Words, key: str) -> Values:
    known, own = correction_targets.parties_known(words), list(target.row[side])
    chosen = st.multiselect(
        words.t("Who did it") if side == "actors" else words.t("To whom it was done"),
        list(dict.fromkeys([*own, *known])),
        own,
        key=f"correct_{side}_{key}",
        format_func=lambda name: known.get(name, name),
        placeholder=words.t("choose names or write new ones"),
        accept_new_options=True,
    )
    return target.report_ids[0], "|".join(
        " ".join(name.replace("|", " ").split())[:LONGEST] for name in chosen
    )


def _join(target: Target, words: Words, key: str) -> Values | None:
    other = _select(
        words.t("The other event"), correction_targets.nearby(target, words), f"correct_join_{key}"
    )
    return None if other is None else (target.report_ids[0], other)


def _split(target: Target, words: Words, key: str) -> Values | None:
    sentences = {
        correction_targets.report_id(row): words.run(row["sentence"][:LONGEST])
        for row in target.reports
    }
    report = _select(words.t("The report of another event"), sentences, f"correct_split_{key}")
    return None if report is None else (report, "")


def _speaker(target: Target, words: Words, key: str) -> Values | None:
    known = correction_targets.names(words, ("PER", "ORG", "LOC"))
    speaker = _select(
        words.t("Who said it"), known, f"correct_speaker_{key}", target.row["speaker_id"]
    )
    return None if speaker is None else (target.id, speaker)


def _merge(target: Target, words: Words, key: str) -> Values | None:
    known = {
        name: label for name, label in correction_targets.names(words).items() if name != target.id
    }
    other = _select(
        words.t("The other name, under which both are shown"), known, f"correct_merge_{key}"
    )
    return None if other is None else (other, target.id)


def _apart(target: Target, words: Words, key: str) -> Values | None:
    spellings = correction_targets.spellings(target)
    other = _select(
        words.t("The spelling that means somebody or something else"),
        spellings,
        f"correct_apart_{key}",
    )
    return None if other is None else (target.id, other)


def _hide(target: Target, words: Words, key: str) -> Values:
    note = words.t("It is left out of every page; its articles stay.")
    st.html(f'<p class="quiet">{escape(note)}</p>')
    return (target.report_ids[0] if target.kind == "event" else target.id), ""


VALUE_FIELDS: Final[Mapping[str, Callable[[Target, Words, str], Values | None]]] = {
    "date": _day,
    "code": _code,
    "actors": partial(_parties, "actors"),
    "recipients": partial(_parties, "recipients"),
    "join": _join,
    "split": _split,
    "speaker": _speaker,
    "merge": _merge,
    "apart": _apart,
    "hide": _hide,
}
