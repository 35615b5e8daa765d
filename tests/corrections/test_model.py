from alaqat.corrections import report_key


def test_the_name_of_a_report_is_its_article_and_the_offset_of_its_trigger():
    assert report_key("47d3d796223e098a", 120) == "47d3d796223e098a:120"
