"""What is sent and what is left alone, on a real server."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from gate import Gate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pushing import BASE, NAMES, P, data, pushed, put
from serving import serving_oxigraph

from kg.errors import KgError, StoreError
from kg.graph import terms
from kg.push import Kind
from kg.store import LocalStore, RemoteStore


def test_a_first_push_sends_all_and_a_second_nothing(
    here: LocalStore, there: RemoteStore, address: str
) -> None:
    first = pushed(here, address)
    assert data(there) == data(here)
    assert (first.sent, first.new[Kind.ARTICLE], first.quads[Kind.ARTICLE]) == (7, 3, 12)
    assert first.way == f"datasets to {address}/store"
    second = pushed(here, address)
    assert (second.sent, second.way, second.unchanged.total()) == (0, None, 7)


@pytest.mark.parametrize("service", ["", "/", "/query", "/store", "/update", "/sparql"])
def test_any_address_of_the_server_will_do(
    here: LocalStore, there: RemoteStore, address: str, service: str
) -> None:
    pushed(here, address + service)
    assert data(there) == data(here)


def test_a_second_push_writes_nothing_at_all(here: LocalStore, gate: Gate) -> None:
    pushed(here, gate.url)
    before = len(gate.asked)
    pushed(here, gate.url)
    assert [asked.path for asked in gate.asked[before:]] == ["/query"] * 3


def test_of_a_changed_article_only_its_own_graph_is_sent(
    here: LocalStore, there: RemoteStore, gate: Gate
) -> None:
    pushed(here, gate.url)
    put(here, "article/1", "says something else", "says 1 2")
    report = pushed(here, gate.url)
    assert (report.sent, report.changed[Kind.ARTICLE], report.new.total()) == (1, 1, 0)
    assert b"article/0" not in gate.done[-1].body
    assert data(there) == data(here)


def test_a_changed_graph_is_replaced_in_one_request(here: LocalStore, gate: Gate) -> None:
    pushed(here, gate.url)
    put(here, "graph/facts", "a newer fact")
    before = len(gate.done)
    pushed(here, gate.url)
    [replaced] = gate.done[before:]
    assert b"DROP" in replaced.body
    assert b"a newer fact" in replaced.body


def test_a_removed_article_goes_from_the_server(here: LocalStore, there: RemoteStore, address: str) -> None:
    pushed(here, address)
    here.remove_graph(NAMES.article("2"))
    report = pushed(here, address)
    assert (report.gone[Kind.ARTICLE], report.sent, report.differences) == (1, 0, [])
    assert data(there) == data(here)
    assert pushed(here, address).gone.total() == 0


def test_graphs_of_others_stay(here: LocalStore, there: RemoteStore, address: str) -> None:
    strange = put(there, "article/of-somebody", "written by hand")
    own = ox.NamedNode("https://somebody.example/graph")
    there.replace_graph(own, [ox.Quad(own, P, ox.Literal("mine"), own)])
    for _ in range(2):
        report = pushed(here, address)
        assert report.strange == 1
    assert {strange, own} <= set(there.graphs())


def test_an_emptied_server_gets_all_again(here: LocalStore, there: RemoteStore, address: str) -> None:
    pushed(here, address)
    for graph in there.graphs():
        there.remove_graph(graph)
    assert pushed(here, address).sent == 7
    assert data(there) == data(here)


def test_what_somebody_changed_on_the_server_is_put_right(
    here: LocalStore, there: RemoteStore, address: str
) -> None:
    pushed(here, address)
    put(there, "article/0", "says 0 0")
    there.remove_graph(NAMES.article("1"))
    report = pushed(here, address)
    assert (report.sent, report.changed[Kind.ARTICLE], report.new[Kind.ARTICLE]) == (2, 1, 1)
    assert data(there) == data(here)


def test_a_server_that_lost_its_memory_gets_all_again(
    here: LocalStore, there: RemoteStore, address: str
) -> None:
    pushed(here, address)
    there.remove_graph(NAMES.pushed)
    assert pushed(here, address).changed.total() == 7
    assert data(there) == data(here)
    assert pushed(here, address).sent == 0


def test_memory_that_is_damaged_costs_time_alone(here: LocalStore, there: RemoteStore, address: str) -> None:
    pushed(here, address)
    lines = [str(quad.object.value) for quad in there.quads(NAMES.pushed)]
    wrong = [re.sub("^.", "x", line) for line in lines] + ["nonsense", "a b c", *lines[:2]]
    value = next(iter(there.quads(NAMES.pushed))).predicate
    there.replace_graph(
        NAMES.pushed, [ox.Quad(NAMES.pushed, value, ox.Literal(line), NAMES.pushed) for line in wrong]
    )
    assert pushed(here, address).sent == 7
    assert data(there) == data(here)
    assert pushed(here, address).sent == 0


def test_a_dry_run_says_what_would_go_and_sends_nothing(
    here: LocalStore, there: RemoteStore, gate: Gate
) -> None:
    pushed(here, gate.url)
    put(here, "article/0", "says less")
    put(here, "article/new", "says more", "and more")
    here.remove_graph(NAMES.article("2"))
    before, done = data(there), len(gate.done)
    report = pushed(here, gate.url, dry_run=True)
    counted = (report.new, report.changed, report.gone, report.unchanged, report.quads)
    assert [counts[Kind.ARTICLE] for counts in counted] == [1, 1, 1, 1, 3]
    assert (len(gate.done), data(there)) == (done, before)


def test_what_is_derived_is_sent_last(here: LocalStore, gate: Gate) -> None:
    pushed(here, gate.url)
    sent = b"".join(asked.body for asked in gate.done)
    order = [
        sent.index(f"<{BASE}{name}> {{".encode())
        for name in ("graph/ontology", "run/r", "article/0", "article/2", "graph/entities", "graph/facts")
    ]
    assert order == sorted(order)


def test_a_store_that_is_being_changed_is_refused(here: LocalStore, there: RemoteStore, address: str) -> None:
    put(here, "graph/unsettled", "now")
    with pytest.raises(KgError, match="kg populate"):
        pushed(here, address)
    assert not there.graphs()


def test_the_mark_and_the_memory_of_a_store_are_not_sent(
    here: LocalStore, there: RemoteStore, address: str
) -> None:
    put(here, "graph/pushed", "of another server")
    pushed(here, address)
    assert all("another server" not in quad.object.value for quad in there.quads(NAMES.pushed))


def test_the_wrong_store_does_not_empty_a_server(there: RemoteStore, address: str) -> None:
    with LocalStore() as store, LocalStore() as other:
        for number in range(30):
            put(store, f"article/{number}", "text")
        put(other, "article/1", "text")
        pushed(store, address)
        with pytest.raises(KgError, match=r"29 of the 30 articles .* --force"):
            pushed(other, address)
        assert data(there) == data(store)
        pushed(other, address, force=True)
        assert data(there) == data(other)


def judged(store: LocalStore | RemoteStore, *names: str) -> None:
    graph = NAMES.judgements
    nodes = [ox.NamedNode(f"{BASE}judgement/{name}") for name in names]
    store.replace_graph(graph, [ox.Quad(node, terms.TYPE, terms.JUDGEMENT, graph) for node in nodes])


def test_judgements_that_only_the_server_has_are_not_lost(
    here: LocalStore, there: RemoteStore, address: str
) -> None:
    judged(there, "made-there")
    judged(here, "made-here")
    with pytest.raises(KgError, match=r"1 judgement .*kg judgements --endpoint"):
        pushed(here, address)
    assert [quad.subject.value for quad in there.quads(NAMES.judgements)] == [f"{BASE}judgement/made-there"]


def test_a_judgement_that_was_taken_back_goes_from_the_server(
    here: LocalStore, there: RemoteStore, address: str
) -> None:
    judged(here, "one", "two")
    pushed(here, address)
    judged(here, "two")
    pushed(here, address)
    assert data(there) == data(here)


def test_one_store_goes_to_several_servers(
    here: LocalStore, there: RemoteStore, address: str, tmp_path
) -> None:
    pushed(here, address)
    with serving_oxigraph(tmp_path) as other:
        put(here, "article/3", "says 3")
        assert pushed(here, other).sent == 8
    assert pushed(here, address).sent == 1


def test_a_server_is_pushed_to_another(
    here: LocalStore, there: RemoteStore, address: str, tmp_path: Path
) -> None:
    pushed(here, address)
    with serving_oxigraph(tmp_path) as other:
        pushed(there, other)
        with RemoteStore(f"{other}/query") as copy:
            assert data(copy) == data(here)
        assert pushed(here, other).sent == 0


def test_blank_nodes_arrive_once(here: LocalStore, there: RemoteStore, address: str) -> None:
    graph = ox.NamedNode(f"{BASE}graph/of-the-user")
    here.replace_graph(graph, [ox.Quad(ox.BlankNode("b"), P, ox.BlankNode("c"), graph)])
    for _ in range(2):
        pushed(here, address)
    assert len(list(there.quads(graph))) == 1


def test_a_server_that_keeps_something_else_is_told(here: LocalStore, gate: Gate) -> None:
    gate.rule = lambda asked: 204 if asked.is_write and b"graph/facts> {" in asked.body else None
    report = pushed(here, gate.url)
    counted = [(each.graph, each.store, each.server) for each in report.differences]
    assert (NAMES.facts.value, 2, 0) in counted
    gate.rule = lambda asked: None
    assert pushed(here, gate.url).differences == []


def test_a_server_that_says_yes_to_everything_is_not_believed(
    here: LocalStore, there: RemoteStore, gate: Gate
) -> None:
    pushed(here, gate.url)
    put(here, "graph/ontology", "changed, so that what is sent first is an update")
    put(here, "article/9", "new")
    gate.rule = lambda asked: 200 if asked.path == "/store" else None
    report = pushed(here, gate.url)
    assert (report.differences, data(there)) == ([], data(here))
    put(here, "article/10", "new as well")
    report = pushed(here, gate.url)
    assert (report.differences, data(there)) == ([], data(here))
    assert "SPARQL updates" in report.way


def test_a_server_without_queries_is_refused_with_what_to_give(here: LocalStore, gate: Gate) -> None:
    gate.rule = lambda asked: 404
    with pytest.raises(StoreError, match="no SPARQL queries are answered"):
        pushed(here, gate.url)


HOSTILE = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\"'\\\n\r\t}{.;<>#@^`$_:\u2028\ufeff\x00\x7f"),
    max_size=40,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(HOSTILE, min_size=1, max_size=4, unique=True), way=st.sampled_from(["new", "changed"]))
def test_no_text_can_break_out(there: RemoteStore, address: str, values: list[str], way: str) -> None:
    for graph in there.graphs():
        there.remove_graph(graph)
    with LocalStore() as store:
        if way == "changed":
            put(store, "article/0", "before")
            pushed(store, address)
        put(store, "article/0", *values, *(f"}} }} ; DROP ALL ; # {value}" for value in values))
        assert pushed(store, address).differences == []
        assert data(there) == data(store)
