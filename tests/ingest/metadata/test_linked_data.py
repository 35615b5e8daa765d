"""The days of publication in linked data."""

import json

import pytest

from alaqat.ingest.metadata.linked_data import published_days

DAY = {"datePublished": "2022-10-27"}


def nested(depth):
    data = DAY
    for _ in range(depth):
        data = [data]
    return json.dumps(data)


@pytest.mark.parametrize(("script", "days"), [
    (json.dumps(DAY), ["2022-10-27"]), (json.dumps([DAY, DAY]), ["2022-10-27"] * 2),
    (json.dumps({"@graph": [DAY], "mainEntity": DAY, "mainEntityOfPage": DAY, "other": DAY}), ["2022-10-27"] * 3),
    (json.dumps({"datePublished": ["a", 2022, None, 1.5]}), ["a", "2022"]), ("// <![CDATA[\n" + json.dumps(DAY) + "\n// ]]>;", ["2022-10-27"]),
    ("{'datePublished': '2022-10-27', broken", ["2022-10-27"]), ("{'datePublished': 'abc'", []), ("[]", []),
    (nested(200), ["2022-10-27"]), (nested(201), []),
])  # fmt: skip
def test_each_day_is_found_where_it_may_stand(script, days):
    assert list(published_days(script)) == days
