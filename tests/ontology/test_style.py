"""The ontology's own files follow their style, and every rule of the style is seen to fail on a file that breaks it."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, Namespace

SH = Namespace("http://www.w3.org/ns/shacl#")
pytestmark = [pytest.mark.not_covered, pytest.mark.usefixtures("queries_parsed_once")]

GOOD = """
@prefix kg: <https://w3id.org/kg-populator/ontology#> .
@prefix cameo: <https://w3id.org/kg-populator/cameo#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

kg:Agent a owl:Class ; rdfs:label "agent"@en ; skos:definition "Who or what can act."@en .
kg:Firm a owl:Class ; rdfs:label "firm"@en ; skos:definition "An agent that trades."@en .
cameo:111 skos:prefLabel "criticize"@en .
kg:scolded a owl:ObjectProperty, owl:SymmetricProperty ;
    rdfs:label "scolded"@en ; rdfs:domain kg:Agent ; rdfs:range kg:Agent ;
    skos:definition "Told another off in public."@en ; skos:closeMatch cameo:111 ;
    kg:frame "SUBJ scold OBJ", "SUBJ {snap|yell} at OBJ:Person+Country [for X]" ;
    skos:example "[Peru] scolded [Chile]."@en, "[Ana Ruiz] yelled at [Peru]!"@en,
        "[O:Peru] was scolded by [S:Chile]."@en ;
    kg:counterExample "[Peru] scalded a cook from [Chile]."@en, "Did [Peru] see [Chile]?"@en .
"""

BREAKS = [
    ('rdfs:label "scolded"@en', 'rdfs:label "scolded"', "A term has one English label."),
    (
        "Told another off in public.",
        "Told another off in public",
        "A term has one English definition, which ends with a full stop.",
    ),
    ("kg:Firm a", "kg:firm a", "The name of a class begins with a capital."),
    ("kg:scolded a", "kg:Scolded a", "The name of a property begins with a small letter."),
    (
        "rdfs:domain kg:Agent ;",
        "rdfs:domain kg:Agent, kg:Firm ;",
        "A relation has one domain; a union is a class of its own.",
    ),
    ("rdfs:range kg:Agent ;", "", "A relation has one range; a union is a class of its own."),
    (
        'kg:frame "SUBJ scold OBJ", "SUBJ {snap|yell} at OBJ:Person+Country [for X]" ;',
        "",
        "A relation has a frame.",
    ),
    ('"SUBJ scold OBJ"', '"SUBJ scold"', "A frame names SUBJ and OBJ."),
    ('"SUBJ scold OBJ"', '"SUBJ Scold OBJ"', "The words of a frame are lower-case lemmas."),
    ('"[Peru] scolded [Chile]."@en, ', "", "A relation has at least three examples."),
    (', "Did [Peru] see [Chile]?"@en', "", "A relation has at least two counter-examples."),
    (
        '"[Peru] scolded [Chile]."@en',
        '"[Peru] scolded Chile."@en',
        "An example is a whole sentence with two names in brackets.",
    ),
    (
        "[Peru] scalded a cook from [Chile].",
        "[Peru] scalded a [cook] from [Chile].",
        "A counter-example is a whole sentence with two names in brackets.",
    ),
    ("rdfs:range kg:Agent", "rdfs:range kg:Firm", "A symmetric relation has the same class at both ends."),
    (
        "rdfs:range kg:Agent",
        "rdfs:range kg:Cook",
        "The ends of a relation are classes that the ontology declares.",
    ),
    (
        "skos:closeMatch cameo:111",
        "skos:closeMatch cameo:999",
        "A PLOVER or CAMEO code is described in alignments.ttl.",
    ),
]


@pytest.fixture(scope="module")
def style(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "style.ttl")


def _messages(graph: Graph, style: Graph) -> set[str]:
    _, report, _ = validate(graph, shacl_graph=style, inplace=True)
    assert isinstance(report, Graph)
    return {str(message) for message in report.objects(None, SH.resultMessage)}


def test_the_shipped_files_follow_the_style(root: Path, style: Graph) -> None:
    graph = Graph()
    folder = root / "ontology"
    for path in (folder / "kg.ttl", folder / "alignments.ttl", *sorted((folder / "relations").glob("*.ttl"))):
        graph.parse(path)
    conforms, _, text = validate(graph, shacl_graph=style, inplace=True)
    assert conforms, text


def test_a_relation_in_good_style_conforms(style: Graph) -> None:
    assert _messages(Graph().parse(data=GOOD, format="turtle"), style) == set()


@pytest.mark.parametrize(("good", "bad", "message"), BREAKS, ids=[message for _, _, message in BREAKS])
def test_a_relation_that_breaks_a_rule_is_told_so(good: str, bad: str, message: str, style: Graph) -> None:
    assert good in GOOD
    assert message in _messages(Graph().parse(data=GOOD.replace(good, bad, 1), format="turtle"), style)


def test_every_rule_is_seen_to_fail(style: Graph) -> None:
    rules = {str(message) for message in style.objects(None, SH.message) if isinstance(message, Literal)}
    assert rules == {message for _, _, message in BREAKS}
