"""Every question that must return nothing finds what it is for, and a right graph breaks no rule."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from telling import COUNTRY, ORGANIZATION, RUN, entity, told

from kg.check import Violation, check_queries, check_shapes, violation_files
from kg.errors import QueryError
from kg.graph import KG, Names, extraction_quads, run_quads, terms
from kg.model import Extraction
from kg.store import LocalStore, put_ontology, rebuild

NAMES = Names()
TOLD = told(
    "x",
    ["[Uma Rao|uma-rao] sued [Acme|acme] in [Chile|chile].", "She met [Leo Falk|leo-falk]."],
    [entity("Uma Rao"), entity("Leo Falk"), entity("Acme", ORGANIZATION), entity("Chile", COUNTRY)],
    [
        ("uma-rao", "sued", "acme", 0, "sued", {"holder": "leo-falk", "date": "2031-05"}),
        ("uma-rao", "metWith", "leo-falk", 1, "met", {}),
    ],
    date="2031-06-01",
)
GRAPH = NAMES.article("x")
CLAIM, OTHER = (NAMES.claim("x", claim) for claim in TOLD.claims)
MENTION = NAMES.stretch("x", TOLD.mentions[0].span)


def filled(extraction: Extraction = TOLD) -> LocalStore:
    store = LocalStore()
    put_ontology(store)
    store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
    written = extraction_quads(extraction, RUN)
    store.replace_graph(written.graph, written.quads)
    rebuild(store)
    return store


def broken(
    *changes: tuple[NamedNode, NamedNode, NamedNode | Literal | None], also: Iterable[Quad] = ()
) -> LocalStore:
    """A store in which properties have another value, or none, after all was derived."""
    store = filled()
    for subject, predicate, value in changes:
        quads = [q for q in store.quads(GRAPH) if (q.subject, q.predicate) != (subject, predicate)]
        if value is not None:
            quads.append(Quad(subject, predicate, value, GRAPH))
        store.replace_graph(GRAPH, quads)
    for quad in also:
        assert isinstance(quad.graph_name, NamedNode)
        store.replace_graph(quad.graph_name, [*store.quads(quad.graph_name), quad])
    return store


def nodes_by_file(store: LocalStore) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in violation_files():
        rows = store.select(path.read_text(encoding="utf-8"))
        if len(rows):
            found[path.stem.removesuffix("-violation")] = {str(row[0]) for row in rows}
    return found


def test_a_right_graph_breaks_no_rule() -> None:
    assert list(check_queries(filled())) == []


ACME, NOBODY = NAMES.entity_by_key("acme"), NAMES.entity_by_key("nobody")
LABEL = Quad(ACME, terms.PREF_LABEL, Literal("Acme Inc", language="en"), NAMES.entities)
CLASS = Quad(ACME, terms.TYPE, NamedNode(f"{KG}Place"), NAMES.entities)
FACT = Quad(NamedNode(f"{NAMES.base}fact/0"), terms.TYPE, NamedNode(f"{KG}Fact"), NAMES.facts)
COPIES = [Quad(NAMES.article(a), terms.DUPLICATE_OF, NAMES.article(b), NAMES.copies) for a, b in ("xy", "yz")]

CHANGED = {
    "anchor": (MENTION, terms.ANCHOR_OF, Literal("Uma Roa")),
    "offsets": (MENTION, terms.END_INDEX, terms.integer(9999)),
    "claim-domain": (CLAIM, terms.PREDICATE, terms.kg("partOf")),
    "claim-range": (CLAIM, terms.PREDICATE, terms.kg("relativeOf")),
    "claim-relation": (CLAIM, terms.PREDICATE, terms.kg("invitedToTea")),
    "claim-evidence": (CLAIM, terms.EVIDENCE, None),
    "claim-trigger": (CLAIM, terms.TRIGGER, NAMES.stretch("x", TOLD.claims[1].trigger)),
    "claim-end-unread": (CLAIM, terms.ATTRIBUTED_TO, NOBODY),
    "claim-self": (CLAIM, terms.OBJECT, NAMES.entity_by_key("uma-rao")),
    "confidence": (CLAIM, terms.CONFIDENCE, terms.decimal(1.2)),
    "mention-entity": (MENTION, terms.TA_IDENT_REF, NOBODY),
}
ADDED = {
    "entity-label": [LABEL],
    "entity-class": [CLASS],
    "fact-support": [FACT],
    "copy-chain": COPIES,
    "unsettled": [Quad(NAMES.facts, terms.TYPE, terms.UNSETTLED, NAMES.unsettled)],
}


@pytest.mark.parametrize("name", CHANGED)
def test_each_question_finds_the_fault_in_an_article_that_it_is_for(name: str) -> None:
    assert str(CHANGED[name][0]) in nodes_by_file(broken(CHANGED[name])).get(name, set())


@pytest.mark.parametrize("name", ADDED)
def test_each_question_finds_the_fault_in_what_is_derived_that_it_is_for(name: str) -> None:
    assert nodes_by_file(broken(also=ADDED[name])) == {name: {str(ADDED[name][0].subject)}}


def test_facts_that_were_not_derived_again_are_found() -> None:
    store = filled()
    store.remove_graph(NAMES.facts)
    assert nodes_by_file(store) == {"fact-missing": {str(CLAIM), str(OTHER)}}


def test_there_is_a_case_for_every_question() -> None:
    assert {path.stem.removesuffix("-violation") for path in violation_files()} == {
        *CHANGED,
        *ADDED,
        "fact-missing",
    }


def test_a_violation_is_named_with_its_rule_and_what_is_wrong() -> None:
    store = broken((CLAIM, terms.CONFIDENCE, terms.decimal(1.2)))
    assert list(check_queries(store)) == [
        Violation("Confidences outside 0 to 1", str(CLAIM), (("confidence", str(terms.decimal(1.2))),))
    ]


def test_a_question_of_the_users_own_is_asked_too(tmp_path: Path) -> None:
    text = f"#+ summary: No lawsuits\nSELECT ?c {{ ?c {terms.PREDICATE} <{KG}sued> ; a <{KG}Claim> }}"
    (tmp_path / "lawsuit-violation.rq").write_text(text)
    assert [violation.rule for violation in check_queries(filled(), [tmp_path])] == ["No lawsuits"]


def test_a_question_that_is_no_sparql_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd-violation.rq").write_text("SELEKT")
    with pytest.raises(QueryError, match=r"odd-violation\.rq"):
        list(check_queries(filled(), [tmp_path]))


SHAPES = f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <{KG}> .
kg:S a sh:NodeShape ; sh:targetClass kg:Claim ; sh:property
    [ sh:path kg:attributedTo ; sh:minCount 1 ; sh:message "A claim has a holder." ] ."""


