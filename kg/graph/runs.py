"""What read an article: version, model and ontology, as one activity with a graph of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.graph.names import Names, short_hash


@dataclass(frozen=True, slots=True)
class Run:
    """What decides what is read in a text: the same text under an equal run need not be read again.

    Attributes:
        version: of this software.
        model: name and version of the language model.
        ontology: `Ontology.sha256`.
        date: ISO 8601, written only where given; it is no part of the run's IRI.
    """

    version: str
    model: str
    ontology: str
    date: str | None = None

    def iri(self, names: Names) -> NamedNode:
        """The activity, and the graph that describes it."""
        return NamedNode(f"{names.base}run/{short_hash((self.version, self.model, self.ontology))}")


def run_quads(run: Run, names: Names) -> Iterator[Quad]:
    """The run's own graph, named by its IRI; it is written once, not with every article."""
    iri = run.iri(names)
    yield Quad(iri, terms.TYPE, terms.ACTIVITY, iri)
    yield Quad(iri, terms.SOFTWARE_VERSION, Literal(run.version), iri)
    yield Quad(iri, terms.MODEL, Literal(run.model), iri)
    yield Quad(iri, terms.ONTOLOGY_HASH, Literal(run.ontology), iri)
    if run.date is not None and (when := terms.moment(run.date)) is not None:
        yield Quad(iri, terms.DCTERMS_DATE, when, iri)
