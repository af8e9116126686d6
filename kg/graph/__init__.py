"""Values ↔ quads: the only room that mints IRIs and knows the graph contract. RDF terms are pyoxigraph's."""

from kg.graph.entities import Reading, entity_quads
from kg.graph.judgements import judgement_iri, judgement_quads, lengthened, read_judgements, shortened
from kg.graph.links import link_quads, read_links
from kg.graph.name_keys import name_key
from kg.graph.names import DATA, KG, PREFIXES, Names, short_id
from kg.graph.reading import read_extraction
from kg.graph.resolving import moved_quads, resolved_quads
from kg.graph.runs import Run, run_quads
from kg.graph.summaries import Summary, Told, read_summary, summary_of
from kg.graph.writing import ArticleGraph, Dropped, extraction_quads

__all__ = [
    "DATA",
    "KG",
    "PREFIXES",
    "ArticleGraph",
    "Dropped",
    "Names",
    "Reading",
    "Run",
    "Summary",
    "Told",
    "entity_quads",
    "extraction_quads",
    "judgement_iri",
    "judgement_quads",
    "lengthened",
    "link_quads",
    "moved_quads",
    "name_key",
    "read_extraction",
    "read_judgements",
    "read_links",
    "read_summary",
    "resolved_quads",
    "run_quads",
    "short_id",
    "shortened",
    "summary_of",
]
