"""The invented world keeps the graph contract, so that golden answers mean something."""

from world import fill

from kg.graph import Names
from kg.store import LocalStore
from kg.store.facts import fact_quads

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def test_every_stretch_stands_in_its_article_where_it_says(world):
    rows = world.select(
        """PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
        SELECT ?part ?begin ?end ?words ?text {
          ?part nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words .
          ?article nif:isString ?text FILTER(STRSTARTS(STR(?part), CONCAT(STR(?article), "#")))
        }"""
    )
    assert len(rows) > 50
    for part, begin, end, words, text in rows:
        assert text.value[int(begin.value) : int(end.value)] == words.value, part


def test_its_facts_are_those_that_the_store_would_derive(world):
    store = fill(LocalStore())
    assert _named(fact_quads(store, Names())) == _named(list(world.quads(Names().facts)))


def _named(quads):
    """The facts graph, with each fact called by its own words, since its IRI is a matter of minting."""
    words = {}
    for quad in quads:
        if quad.predicate.value in {f"{RDF}subject", f"{RDF}predicate", f"{RDF}object"}:
            words.setdefault(quad.subject.value, []).append(quad.object.value)
    return {
        (str(sorted(words.get(q.subject.value, [q.subject.value]))), q.predicate.value, q.object.value)
        for q in quads
    }
