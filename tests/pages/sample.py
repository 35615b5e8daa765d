"""A small published store, made by hand: an event of every precision, kind and status, in two articles."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from alaqat import store
from alaqat.arabic.document import prepare
from alaqat.model import ids
from alaqat.model.records import (
    Actor,
    Annotations,
    Article,
    Document,
    Entity,
    Event,
    EventMention,
    Mention,
    Quote,
)
from tests import builders

EGYPT = Actor("Egypt", "مصر", "EGY")
QATAR = Actor("Qatar", "قطر", "QAT")
FIRST = """قطعت مصر علاقاتها مع قطر في 5 يونيو 2017 واتهمتها بدعم جماعات متطرفة.
وتوترت العلاقات بين البلدين عام 2013. وقدمت قطر مساعدات مالية لمصر في مايو 2012.
وعاشت القاهرة والدوحة قطيعة من 2017 حتى 2020.
وقال الوزير سامح فهمي إن "المصالحة ممكنة إذا توقف الدعم". وهاجم مسلحون قافلة <قرب> الحدود."""
SECOND = """زار وزير الخارجية القطري القاهرة في 5 يونيو 2017 ثم عاد.
ووقعت مصر وقطر اتفاق العلا في 5 يناير 2021 لإنهاء الخلاف.
ومن المقرر أن تجرى انتخابات في الأسبوع المقبل. ونفت قطر أنها هددت جارتها."""
PUBLISHED = date(2021, 1, 6)


def articles() -> list[Article]:
    """The two articles, one with an outlet and a title and one without."""
    first = Article(
        "a" * 16,
        FIRST,
        date(2020, 12, 30),
        source="Outlet A",
        title="عنوان <b>أول</b>",
        language="ar",
    )
    return [first, Article("b" * 16, SECOND, PUBLISHED, language="ar")]


def publish(root: Path) -> store.Build:
    """Publish the sample below `root`."""
    found = [_first(prepare(articles()[0])), _second(prepare(articles()[1]))]
    happenings = tuple(
        Event(
            ids.identity(one.article.id, event.trigger_start),
            (one.article.id, event),
            ((one.article.id, event),),
        )
        for one in found
        for event in one.events
    )
    return store.publish(
        builders.frames(found, happenings),
        root=root,
        version="1",
        built="2026-01-02T03:04:05",
    )


def _event(
    document: Document, trigger: str, plover: str | None, intensity: float, **more: object
) -> EventMention:
    at = document.text.index(trigger)
    sentence = document.sentence_at(at)
    assert sentence is not None
    polarity = "cooperation" if intensity > 0 else "conflict" if intensity < 0 else "neutral"
    made = EventMention(
        start=sentence.start,
        end=sentence.end,
        sentence=document.text[sentence.start : sentence.end],
        plover=plover,
        polarity=polarity,
        intensity=intensity,
        rule="sample.rule",
        trigger_start=at,
        trigger_end=at + len(trigger),
        actors=(EGYPT,),
        recipients=(QATAR,),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _on(
    first: date, last: date | None = None, granularity: str = "day", dated_by: str = "sentence"
) -> dict[str, object]:
    return {
        "date_from": first,
        "date_to": last or first,
        "granularity": granularity,
        "dated_by": dated_by,
    }


def _first(document: Document) -> Annotations:
    day = _on(date(2017, 6, 5))
    year = _on(date(2013, 1, 1), date(2013, 12, 31), "year")
    month = _on(date(2012, 5, 1), date(2012, 5, 31), "month")
    interval = _on(date(2017, 1, 1), date(2020, 12, 31), "range")
    events = (
        _event(document, "قطعت", "SANCTION", -7, **day),
        _event(document, "اتهمتها", "ACCUSE", -3, **day),
        _event(document, "توترت", "ACCUSE", -2, **year, mod="START"),
        _event(document, "مساعدات", "AID", 10, actors=(QATAR,), recipients=(EGYPT,), **month),
        _event(document, "قطيعة", "SANCTION", -4, **interval),
        _event(document, "هاجم", "ASSAULT", -9, actors=(), recipients=()),
    )
    return Annotations(document, (), _entities(document), (_quote(document),), events)


def _second(document: Document) -> Annotations:
    week = _on(date(2021, 1, 10), date(2021, 1, 16), "week")
    events = (
        _event(
            document,
            "زار",
            "CONSULT",
            4,
            actors=(QATAR,),
            recipients=(EGYPT,),
            **_on(date(2017, 6, 5)),
        ),
        _event(document, "اتفاق", "CONSULT", 3, **_on(date(2021, 1, 5))),
        _event(document, "انتخابات", None, 0, status="planned", recipients=(), **week),
        _event(
            document, "هددت", "ACCUSE", -3, status="denied", **_on(PUBLISHED, dated_by="article")
        ),
    )
    return Annotations(document, (), _entities(document), (), events)


def _quote(document: Document) -> Quote:
    text = "المصالحة ممكنة إذا توقف الدعم"
    at = document.text.index(text)
    return Quote(
        start=at,
        end=at + len(text),
        text=text,
        kind="direct",
        rule="sample.rule",
        cue="قال",
        speaker="Sameh Fahmy",
        speaker_ar="سامح فهمي",
        speaker_id="p1",
        country="EGY",
        role="الوزير",
        date_from=date(2020, 12, 30),
        date_to=date(2020, 12, 30),
    )


def _entities(document: Document) -> tuple[Entity, ...]:
    named = (
        ("c1", "Egypt", "مصر", "LOC", "EGY"),
        ("c2", "Qatar", "قطر", "LOC", "QAT"),
        ("p1", "Sameh Fahmy", "سامح فهمي", "PER", "EGY"),
    )
    return tuple(
        Entity(
            key, english, arabic, kind, (Mention(at, at + len(arabic), arabic, "sample"),), country
        )  # type: ignore[arg-type]
        for key, english, arabic, kind, country in named
        if (at := document.text.find(arabic)) >= 0
    )
