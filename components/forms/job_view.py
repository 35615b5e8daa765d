"""The command at work, as the reader sees it: how far it is, its end, and a way to stop it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from components.forms import job_process
from components.forms.job_process import Job
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words
from components.widgets import navigation

EVERY: Final = 0.7  # seconds between two looks
LISTED: Final = 100
STEPS: Final = {
    "read": N_("Reading articles"),
    "refuse": N_("Reading articles"),
    "annotate": N_("Looking for dates, names, quotes and events"),
    "merge": N_("Putting reports of one event together"),
    "write": N_("Writing the new build"),
}


def begin(name: str, *arguments: str) -> None:
    """Start a command that makes a build, or say that another is at work."""
    words = navigation.current().words
    try:
        job_process.building(name, *arguments)
    except job_process.Busy:
        st.html(
            f'<p class="notice" role="alert">{escape(words.t("Another run is at work; wait for its end."))}</p>'
        )
    else:
        st.rerun()


def rebuild(words: Words) -> None:
    """The button that makes a build by today's corrections."""
    if st.button(words.t("Rebuild now"), key="rebuild_now"):
        begin("rebuild")


def is_at_work(names: Sequence[str]) -> bool:
    """Show the command at work, or how the last one of `names` ended; True if one is at work."""
    job = job_process.latest()
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
    job, words = job_process.latest(), navigation.current().words
    if job is None or not job.is_running:
        st.rerun()
    else:
        _progress(job, words)


def _progress(job: Job, words: Words) -> None:
    step = job.step
    done, of = int(step.get("done") or 0), int(step.get("of") or 0)
    text = words.t(STEPS.get(str(step.get("kind")), N_("Starting")))
    if of:
        text = words.t("{what}: {done} of {of}", what=text, done=done, of=of)
    st.progress(min(done / of, 1.0) if of else 0.0, text=text)
    if name := step.get("name"):
        st.html(f'<p class="meta"><bdi>{escape(name)}</bdi></p>')
    st.button(words.t("Stop"), key="stop_job", on_click=job.stop)


def ended(job: Job, words: Words) -> None:
    """How a command ended: the new build in numbers, what was refused and why, or what broke."""
    if job.stopped:
        st.html(
            f'<p class="notice" role="status">{escape(words.t("Stopped. The build before it stays."))}</p>'
        )
    elif job.failure:
        outcome_text = escape(words.t("That did not work; the build before it stays."))
        reason = f'<bdi lang="en" dir="ltr">{escape(job.failure)}</bdi>'
        st.html(f'<p class="notice" role="alert">{outcome_text} {reason}</p>')
    elif job.done:
        st.html(outcome(job.done, words))


def outcome(done: job_process.Line, words: Words) -> str:
    """The end of a build: what it holds, and each article that was refused, kept once, or taken out, and why."""
    count = int(done.get("articles") or 0)
    summary = [words.t("The build is done"), words.n("{count} article", "{count} articles", count)]
    if added := int(done.get("added") or 0):
        summary.append(words.n("{count} of them new", "{count} of them new", added))
    copies = [str(copy.get("message", "")) for copy in done.get("copies") or ()]
    lists = {
        words.t("Refused"): [str(text) for text in done.get("refused") or ()],
        words.t("Held already, linked as copies"): copies,
        words.t("Taken out"): [str(text) for text in done.get("removed") or ()],
        words.t("Not read anew"): [str(text) for text in done.get("warnings") or ()],
    }
    shown = "".join(sentences(title, texts, words) for title, texts in lists.items() if texts)
    return f'<p class="good" role="status">{escape(words.join(summary))}</p>{shown}'


def sentences(title: str, texts: Sequence[str], words: Words) -> str:
    """A titled list of sentences that the commands wrote in English about files and links."""
    items = "".join(
        f'<li><bdi lang="en" dir="ltr">{escape(text)}</bdi></li>' for text in texts[:LISTED]
    )
    count = words.n("{count} article", "{count} articles", len(texts))
    head = f"<summary>{escape(title)} · {escape(count)}</summary>"
    return f'<details class="sentences" open>{head}<ul>{items}</ul></details>'
