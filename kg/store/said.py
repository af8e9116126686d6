"""What the claims say, as facts and disputes are made of it: in one direction for all that say the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.graph import KG
from kg.graph.names import NIF, OWL, PROV, RDF
from kg.graph.terms import value
from kg.store.base import Store

_CORE: Final = f"""SELECT ?claim ?s ?relation ?o ?polarity ?article {{
    ?claim a <{KG}Claim> ; <{KG}modality> <{KG}Actual> .
    {{ SELECT ?claim ?s {{ ?claim <{RDF}subject> ?s }} }}
    {{ SELECT ?claim ?o {{ ?claim <{RDF}object> ?o }} }}
    {{ SELECT ?claim ?relation {{ ?claim <{RDF}predicate> ?relation }} }}
    {{ SELECT ?claim ?polarity {{ ?claim <{KG}polarity> ?polarity }} }}
    {{ SELECT ?claim ?article {{ ?claim <{PROV}wasDerivedFrom> ?article }} }}
}}"""
_REJECTED: Final = f"SELECT ?claim {{ ?judgement <{KG}verdict> <{KG}Rejected> ; <{KG}judges> ?claim }}"
_STANCES: Final = f"SELECT ?claim ?stance {{ ?claim <{KG}holderStance> ?stance }}"
_FIRST: Final = f"""SELECT ?claim ?article {{
    ?place <{KG}copiedFrom>/<{NIF}referenceContext> ?article . ?claim <{KG}evidence> ?place
}}"""
_ORIGINALS: Final = f"SELECT ?article ?original {{ ?article <{KG}duplicateOf> ?original }}"
_NONE: Final = ("",)
_INVERSES: Final = f"SELECT ?one ?other {{ ?one <{OWL}inverseOf> ?other }}"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a fact says, by IRIs, in the one direction that stands for all that say the same."""

    subject: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that something is so or is not; what is only possible is not among them.

    Attributes:
        origin: IRI of the article that its sentence was written for: its own, or the one that it was copied from.
    """

    claim: str
    key: Key
    denied: bool
    alleged: bool
    article: str
    origin: str


class Meaning:
    """Which ways of saying a relation mean the same: symmetric ones, and inverses."""

    def __init__(self, store: Store) -> None:
        symmetric = store.select(f"SELECT ?relation {{ ?relation a <{OWL}SymmetricProperty> }}")
        self.symmetric = {value(relation) for (relation,) in symmetric}
        inverses = [(value(one), value(other)) for one, other in store.select(_INVERSES)]
        framed = _framed(store, {relation for pair in inverses for relation in pair})
        self.inverse: dict[str, str] = {}
        """The relation that stands for another one read backwards."""
        self.backwards: dict[str, str] = {}
        """The relation that is written beside it, where both can be read from a text."""
        for pair in inverses:
            first, second = sorted(pair, key=lambda iri: (iri not in framed, iri))
            if first != second:
                self.inverse[second] = first
                if second in framed:
                    self.backwards[first] = second

    def key(self, subject: str, relation: str, object_: str) -> Key:
        """The same for all triples that say the same."""
        if relation in self.inverse:
            subject, relation, object_ = object_, self.inverse[relation], subject
        if relation in self.symmetric and object_ < subject:
            subject, object_ = object_, subject
        return Key(subject, relation, object_)

    def edges(self, key: Key) -> Iterator[tuple[str, str, str]]:
        """The plain edges of a fact."""
        yield key.subject, key.relation, key.object
        if key.relation in self.symmetric:
            yield key.object, key.relation, key.subject
        if key.relation in self.backwards:
            yield key.object, self.backwards[key.relation], key.subject


def _framed(store: Store, relations: Iterable[str]) -> set[str]:
    """Those of the relations that can be read from a text; claims have frames as well, and are many."""
    listed = " ".join(f"<{iri}>" for iri in sorted(relations))
    rows = store.select(
        f"SELECT DISTINCT ?relation {{ VALUES ?relation {{ {listed} }} ?relation <{KG}frame> ?frame }}"
    )
    return {value(relation) for (relation,) in rows}


def all_said(store: Store, meaning: Meaning) -> Iterator[Said]:
    """What all claims say that something is or is not so; rejected ones are left out. One may come twice.

    Each property is read by itself and joined after that: engines go through one property in order several times as fast
    as they look up each claim's in turn, and that gets slower with the size of the store.
    """
    rejected = {value(claim) for (claim,) in store.select(_REJECTED)}
    stances, first, original = (_several(store, query) for query in (_STANCES, _FIRST, _ORIGINALS))
    for row in store.select(_CORE):
        claim, subject, relation, object_, polarity, article = map(value, row)
        if claim in rejected:
            continue
        key = meaning.key(subject, relation, object_)
        for stance in stances.get(claim, _NONE):
            for origin in first.get(claim) or original.get(article) or (article,):
                yield Said(claim, key, polarity == f"{KG}Negated", stance == f"{KG}Alleges", article, origin)


def _several(store: Store, query: str) -> Mapping[str, list[str]]:
    """What each of some has, which may be several."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in store.select(query):
        found[value(one)].append(value(other))
    return found


def said_of(store: Store, meaning: Meaning, variable: str, values: Iterable[str]) -> Iterator[Said]:
    """The same of some claims.

    Args:
        variable: of which the values are those wanted: `claim` or `article`.
        values: IRIs, a few hundred at most.
    """
    listed = " ".join(f"<{iri}>" for iri in values)
    rows = store.select(f"""SELECT DISTINCT ?claim ?s ?relation ?o ?polarity ?stance ?article ?first ?original {{
        VALUES ?{variable} {{ {listed} }}
        ?claim <{RDF}subject> ?s ; <{RDF}object> ?o ; <{RDF}predicate> ?relation ; a <{KG}Claim> ;
            <{KG}modality> <{KG}Actual> ; <{KG}polarity> ?polarity ; <{PROV}wasDerivedFrom> ?article .
        FILTER NOT EXISTS {{ ?judgement <{KG}judges> ?claim ; <{KG}verdict> <{KG}Rejected> }}
        OPTIONAL {{ ?claim <{KG}holderStance> ?stance }}
        OPTIONAL {{ ?claim <{KG}evidence>/<{KG}copiedFrom>/<{NIF}referenceContext> ?first }}
        OPTIONAL {{ ?article <{KG}duplicateOf> ?original }}
    }}""")
    for row in rows:
        claim, subject, relation, object_, polarity, stance, article, first, original = map(value, row)
        yield Said(
            claim=claim,
            key=meaning.key(subject, relation, object_),
            denied=polarity == f"{KG}Negated",
            alleged=stance == f"{KG}Alleges",
            article=article,
            origin=first or original or article,
        )
