def test_a_deep_link_opens_the_page_of_a_name_without_an_error(look):
    seen = look("/person?lang=en&entity=p1")
    assert seen.text(".person-head h2") == "Sameh Fahmy سامح فهمي"
    seen.settled()
    assert seen.errors == []


def test_the_speaker_of_a_card_leads_to_the_page_and_back_again(look):
    seen = look("/quotes?lang=en&from=2017")
    seen.page.locator(".quote-speaker a").first.click()
    seen.page.wait_for_selector(".person-head")
    assert seen.path == "/person?lang=en&from=2017&entity=p1"
    seen.page.go_back()
    seen.page.wait_for_selector(".quote-deck")


def test_a_neighbour_opens_its_sentences_and_leads_on(look):
    seen = look("/person?lang=en&entity=c1")
    marked = seen.page.locator(".person-neighbour mark").first
    assert not marked.is_visible()
    seen.page.locator(".person-neighbour summary").first.click()
    assert marked.is_visible()
    seen.page.get_by_role("link", name="its page").first.click()
    seen.page.wait_for_selector(".person-head h2:has-text('Qatar')")


def test_the_language_switch_keeps_whom_the_page_tells_of(look):
    seen = look("/person?lang=en&entity=p1")
    seen.page.get_by_role("link", name="العربية").click()
    seen.page.wait_for_selector("html[lang=ar]", state="attached")
    seen.page.wait_for_selector(".person-head h2:has-text('سامح')")
    assert seen.path == "/person?entity=p1"
