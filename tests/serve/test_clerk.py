"""Decisions are taken down while the page waits, and followed behind it, whatever comes between."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk import HTML, TOKEN, fill_desk, looked, word
from webbing import Site, serving_site

from kg.graph import Names
from kg.home import Home
from kg.model import Verdict
from kg.serve.decisions import REJECT, Decision, Decisions
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving
from kg.settle import changing
from kg.store import LocalStore, is_unsettled, judgements

NAMES = Names()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill_desk(tmp_path / "store")


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    serving = Serving(Opening(Home(folder=folder)), token=TOKEN, user="Rada", workers=2, limits=Limits(20))
    with serving_site(serving) as running:
        running.client.post("/review/enter", data={"token": TOKEN})
        yield running


def sent(site: Site, page: str, found: dict, verdict: str = "same"):
    pair = {each: found["pair"][each]["thing"]["iri"] for each in ("first", "second")}
    return site.client.post("/review/judge", data={"word": word(page), "verdict": verdict, **pair})


def in_trouble(site: Site) -> dict:
    for _ in range(200):
        if (found := site.get("/review/state.json").json())["trouble"]:
            return found
        time.sleep(0.1)
    pytest.fail("no trouble was told")


def test_a_decision_is_kept_while_another_command_has_the_store_and_followed_afterwards(folder):
    with served(folder) as site:
        page, found = looked(site)
        with LocalStore(folder) as store:
            assert sent(site, page, found).status_code == 303
            state = in_trouble(site)
            assert (state["working"], state["decisions"]) == (True, 1)
            shown = site.get("/review.json").json()
            assert [each["state"] for each in shown["recent"]] == ["waiting"]
            assert "is the same as" in shown["recent"][0]["words"]
            assert shown["waiting"]["pairs"] == 0
            html = site.get("/entity/marin", accept=HTML).text
            assert "1 decision is recorded, and facts are being brought up to date" in html
            assert "It does not go on" in html
            assert len(site.get("/search.json?q=marin").json()["names"]) == 2
            assert judgements(store, NAMES) == []
        # whoever decides the next thing has it tried again at once
        claim = looked_claims(site)
        site.client.post("/review/judge", data={"word": word(page), "claim": claim})
        shown = looked(site)[1]
        assert [each["state"] for each in shown["recent"]] == ["", ""]
        assert len(site.get("/search.json?q=marin").json()["names"]) == 1
    with LocalStore(folder) as store:
        kept = judgements(store, NAMES)
        assert [each.verdict for each in kept] == [Verdict.SAME, Verdict.REJECTED]
        assert kept[0].when < kept[1].when


def looked_claims(site: Site) -> str:
    return site.get("/review.json?kind=claims").json()["claim"]["claim"]


def test_a_decision_that_nothing_has_followed_from_is_struck_by_undo(folder):
    with served(folder) as site:
        page, found = looked(site)
        with LocalStore(folder):
            sent(site, page, found)
            in_trouble(site)
            (waiting,) = site.get("/review.json").json()["recent"]
            undone = site.client.post("/review/undo", data={"word": word(page), "id": waiting["id"]})
            assert undone.status_code == 303
            after = site.get("/review.json").json()
            assert (after["recent"], after["waiting"]["pairs"]) == ([], 1)
            again = site.client.post("/review/undo", data={"word": word(page), "id": waiting["id"]})
            assert again.status_code == 404


def test_what_was_decided_before_the_server_was_killed_is_followed_at_the_next_start(folder):
    first, second = (NAMES.entity_by_key(key).value for key in ("rosa-marin", "marin"))
    kept = Decisions(Opening(Home(folder=folder)).decisions)
    kept.add(Decision("2026-03-01T10:00:00Z", "Rada", "same", first, second))
    with served(folder) as site:
        shown = looked(site)[1]
        assert len(shown["recent"]) == 1
        assert len(site.get("/search.json?q=marin").json()["names"]) == 1


def test_a_change_that_was_broken_off_is_finished_at_the_next_start(folder, monkeypatch):
    with LocalStore(folder) as store:
        with monkeypatch.context() as broken:
            broken.setattr("kg.settle.settle", _interrupted)
            with pytest.raises(KeyboardInterrupt), changing(store, NAMES):
                pass
        assert is_unsettled(store, NAMES)
    with served(folder) as site:
        looked(site)
    with LocalStore(folder) as store:
        assert not is_unsettled(store, NAMES)


def _interrupted(*_, **__):
    raise KeyboardInterrupt


def test_a_server_that_only_reads_leaves_decisions_and_broken_changes_alone(folder):
    kept = Decisions(Opening(Home(folder=folder)).decisions)
    kept.add(Decision("2026-03-01T10:00:00Z", "Rada", REJECT, "urn:none"))
    with serving_site(Serving(Opening(Home(folder=folder)), workers=1, limits=Limits(20))) as site:
        assert "decision" not in site.get("/", accept=HTML).text
    assert len(kept.waiting()) == 1


def test_what_could_not_be_done_is_told_on_the_page_until_it_is_dismissed(folder):
    kept = Decisions(Opening(Home(folder=folder)).decisions)
    kept.add(
        Decision("2026-03-01T10:00:00Z", "Rada", REJECT, f"{NAMES.base}claim/none", words="a claim of old")
    )
    with served(folder) as site:
        page, found = looked(site)
        (failed,) = found["failed"]
        assert "a claim of old: there is no such claim" in page
        site.client.post("/review/undo", data={"word": word(page), "id": failed["id"]})
        assert looked(site)[1]["failed"] == []
