"""The judgements that a store holds, and the claims of today that rejections mean."""

from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import KG, PREFIXES, Names, read_judgements
from kg.graph.names import PROV
from kg.graph.terms import JUDGES, value
from kg.model import ClaimAsRead, Judgement, Modality, Polarity, Verdict
from kg.model.keys import fold
from kg.store.base import Store

_PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


def judgements(store: Store, names: Names | None = None) -> list[Judgement]:
    """All judgements of a store, the oldest first."""
    return list(stored_judgements(store, names).values())


def stored_judgements(store: Store, names: Names | None = None) -> dict[NamedNode, Judgement]:
    """The same by IRI."""
    return read_judgements(store.quads((names or Names()).judgements))


def claim_as_read(store: Store, claim: NamedNode) -> ClaimAsRead | None:
    """What a claim of the store says, in the words of its article; None where the store holds none of this IRI."""
    return _read(store, f"VALUES ?claim {{ {claim} }}").get(claim)


def claims_meant(store: Store, said: ClaimAsRead, names: Names | None = None) -> list[NamedNode]:
    """The claims of today that say what a judged claim said, sorted.

    They have its article, relation, polarity, modality, the names of its ends and the words of its sentence; where the
    sentence stands, and who is said to say so, may have changed.
    """
    article = (names or Names()).article(said.article)
    where = f"VALUES ?article {{ {article} }} VALUES ?relation {{ {NamedNode(said.relation)} }}"
    wanted = _compared(said)
    found = [claim for claim, other in _read(store, where).items() if _compared(other) == wanted]
    return sorted(found, key=lambda claim: claim.value)


def replayed_quads(store: Store, names: Names | None = None) -> list[Quad]:
    """Links from rejections whose claim is gone to the claims that say the same today, sorted."""
    names = names or Names()
    rejected = {
        node: judgement
        for node, judgement in stored_judgements(store, names).items()
        if judgement.verdict is Verdict.REJECTED and judgement.said is not None
    }
    known = _known(store, (judgement.first for judgement in rejected.values()))
    quads = [
        Quad(node, JUDGES, claim, names.replayed)
        for node, judgement in rejected.items()
        if judgement.first not in known and judgement.said is not None
        for claim in claims_meant(store, judgement.said, names)
    ]
    return sorted(quads, key=str)


def _known(store: Store, claims: Iterable[str]) -> set[str]:
    """Those of the IRIs that are claims of the store."""
    listed = sorted(set(claims))
    found: set[str] = set()
    for start in range(0, len(listed), 300):
        block = " ".join(str(NamedNode(iri)) for iri in listed[start : start + 300])
        rows = store.select(
            f"SELECT ?claim {{ VALUES ?claim {{ {block} }} ?claim <{PROV}wasDerivedFrom> ?article }}"
        )
        found |= {value(claim) for (claim,) in rows}
    return found


def _read(store: Store, where: str) -> dict[NamedNode, ClaimAsRead]:
    """What claims say, with the names that their article gives their ends."""
    query = f"""{_PROLOGUE}SELECT ?claim ?identifier ?subject ?relation ?object ?polarity ?modality ?sentence {{
      {where}
      ?claim prov:wasDerivedFrom ?article ; rdf:predicate ?relation ; kg:evidence/nif:anchorOf ?sentence ;
        kg:subjectReading/kg:readAs ?subject ; kg:objectReading/kg:readAs ?object ;
        kg:polarity ?polarity ; kg:modality ?modality .
      ?article dcterms:identifier ?identifier .
    }}"""
    found: dict[NamedNode, ClaimAsRead] = {}
    for claim, *told in store.select(query):
        identifier, subject, relation, object_, polarity, modality, sentence = map(value, told)
        if isinstance(claim, NamedNode):
            found[claim] = ClaimAsRead(
                article=identifier,
                subject=subject,
                relation=relation,
                object=object_,
                polarity=Polarity(polarity.removeprefix(KG)),
                modality=Modality(modality.removeprefix(KG)),
                sentence=" ".join(sentence.split()),
            )
    return found


def _compared(said: ClaimAsRead) -> tuple[str, ...]:
    """What two claims must have in common to say the same."""
    return (
        said.article,
        fold(said.subject),
        said.relation,
        fold(said.object),
        said.polarity.value,
        said.modality.value,
        " ".join(said.sentence.split()),
    )
