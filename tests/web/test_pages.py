"""The pages as a person sees them: in a browser, over the invented world."""

import gzip
import re

import pytest
from playwright.sync_api import expect
from watching import watched

REHN = "/entity/tomas-rehn"
PAGES = {
    "start": "/",
    "search": "/search?q=rehn",
    "entity": REHN,
    "article": "/article/a1",
    "statement": "/statement?subject=justice-office&relation=indicted&object=tomas-rehn",
    "disputes": "/disputes",
    "path": "/path?from=tomas-rehn&to=harbour-bank",
    "questions": "/questions",
    "question": "/questions/indicted?ask=1",
    "editor": "/editor",
}
FIRST_LOAD = 350 * 1024
"""Bytes, compressed, that a page other than the editor may need."""


@pytest.fixture(params=PAGES.values(), ids=PAGES)
def address(request, site):
    return site.url.rstrip("/") + request.param


def _settled(page):
    page.wait_for_load_state("networkidle")
    if page.locator("[data-graph]").count():
        page.wait_for_selector("[data-graph-state=arranged]")


def test_each_page_opens_without_an_error_and_asks_no_other_host(watch, address):
    assert watch.page.goto(address).status == 200
    _settled(watch.page)
    assert watch.page.locator("h1").inner_text()


def test_no_page_keeps_people_out(browser, axe, address):
    with watched(browser, bypass_csp=True) as watch:
        watch.page.goto(address)
        _settled(watch.page)
        watch.page.evaluate(axe)
        faults = []
        for theme in ("light", "dark"):
            watch.page.emulate_media(color_scheme=theme)
            found = watch.page.evaluate("() => axe.run({ resultTypes: ['violations'] })")
            faults += [
                (theme, fault["id"], node["html"][:120], node["failureSummary"])
                for fault in found["violations"]
                if fault["impact"] in ("serious", "critical")
                for node in fault["nodes"]
            ]
    assert faults == []


def test_no_page_is_wider_than_a_telephone(browser, address):
    with watched(browser, viewport={"width": 360, "height": 740}) as watch:
        watch.page.goto(address)
        _settled(watch.page)
        assert watch.page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("name", [name for name in PAGES if name != "editor"])
def test_a_first_visit_loads_little(browser, site, name):
    bodies = []
    with watched(browser) as watch:
        watch.page.on("response", lambda answer: bodies.append(answer.body()))
        watch.page.goto(site.url.rstrip("/") + PAGES[name])
        _settled(watch.page)
    assert 0 < sum(len(gzip.compress(body)) for body in bodies) <= FIRST_LOAD


def test_a_person_is_found_without_accents(page, site):
    page.goto(site.url)
    box = page.get_by_role("combobox", name=re.compile("Search"))
    box.press_sequentially("tomas re")
    option = (
        page.get_by_role("listbox", name="Suggestions").get_by_role("option").filter(has_text="Tomáš Rehn")
    )
    expect(option).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(f"**{REHN}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tomáš Rehn")


def test_the_ends_of_a_path_are_filled_in_from_suggestions(page, site):
    page.goto(site.url + "path")
    for label, begun, name in (("From", "mara v", "Mara Voss"), ("to", "harbour b", "Harbour Bank")):
        box = page.get_by_role("combobox", name=label, exact=True)
        box.press_sequentially(begun)
        expect(page.get_by_role("option").filter(has_text=name)).to_be_visible()
        box.press("ArrowDown")
        box.press("Enter")
        expect(box).to_have_value(name)
        expect(page.get_by_role("option")).to_have_count(0)
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/path?from=Mara+Voss&to=Harbour+Bank")


def test_a_late_suggestion_does_not_take_the_mark_from_what_is_being_chosen(page, site):
    page.clock.install(time=0)
    page.goto(site.url + "path")
    # From here on, only the test lets the pause pass after which the server is asked.
    page.clock.pause_at(3600)
    box = page.get_by_role("combobox", name="From", exact=True)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    box.press_sequentially("mara")
    page.clock.run_for(1000)
    expect(page.get_by_role("option").filter(has_text="Mara Voss")).to_be_visible()
    assert len(asked) == 1
    box.press_sequentially(" v")
    box.press("ArrowDown")
    page.clock.run_for(1000)
    page.wait_for_timeout(500)
    assert len(asked) == 1
    box.press("Enter")
    expect(box).to_have_value("Mara Voss")


def test_the_search_works_without_scripts(browser, site):
    with watched(browser, java_script_enabled=False) as watch:
        watch.page.goto(site.url)
        watch.page.get_by_role("searchbox").fill("tomas rehn")
        watch.page.get_by_role("button", name="Search").click()
        expect(watch.page.get_by_role("link", name="Tomáš Rehn").first).to_have_attribute("href", REHN)


def test_a_click_on_a_claim_lands_on_its_marked_sentence(page, site):
    page.goto(site.url.rstrip("/") + PAGES["statement"])
    quote = page.locator("blockquote").first
    said = quote.locator("p").first.inner_text().strip("“”")
    quote.get_by_role("link").first.click()
    page.wait_for_url("**/article/*#claim-*")
    mark = page.locator("mark:target")
    expect(mark).to_be_in_viewport()
    assert mark.inner_text() in said


def test_the_neighbours_of_an_entity_are_drawn_and_grow(page, site):
    page.goto(site.url.rstrip("/") + REHN)
    box = page.locator("[data-graph]")
    page.wait_for_selector("[data-graph-state=arranged]")
    before = int(box.get_attribute("data-graph-nodes"))
    painted = """canvas => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }"""
    assert box.locator("canvas").evaluate(painted) > 10  # colours; an empty canvas has one
    box.get_by_text("As a list").click()
    box.get_by_role("button", name="Expand Arvenia").click()
    expect(box.get_by_role("button", name="Expand Arvenia")).to_be_disabled()
    assert int(box.get_attribute("data-graph-nodes")) > before


def test_a_question_is_asked_and_its_answer_downloaded(page, site):
    page.goto(site.url.rstrip("/") + "/questions")
    page.get_by_role("link", name=re.compile("indicted", re.IGNORECASE)).first.click()
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("table").get_by_role("row").filter(has_text="Tomáš Rehn").first).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    lines = waiting.value.path().read_text(encoding="utf-8").splitlines()
    assert any("Tomáš Rehn" in line for line in lines[1:])


def test_dark_colours_are_those_of_the_system_until_somebody_chooses(browser, site):
    paper = "getComputedStyle(document.body).backgroundColor"
    with watched(browser, color_scheme="dark") as watch:
        watch.page.goto(site.url)
        dark = watch.page.evaluate(paper)
        watch.page.get_by_role("button", name="Switch to light colours").click()
        light = watch.page.evaluate(paper)
        watch.page.goto(site.url + "disputes")
        assert watch.page.evaluate(paper) == light
    assert _lightness(dark) < 60 < 200 < _lightness(light)


def _lightness(colour):
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3]) / 3
