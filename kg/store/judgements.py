"""The judgements that a store holds, and the claims of today that rejections mean."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import KG, PREFIXES, Names, read_judgements
from kg.graph.terms import JUDGES, value
from kg.model import ClaimAsRead, Judgement, Modality, Polarity, Verdict
from kg.model.keys import fold
from kg.store.base import Store

_PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_POLARITIES: Final = {f"{KG}{polarity.value}": polarity for polarity in Polarity}
_MODALITIES: Final = {f"{KG}{modality.value}": modality for modality in Modality}


def judgements(store: Store, names: Names | None = None) -> list[Judgement]:
    """All judgements of a store, the oldest first."""
    return list(stored_judgements(store, names).values())


def stored_judgements(store: Store, names: Names | None = None) -> dict[NamedNode, Judgement]:
    """The same by IRI."""
    return read_judgements(store.quads((names or Names()).judgements))


def claim_as_read(store: Store, claim: NamedNode) -> ClaimAsRead | None:
    """What a claim of the store says, in the words of its article; None where the store holds none of this IRI."""
    return next(iter(_read(store, f"VALUES ?claim {{ {claim} }}").get(claim, ())), None)


def claims_meant(store: Store, said: ClaimAsRead, names: Names | None = None) -> list[NamedNode]:
    """The claims of today that say what a judged claim said, sorted.

    They have its article, relation, polarity, modality, the names of its ends and the words of its sentence; where the
    sentence stands, and who is said to say so, may have changed.
    """
    article = (names or Names()).article(said.article)
    where = f"VALUES ?article {{ {article} }} VALUES ?relation {{ {NamedNode(said.relation)} }}"
    wanted = _compared(said)
    found = [claim for claim, forms in _read(store, where).items() if wanted in map(_compared, forms)]
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
        rows = store.select(f"SELECT ?claim {{ VALUES ?claim {{ {block} }} ?claim a <{KG}Claim> }}")
        found |= {value(claim) for (claim,) in rows}
    return found


def _read(store: Store, where: str) -> dict[NamedNode, list[ClaimAsRead]]:
    """What claims say: once for each pair of names that their article gives their ends, sorted."""
    query = f"""{_PROLOGUE}SELECT DISTINCT ?claim ?identifier ?subject ?relation ?object ?polarity ?modality ?sentence {{
      {where}
      ?claim a kg:Claim ; prov:wasDerivedFrom ?article ; rdf:predicate ?relation ; rdf:subject ?one ; rdf:object ?other ;
        kg:polarity ?polarity ; kg:modality ?modality ; kg:evidence ?place .
      ?article dcterms:identifier ?identifier .
      ?place nif:anchorOf ?sentence .
      GRAPH ?article {{
        ?first kg:readingOf ?one ; kg:readAs ?subject .
        ?second kg:readingOf ?other ; kg:readAs ?object .
      }}
    }}"""
    found: defaultdict[NamedNode, list[ClaimAsRead]] = defaultdict(list)
    for claim, identifier, subject, relation, value_, polarity, modality, sentence in store.select(query):
        if isinstance(claim, NamedNode):
            found[claim].append(
                ClaimAsRead(
                    article=value(identifier),
                    subject=value(subject),
                    relation=value(relation),
                    object=value(value_),
                    polarity=_POLARITIES[value(polarity)],
                    modality=_MODALITIES[value(modality)],
                    sentence=" ".join(value(sentence).split()),
                )
            )
    return {claim: sorted(forms, key=_compared) for claim, forms in found.items()}


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
