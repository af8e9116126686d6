"""What claims and facts say of one entity, without their sentences: few columns, so that it is quick for anybody."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from kg.graph import terms
from kg.query.labels import WORDS
from kg.query.source import PROLOGUE, value
from kg.serve.served import Served
from kg.serve.views.kept import kept
from kg.serve.views.quotes import AFFIRMED, standing_of

FACT: Final = "fact"
MOST: Final = 5_000
"""Claims, and facts, of one entity that are looked at."""
_OF_FACT: Final = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.INDEPENDENT_SOURCES)
_BEHIND: Final = (
    (terms.SUPPORTED_BY, "behind"),
    (terms.ALLEGED_BY, "behind"),
    (terms.DISPUTED_BY, "against"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says, or a fact; all by IRI.

    Attributes:
        standing: of a claim; "fact" for a fact.
        sources: articles that a fact comes from, a copy not counted beside its original.
    """

    iri: str
    subject: str
    relation: str
    object: str
    standing: str
    sources: int = 0

    @property
    def what(self) -> tuple[str, str, str, str]:
        """The same for claims that say the same."""
        return self.subject, self.relation, self.object, self.standing


@dataclass(slots=True)
class About:
    """All of one entity.

    Attributes:
        facts, claims: by IRI, in the order of the IRIs; rejected claims are left out.
        behind: the claims that support or allege a fact, by fact.
        against: the claims that deny a fact, by fact.
        dates: of what is claimed, by claim.
        cut: there are more than are looked at.
    """

    facts: dict[str, Said]
    claims: dict[str, Said]
    behind: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    against: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    dates: dict[str, str] = field(default_factory=dict)
    cut: bool = False


def about(served: Served, entity: NamedNode) -> About:
    """What the store has of the entity, claims of all kinds."""
    claims = _claims(served, entity)
    found = About({}, claims)
    _read_facts(served, entity, found)
    found.cut = len(found.facts) >= MOST or len(claims) == MOST
    query = f"""{PROLOGUE}SELECT ?claim ?date {{
      {{ ?claim rdf:subject {entity} }} UNION {{ ?claim rdf:object {entity} }} ?claim kg:date ?date
    }} LIMIT {2 * MOST}"""
    rows = sorted((value(claim), value(date)) for claim, date in served.store.select(query))
    found.dates = dict(reversed(rows))
    return found


def _read_facts(served: Served, entity: NamedNode, found: About) -> None:
    """The facts, and the claims behind and against each.

    All that the graph of facts has of them is read at once: property after property takes twice as long.
    """
    query = f"""{PROLOGUE}SELECT ?fact ?property ?value {{ GRAPH {served.names.facts} {{
      {{ ?fact rdf:subject {entity} }} UNION {{ ?fact rdf:object {entity} }}
      ?fact ?property ?value
    }} }} LIMIT {12 * MOST}"""
    told: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for fact, name, term in served.store.select(query):
        told[value(fact)][value(name)].add(value(term))
    for iri, said in sorted(told.items())[:MOST]:
        try:
            ((subject,), (relation,), (object_,), (sources,)) = (said[name.value] for name in _OF_FACT)
        except ValueError:
            continue  # a dispute that is no fact, or one that the limit has cut
        found.facts[iri] = Said(iri, subject, relation, object_, FACT, int(sources))
        for link, into in _BEHIND:
            getattr(found, into)[iri] += sorted(said[link.value] & found.claims.keys())


def _claims(served: Served, entity: NamedNode) -> dict[str, Said]:
    # that it has a polarity tells a claim, at a tenth of what asking for its class costs
    query = f"""{PROLOGUE}SELECT ?claim ?subject ?relation ?object ?polarity ?modality ?stance {{
      {_ends("?claim", entity)}
      ?claim rdf:predicate ?relation ; kg:polarity ?polarity ; kg:modality ?modality .
      OPTIONAL {{ ?claim kg:holderStance ?stance }}
    }} LIMIT {MOST}"""
    gone = rejected(served)
    me = entity.value
    found = {}
    for claim, subject, relation, object_, *stance in sorted(
        tuple(map(value, row)) for row in served.store.select(query)
    ):
        if claim not in gone:
            standing = standing_of(*(WORDS.get(word, "") for word in stance))
            found[claim] = Said(claim, subject or me, relation, object_ or me, standing)
    return found


def _ends(node: str, entity: NamedNode) -> str:
    """A pattern: the node has the entity as one of its ends; the other end is bound."""
    return (
        f"{{ {node} rdf:subject {entity} ; rdf:object ?object }} UNION "
        f"{{ {node} rdf:object {entity} ; rdf:subject ?subject FILTER(?subject != {entity}) }}"
    )


def rejected(served: Served) -> frozenset[str]:
    """The claims that a person judged to be read wrongly."""
    query = f"{PROLOGUE}SELECT ?claim {{ ?judgement kg:verdict kg:Rejected ; kg:judges ?claim }}"
    return frozenset(value(claim) for (claim,) in served.store.select(query))


def symmetric(served: Served) -> frozenset[str]:
    """The relations that say the same in both directions."""
    return kept(served, "symmetric", _symmetric)


def _symmetric(served: Served) -> frozenset[str]:
    query = f"{PROLOGUE}SELECT ?relation {{ ?relation a owl:SymmetricProperty }}"
    return frozenset(value(relation) for (relation,) in served.store.select(query))


__all__ = ["AFFIRMED", "FACT", "MOST", "About", "Said", "about", "rejected", "symmetric"]
