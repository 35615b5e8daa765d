"""The matrix of narrow screens: the numbers of joint sentences, as links."""

import re

import pandas as pd

from components.charts import network_part
from components.html import network_matrix
from tests.components.charts.test_network_graph import EDGES, EN, ENTITIES, link, plain


def matrix(**options):
    return network_matrix.matrix(network_part.drawn(ENTITIES, EDGES), EN, link, **options)


def test_a_cell_holds_the_sentences_that_name_both():
    numbers = re.findall(r"<td[^>]*>(?:<a[^>]*>)?([0-9]*)", matrix().partition("<tbody>")[2])
    assert numbers == ["", "5", "1", "", "5", "", "", "", "1", "", "", "2", "", "", "2", ""]


def test_a_cell_leads_to_the_pair():
    assert "./network?nodes=(&#x27;a&#x27;, &#x27;b&#x27;)" in matrix()


def test_the_chosen_come_first():
    first = re.findall(r'<th scope="row">(.*?)</th>', matrix(chosen=("d",)))[0]
    assert plain(first) == "1 d"


def test_a_cell_has_the_look_of_its_balance():
    rows = [("e", "a", "conflict"), ("e", "b", "conflict")]
    parties = pd.DataFrame(rows, columns=["event_id", "name", "polarity"])
    shown = network_part.drawn(ENTITIES, EDGES, parties=parties)
    assert network_matrix.matrix(shown, EN, link).count('class="net-conflict"') == 2


def test_a_matrix_as_a_whole(whole):
    whole("matrix", matrix(chosen=("d",)))
