"""The judgements that concern one entity."""

from pyoxigraph import BlankNode, NamedNode, Quad

from kg.graph import read_judgements
from kg.model import Judgement, Verdict, standing
from kg.query.source import PROLOGUE, Source, value


def all_judgements(source: Source) -> list[Judgement]:
    """All judgements, the oldest first."""
    query = f"""{PROLOGUE}SELECT ?judgement ?property ?value ?graph WHERE {{
      GRAPH ?graph {{ ?judgement a kg:Judgement ; ?property ?value }}
    }}"""
    quads = [
        Quad(node, predicate, term, graph)
        for node, predicate, term, graph in source.select(query)
        if isinstance(node, NamedNode) and isinstance(predicate, NamedNode) and isinstance(graph, NamedNode)
        if term is not None and not isinstance(term, BlankNode)
    ]
    return list(read_judgements(quads).values())


def judgements_about(source: Source, entity: NamedNode) -> tuple[Judgement, ...]:
    """Those on the entity, on what it was judged the same as, on it in one article, and on claims about it, oldest first."""
    listed = all_judgements(source)
    if not listed:
        return ()
    known = standing(listed)
    query = f"""{PROLOGUE}SELECT DISTINCT ?reading WHERE {{ ?reading kg:readingOf {entity} }}"""
    own = {entity.value, *(value(reading) for (reading,) in source.select(query))}
    own = {other for iri in own for other in known.group(iri)}
    query = f"""{PROLOGUE}SELECT DISTINCT ?first WHERE {{
      ?judgement kg:verdict kg:Rejected ; kg:judges ?claim, ?first .
      {{ ?claim rdf:subject {entity} }} UNION {{ ?claim rdf:object {entity} }}
    }}"""
    claims = {value(claim) for (claim,) in source.select(query)}
    return tuple(
        each
        for each in listed
        if (each.first in claims if each.verdict is Verdict.REJECTED else own & {each.first, each.second})
    )
