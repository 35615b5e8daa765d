"""Many small articles, each with a visit, a day and a saying of its own."""

from __future__ import annotations

from datetime import date, timedelta

from alaqat.model.records import Article
from tests.conftest import make_article

STATES = ("تركيا", "مصر", "إيران", "فرنسا", "الصين", "روسيا", "الأردن", "قطر")


def articles(count: int) -> list[Article]:
    """Articles that differ in states, days and words."""
    made = []
    for number in range(count):
        host, guest = STATES[number % 8], STATES[(number // 8 + 1 + number) % 8]
        day = (date(2020, 1, 1) + timedelta(days=number)).isoformat()
        topic = " ".join(f"بند{letter}" for letter in f"{number:06b}".translate({48: "ا", 49: "ب"}))
        text = (
            f"زار وزير خارجية {guest} {host} أمس الأربعاء وبحث {topic}.\n"
            f'وقال الوزير إن "العلاقات مع {host} تتقدم في {topic}".\n'
            f"ووقع البلدان {host} و{guest} اتفاقا حول {topic} في 3 مارس 2020."
        )
        url = f"https://news.example/{number}"
        made.append(
            make_article(text, day, name=f"n{number}", source=f"outlet {number % 3}", url=url)
        )
    return made
