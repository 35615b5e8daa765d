NODE = ".stEChartsChart svg text"


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_on_a_node_lists_its_sentences(look):
    seen = look("/network?lang=en")
    seen.page.locator(NODE, has_text="Egypt").click()
    seen.page.wait_for_selector(".net-sentences mark")
    assert "node=c1" in seen.path
    assert {mark.inner_text() for mark in seen.page.locator(".net-sentences mark").all()} == {"مصر"}


def test_a_second_click_lets_go(look):
    seen = look("/network?lang=en")
    seen.page.locator(NODE, has_text="Egypt").click()
    seen.page.wait_for_selector(".net-sentences")
    seen.page.locator(NODE, has_text="Egypt").click()
    seen.page.wait_for_selector(".net-sentences", state="detached")
    assert "node=" not in seen.path


def test_a_click_on_an_edge_lists_what_joins_its_ends(look):
    seen = look("/network?lang=en")
    path = seen.page.locator('.stEChartsChart svg path[fill="none"]').first
    x, y = path.evaluate(
        """e => { const p = e.getPointAtLength(e.getTotalLength() / 2).matrixTransform(e.getScreenCTM());
                  return [p.x, p.y] }"""
    )
    seen.page.mouse.click(x, y)
    seen.page.wait_for_selector(".net-sentences")
    assert seen.path.count("node=") == 2


def test_a_pair_is_chosen_without_a_mouse(look):
    seen = look("/network?lang=en")
    seen.page.get_by_label("Who or where").focus()
    seen.page.keyboard.type("Qatar")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector(".net-sentences")
    seen.page.get_by_label("Named with").focus()
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("h2:text('Qatar — Egypt')")
    assert seen.path.count("node=") == 2
    assert seen.page.locator(".net-sentences li").count() == 1


def test_a_heading_orders_the_table_by_its_column_and_keeps_the_choice(look):
    seen = look("/network?lang=en&node=c1")
    names = "() => [...document.querySelectorAll('.net-table tbody th')].map(e => e.innerText)"
    seen.page.locator(".net-table thead").get_by_role("link", name="Name").click()
    seen.page.wait_for_selector(".net-table th[aria-sort=ascending]")
    assert seen.page.evaluate(names) == ["Egypt", "Qatar"]
    assert seen.path == "/network?lang=en&node=c1&sort=name"


def test_the_picture_is_named_for_those_who_do_not_see_it(look):
    seen = look("/network?lang=en")
    named = seen.page.locator(".stEChartsChart[aria-label]").get_attribute("aria-label")
    assert named.replace("\u2068", "").startswith("Network of ")


def test_a_telephone_shows_a_matrix_and_no_picture(look):
    seen = look("/network?lang=ar", width=390)
    assert seen.page.locator(".net-matrix").is_visible()
    assert not seen.page.locator(".stEChartsChart").is_visible()
