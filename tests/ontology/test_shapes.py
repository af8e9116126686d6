"""The shapes for data: a small good graph conforms, and every single rule is seen to fail on a graph that breaks it."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, Namespace

SH = Namespace("http://www.w3.org/ns/shacl#")
pytestmark = [pytest.mark.not_covered, pytest.mark.usefixtures("queries_parsed_once")]

GOOD = """
@prefix kg: <https://w3id.org/kg-populator/ontology#> .
@prefix d: <https://example.org/data/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .

d:run a prov:Activity ; kg:softwareVersion "1" ; kg:model "en" ; kg:ontologyHash "ab" .
d:a a kg:Article ; dcterms:identifier "a" ; dcterms:issued "2024-05"^^xsd:gYearMonth ;
    kg:sha256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" ;
    nif:isString "Peru sued Ana Ruiz." .
d:b a kg:Article ; dcterms:identifier "b" ; kg:duplicateOf d:a ; kg:copyOf d:a ; kg:fingerprint "AQI="^^xsd:base64Binary ;
    kg:summary "[]" ;
    kg:sha256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" .
<https://example.org/data/a#s> a nif:Sentence ; nif:beginIndex 0 ; nif:endIndex 19 ;
    nif:anchorOf "Peru sued Ana Ruiz." ; nif:referenceContext d:a .
<https://example.org/data/b#s> a nif:Sentence ; nif:beginIndex 0 ; nif:endIndex 19 ;
    nif:anchorOf "Peru sued Ana Ruiz." ; nif:referenceContext d:b ; kg:copiedFrom <https://example.org/data/a#s> .
<https://example.org/data/a#t> a nif:Phrase ; nif:beginIndex 5 ; nif:endIndex 9 ; nif:anchorOf "sued" .
<https://example.org/data/a#m> a kg:Mention, nif:Phrase ; nif:beginIndex 10 ; nif:endIndex 18 ;
    nif:anchorOf "Ana Ruiz" ; itsrdf:taIdentRef d:ana ; kg:reading <https://example.org/data/a#r1> ;
    itsrdf:taClassRef kg:Person ; kg:mentionKind kg:Name ;
    kg:confidence 1.0 ; prov:wasDerivedFrom d:a .
d:ana a kg:Person ; skos:prefLabel "Ana Ruiz"@en .
d:peru a kg:Country ; skos:prefLabel "Peru"@en ; owl:sameAs <http://www.wikidata.org/entity/Q419> .
d:paper a kg:Organization ; skos:prefLabel "The Daily"@en .
<https://example.org/data/a#r1> a kg:Reading ; kg:readingOf d:ana ; itsrdf:taClassRef kg:Person ; kg:readAs "Ana Ruiz" ;
    kg:named true .
<https://example.org/data/a#r2> a kg:Reading ; kg:readingOf d:peru ; itsrdf:taClassRef kg:Country ; kg:readAs "Peru" .
d:c a kg:Claim ; rdf:subject d:peru ; rdf:predicate kg:sued ; rdf:object d:ana ;
    kg:subjectReading <https://example.org/data/a#r2> ; kg:objectReading <https://example.org/data/a#r1> ;
    kg:polarity kg:Affirmed ; kg:modality kg:Actual ; kg:attributedTo kg:UnnamedSource ; kg:reportedBy d:paper ;
    kg:holderStance kg:Asserts ;
    kg:date "2020"^^xsd:gYear ; kg:dateOrigin kg:Stated ;
    kg:startDate "2020-02"^^xsd:gYearMonth ; kg:endDate "2021-01-31"^^xsd:date ;
    kg:confidence 0.9 ; kg:frame "SUBJ sue OBJ" ;
    kg:evidence <https://example.org/data/a#s> ; kg:trigger <https://example.org/data/a#t> ; prov:wasDerivedFrom d:a .
