"""Loading the ontology: what the forty relations say, and what a broken file is told."""

import shutil
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import EntityType
from kg.ontology import load_ontology

PERSON, ORGANIZATION, COUNTRY, PLACE = EntityType
AGENT = {PERSON, ORGANIZATION, COUNTRY}

RELATIONS = set(
    """accused agreedWith aided alliedWith appointed arrested attacked citizenOf condemned convicted defeated dismissed
    easedSanctionsOn extradited founded indicted invested investigated leads locatedIn memberOf metWith negotiatedWith
    offered opposes pardoned partOf protestedAgainst recognized relativeOf released representedBy sanctioned succeeded
    sued supported threatened urged visited worksFor""".split()
)

HEAD = """@prefix kg: <https://w3id.org/kg-populator/ontology#> .
@prefix my: <https://example.org/words#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
BLOCK = """
my:taught a owl:ObjectProperty ;
    rdfs:label "taught"@en ; skos:definition "Taught another."@en ;
    rdfs:domain kg:Person ; rdfs:range kg:Agent ;
    kg:frame "SUBJ teach OBJ" ;
    skos:example "[Ana Ruiz] taught [Ole Holm]."@en .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, text: str, name: str = "mine.ttl") -> Path:
    (folder / name).write_text(HEAD + text, encoding="utf-8")
    return folder


def error(folder: Path) -> str:
    with pytest.raises(OntologyError) as caught:
        load_ontology([folder])
    return str(caught.value)


def test_the_shipped_ontology_has_the_forty_relations_in_order() -> None:
    names = list(load_ontology().relations)
    assert set(names) == RELATIONS
    assert names == sorted(names)


def test_ends_are_the_types_below_the_declared_classes() -> None:
    relations = load_ontology().relations
    assert relations["indicted"].domain == AGENT
    assert relations["visited"].range == {PLACE, COUNTRY}
    assert relations["attacked"].range == {*AGENT, PLACE}
    assert relations["leads"].range == {ORGANIZATION, COUNTRY}
    assert relations["locatedIn"].domain == {ORGANIZATION, PLACE, COUNTRY}


def test_symmetric_relations_are_those_that_hold_both_ways() -> None:
    symmetric = {name for name, relation in load_ontology().relations.items() if relation.symmetric}
    assert symmetric == {"metWith", "negotiatedWith", "agreedWith", "relativeOf", "alliedWith"}


def test_an_inverse_is_named_but_is_no_relation_of_its_own() -> None:
    relations = load_ontology().relations
    assert relations["leads"].inverse == "ledBy"
    assert "ledBy" not in relations


def test_a_folder_of_the_user_adds_its_relations(folder: Path) -> None:
    taught = load_ontology([write(folder, BLOCK)]).relations["taught"]
    assert taught.iri == "https://example.org/words#taught"
    assert (taught.label, taught.frames) == ("taught", ("SUBJ teach OBJ",))
    assert taught.examples == ("[Ana Ruiz] taught [Ole Holm].",)


def test_an_end_may_be_a_union_written_in_place(folder: Path) -> None:
    block = BLOCK.replace("kg:Person", "[ owl:unionOf ( kg:Person kg:Place ) ]")
    assert load_ontology([write(folder, block)]).relations["taught"].domain == {PERSON, PLACE, COUNTRY}


def test_the_hash_changes_with_the_content_and_not_with_names_or_order(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    write(first, BLOCK, "a.ttl")
    write(second, BLOCK.replace("taught", "coached"), "b.ttl")
    both = load_ontology([first, second])
    shutil.move(first / "a.ttl", first / "z.ttl")
    assert load_ontology([second, first]) == both
    assert load_ontology([first]).sha256 != both.sha256 != load_ontology().sha256


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "no-such-folder" in error(tmp_path / "no-such-folder")


def test_what_is_not_turtle_is_told_with_its_line(folder: Path) -> None:
    message = error(write(folder, BLOCK + "\nmy:broken a owl:ObjectProperty ; ;; [\n"))
    assert "mine.ttl:13: not Turtle" in message


@pytest.mark.parametrize(
    ("good", "bad", "what"),
    [
        ("rdfs:domain kg:Person", "rdfs:domain kg:Persn", "unknown class as its rdfs:domain"),
        ("rdfs:range kg:Agent", "rdfs:range kg:Claim", "unknown class as its rdfs:range"),
        ("kg:Agent ;", "[ owl:unionOf ( kg:Agent kg:Foo ) ] ;", "unknown class as its rdfs:range"),
        ("rdfs:range kg:Agent ;", "", "needs exactly one rdfs:range"),
        ("rdfs:domain kg:Person", "rdfs:domain kg:Person, kg:Place", "needs exactly one rdfs:domain"),
        ('kg:frame "SUBJ teach OBJ" ;', "", "has no kg:frame"),
        ('rdfs:label "taught"@en ;', "", "has no rdfs:label"),
        ('skos:definition "Taught another."@en ;', "", "has no skos:definition"),
        ("SUBJ teach OBJ", "SUBJ teach", "frame without both ends: 'SUBJ teach'"),
        ("SUBJ teach OBJ", "SUBJ teach OBJ to OBJ", "frame without both ends"),
        ("a owl:ObjectProperty", "a owl:DatatypeProperty", "is not an owl:ObjectProperty"),
    ],
)
def test_an_incomplete_relation_is_told_with_its_line(folder: Path, good: str, bad: str, what: str) -> None:
    assert good in BLOCK
    message = error(write(folder, BLOCK.replace(good, bad)))
    assert message.startswith(f"{folder / 'mine.ttl'}:7: the relation taught ")
    assert what in message


def test_two_relations_of_one_name_are_told_with_both_places(folder: Path) -> None:
    message = error(write(folder, BLOCK.replace("my:taught", "my:indicted")))
    assert "mine.ttl:7" in message
    assert "justice.ttl:" in message
