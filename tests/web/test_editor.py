"""The page for SPARQL: completion, stored questions, answers and files."""

import re

import pytest
from playwright.sync_api import expect
from watching import watched


@pytest.fixture
def editor(page, site):
    page.goto(site.url + "editor")
    page.wait_for_selector("[data-editor-state=ready]")
    return page.get_by_role("textbox", name="Query")


def _write(editor, text):
    editor.press("Control+a")
    editor.press_sequentially(text)


def test_names_of_the_ontology_are_completed(page, editor):
    _write(editor, "ASK { ?who kg:indic")
    expect(page.get_by_role("option").filter(has_text="kg:indicted")).to_be_visible()
    page.wait_for_timeout(
        150
    )  # a choice that has just appeared is not taken by a key meant for the line before
    editor.press("Enter")
    expect(editor).to_contain_text("kg:indicted")


def test_prefixes_are_completed_with_what_they_stand_for(page, editor):
    _write(editor, "PREFIX sko")
    expect(
        page.get_by_role("option").filter(has_text="skos: <http://www.w3.org/2004/02/skos/core#>")
    ).to_be_visible()


def test_an_answer_is_shown_with_links_to_pages(page, editor):
    _write(
        editor,
        "SELECT ?who WHERE {{ ?f rdf:subject ?who ; rdf:predicate kg:indicted } LIMIT 1".replace("{{", "{"),
    )
    editor.press("Control+Enter")
    answer = page.get_by_role("region", name="Answer")
    expect(answer.get_by_role("link", name="ent:justice-office")).to_have_attribute(
        "href", "/entity/justice-office"
    )
    expect(page.get_by_text("1 row.")).to_be_visible()


def test_a_stored_question_comes_into_the_field(page, editor):
    page.get_by_label("Question", exact=True).select_option("indicted")
    page.get_by_role("button", name="Take it").click()
    expect(editor).to_contain_text("#+ summary:")


def test_an_answer_is_downloaded_in_the_chosen_format(page, editor):
    page.get_by_label("Answer as").select_option("csv")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename == "answer.csv"
    assert waiting.value.path().read_text(encoding="utf-8").startswith("who,")


def test_a_query_with_an_error_is_told_in_words(browser, site):
    with watched(browser, faults=re.compile("400")) as watch:
        watch.page.goto(site.url + "editor")
        watch.page.wait_for_selector("[data-editor-state=ready]")
        editor = watch.page.get_by_role("textbox", name="Query")
        _write(editor, "SELECT nonsense")
        editor.press("Control+Enter")
        expect(watch.page.get_by_role("alert")).to_contain_text("error at 1:")


@pytest.mark.parametrize(
    ("kind", "media"), [("csv", "text/csv"), ("xml", "application/sparql-results+xml"), ("", "json")]
)
def test_without_scripts_the_form_answers_in_the_format_that_is_chosen(browser, site, kind, media):
    with watched(browser, java_script_enabled=False) as watch:
        page = watch.page
        page.goto(site.url + "editor")
        page.get_by_label("Query", exact=True).fill("SELECT * { ?s ?p ?o } LIMIT 1")
        if kind:
            page.get_by_label("Answer as").select_option(kind)
        form = page.locator("form[data-editor]")
        fields = form.evaluate("form => new URLSearchParams(new FormData(form)).toString()")
        answer = page.request.get(site.url.rstrip("/") + form.get_attribute("action") + "?" + fields)
        assert answer.ok
        assert media in answer.headers["content-type"]