d:n a kg:Claim ; rdf:subject d:peru ; rdf:predicate kg:sued ; rdf:object d:ana ;
    kg:polarity kg:Negated ; kg:modality kg:Actual ; kg:attributedTo d:ana ; kg:confidence 0.5 ;
    kg:frame "SUBJ sue OBJ" ;
    kg:evidence <https://example.org/data/a#s> ; kg:trigger <https://example.org/data/a#t> ; prov:wasDerivedFrom d:a .
d:f a kg:Fact, kg:Dispute ; rdf:subject d:peru ; rdf:predicate kg:sued ; rdf:object d:ana ;
    kg:supportedBy d:c ; kg:disputedBy d:n ; kg:independentSources 1 .
d:peru kg:sued d:ana .
d:j a kg:Judgement ; kg:judges d:n ; kg:verdict kg:Rejected ;
    dcterms:creator "Mo" ; prov:generatedAtTime "2030-01-02T03:04:05Z"^^xsd:dateTime .
d:k a kg:Judgement ; kg:judges d:ana ; kg:verdict kg:Same ; kg:comparedWith d:paper ;
    dcterms:creator "Mo, again" ; prov:generatedAtTime "2030-01-02T03:04:06Z"^^xsd:dateTime .
d:l a kg:Judgement ; kg:judges d:paper ; kg:verdict kg:WrongType ; kg:correctClass kg:Place ;
    dcterms:creator "Mo" ; prov:generatedAtTime "2030-01-02T03:04:07Z"^^xsd:dateTime .
d:x a kg:Link ; kg:links d:ana ; kg:linkResult kg:Linked ; kg:linkedTo d:q1 ; kg:linkCandidate d:q1 ;
    kg:confidence 0.7 ; kg:linkReason "called so" ; prov:wasDerivedFrom <https://register.example/> .
d:y a kg:Link ; kg:links d:paper ; kg:linkResult kg:Nil ; kg:linkReason "nothing is" ;
    prov:wasDerivedFrom <https://register.example/> .
