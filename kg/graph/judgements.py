"""What a person decided about what was read. Extraction never writes here."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph import terms
from kg.graph.names import Names, short_hash


def rejection_quads(claim: NamedNode, names: Names) -> Iterator[Quad]:
    """The judgement that a claim was read wrongly: no fact rests on it any more."""
    judgement = NamedNode(f"{names.base}judgement/{short_hash((claim.value, 'Rejected'))}")
    yield Quad(judgement, terms.TYPE, terms.JUDGEMENT, names.judgements)
    yield Quad(judgement, terms.JUDGES, claim, names.judgements)
    yield Quad(judgement, terms.VERDICT, terms.REJECTED, names.judgements)
