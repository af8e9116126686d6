"""What may be one entity, decided in a browser by keys and undone again."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect
from telling import ORGANIZATION, RUN, entity, told
from watching import watched
from webbing import serving_site

from kg.graph import extraction_quads
from kg.home import Home
from kg.model import Entity, EntityType
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving
from kg.settle import settle
from kg.store import LocalStore, put_ontology

TOKEN = "a word that nobody guesses"
MINISTER = Entity("rosa-marin", EntityType.PERSON, "Rosa Marín", roles=("minister",))
BY_SURNAME = replace(MINISTER, key="marin", name="Marín")
FIRMS = {"one": entity("Acme", ORGANIZATION), "two": entity("Borel", ORGANIZATION)}


@pytest.fixture
def desk(tmp_path, built):
    """A server of two articles that may speak of one minister, which lets judge."""
    with LocalStore(tmp_path / "store", create=True) as store:
        put_ontology(store)
        for (name, firm), who in zip(FIRMS.items(), (MINISTER, BY_SURNAME), strict=True):
            line = f"[{who.name}|{who.key}] sued [{firm.name}|{firm.key}]."
            read = told(
                name, [line], [who, firm], [(who.key, "sued", firm.key, 0, "sued", {})], title=f"About {name}"
            )
            written = extraction_quads(read, RUN)
            store.replace_graph(written.graph, written.quads)
        settle(store)
    serving = Serving(
        Opening(Home(folder=tmp_path / "store")), token=TOKEN, user="Rada", workers=2, limits=Limits(20)
    )
    with serving_site(serving) as site:
        yield site


@pytest.fixture
def queue(browser, desk):
    """The page of the queue, seen by somebody who knows the token."""
    asked_for_the_token = re.compile("403")
    with watched(browser, asked_for_the_token, bypass_csp=True) as watch:
        watch.page.goto(desk.url + "review")
        watch.page.get_by_label("Token").fill(TOKEN)
        watch.page.get_by_role("button", name="Enter").click()
        yield _looked(watch.page)


def _looked(page):
    """The same page, once the server has found what waits."""
    page.get_by_role("heading", name="Judged last").wait_for()
    again = page.get_by_role("link", name="Look again")
    for _ in range(100):
        if not again.count():
            break
        page.wait_for_timeout(200)
        again.click()
    return page


def test_two_are_made_one_by_a_key_and_two_again_by_another(queue, desk):
    expect(queue.get_by_role("heading", name="Rosa Marín")).to_be_visible()
    queue.keyboard.press("s")
    undo = queue.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    _followed(queue)
    assert _called_marin(queue, desk) == 1
    queue.keyboard.press("z")
    expect(queue.get_by_text("is being undone")).to_be_visible()
    _followed(queue)
    expect(queue.get_by_text("Nothing yet.")).to_be_visible()
    assert _called_marin(queue, desk) == 2


def _followed(page):
    """Waits until the page says by itself that facts have followed, and looks at it as it is then."""
    expect(page.get_by_text("facts are being brought up to date")).to_be_visible()
    page.get_by_role("link", name="See this page as it is now").click()
    expect(page.get_by_text("facts are being brought up to date")).to_have_count(0)


def test_a_claim_is_rejected_in_its_article_by_keys_and_that_is_undone(queue, desk):
    queue.goto(desk.url + "article/two")
    queue.get_by_role("button", name="Read wrongly").focus()
    queue.keyboard.press("Enter")
    expect(queue.get_by_text("Judged: read wrongly.")).to_be_visible()
    assert queue.url.endswith("/article/two#note-1")
    _followed(queue)
    expect(queue.get_by_text("No claim was read in it.")).to_be_visible()
    queue.get_by_role("button", name="Undo").press("Enter")
    _followed(queue)
    expect(queue.get_by_role("button", name="Read wrongly")).to_be_visible()


def _called_marin(page, desk):
    return len(page.request.get(desk.url + "search.json?q=marin").json()["names"])


def test_a_key_is_a_letter_while_somebody_writes(queue):
    remark = queue.get_by_role("textbox", name="A remark for other people")
    remark.press_sequentially("same desk")
    expect(remark).to_have_value("same desk")
    expect(queue.get_by_text("Nothing yet.")).to_be_visible()


def test_the_queue_keeps_nobody_out(queue, axe):
    queue.keyboard.press("s")
    queue.get_by_role("button", name="Undo").wait_for()
    queue.evaluate(axe)
    found = queue.evaluate("() => axe.run({ resultTypes: ['violations'] })")
    serious = [fault["id"] for fault in found["violations"] if fault["impact"] in ("serious", "critical")]
    assert serious == []
