"""The graph as a file: every format says the same, the same content gives the same bytes, layers are what they say."""

import io
import json
import random
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib
from exporting import LINE, NAMES, PEOPLE, extractions, filled
from hypothesis import given
from hypothesis import strategies as st
from telling import RUN, told

from kg.errors import UsageError
from kg.export import (
    Format,
    Layer,
    selected_quads,
    write_extractions,
    write_quads,
    write_records,
    write_store,
)
from kg.graph import KG, judgement_quads, terms
from kg.model import Judgement, Verdict
from kg.store import LocalStore, claim_as_read

PARSERS = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
    Format.RDFXML: ox.RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def store() -> LocalStore:
    return filled(extractions())


def written(write: Callable[..., object], *arguments: object, **options: object) -> bytes:
    out = io.BytesIO()
    place = next(place for place, given in enumerate(arguments) if isinstance(given, Format))
    write(*arguments[:place], out, *arguments[place:], **options)
    return out.getvalue()


def shown(store: LocalStore) -> list[ox.Quad]:
    """All that a store holds but what spares it work."""
    kept = (terms.FINGERPRINT, terms.SUMMARY, terms.COMPARISON, terms.NAME_KEY)
    return [quad for quad in store.quads() if quad.predicate not in kept]


def canonical(quads: object) -> set[str]:
    dataset = ox.Dataset(quads)  # type: ignore[arg-type]
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


@pytest.mark.parametrize("form", Format)
def test_what_is_parsed_back_is_what_the_store_holds(store: LocalStore, form: Format) -> None:
    held: object = shown(store) if form.has_graphs else [ox.Quad(*quad.triple) for quad in shown(store)]
    data = written(write_store, store, form)
    assert canonical(ox.parse(data, format=PARSERS[form])) == canonical(held)


@pytest.mark.parametrize(
    ("form", "other"), [(Format.TURTLE, "turtle"), (Format.RDFXML, "xml"), (Format.NTRIPLES, "nt")]
)
def test_another_library_reads_the_same_triples(store: LocalStore, form: Format, other: str) -> None:
    graph = rdflib.Graph().parse(data=written(write_store, store, form), format=other)
    assert len(graph) == len({quad.triple for quad in shown(store)})
    text = next(
        quad.object.value
        for quad in store.quads()
        if quad.predicate == terms.IS_STRING and "\r" in str(quad.object.value)
    )
    assert (None, rdflib.URIRef(terms.IS_STRING.value), rdflib.Literal(text)) in graph


@pytest.mark.parametrize("form", Format)
def test_the_order_of_the_articles_does_not_show_in_the_bytes(store: LocalStore, form: Format) -> None:
    assert written(write_store, filled(extractions()[::-1]), form) == written(write_store, store, form)


@pytest.mark.parametrize("form", Format)
def test_without_a_store_the_same_bytes_come_out(store: LocalStore, form: Format) -> None:
    layers = [layer for layer in Layer if layer is not Layer.ONTOLOGY]
    direct = written(write_extractions, extractions(), RUN, form)
    assert direct == written(write_store, store, form, layers=layers)


def test_turtle_is_for_people(store: LocalStore) -> None:
    text = written(write_store, store, Format.TURTLE, layers=[Layer.ENTITIES]).decode()
    assert "@prefix kg: <https://w3id.org/kg-populator/ontology#> .\n" in text
    assert '\nent:norway\n    a kg:Country ;\n    skos:prefLabel "Norway"@en .\n' in text


def test_turtle_tells_an_entity_with_its_edges_and_then_its_facts_and_an_article_as_it_is_read(
    store: LocalStore,
) -> None:
    text = written(write_store, store, Format.TURTLE).decode()
    ana = text.index("\nent:ana-w%C3%B6lk\n    a kg:Person ;\n")
    edge = text.index("    kg:sued ent:oslo-port", ana)
    fact = text.index("\nfact:", edge)
    assert text.index("rdf:subject ent:ana-w%C3%B6lk", fact) < text.index("\nent:norway\n")
    places = [text.index(f"\n# {head}\n") for head in ("Entities, each followed by its facts", "Article one")]
    article = text.index("\narticle:one\n    a kg:Article", places[1])
    sentence = text.index('    a nif:RFC5147String, nif:Sentence ;\n    nif:anchorOf "Ana', article)
    claim = text.index("    a kg:Claim ;", sentence)
    mention = text.index("    a kg:Mention, nif:Phrase ;", claim)
    later = text.index('nif:anchorOf "Later', mention)
    assert places[0] < ana < places[1] < article < later < text.index("\n# The ontology\n")


