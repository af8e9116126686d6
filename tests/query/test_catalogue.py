"""The catalogue as other tools read it."""

from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import Store
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH
from rdflib.plugins.sparql import prepareQuery

from kg.query.catalogue import SHIPPED, catalogue
from kg.query.headers import parse_query
from kg.query.library import load_library

SHAPES = Path(__file__).with_name("catalogue-shapes.ttl")
SCHEMA = rdflib.Namespace("https://schema.org/")
FULL = parse_query(
    '''#+ summary: Is "it" \\ so
#+ tags: [b, a]
#+ params:
#+   kind: {type: string, enum: [x, "y \\" z"], default: x, doc: which}
#+   least: {type: integer, min: 1, max: 9, required: true}
#+   words: {type: "lang:en", max: 20}
#+   relation: {type: relation, list: true, enum: [metWith, sued]}
#+   when: dateTime
PREFIX kg: <https://w3id.org/kg-populator/ontology#>
ASK { VALUES ?relation { UNDEF } ?s ?relation """two "quoted"
#+ lines \\\\ """, ?kind, ?least, ?words, ?when }
''',
    "is it",
    "own",
)


@pytest.fixture(scope="module")
def shipped():
    return catalogue((query, SHIPPED) for query in load_library())


@pytest.fixture(scope="module")
def graph(shipped):
    return rdflib.Graph().parse(data=shipped, format="turtle")


def read(*queries):
    return rdflib.Graph().parse(data=catalogue((query, "urn:own/") for query in queries), format="turtle")


def test_it_has_the_shape_that_other_tools_look_for(graph):
    for each in (graph, read(FULL)):
        conforms, _, report = pyshacl.validate(each, shacl_graph=rdflib.Graph().parse(SHAPES))
        assert conforms, report


def test_every_question_is_in_it_under_a_name_that_stays(graph):
    found = set(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert found == {rdflib.URIRef(f"{SHIPPED}{query.name}") for query in load_library()}


def test_what_it_holds_is_the_question_and_parses_on_its_own(graph):
    for query in load_library():
        node = rdflib.URIRef(f"{SHIPPED}{query.name}")
        text = str(graph.value(node, SH.select))
        assert query.text.endswith(text.lstrip())  # which rdflib as well parses whole, as is seen elsewhere
        Store().query(text, use_default_graph_as_union=True)
        assert str(graph.value(node, RDFS.comment)) == query.summary
        assert {str(word) for word in graph.objects(node, SCHEMA.keywords)} == {query.topic, *query.tags}


def test_its_prefixes_are_those_of_the_questions(graph):
    declared = {
        str(graph.value(node, SH.prefix)): str(graph.value(node, SH.namespace))
        for node in graph.objects(rdflib.URIRef(SHIPPED), SH.declare)
    }
    assert declared["kg"] == "https://w3id.org/kg-populator/ontology#"
    for query in load_library():
        assert all(f"{prefix}:" not in query.text or declared[prefix] for prefix in declared)


def test_it_is_the_same_bytes_in_any_order(shipped):
    assert catalogue((query, SHIPPED) for query in reversed(list(load_library()))) == shipped


def test_parameters_are_described_with_type_bounds_and_values():
    graph = read(FULL)
    node = rdflib.URIRef("urn:own/is%20it")
    assert (node, RDF.type, SH.SPARQLAskExecutable) in graph
    assert prepareQuery(str(graph.value(node, SH.ask)))
    assert '"""two "quoted"\n#+ lines \\\\ """' in str(graph.value(node, SH.ask))

    def told(name, *properties):
        return [graph.value(rdflib.URIRef(f"{node}#{name}"), each) for each in properties]

    assert told("least", SH.optional, SH.minInclusive, SH.maxInclusive, SH.maxCount) == [
        rdflib.Literal(False),
        rdflib.Literal(1),
        rdflib.Literal(9),
        rdflib.Literal(1),
    ]
    assert told("words", SH.datatype, SH.maxLength) == [RDF.langString, rdflib.Literal(20)]
    assert told("relation", SH.nodeKind, SH.maxCount) == [SH.IRI, None]
    assert told("kind", SH.defaultValue, SH.description) == [
        rdflib.Literal("x"),
        rdflib.Literal("which", lang="en"),
    ]
    values = Collection(graph, told("kind", SH["in"])[0])
    assert [str(value) for value in values] == ["x", 'y " z']
    path = rdflib.URIRef("https://w3id.org/kg-populator/queries/parameters#kind")
    assert told("kind", SH.path) == [path]


def test_a_question_that_constructs_or_describes_is_listed_as_such():
    text = "#+ summary: a\n#+ tags: [b]\n"
    graph = read(
        parse_query(f"{text}CONSTRUCT WHERE {{ ?s ?p ?o }}", "edges"),
        parse_query(f"{text}DESCRIBE ?s {{ ?s ?p 1 }}", "about"),
    )
    assert graph.value(rdflib.URIRef("urn:own/edges"), SH.construct)
    examples = rdflib.Namespace("https://purl.expasy.org/sparql-examples/ontology#")
    assert graph.value(rdflib.URIRef("urn:own/about"), examples.describe)
