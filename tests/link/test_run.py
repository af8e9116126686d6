"""From a store through a register and back: what is decided, written, kept and gone on with."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from linkable import linkable, read_again
from serving import Proxy, proxy_before, status, truncated

from kg.check import check
from kg.errors import StoreError
from kg.export import Format, Layer, write_store
from kg.gazetteer import load_gazetteer
from kg.graph import Names, link_quads, read_links
from kg.graph.names import OWL, WD
from kg.link import LinkReport, Wanted, link
from kg.model import EntityType, Link, LinkResult
from kg.resolve.link import Search
from kg.settle import changing, settle
from kg.store import LocalStore, remove_article

NAMES = Names()
REGISTER = "https://register.example/sparql"
EXPECTED = {
    "Elena Torres": (LinkResult.LINKED, "Q900000001"),
    "World Health Organization": (LinkResult.LINKED, "Q7817"),
    "Angela Merkel": (LinkResult.LINKED, "Q567"),
    "Atlas Maritima": (LinkResult.LINKED, "Q900000010"),
    "Sara Lind": (LinkResult.AMBIGUOUS, None),
    "Rui Falcão": (LinkResult.NIL, None),
    "Nora Nobody": (LinkResult.NIL, None),
    "Biden": (LinkResult.NIL, None),
}


@pytest.fixture
def store() -> Iterator[LocalStore]:
    with linkable() as opened:
        yield opened


def run(store: LocalStore, search: Search, wanted: Wanted | None = None, **more: object) -> LinkReport:
    return link(store, search, REGISTER, wanted or Wanted(), gazetteer=load_gazetteer(), **more)  # type: ignore[arg-type]


def outcomes(report: LinkReport) -> dict[str, tuple[LinkResult, str | None]]:
    return {
        each.name: (each.link.result, each.link.item and each.link.item.removeprefix(WD))
        for each in report.decided
    }


def identities(store: LocalStore) -> dict[str, str]:
    """Key of an entity → Wikidata items, as the entities graph has them."""
    found: dict[str, str] = {}
    for e, i in store.select(
        f"SELECT ?e ?i {{ GRAPH {NAMES.entities} {{ ?e <{OWL}sameAs> ?i }} }} ORDER BY ?i"
    ):
        key, item = NAMES.key(e.value), i.value.removeprefix(WD)  # type: ignore[union-attr]
        found[key] = f"{found[key]} {item}" if key in found else item
    return found


def exported(store: LocalStore) -> bytes:
    out = io.BytesIO()
    write_store(store, out, Format.NQUADS)
    return out.getvalue()


def test_entities_are_linked_not_found_or_ambiguous_each_with_its_reason(
    store: LocalStore, searching
) -> None:
    report = run(store, searching())
    assert outcomes(report) == EXPECTED
    assert report.decided[0].name == "Elena Torres", "the most mentioned first"
    reasons = {each.name: each.link.reason for each in report.decided}
    assert "of Mexico, where the articles put it" in reasons["Elena Torres"]
    assert "of Brazil, but in the articles of Portugal" in reasons["Rui Falcão"]
    assert "2 fit about equally" in reasons["Sara Lind"]
    assert reasons["Nora Nobody"] == "nothing is called “Nora Nobody” there"
    assert "the name alone" in reasons["Biden"]
    assert {each.name: each.label for each in report.decided}["Angela Merkel"] == "Angela Merkel"
    assert not report.failed
    assert report.left == 0


def test_what_was_decided_stands_in_a_graph_of_its_own_and_gives_identities(
    store: LocalStore, searching
) -> None:
    before = identities(store)
    run(store, searching())
    links = read_links(store.quads(NAMES.links))
    assert len(links) == len(EXPECTED)
    elena = links[(f"{NAMES.base}entity/elena-torres", REGISTER)]
    assert elena.item == f"{WD}Q900000001"
    assert set(elena.candidates) == {f"{WD}Q900000001", f"{WD}Q900000002"}
    assert identities(store) == before | {
        "elena-torres": "Q900000001",
        "world-health-organization": "Q7817",
        "angela-merkel": "Q567",
        "atlas-maritima": "Q900000010",
    }
    assert list(check(store)) == []


def test_links_stay_when_articles_are_read_again_or_go(store: LocalStore, searching) -> None:
    run(store, searching())
    before = exported(store)
    read_again(store)
    assert exported(store) == before
    remove_article(store, "rui")
    settle(store)
    assert "angela-merkel" not in identities(store)
    read_again(store)
    assert exported(store) == before


def test_what_a_list_of_names_knows_goes_before_a_link(store: LocalStore, searching) -> None:
    mexico = f"{NAMES.base}entity/mexico"
    assert outcomes(run(store, searching(), Wanted(entities=(mexico,)))) == {
        "Mexico": (LinkResult.LINKED, "Q96")
    }
    other = Link(mexico, REGISTER, LinkResult.LINKED, f"{WD}Q1", 0.9, reason="a mistake")
    store.replace_graph(NAMES.links, link_quads(other, NAMES))
    settle(store)
    assert identities(store)["mexico"] == "Q96"


def test_a_second_run_asks_nothing_decides_nothing_and_changes_nothing(
    store: LocalStore, searching, proxy: Proxy
) -> None:
    run(store, searching())
    before, asked = exported(store), len(proxy.queries)
    assert run(store, searching()).decided == []
    assert exported(store) == before
    assert len(proxy.queries) == asked


def test_deciding_again_from_what_is_kept_gives_the_same_bytes(
    store: LocalStore, searching, proxy: Proxy
) -> None:
    run(store, searching())
    before, asked = exported(store), len(proxy.queries)
    report = run(store, searching(offline=True), Wanted(again=True))
    assert outcomes(report) == EXPECTED
    assert exported(store) == before
    assert len(proxy.queries) == asked
    with linkable() as other:
        run(other, searching(offline=True))
        assert exported(other) == before


def test_what_was_never_asked_for_is_told_in_a_run_that_asks_nobody(store: LocalStore, searching) -> None:
    report = run(store, searching(offline=True))
    assert report.decided == []
    assert set(report.unasked) == set(EXPECTED)
    assert list(store.quads(NAMES.links)) == []


def test_a_name_without_a_usable_answer_is_counted_and_the_others_are_linked(
    store: LocalStore, searching, proxy: Proxy
) -> None:
    proxy.breaks["Angela Merkel"] = truncated
    report = run(store, searching())
    assert list(report.failed) == ["Angela Merkel"]
    assert set(outcomes(report)) == set(EXPECTED) - {"Angela Merkel"}
    proxy.breaks.clear()
    assert outcomes(run(store, searching())) == {"Angela Merkel": EXPECTED["Angela Merkel"]}


def test_a_register_that_fails_midway_leaves_what_was_decided_and_the_next_run_goes_on(
    store: LocalStore, searching, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.link.run._TOGETHER", 3)
    proxy.faults = [None, *[status(503)] * 5]
    report = LinkReport()
    with pytest.raises(StoreError, match="too busy"):
        run(store, searching(), report=report)
    assert len(report.decided) == 3
    assert report.left == len(EXPECTED) - 3
    assert len(read_links(store.quads(NAMES.links))) == 3
    assert identities(store)["elena-torres"] == "Q900000001", "answers agree with what is linked so far"
    first = len(proxy.queries)
    rest = run(store, searching())
    assert outcomes(report) | outcomes(rest) == EXPECTED
    assert not set(outcomes(report)) & set(outcomes(rest))
    assert all('"Elena Torres"@en' not in query for query in proxy.queries[first:])


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
@pytest.mark.parametrize(
    ("how", "code", "settled"),
    [(signal.SIGKILL, -signal.SIGKILL, False), (signal.SIGINT, 130, True)],
    ids=["killed", "interrupted"],
)
def test_a_run_that_is_stopped_asks_nothing_twice(
    register_url: str, tmp_path: Path, how: signal.Signals, code: int, settled: bool
) -> None:
    linkable(tmp_path / "store").close()
    script = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
import kg.link.run
kg.link.run._TOGETHER = 2
from kg.cli.main import main
sys.exit(main(["link", "--register", sys.argv[1], "--store", sys.argv[2], "--cache", sys.argv[3], "--rate", "1000"]))
"""
    with proxy_before(register_url) as proxy:
        arguments = [
            sys.executable,
            "-c",
            script,
            proxy.url,
            str(tmp_path / "store"),
            str(tmp_path / "cache"),
        ]
        started: list[subprocess.Popen[bytes]] = []

        def stop(handler: object, answer: bytes) -> None:
            started[0].send_signal(how)
            started[0].wait(60)

        proxy.faults = [None, None, stop]
        started.append(subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        out, err = started[0].communicate(timeout=60)
        assert started[0].returncode == code, err
        assert len(proxy.queries) == 3
        with LocalStore(tmp_path / "store") as store:
            assert len(read_links(store.quads(NAMES.links))) == 4
            assert ("elena-torres" in identities(store)) is settled
        if settled:
            assert "Elena Torres (Q900000001)" in out
            assert err.endswith("4 entities are left; the same command goes on with them\ninterrupted\n")
        done = subprocess.run(arguments, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        names = [line for query in proxy.queries for line in query.splitlines() if "VALUES ?name" in line]
        assert sum('"Elena Torres"@en' in line for line in names) == 5, "the five parts of one query"
    with LocalStore(tmp_path / "store") as store:
        assert len(read_links(store.quads(NAMES.links))) == len(EXPECTED)
        assert identities(store)["elena-torres"] == "Q900000001"


def test_what_a_killed_run_could_not_settle_is_settled_by_the_next(store: LocalStore, searching) -> None:
    run(store, searching())
    settled = exported(store)
    links = list(store.quads(NAMES.links))
    store.remove_graph(NAMES.links)
    settle(store)
    broken = changing(store, NAMES)
    broken.__enter__()  # never left, as by a process that is killed
    store.replace_graph(NAMES.links, links)
    assert "elena-torres" not in identities(store)
    assert run(store, searching()).decided == []
    assert exported(store) == settled


def test_a_dry_run_decides_and_leaves_the_store_as_it_was(store: LocalStore, searching) -> None:
    before = exported(store)
    assert outcomes(run(store, searching(), dry_run=True)) == EXPECTED
    assert exported(store) == before


def test_limit_class_and_names_choose_who_is_looked_for(
    store: LocalStore, searching: Callable[..., Search]
) -> None:
    assert list(outcomes(run(store, searching(), Wanted(limit=1)))) == ["Elena Torres"]
    report = run(store, searching(), Wanted(types=(EntityType.ORGANIZATION,)))
    assert set(outcomes(report)) == {"World Health Organization", "Atlas Maritima"}
    named = Wanted(entities=(f"{NAMES.base}entity/elena-torres",))
    assert list(outcomes(run(store, searching(), named))) == ["Elena Torres"], "also what was decided"


def test_links_belong_to_the_layer_of_entities(store: LocalStore, searching) -> None:
    run(store, searching())
    for layer in Layer:
        out = io.BytesIO()
        write_store(store, out, Format.NQUADS, layers=[layer])
        assert (NAMES.links.value.encode() in out.getvalue()) == (layer is Layer.ENTITIES)
