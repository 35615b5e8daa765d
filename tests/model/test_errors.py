from alaqat.model.errors import ArticleRefused


def test_a_refusal_has_the_place_that_its_message_begins_with_and_keeps_it():
    refusal = ArticleRefused("a.csv, line 2: is empty").at("b.csv")
    assert refusal.where == ""
    assert refusal.at("a.csv, line 2").at("a.csv").where == "a.csv, line 2"
    assert refusal.problem == "is empty"
