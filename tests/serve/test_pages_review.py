"""The queue of what a person decides: behind the token, with one form a decision, and all of it undone again."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import HTML, TOKEN, fill_desk, looked, word
from webbing import Site, serving_site

from kg.home import Home
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill_desk(tmp_path_factory.mktemp("reviewed") / "store")


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Iterator[Site]:
    """A server that lets edit, with a client that has shown the token."""
    copied = Path(shutil.copytree(folder, tmp_path / "store"))
    serving = Serving(Opening(Home(folder=copied)), token=TOKEN, user="Rada", workers=2, limits=Limits(20))
    with serving_site(serving) as running:
        entered = running.client.post("/review/enter", data={"token": TOKEN})
        assert (entered.status_code, entered.headers["location"]) == (303, "/review")
        yield running


def test_nobody_reviews_without_the_token_nor_where_nothing_is_judged(desk, site):
    stranger = desk.client.__class__(base_url=desk.url)
    asked = stranger.get("/review", headers={"Accept": HTML})
    assert asked.status_code == 403
    assert 'name="token"' in asked.text
    wrong = stranger.post("/review/enter", data={"token": "no"}, headers={"Accept": HTML})
    assert wrong.status_code == 403
    assert "set-cookie" not in wrong.headers
    for path in ("/review/judge", "/review/undo", "/review/again", "/review/leave"):
        assert stranger.post(path, data={"verdict": "same"}).status_code == 403
    stranger.close()
    closed = site.get("/review", accept=HTML)
    assert closed.status_code == 403
    assert "--allow-edit" in closed.text
    assert "/review" not in site.get("/", accept=HTML).text


def test_a_pair_is_judged_by_a_plain_form_and_the_judgement_is_undone(desk):
    page, found = looked(desk)
    names = {found["pair"][which]["thing"]["name"] for which in ("first", "second")}
    assert names == {"Rosa Marín", "Marín"}
    assert found["pair"]["reasons_for"] == ["both are called minister"]
    assert {"s", "d", "u", "n"} <= set(re.findall(r'data-key="(.)"', page))
    first, second = (found["pair"][which]["thing"]["iri"] for which in ("first", "second"))
    form = {"word": word(page), "verdict": "same", "first": first, "second": second, "why": "same <post>"}
    judged = desk.client.post("/review/judge", data=form)
    assert (judged.status_code, judged.headers["location"]) == (303, "/review?kind=pairs")

    page, found = looked(desk)
    assert found["waiting"]["pairs"] == 0
    (decided,) = found["recent"]
    assert "Rada" in decided["words"]
    merged = desk.get("/search.json", params={"q": "marin"}).json()["names"]
    assert len(merged) == 1
    assert len(desk.get(f"{merged[0]['thing']['path']}.json").json()["appearances"]) == 2
    shown = desk.get(merged[0]["thing"]["path"], accept=HTML).text
    assert "is the same as" in shown

    undone = desk.client.post("/review/undo", data={"word": word(page), "id": decided["id"]})
    assert undone.status_code == 303
    assert looked(desk)[1]["recent"] == []
    assert len(desk.get("/search.json", params={"q": "marin"}).json()["names"]) == 2
    desk.client.post("/review/again", data={"word": word(page)})
    assert looked(desk)[1]["waiting"]["pairs"] == 1


def test_the_claims_that_are_least_sure_come_first_and_one_that_is_rejected_is_gone(desk):
    page, found = looked(desk, "claims")
    assert (found["claim"]["sentence"], found["claim"]["confidence"]) == ("Marín sued Borel.", 0.4)
    later = looked(desk, "claims", skip="1")[1]
    assert later["claim"]["sentence"] == "Rosa Marín sued Acme."
    form = {"word": word(page), "claim": found["claim"]["claim"]}
    assert desk.client.post("/review/judge", data=form).status_code == 303
    looked(desk)
    assert desk.get("/statement.json?subject=marin&relation=sued&object=borel").status_code == 404
    after = looked(desk, "claims")[1]
    assert after["claim"]["sentence"] == "Rosa Marín sued Acme."
    assert "was read wrongly" in after["recent"][0]["words"]


def test_a_form_without_its_word_or_from_another_server_changes_nothing(desk):
    page, found = looked(desk)
    pair = {"verdict": "same"} | {each: found["pair"][each]["thing"]["iri"] for each in ("first", "second")}
    assert desk.client.post("/review/judge", data=pair).status_code == 403
    foreign = {"Origin": "https://evil.example"}
    with_word = pair | {"word": word(page)}
    assert desk.client.post("/review/judge", data=with_word, headers=foreign).status_code == 403
    assert desk.client.post("/review/judge", data=with_word | {"verdict": "rejected"}).status_code == 400
    assert desk.client.post("/review/judge", content=b"x" * 70_000).status_code == 413
    assert (
        desk.client.post("/review/judge", data={"claim": "urn:none", "word": word(page)}).status_code == 404
    )
    assert looked(desk)[1]["recent"] == []


def test_two_entities_that_somebody_names_are_shown_as_a_pair(desk):
    looked(desk)
    found = desk.get("/review.json", params={"first": "acme", "second": "borel"}).json()
    assert [found["pair"][which]["thing"]["name"] for which in ("first", "second")] == ["Acme", "Borel"]
    missing = desk.get("/review.json", params={"first": "acme", "second": "nobody"})
    assert missing.json()["pair"] is None


def test_who_leaves_must_show_the_token_again(desk):
    page, _ = looked(desk)
    assert desk.client.post("/review/leave", data={"word": word(page)}).headers["location"] == "/"
    assert desk.get("/review", accept=HTML).status_code == 403


def test_a_claim_is_rejected_on_the_page_of_its_article_and_that_is_undone(desk):
    page = desk.get("/article/two", accept=HTML).text
    (claim,) = re.findall(r'name="claim" value="([^"]+)"', page)
    form = {"word": word(page), "claim": claim, "back": "/article/two#note-1"}
    judged = desk.client.post("/review/judge", data=form)
    assert (judged.status_code, judged.headers["location"]) == (303, "/article/two#note-1")
    looked(desk)
    (rejected,) = desk.get("/article/two.json").json()["rejected"]
    assert "“Marín sued Borel” was read wrongly in two" in rejected["words"]
    assert desk.get("/article/two.json").json()["notes"] == []
    page = desk.get("/article/two", accept=HTML).text
    assert f'name="id" value="{rejected["id"]}"' in page
    undone = desk.client.post(
        "/review/undo", data={"word": word(page), "id": rejected["id"], "back": "/article/two"}
    )
    assert undone.headers["location"] == "/article/two"
    looked(desk)
    after = desk.get("/article/two.json").json()
    assert (len(after["notes"]), after["rejected"]) == (1, [])


def test_an_article_offers_no_judging_to_whoever_has_not_shown_the_token(desk):
    with desk.client.__class__(base_url=desk.url) as stranger:
        page = stranger.get("/article/two", headers={"Accept": HTML}).text
    assert "Marín" in page
    assert "<form method" not in page
    assert "Read wrongly" not in page


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/article/two\r\nX: y", "/review/leave"]
)
def test_a_form_leads_back_to_articles_of_this_server_alone(desk, back):
    page, _ = looked(desk)
    undone = desk.client.post("/review/undo", data={"word": word(page), "id": "decision:7", "back": back})
    assert undone.status_code == 404
    found = desk.get("/review.json").json()["pair"]
    pair = {each: found[each]["thing"]["iri"] for each in ("first", "second")}
    form = {"word": word(page), "verdict": "unsure", "back": back, **pair}
    assert desk.client.post("/review/judge", data=form).headers["location"] == "/review?kind=pairs"
