"""RDF 1.2: facts and claims as reifiers of what they say; Oxigraph loads and queries it."""

import io

import pyoxigraph as ox
import pytest
from exporting import NAMES, extractions, filled

from kg.export import Format, write_store
from kg.graph import KG, terms
from kg.store import LocalStore

PARSERS = {Format.TURTLE: ox.RdfFormat.TURTLE, Format.TRIG: ox.RdfFormat.TRIG}


@pytest.fixture(scope="module")
def store() -> LocalStore:
    return filled(extractions())


def written(store: LocalStore, form: Format, annotations: bool) -> bytes:
    out = io.BytesIO()
    write_store(store, out, form, annotations=annotations)
    return out.getvalue()


@pytest.mark.parametrize("form", PARSERS)
def test_every_fact_and_claim_reifies_its_triple_and_nothing_else_changes(store, form):
    plain, more = (set(ox.parse(written(store, form, each), format=PARSERS[form])) for each in (False, True))
    added = more - plain
    assert not plain - more
    assert {quad.predicate for quad in added} == {terms.REIFIES}
    statements = {quad.subject for quad in plain if quad.predicate == terms.SUBJECT}
    assert {quad.subject for quad in added} == statements
    assert len(added) == len(statements)


@pytest.mark.parametrize("form", PARSERS)
def test_a_query_goes_from_the_triple_to_its_sources_and_what_is_denied_is_not_asserted(store, form):
    loaded = ox.Store()
    loaded.load(written(store, form, True), format=PARSERS[form])
    prefixes = f"PREFIX kg: <{KG}> PREFIX ent: <{NAMES.base}entity/>"
    sources = loaded.query(
        f"{prefixes} SELECT ?n {{ << ?s kg:sued ?o ~ ?fact >> kg:independentSources ?n }}",
        use_default_graph_as_union=True,
    )
    assert [row[0].value for row in sources] == ["2"]
    denied = f"{prefixes} ASK {{ << ?s kg:metWith ?o ~ ?claim >> kg:polarity kg:Negated }}"
    assert loaded.query(denied, use_default_graph_as_union=True)
    assert not loaded.query(f"{prefixes} ASK {{ ?s kg:metWith ?o }}", use_default_graph_as_union=True)