"""

BREAKS = [
    ('dcterms:identifier "b"', 'dcterms:title "b"', "An article has one identifier."),
    ('abcdef" ;\n    nif', 'ABCDEF" ;\n    nif', "An article has one SHA-256 in lower-case hexadecimal."),
    ('nif:isString "Peru', 'nif:isString "Other text.", "Peru', "An article has at most one text."),
    (
        '"2024-05"^^xsd:gYearMonth',
        '"in May"',
        "An article is issued at most once, on a date, in a month or in a year.",
    ),
    ("kg:duplicateOf d:a", "kg:duplicateOf d:ana", "What an article is a copy of is an article."),
    ("kg:duplicateOf d:a", "kg:duplicateOf d:b", "An article is no copy of itself."),
    ("kg:copyOf d:a", "kg:copyOf d:ana", "What an article copies is an article."),
    ("kg:copyOf d:a", "kg:copyOf d:b", "An article is no copy of itself."),
    ("kg:copyOf d:a ; ", "", "A duplicate is a copy of the same article."),
    ('"AQI="^^xsd:base64Binary', '"AQI="', "An article has at most one fingerprint, in base64."),
    ('kg:summary "[]"', 'kg:summary "[]", "{}"', "An article has at most one summary."),
    (
        "kg:copiedFrom <https://example.org/data/a#s>",
        "kg:copiedFrom d:a",
        "What a sentence is copied from is one sentence.",
    ),
    (
        "kg:copiedFrom <https://example.org/data/a#s>",
        "kg:copiedFrom <https://example.org/data/b#s>",
        "A sentence is copied from another article, of which its own is a copy.",
    ),
    ('kg:softwareVersion "1" ;', "", "A run has one software version."),
    ('kg:model "en" ;', "", "A run has one language model."),
    ('; kg:ontologyHash "ab"', "", "A run has one ontology hash."),
    (
        "nif:beginIndex 5",
        "nif:beginIndex 9",
        "A stretch of text begins once, at 0 or later, and before it ends.",
    ),
    ("; nif:endIndex 9", "", "A stretch of text ends once."),
    ('; nif:anchorOf "sued"', "", "A stretch of text has its words."),
    ('nif:anchorOf "sued"', 'nif:anchorOf "sue"', "A stretch of text is as long as its words."),
    ("; nif:referenceContext d:a", "", "A sentence stands in one article."),
    ("itsrdf:taIdentRef d:ana ; ", "", "A mention names one entity."),
    ("itsrdf:taClassRef kg:Person ; kg:m", "itsrdf:taClassRef kg:Agent ; kg:m", "A mention is of one class."),
    ("kg:mentionKind kg:Name", "kg:mentionKind kg:Actual", "A mention is a name, a nominal or a pronoun."),
    ("kg:confidence 1.0 ; prov:wasDerivedFrom d:a", "kg:confidence 1.0", "A mention stands in one article."),
    ("kg:confidence 1.0", "kg:confidence 1.5", "The confidence of a mention lies from 0 to 1."),
    ('skos:prefLabel "Ana Ruiz"@en', 'skos:altLabel "Ana Ruiz"@en', "An entity has one preferred name."),
    (
        'skos:prefLabel "Ana Ruiz"@en',
        'skos:prefLabel "Ana Ruiz"@en ; kg:nameKey ""',
        "The key of a name is a text.",
    ),
    (
        "d:ana a kg:Person",
        "d:ana a kg:Person, kg:Place",
        "An entity is a person, an organization, a country or a place: one of them.",
    ),
    ("<http://www.wikidata.org/entity/Q419>", '"Q419"', "What an entity is the same as is named by an IRI."),
    ("kg:readingOf d:ana", 'kg:readingOf "ana"', "A reading is of one entity."),
    ("kg:Person ; kg:readAs", "kg:Agent ; kg:readAs", "A reading gives one class."),
    ('kg:readAs "Peru"', 'kg:readAs "Peru", "Perú"', "A reading gives one name."),
    ("kg:named true", 'kg:named "yes"', "A reading says at most once whether the article names the entity."),
    (
        "kg:reading <https://example.org/data/a#r1>",
        "kg:reading d:ana",
        "A mention is of at most one reading.",
    ),
    (
        "kg:subjectReading <https://example.org/data/a#r2>",
        "kg:subjectReading d:peru",
        "A claim has at most one reading as its subject.",
    ),
    (
        "kg:objectReading <https://example.org/data/a#r1>",
        "kg:objectReading d:ana",
        "A claim has at most one reading as its object.",
    ),
    ("rdf:subject d:peru", "rdf:subject d:ana", "A claim has one subject, and it is not its object."),
    ("rdf:predicate kg:sued", "rdf:predicate kg:sued, kg:metWith", "A claim has one predicate."),
    (
        "rdf:predicate kg:sued",
        "rdf:predicate kg:serenaded",
        "The predicate of a claim is a relation that the ontology declares.",
    ),
    ("rdf:object d:ana", "rdf:object d:ana, d:paper", "A claim has one object."),
    ("kg:polarity kg:Affirmed ; ", "", "A claim is affirmed or negated."),
    ("kg:modality kg:Actual", "kg:modality kg:Affirmed", "A claim is actual or possible."),
    (
        "kg:attributedTo kg:UnnamedSource",
        "kg:attributedTo d:nobody",
        "A claim has at most one holder: a known entity or kg:UnnamedSource.",
    ),
    (
        "kg:holderStance kg:Asserts",
        "kg:holderStance kg:Possible",
        "The holder of a claim asserts, denies or alleges it.",
    ),
    (
        "kg:attributedTo kg:UnnamedSource ; kg:reportedBy d:paper ;",
        "",
        "Only a claim with a holder has the stance of a holder.",
    ),
    ("kg:reportedBy d:paper", "kg:reportedBy d:nobody", "A claim is reported by at most one known entity."),
    ('"2020"^^xsd:gYear', '"2020"', "A claim has at most one date: a day, a month or a year."),
    ("kg:dateOrigin kg:Stated", "kg:dateOrigin kg:Actual", "The date of a claim is stated or resolved."),
    (
        '"2020-02"^^xsd:gYearMonth',
        '"2020-02"',
        "A claim holds since at most one date: a day, a month or a year.",
    ),
    (
        '"2021-01-31"^^xsd:date',
        '"2021-01-31"^^xsd:date, "2022"^^xsd:gYear',
        "A claim holds until at most one date: a day, a month or a year.",
    ),
    (
        '"2021-01-31"^^xsd:date',
        '"2020-01"^^xsd:gYearMonth',
        "What holds does not end before it starts, as far as both dates are precise.",
    ),
    ("kg:confidence 0.9", "kg:confidence -0.1", "The confidence of a claim lies from 0 to 1."),
    ('; kg:frame "SUBJ sue OBJ"', "", "A claim has the one frame that matched."),
    (
        "kg:evidence <https://example.org/data/a#s>",
        "kg:evidence d:a",
        "The evidence of a claim is one sentence.",
    ),
    ("kg:trigger <https://example.org/data/a#t>", "kg:trigger d:a", "A claim has one trigger in the text."),
    (
        "<https://example.org/data/a#t> ; prov:wasDerivedFrom d:a",
        "<https://example.org/data/a#t>",
        "A claim comes from one article.",
    ),
    (
        "rdf:predicate kg:sued",
        "rdf:predicate kg:leads",
        "The subject of a claim is of the relation's domain, as the article has it.",
    ),
    (
        "rdf:predicate kg:sued",
        "rdf:predicate kg:locatedIn",
        "The object of a claim is of the relation's range, as the article has it.",
    ),
    (
        "nif:referenceContext d:a",
        "nif:referenceContext d:b",
        "The evidence of a claim stands in the article that the claim comes from.",
    ),
    ("nif:endIndex 19", "nif:endIndex 8", "The trigger of a claim lies inside its evidence."),
    (
        'kg:date "2020"^^xsd:gYear ; kg:dateOrigin kg:Stated ;\n'
        '    kg:startDate "2020-02"^^xsd:gYearMonth ; kg:endDate "2021-01-31"^^xsd:date ;\n',
        "kg:dateOrigin kg:Stated ;",
        "Only a claim with a date has the origin of a date.",
    ),
    ("kg:attributedTo kg:UnnamedSource ; ", "", "Only a claim with a holder is reported by another."),
    ("kg:Dispute ; rdf:subject d:peru", "kg:Dispute ; rdf:subject d:peru, d:ana", "A fact has one subject."),
    (
        "d:f a kg:Fact, kg:Dispute ; rdf:subject d:peru ; rdf:predicate kg:sued",
        "d:f a kg:Fact, kg:Dispute ; rdf:subject d:peru",
        "A fact has one predicate.",
    ),
    ("rdf:object d:ana ;\n    kg:supportedBy", "kg:supportedBy", "A fact has one object."),
    (
        "kg:supportedBy d:c",
        "kg:supportedBy d:n",
        "A fact is supported by at least one claim, affirmed and actual.",
    ),
    ("kg:disputedBy d:n", "kg:disputedBy d:c", "What disputes a fact is a claim that negates it."),
    (
        "kg:supportedBy d:c ; kg:disputedBy",
        "kg:disputedBy",
        "A dispute has a claim on its other side.",
    ),
    (
        "kg:attributedTo kg:UnnamedSource ; kg:reportedBy",
        "kg:attributedTo kg:UnnamedSource ; kg:holderStance kg:Alleges ; kg:reportedBy",
        "What is only alleged supports no fact.",
    ),
    (
        "kg:independentSources 1",
        "kg:independentSources 0",
        "A fact has one count of independent sources, 1 or more.",
    ),
    ("d:peru kg:sued d:ana .", "", "A fact stands as an edge of the graph as well."),
    ("kg:judges d:n ; ", "", "A judgement is about something."),
    (" ; kg:verdict kg:Rejected", "", "A judgement has one verdict."),
    ("kg:verdict kg:Rejected", "kg:verdict kg:Possible", "A judgement has one verdict."),
    ('dcterms:creator "Mo" ;', "", "A judgement says who judged."),
    ('; prov:generatedAtTime "2030-01-02T03:04:05Z"^^xsd:dateTime', "", "A judgement says when it was made."),
    (
        "kg:comparedWith d:paper",
        "kg:comparedWith d:paper, d:peru",
        "A judgement compares with at most one other entity.",
    ),
    (
        "kg:correctClass kg:Place",
        "kg:correctClass kg:Agent",
        "The class that a judgement gives is one of entities.",
    ),
    ("kg:comparedWith d:paper ;", "", "Whoever judges entities the same or not names two."),
    ("kg:correctClass kg:Place ;", "", "Whoever judges a type wrong names the right one."),
    ("kg:links d:ana ; ", "", "A link is of one entity."),
    (
        "kg:linkResult kg:Nil",
        "kg:linkResult kg:Negated",
        "A link has one result: linked, not in the register, or ambiguous.",
    ),
    ("kg:linkedTo d:q1", "kg:linkedTo d:q1, d:q2", "A link leads to at most one item."),
    ("kg:confidence 0.7", "kg:confidence 1.7", "The confidence of a link lies from 0 to 1."),
    ("kg:linkCandidate d:q1", 'kg:linkCandidate "Q1"', "A candidate of a link is named by an IRI."),
    ('kg:linkReason "nothing is" ;', "", "A link gives one reason."),
    (
        '"nothing is" ;\n    prov:wasDerivedFrom <https://register.example/>',
        '"nothing is"',
        "A link comes from one register.",
    ),
    ("kg:linkedTo d:q1 ; ", "", "A link leads to an item where its result is linked, and nowhere else."),
    (
        "kg:linkResult kg:Nil",
        "kg:linkResult kg:Nil ; kg:linkedTo d:q1",
        "A link leads to an item where its result is linked, and nowhere else.",
    ),
]


@pytest.fixture(scope="module")
def shapes(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "shapes.ttl")


@pytest.fixture(scope="module")
def ontology(root: Path) -> Graph:
    graph = Graph()
    for name in ("kg.ttl", "relations/justice.ttl", "relations/office.ttl", "relations/structure.ttl"):
        graph.parse(root / "ontology" / name)
    return graph


def _messages(data: str, ontology: Graph, shapes: Graph) -> set[str]:
    graph = ontology + Graph().parse(data=data, format="turtle")
    _, report, _ = validate(graph, shacl_graph=shapes, inplace=True)
    assert isinstance(report, Graph)
    return {str(message) for message in report.objects(None, SH.resultMessage)}


def test_a_graph_by_the_contract_conforms(ontology: Graph, shapes: Graph) -> None:
    assert _messages(GOOD, ontology, shapes) == set()


@pytest.mark.parametrize(("good", "bad", "message"), BREAKS, ids=[message for _, _, message in BREAKS])
def test_a_graph_that_breaks_a_rule_is_told_so(
    good: str, bad: str, message: str, ontology: Graph, shapes: Graph
) -> None:
    assert good in GOOD
    assert message in _messages(GOOD.replace(good, bad, 1), ontology, shapes)


def test_every_rule_is_seen_to_fail(shapes: Graph) -> None:
    rules = {str(message) for message in shapes.objects(None, SH.message) if isinstance(message, Literal)}
    assert rules == {message for _, _, message in BREAKS}
