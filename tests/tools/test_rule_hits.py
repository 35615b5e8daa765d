"""The report of rule hits counts events by rule."""

from datetime import date

from alaqat.model.records import Article
from tools.rule_hits import hits, report


def test_hits_are_counted_by_rule():
    texts = (
        "طردت النمسا السفير الكوري في 3 مايو 2018.",
        "طردت النمسا السفير الكوري.",
        "نص بلا حدث.",
    )
    found = hits(Article(str(n), text, date(2020, 1, 15)) for n, text in enumerate(texts))
    assert (found["expel-envoy"].events, found["expel-envoy"].two_sided) == (2, 2)
    lines = list(report(found, examples=1))
    assert lines[1].split() == ["expel-envoy", "SANCTION/expel", "2", "2", "2"]
    assert lines[2].strip() == texts[0]
    assert lines[-1].split()[-3:] == ["0", "0", "0"]
