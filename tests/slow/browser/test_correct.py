"""A correction from the card to the corrected card: recorded, carried out by a rebuild, shown as such."""

import re

import pytest

from alaqat import ingest, store
from alaqat.build import pipeline
from tests.conftest import SEED
from tests.slow.browser.conftest import serving


@pytest.fixture(scope="module")
def corrected_server(browser, tmp_path_factory):
    """A server over a store of one article, with a file of corrections of its own."""
    root = tmp_path_factory.mktemp("correct")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALAQAT_CORRECTIONS", str(root / "corrections.csv"))
        pipeline.build(ingest.read(SEED), root=root / "build")
        with serving(root / "build") as address:
            yield address, root


def test_a_date_is_corrected_from_the_card_to_the_corrected_card(look, corrected_server):
    address, root = corrected_server
    events = store.read(store.latest(root / "build"), "events")
    event = events[events["granularity"] == "day"].iloc[0]["event_id"]
    seen = look(f"/timeline?lang=en&event={event}", address=address)
    seen.page.locator(".card.event").get_by_role("link", name="correct").click()
    seen.page.wait_for_selector("h2:has-text('What is wrong')")
    seen.page.get_by_role("combobox", name="What is wrong").click()
    seen.page.get_by_role("option", name="its date").click()
    seen.page.get_by_text("nobody says when").click()
    seen.page.get_by_label("Reason").fill("<b>no</b> day is told")
    seen.page.get_by_label("Your name").fill("A reader")
    seen.page.get_by_role("button", name="Record").click()
    seen.page.wait_for_selector(".good:has-text('recorded')")
    seen.page.get_by_role("button", name="Rebuild now").click()
    seen.page.wait_for_selector(".corrected", timeout=60_000)
    assert re.search(
        "Corrected date · <b>no</b> day is told · A reader, ", seen.text(".corrected p")
    )
    assert seen.text(".card.event h2") == "undated"
    assert seen.errors == []
