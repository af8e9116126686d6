"""Rows and triples as the protocol writes them are read by another reader as what they were."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.refusals import TooLarge
from kg.serve.served import Limits
from kg.serve.sparql.results import GRAPHS, ROWS, rows_of, triples_of, truth
from kg.store import Solutions

IN_XML = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="￾￿") | st.sampled_from("\t\n\r")
TEXT = st.text(IN_XML, max_size=12)
IRIS = st.integers(0, 99).map(lambda number: ox.NamedNode(f"http://example.org/é{number}?a=1&b='2'"))
LITERALS = st.one_of(
    st.builds(ox.Literal, TEXT),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), TEXT, st.sampled_from(["en", "de-at"])),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), TEXT, IRIS),
)
NODES = IRIS | st.integers(0, 99).map(lambda number: ox.BlankNode(f"b{number}"))
TERMS = NODES | LITERALS
TRIPLES = st.builds(ox.Triple, IRIS, IRIS, IRIS | LITERALS)
TABLES = st.lists(st.tuples(st.none() | TERMS, st.none() | TERMS | TRIPLES), max_size=6)
READ_BACK = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
FEW = Limits(rows=2)
SPARQL = "{http://www.w3.org/2005/sparql-results#}"


def solutions(rows):
    return Solutions(("first", "second"), iter(rows))


@given(rows=TABLES)
def test_rows_in_json_are_read_back_as_they_were(rows):
    body = rows_of(solutions(rows), "application/sparql-results+json", Limits())
    read = ox.parse_query_results(body.content, ox.QueryResultsFormat.JSON)
    assert [name.value for name in read.variables] == ["first", "second"]
    assert [(row["first"], row["second"]) for row in read] == rows
    assert body.cut is None


@given(rows=TABLES)
def test_rows_in_xml_are_read_back_as_they_were(rows):
    body = rows_of(solutions(rows), "application/sparql-results+xml", Limits())
    root = ElementTree.fromstring(body.content)
    assert [each.get("name") for each in root.iter(f"{SPARQL}variable")] == ["first", "second"]
    assert [read_row(each) for each in root.iter(f"{SPARQL}result")] == rows
    assert body.cut is None


def read_row(result):
    bound = {each.get("name"): read_term(each[0]) for each in result}
    return bound.get("first"), bound.get("second")


def read_term(element):
    """The term of an element of XML; pyoxigraph's own reader takes white space off its ends."""
    match element.tag.removeprefix(SPARQL):
        case "uri":
            return ox.NamedNode(element.text)
        case "bnode":
            return ox.BlankNode(element.text)
        case "triple":
            return ox.Triple(*(read_term(part[0]) for part in element))
    tag, kind = element.get("{http://www.w3.org/XML/1998/namespace}lang"), element.get("datatype")
    return ox.Literal(element.text or "", language=tag, datatype=ox.NamedNode(kind) if kind else None)


@given(rows=st.lists(st.tuples(st.none() | TERMS, TERMS), max_size=6))
def test_cells_between_commas_are_the_words_of_terms(rows):
    body = rows_of(solutions(rows), "text/csv", Limits())
    (names, *cells) = csv.reader(io.StringIO(body.content.decode(), newline=""))
    words = [["" if term is None else bare(term) for term in row] for row in rows]
    assert (names, cells) == (["first", "second"], words)


def bare(term):
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else term.value


@given(rows=TABLES)
def test_cells_between_tabs_are_terms_as_turtle_has_them(rows):
    body = rows_of(solutions(rows), "text/tab-separated-values", Limits())
    (names, *lines) = body.content.decode().split("\n")[:-1]
    assert names == "?first\t?second"
    assert [tuple(line.split("\t")) for line in lines] == [
        tuple("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows
    ]


@pytest.mark.parametrize("media", ROWS)
def test_more_rows_than_allowed_are_cut_and_counted(media):
    rows = [(ox.Literal(f"row {number}"), None) for number in range(5)]
    body = rows_of(solutions(rows), media, FEW)
    assert body.cut == 2
    assert re.findall(rb"row \d", body.content) == [b"row 0", b"row 1"]
    assert rows_of(solutions(rows[:2]), media, FEW).cut is None


@pytest.mark.parametrize("media", ROWS)
def test_rows_of_more_bytes_than_allowed_are_cut(media):
    rows = [(ox.Literal("é" * 600), None) for _ in range(9)]
    body = rows_of(solutions(rows), media, Limits(bytes=4_000))
    assert body.cut == 2
    assert len(body.content) <= 4_000


@pytest.mark.parametrize("answer", [True, False])
def test_yes_and_no_are_said_in_each_format(answer):
    word = "true" if answer else "false"
    for media, form in READ_BACK.items():
        read = ox.parse_query_results(truth(answer, media).content, form)
        assert bool(read) is answer
    assert json.loads(truth(answer, "application/json").content)["boolean"] is answer
    for media in ("text/csv", "text/tab-separated-values"):
        assert truth(answer, media).content.decode().strip() == word


@pytest.mark.parametrize("media", GRAPHS)
@given(triples=st.lists(st.builds(ox.Triple, IRIS, IRIS, IRIS | st.builds(ox.Literal, TEXT)), max_size=5))
def test_triples_are_read_back_each_once(media, triples):
    body = triples_of([*triples, *triples], media, Limits(), {"ex": "http://example.org/"})
    read = {quad.triple for quad in ox.parse(body.content, GRAPHS[media])}
    assert read == set(triples)


@pytest.mark.parametrize("media", GRAPHS)
def test_more_triples_than_allowed_are_cut_and_what_is_left_can_be_read(media):
    triples = [
        ox.Triple(
            ox.NamedNode("http://example.org/s"), ox.NamedNode("http://example.org/p"), ox.Literal(str(n))
        )
        for n in range(5)
    ]
    body = triples_of(triples, media, FEW, {})
    assert body.cut == 2
    assert {quad.object.value for quad in ox.parse(body.content, GRAPHS[media])} == {"0", "1"}


def test_a_graph_of_more_bytes_than_allowed_is_refused():
    triple = ox.Triple(
        ox.NamedNode("http://example.org/s"), ox.NamedNode("http://example.org/p"), ox.Literal("x" * 500)
    )
    with pytest.raises(TooLarge, match=re.escape("larger than 400 bytes")):
        triples_of([triple], "text/turtle", Limits(bytes=400), {})
