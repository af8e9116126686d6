"""What Virtuoso cuts, loses or does not take, none of which its users see."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from serving import emptied

from kg.errors import StoreError
from kg.home import Home
from kg.store import RemoteStore, Store
from kg.store import virtuoso as dialect

GRAPH, VALUE = NamedNode("https://graphs.example/large"), NamedNode("https://things.example/value")
DECIMAL = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
MANY = 12_000
"""More than Virtuoso gives at once, and than it takes in an update."""


def quad(number: int) -> Quad:
    return Quad(NamedNode(f"https://things.example/{number:06}"), VALUE, Literal(number), GRAPH)


@pytest.fixture
def store(virtuoso: Home) -> Store:
    return emptied(RemoteStore(virtuoso))


def test_a_large_graph_is_written_read_asked_and_changed_whole(store: Store) -> None:
    quads = {quad(number) for number in range(MANY)}
    store.replace_graph(GRAPH, quads)
    assert set(store.quads(GRAPH)) == quads
    ordered = store.select(f"SELECT ?s ?n {{ ?s {VALUE} ?n }} ORDER BY DESC(?n)")
    assert [int(number.value) for _, number in ordered] == list(range(MANY))[::-1]  # type: ignore[union-attr]
    assert {row[0] for row in store.select(f"SELECT ?s {{ ?s {VALUE} ?n }}")} == {
        each.subject for each in quads
    }
    assert len(store.select(f"SELECT ?s FROM {GRAPH} WHERE {{ ?s {VALUE} ?n }}")) == MANY
    assert len(store.select(f"SELECT ?s {{ ?s {VALUE} ?n }} LIMIT 11000 OFFSET 500")) == 11_000
    triples = store.construct(
        f"PREFIX x: <https://x.example/> CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o . ?s {VALUE} ?o }}"
    )
    assert set(triples) == {each.triple for each in quads}
    gone, new = (
        {quad(number) for number in range(1500)},
        {quad(number) for number in range(MANY, MANY + 1500)},
    )
    store.change_graph(GRAPH, gone, new)
    after = (quads - gone) | new
    assert set(store.quads(GRAPH)) == after
    later = after - {quad(5000)} | {quad(1)}
    store.replace_graph(GRAPH, later)
    assert set(store.quads(GRAPH)) == later


def test_without_a_place_for_whole_graphs_a_large_one_is_written_in_parts(
    virtuoso: Home, virtuoso_server: str
) -> None:
    home = Home(endpoint=f"{virtuoso_server}/sparql?x=y", update_endpoint=f"{virtuoso_server}/sparql-auth")
    store = emptied(RemoteStore(home))
    assert store.graph_store is None
    quads = {quad(number) for number in range(1201)}
    store.replace_graph(GRAPH, quads)
    assert set(store.quads(GRAPH)) == quads


def test_blank_nodes_are_replaced_with_their_graph(store: Store) -> None:
    for name in ("one", "two"):
        node = BlankNode(name)
        store.replace_graph(GRAPH, [Quad(node, VALUE, Literal(name), GRAPH), Quad(node, VALUE, node, GRAPH)])
        written = [each.object for each in store.quads(GRAPH) if isinstance(each.object, Literal)]
        assert written == [Literal(name)]


def test_numbers_and_truth_come_back_as_they_were_written(store: Store) -> None:
    values = [
        Literal("1", datatype=DECIMAL),
        Literal("0.25", datatype=DECIMAL),
        Literal(7),
        Literal(True),
        Literal(False),
    ]
    quads = {Quad(quad(place).subject, VALUE, value, GRAPH) for place, value in enumerate(values)}
    store.replace_graph(GRAPH, quads)
    assert set(store.quads(GRAPH)) == quads
    store.replace_graph(GRAPH, quads)
    assert set(store.quads(GRAPH)) == quads
    store.change_graph(GRAPH, quads, [])
    assert store.graphs() == []


def test_an_order_of_more_rows_than_virtuoso_sorts_is_refused_and_not_cut(store: Store) -> None:
    store.replace_graph(GRAPH, {quad(number) for number in range(10_001)})
    with pytest.raises(StoreError, match="Only 10000 are allowed"):
        store.select(f"SELECT ?s {{ ?s {VALUE} ?n }} ORDER BY ?s LIMIT 10001")


def test_an_answer_that_virtuoso_broke_off_at_its_limit_of_time_is_refused(
    virtuoso: Home, store: Store
) -> None:
    store.replace_graph(GRAPH, {quad(number) for number in range(800)})
    hasty = RemoteStore(f"{virtuoso.endpoint}?timeout=1000")
    assert len(hasty.select(f"SELECT ?s {{ ?s {VALUE} ?n }}")) == 800
    long = (
        "SELECT (COUNT(*) AS ?n) { GRAPH G { ?a ?b ?c } GRAPH G { ?d ?e ?f } GRAPH G { ?g ?h ?i } "
        "FILTER(REGEX(CONCAT(STR(?c), STR(?f), STR(?i)), 'x+y')) }"
    )
    with pytest.raises(StoreError, match="limit of time"):
        hasty.select(long.replace("GRAPH G", f"GRAPH {GRAPH}"))


def test_what_stays_is_neither_taken_out_nor_put_in_however_its_number_is_written() -> None:
    def decimal(text: str) -> Quad:
        return Quad(VALUE, VALUE, Literal(text, datatype=DECIMAL), GRAPH)

    assert dialect.difference([decimal("0.5"), quad(1)], [decimal("0.50"), quad(2)]) == ([quad(1)], [quad(2)])


@pytest.mark.parametrize(
    ("query", "part"),
    [
        (
            "#+ summary: x { }\nPREFIX a: <https://a.example/#>\nSELECT ?x { ?x a a:B } ORDER BY ?x",
            "#+ summary: x { }\nPREFIX a: <https://a.example/#>\n"
            "SELECT ?x WHERE { { SELECT ?x { ?x a a:B } ORDER BY ?x\n} } LIMIT 5 OFFSET 10",
        ),
        (
            "select ?x { ?x a ?y }",
            "SELECT ?x WHERE { { SELECT ?x WHERE { { select ?x { ?x a ?y }\n} } ORDER BY ?x\n} } LIMIT 5 OFFSET 10",
        ),
    ],
)
def test_a_part_of_an_answer_is_asked_for_in_a_fixed_order(query: str, part: str) -> None:
    assert dialect.page_of_rows(query, ["x"], 5, 10) == part


def test_a_construct_with_limits_of_its_own_is_left_alone() -> None:
    assert dialect.page_of_triples("CONSTRUCT WHERE { ?a ?b ?c } LIMIT 3", 0) is None
    assert dialect.page_of_triples("DESCRIBE <https://a.example/>", 0) is None