def test_a_text_of_several_lines_stands_in_turtle_as_it_is(store: LocalStore) -> None:
    text = written(write_store, store, Format.TURTLE).decode()
    assert 'nif:isString """Ana Wölk sued Oslo Port in Norway: "a\\\\b".\nLater Ana Wölk met' in text


def test_the_layers_together_are_the_whole_and_ontology_facts_and_entities_stand_apart(
    store: LocalStore,
) -> None:
    parts = {
        layer: set(
            ox.parse(written(write_store, store, Format.NQUADS, layers=[layer]), format=ox.RdfFormat.N_QUADS)
        )
        for layer in Layer
    }
    assert set().union(*parts.values()) == set(shown(store))
    assert {quad.graph_name for quad in parts[Layer.FACTS]} == {NAMES.facts}
    assert {quad.graph_name for quad in parts[Layer.ENTITIES]} == {NAMES.entities}
    assert {quad.graph_name for quad in parts[Layer.ONTOLOGY]} == {NAMES.ontology}


def test_the_claims_layer_brings_its_evidence_and_triggers_and_no_mentions(store: LocalStore) -> None:
    quads = set(
        ox.parse(
            written(write_store, store, Format.NQUADS, layers=[Layer.CLAIMS]), format=ox.RdfFormat.N_QUADS
        )
    )
    cited = {quad.object for quad in quads if quad.predicate in (terms.EVIDENCE, terms.TRIGGER)}
    assert cited
    assert cited <= {quad.subject for quad in quads if quad.predicate == terms.ANCHOR_OF}
    assert not [quad for quad in quads if quad.object == terms.MENTION]
    assert not [quad for quad in quads if quad.predicate == terms.IS_STRING]


@pytest.mark.parametrize("form", Format)
def test_without_text_no_sentence_can_be_read_but_names_and_offsets_stay(
    store: LocalStore, form: Format
) -> None:
    data = written(write_store, store, form, without_text=True)
    quads = list(ox.parse(data, format=PARSERS[form]))
    words = [quad.object.value for quad in quads if quad.predicate == terms.ANCHOR_OF]
    assert "Ana Wölk" in words
    assert not [word for word in words if word.startswith("Later")]
    assert not [quad for quad in quads if quad.predicate == terms.IS_STRING]
    sentences = {q.subject for q in quads if q.predicate == terms.TYPE and q.object == terms.SENTENCE}
    assert sentences
    assert sentences <= {quad.subject for quad in quads if quad.predicate == terms.BEGIN_INDEX}


@pytest.mark.parametrize("form", Format)
def test_without_text_no_sentence_stands_anywhere_not_even_in_what_people_judged(
    store: LocalStore, form: Format
) -> None:
    claim = next(quad.subject for quad in store.quads() if quad.object == terms.CLAIM)
    rejected = Judgement("2031-05-01", "eva", Verdict.REJECTED, claim.value, said=claim_as_read(store, claim))
    assert rejected.said is not None
    quads = {graph: list(store.quads(graph)) for graph in store.graphs()}
    quads[NAMES.judgements] = list(judgement_quads(rejected, NAMES))
    open_graphs = [(g, selected_quads(g, each, NAMES)) for g, each in quads.items()]
    closed = [(g, selected_quads(g, each, NAMES, without_text=True)) for g, each in quads.items()]
    sentences = {
        quad.object.value
        for graph in quads
        for quad in quads[graph]
        if quad.predicate in (terms.ANCHOR_OF, terms.SAID_SENTENCE) and " " in quad.object.value
    } - {person.name for person in PEOPLE}
    assert len(sentences) > 2
    told = {
        q.object.value for q in ox.parse(written(write_quads, open_graphs, form, NAMES), format=PARSERS[form])
    }
    assert sentences <= told
    left = [q.object.value for q in ox.parse(written(write_quads, closed, form, NAMES), format=PARSERS[form])]
    assert not [(value, sentence) for value in left for sentence in sentences if sentence in value]


def test_a_character_that_xml_cannot_hold_is_named_and_other_formats_take_it() -> None:
    bad = [told("bell", ["Ding \x07 dong."], [])]
    with pytest.raises(UsageError, match=r"U\+0007 .*article/bell"):
        written(write_extractions, bad, RUN, Format.RDFXML)
    data = written(write_extractions, bad, RUN, Format.TURTLE)
    texts = [
        q.object.value for q in ox.parse(data, format=ox.RdfFormat.TURTLE) if q.predicate == terms.IS_STRING
    ]
    assert texts == ["Ding \x07 dong.\n"]


