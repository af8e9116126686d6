"""What was judged about an entity, who shares its name, and entities in a line."""

import ast

import pytest
from pyoxigraph import NamedNode
from telling import COUNTRY, RUN, entity, told

from kg.graph import KG, Names, extraction_quads, judgement_quads, terms
from kg.model import Judgement, Verdict
from kg.query.dossier import dossier
from kg.query.judged import judgements_about
from kg.query.namesakes import namesakes
from kg.query.profiles import profiles
from kg.store import LocalStore, put_ontology, rebuild

NAMES = Names()
ADA, LUND, CHAD = entity("Ada Lund"), entity("Lund"), entity("Chad", COUNTRY)
CROWD = entity("protesters", local=True)


def put(store: LocalStore, identifier: str, *lines: str, relation: str = "leads") -> None:
    claims = [("ada-lund", relation, "chad", 0, "of", {})] if " of " in lines[0] else []
    used = [each for each in (ADA, LUND, CHAD, CROWD) if any(f"|{each.key}]" in line for line in lines)]
    written = extraction_quads(told(identifier, list(lines), used, claims), RUN)
    assert not written.dropped
    store.replace_graph(written.graph, written.quads)


@pytest.fixture
def store() -> LocalStore:
    store = LocalStore()
    put_ontology(store)
    put(
        store,
        "a",
        "[Ada Lund|ada-lund], president of [Chad|chad].",
        "[Lund|ada-lund] met [protesters|protesters].",
    )
    put(store, "b", "[Lund|lund] met [protesters|protesters].")
    rebuild(store)
    return store


def judge(store: LocalStore, *judgements: Judgement) -> None:
    store.replace_graph(NAMES.judgements, [q for each in judgements for q in judgement_quads(each, NAMES)])
    rebuild(store)


def on(verdict: Verdict, first: str, second: str | None = None, day: int = 1) -> Judgement:
    return Judgement(f"2030-01-{day:02}T00:00:00Z", "Mo", verdict, first, second)


def iri(key: str) -> str:
    return NAMES.entity_by_key(key).value


def test_judgements_on_an_entity_its_readings_and_what_is_the_same_are_about_it(store: LocalStore) -> None:
    about = [
        on(Verdict.WRONG_TYPE, iri("ada-lund"), f"{KG}Person", 1),
        on(Verdict.DIFFERENT, iri("lund"), NAMES.reading("a", "ada-lund").value, 2),
        on(Verdict.SAME, iri("gone"), iri("ada-lund"), 3),
        on(Verdict.UNSURE, iri("gone"), iri("x"), 4),
    ]
    judge(store, *about, on(Verdict.SAME, iri("x"), iri("y"), 5))
    assert judgements_about(store, NamedNode(iri("ada-lund"))) == tuple(about)
    assert judgements_about(store, NamedNode(iri("chad"))) == ()
    assert dossier(store, NamedNode(iri("ada-lund"))).judgements == tuple(about)


def test_a_namesake_is_shown_until_somebody_has_compared_the_two(store: LocalStore) -> None:
    (other,) = dossier(store, NamedNode(iri("ada-lund"))).namesakes
    assert (other.iri, other.name, other.shared) == (iri("lund"), "Lund", "Lund")
    judge(store, on(Verdict.DIFFERENT, iri("lund"), iri("ada-lund")))
    assert dossier(store, NamedNode(iri("ada-lund"))).namesakes == ()


def test_what_only_one_article_speaks_of_is_nobodys_namesake(store: LocalStore) -> None:
    assert namesakes(store, NamedNode(iri("ada-lund")), ["protesters"]) == ()


def test_namesakes_are_the_same_in_a_store_of_a_version_that_kept_no_keys(store: LocalStore) -> None:
    names = ["Ada Lund", *(f"Lund {number}" for number in range(400)), "LUND"]
    found = namesakes(store, NamedNode(iri("ada-lund")), names)
    assert [(each.iri, each.shared) for each in found] == [(iri("lund"), "Lund")]
    entities = [quad for quad in store.quads(NAMES.entities) if quad.predicate != terms.NAME_KEY]
    store.replace_graph(NAMES.entities, entities)
    assert namesakes(store, NamedNode(iri("ada-lund")), names) == found


def test_an_entity_in_a_line_has_class_articles_and_roles(store: LocalStore) -> None:
    found = profiles(store, [iri("ada-lund"), iri("lund"), iri("gone")])
    assert found[iri("ada-lund")].words == "Ada Lund: person; 1 article; leads Chad  [ada-lund]"
    assert found[iri("lund")].words == "Lund: person; 1 article  [lund]"
    assert found[iri("gone")].articles == 0


def test_keys_are_quoted_for_a_shell_where_they_must_be(store: LocalStore) -> None:
    node = f"{NAMES.base}entity/o'neil"
    assert profiles(store, [node])[node].key == "'o'\"'\"'neil'"
    assert (
        ast.literal_eval("'plain'")
        == profiles(store, [f"{NAMES.base}entity/plain"])[f"{NAMES.base}entity/plain"].key
    )
