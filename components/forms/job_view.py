"""The running command on screen: its progress, its result, and the button that stops it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from components.forms import job_process
from components.forms.job_process import Job
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words
from components.widgets import navigation, rights

EVERY: Final = 0.7  # seconds between two updates of the progress
LISTED: Final = 100  # most sentences in a list
SOURCES: Final = 10  # outlets named of the articles without a day
STEPS: Final = {
    "read": N_("Reading articles"),
    "refuse": N_("Reading articles"),
    "ask": N_("Asking the language model"),
    "annotate": N_("Looking for dates, names, quotes and events"),
    "merge": N_("Putting reports of one event together"),
    "write": N_("Writing the new build"),
}


def begin(name: str, *arguments: str) -> None:
    """Start a build command and run the page again, or draw a notice if another command runs."""
    words = navigation.current().words
    try:
        job_process.RUNNER.start_build(name, *arguments, by=rights.required_editor())
    except rights.NotAllowed:
        rights.draw_notice(words)
    except job_process.Busy:
        text = words.t("Another run is at work; wait for its end.")
        st.html(f'<p class="notice" role="alert">{escape(text)}</p>')
    else:
        st.rerun()


def rebuild(words: Words) -> None:
    """Draw the button that rebuilds the store with the recorded corrections."""
    if st.button(words.t("Rebuild now"), key="rebuild_now"):
        begin("rebuild")


def is_at_work(names: Sequence[str]) -> bool:
    """Draw the running command, or the result of the last one of `names`; True if one runs."""
    job = job_process.RUNNER.latest
    if job is None:
        return False
    if job.is_running:
        _live()
        return True
    if job.name in names:
        ended(job, navigation.current().words)
    return False


@st.fragment(run_every=EVERY)
def _live() -> None:
    job, words = job_process.RUNNER.latest, navigation.current().words
    if job is None or not job.is_running:
        st.rerun()
    else:
        _progress(job, words)


def _progress(job: Job, words: Words) -> None:
    step = job.step
    done, total = int(step.get("done") or 0), int(step.get("of") or 0)
    text = words.t(STEPS.get(str(step.get("kind")), N_("Starting")))
    if total:
        text = words.t("{what}: {done} of {of}", what=text, done=done, of=total)
    st.progress(min(done / total, 1.0) if total else 0.0, text=text)
    if name := step.get("name"):
        st.html(f'<p class="meta"><bdi>{escape(name)}</bdi></p>')
    if rights.editor():
        st.button(words.t("Stop"), key="stop_job", on_click=_stop, args=(job,))


def _stop(job: Job) -> None:
    rights.required_editor()
    job.stop()


def ended(job: Job, words: Words) -> None:
    """Draw the result of an ended command: stopped, failed with a reason, or `outcome`."""
    if job.is_stopped:
        text = words.t("Stopped. The build before it stays.")
        st.html(f'<p class="notice" role="status">{escape(text)}</p>')
    elif job.failure:
        text = words.t("That did not work; the build before it stays.")
        reason = f'<bdi lang="en" dir="ltr">{escape(job.failure)}</bdi>'
        st.html(f'<p class="notice" role="alert">{escape(text)} {reason}</p>')
    elif job.done:
        st.html(outcome(job.done, words))


def outcome(done: job_process.Line, words: Words) -> str:
    """The result of a build as HTML: its numbers, and the articles refused, linked or removed."""
    count = int(done.get("articles") or 0)
    summary = [words.t("The build is done"), words.n("{count} article", "{count} articles", count)]
    if added := int(done.get("added") or 0):
        summary.append(words.n("{count} of them new", "{count} of them new", added))
    undated = {str(row["source"]): int(row["count"]) for row in done.get("undated") or ()}
    return (
        f'<p class="good" role="status">{escape(words.join(summary))}</p>'
        f"{without_day(undated, count, words)}{_named(done, words)}"
    )


def _named(done: job_process.Line, words: Words) -> str:
    """The articles and corrections that a build names, a list for each reason, as HTML."""
    copies = [copy.get("message", "") for copy in done.get("copies") or ()]
    lists = {
        words.t("Refused"): done.get("refused"),
        words.t("Held already, linked as copies"): copies,
        words.t("Taken out"): done.get("removed"),
        words.t("Not read anew"): done.get("warnings"),
        words.t("Corrections left out"): done.get("corrections_left_out"),
    }
    counts = {words.t("Refused"): done.get("refused_count")}
    return "".join(
        sentences(title, [str(text) for text in texts], words, count=counts.get(title))
        for title, texts in lists.items()
        if texts
    )


def without_day(undated: Mapping[str, int], total: int, words: Words) -> str:
    """How many of `total` articles have no day, by source, as HTML; "" if all have one."""
    number = sum(undated.values())
    if not number:
        return ""
    text = words.t(
        "Without a day of publication: {count} of {total} ({share}%)",
        count=number,
        total=total,
        share=round(100 * number / total),
    )
    named = sorted(undated.items(), key=lambda item: -item[1])[:SOURCES]
    sources = [f"{source or words.t('outlet not stated')} {count}" for source, count in named]
    return f'<p class="notice">{escape(text)}: {escape(words.join(sources))}</p>'


def sentences(title: str, texts: Sequence[str], words: Words, *, count: int | None = None) -> str:
    """A titled list of the commands' English sentences about files and links, as HTML.

    `count` is the number of articles that they are about, one a sentence if it is not given.
    """
    items = "".join(
        f'<li><bdi lang="en" dir="ltr">{escape(text)}</bdi></li>' for text in texts[:LISTED]
    )
    number = words.n("{count} article", "{count} articles", count or len(texts))
    head = f"<summary>{escape(title)} · {escape(number)}</summary>"
    return f'<details class="sentences" open>{head}<ul>{items}</ul></details>'