def test_a_relation_of_the_users_own_keeps_its_iri() -> None:
    own = told("one", [LINE], PEOPLE, [("ana-wölk", "flewTo", "norway", 0, "sued", {})])
    iri = "https://mine.example/flewTo"
    data = written(write_extractions, [own], RUN, Format.NTRIPLES, relations={"flewTo": iri}).decode()
    assert f"/ana-w%C3%B6lk> <{iri}> <" in data


LITERALS = st.builds(
    ox.Literal, st.text(alphabet=st.characters(exclude_categories=["Cs"]))
) | st.sampled_from(
    [
        ox.Literal(-7),
        ox.Literal("007", datatype=terms.integer(1).datatype),
        ox.Literal("seven", datatype=terms.integer(1).datatype),
        ox.Literal("1.50", datatype=terms.decimal(1).datatype),
        ox.Literal("1.", datatype=terms.decimal(1).datatype),
        ox.Literal('"^^<x> \\', language="en-gb"),
        ox.Literal("x", datatype=ox.NamedNode("https://types.example/a b".replace(" ", "%20"))),
        ox.Literal(True),
        ox.Literal("1", datatype=ox.Literal(True).datatype),
        ox.Literal('two\nlines of "a\\b" and \r\n\t""" and one that ends on "'),
        ox.Literal("\n\\"),
    ]
)
IRIS = st.sampled_from(
    """a a-b a.b a. .a -a a/b a%20b a#b ä 1 a,b a(b) a'b a/.. a/./b a//b a/../b .. a/b# a/b#c=1,2 a/b?c a:b/c """.split(
        " "
    )
).map(lambda local: ox.NamedNode(f"{NAMES.base}entity/{local}"))


@given(st.lists(st.tuples(IRIS, IRIS, IRIS | LITERALS), max_size=8))
def test_any_terms_come_back_from_turtle_and_trig(
    rows: list[tuple[ox.NamedNode, ox.NamedNode, ox.Literal]],
) -> None:
    quads = sorted({ox.Quad(*row, NAMES.facts) for row in rows}, key=str)
    for form in (Format.TURTLE, Format.TRIG):
        data = written(write_quads, [(NAMES.facts, quads)], form, NAMES)
        back = {quad.triple for quad in ox.parse(data, format=PARSERS[form])}
        assert back == {quad.triple for quad in quads}


@given(st.lists(IRIS, max_size=5, unique=True))
def test_whatever_is_told_from_the_base_another_library_reads_as_the_same_iri(
    iris: list[ox.NamedNode],
) -> None:
    quads = [ox.Quad(iri, terms.TYPE, terms.CLAIM, NAMES.facts) for iri in iris]
    data = written(write_quads, [(NAMES.facts, quads)], Format.TURTLE, NAMES)
    read = rdflib.Graph().parse(data=data, format="turtle")
    assert {str(subject) for subject in read.subjects()} == {iri.value for iri in iris}


def test_records_say_all_that_was_read_with_the_words() -> None:
    said = extractions()[0]
    out = io.BytesIO()
    write_records([said], out)
    records = [json.loads(line) for line in out.getvalue().decode().splitlines()]
    kinds = [record["kind"] for record in records]
    assert kinds == ["article"] + ["entity"] * 4 + ["mention"] * 5 + ["claim"] * 2
    text = records[0]["text"]
    assert text == said.article.text
    for record in records:
        if record["kind"] == "mention":
            assert text[record["begin"] : record["end"]] == record["text"]
    claim = records[-1]
    assert (claim["subject"], claim["relation"], claim["polarity"], claim["holder"]) == (
        "ana-wölk",
        "metWith",
        "Negated",
        "norway",
    )
    assert text[claim["evidence"]["begin"] : claim["evidence"]["end"]] == claim["evidence"]["text"]
    assert claim["trigger"]["text"] == "met"


def test_records_without_text_hold_no_sentence() -> None:
    out = io.BytesIO()
    write_records(extractions(), out, without_text=True)
    assert b"Later" not in out.getvalue()
    assert b"Ana W" in out.getvalue()


@pytest.mark.parametrize("form", Format)
def test_a_store_that_gives_its_quads_in_another_order_gives_the_same_bytes(form: Format) -> None:
    store = filled(extractions())
    graphs = [(graph, sorted(store.quads(graph), key=str)) for graph in store.graphs()]
    assert any(KG in str(quad.predicate) for _, quads in graphs for quad in quads)
    shuffled = [(graph, random.Random(3).sample(quads, len(quads))) for graph, quads in graphs]
    assert written(write_quads, shuffled, form, NAMES) == written(write_quads, graphs, form, NAMES)
