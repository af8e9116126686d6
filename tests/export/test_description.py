"""The description of a dataset counts what the export holds, and is RDF that others read."""

import io
from collections import Counter

import pytest
import rdflib
from exporting import NAMES, extractions, filled

from kg.errors import UsageError
from kg.export import Description, Format, write_description, write_store
from kg.store import LocalStore

VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DATASET = rdflib.URIRef(f"{NAMES.base}dataset")


def described(store: LocalStore, about: Description | None = None) -> rdflib.Graph:
    out = io.BytesIO()
    write_description(store, out, about)
    return rdflib.Graph().parse(data=out.getvalue(), format="turtle")


@pytest.fixture(scope="module")
def store() -> LocalStore:
    return filled(extractions())


def test_the_counts_are_those_of_the_export(store):
    out = io.BytesIO()
    write_store(store, out, Format.NTRIPLES)
    exported = rdflib.Graph().parse(data=out.getvalue(), format="nt")
    graph = described(store)
    assert int(graph.value(DATASET, VOID.triples)) == len(exported)
    properties = {
        graph.value(part, VOID.property): int(graph.value(part, VOID.triples))
        for part in graph.objects(DATASET, VOID.propertyPartition)
    }
    assert properties == Counter(predicate for _, predicate, _ in exported)
    classes = {
        graph.value(part, VOID["class"]): int(graph.value(part, VOID.entities))
        for part in graph.objects(DATASET, VOID.classPartition)
    }
    assert classes == Counter(exported.objects(None, rdflib.RDF.type))


def test_it_tells_title_publisher_licence_and_the_time_of_the_articles(store):
    about = Description("Talks", "Öresund Post", "https://creativecommons.org/licenses/by/4.0/")
    graph = described(store, about)
    assert {rdflib.URIRef(VOID.Dataset), rdflib.URIRef(DCAT.Dataset)} == set(
        graph.objects(DATASET, rdflib.RDF.type)
    )
    assert str(graph.value(DATASET, rdflib.DCTERMS.title)) == "Talks"
    assert graph.value(DATASET, rdflib.DCTERMS.license) == rdflib.URIRef(about.licence)
    period = graph.value(DATASET, rdflib.DCTERMS.temporal)
    assert str(graph.value(period, DCAT.startDate)) == str(graph.value(period, DCAT.endDate)) == "2031-04-01"
    assert rdflib.URIRef("http://www.w3.org/ns/prov#") in set(graph.objects(DATASET, VOID.vocabulary))


def test_an_empty_store_is_described_too_and_a_licence_that_is_no_address_is_refused():
    assert int(described(LocalStore()).value(DATASET, VOID.triples)) == 0
    assert str(
        described(LocalStore(), Description(licence="all rights reserved")).value(
            DATASET, rdflib.DCTERMS.license
        )
    )
    with pytest.raises(UsageError, match="is no address"):
        described(LocalStore(), Description(licence="https://a b"))