def test_shapes_are_validated_and_what_breaks_them_is_named(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(SHAPES)
    store = filled()
    found = list(check_shapes(store, shapes=tmp_path / "shapes.ttl"))
    assert [(violation.rule, violation.node) for violation in found] == [
        ("A claim has a holder.", str(OTHER))
    ]


def test_a_large_store_is_validated_in_batches_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shapes.ttl").write_text(SHAPES)
    store = filled()
    second = extraction_quads(replace(TOLD, article=replace(TOLD.article, identifier="y")), RUN)
    store.replace_graph(second.graph, second.quads)
    rebuild(store)
    whole = list(check_shapes(store, shapes=tmp_path / "shapes.ttl"))
    assert len(whole) == 2
    monkeypatch.setattr("kg.check._BATCH", 10)
    in_batches = list(check_shapes(store, shapes=tmp_path / "shapes.ttl"))
    assert sorted(in_batches, key=str) == sorted(whole, key=str)


def test_constraints_that_are_queries_hold_for_the_nodes_of_their_shape_alone(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        """@prefix kg: <https://w3id.org/kg-populator/ontology#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <urn:shapes> sh:declare [ sh:prefix "rdf" ;
            sh:namespace "http://www.w3.org/1999/02/22-rdf-syntax-ns#"^^xsd:anyURI ] .
        <urn:shapes#subjects> a sh:NodeShape ; sh:targetClass kg:Claim ; sh:sparql [
            sh:message "No subject." ; sh:prefixes <urn:shapes> ;
            sh:select "SELECT $this WHERE { $this rdf:subject ?s }" ] .
        """,
        encoding="utf-8",
    )
    with filled() as store:
        claims = store.select("SELECT ?c { ?c a <https://w3id.org/kg-populator/ontology#Claim> }")
        facts = store.select("SELECT ?f { ?f a <https://w3id.org/kg-populator/ontology#Fact> }")
        assert len(facts) > 0, "facts have subjects as well"
        found = [violation.node for violation in check_shapes(store, shapes=shapes)]
        assert found == sorted(str(claim) for (claim,) in claims)


def test_a_question_of_the_users_own_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "own-violation.rq").write_bytes(b"SELECT \xff")
    with LocalStore() as store, pytest.raises(QueryError, match=r"own-violation\.rq: cannot be read"):
        list(check_queries(store, [tmp_path]))
