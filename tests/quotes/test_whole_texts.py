"""What is read in the first article and in texts made for rules, as a whole."""

from tests import readings


def test_the_(whole):
    whole("texts", readings.written(lambda read: read.quotes))
