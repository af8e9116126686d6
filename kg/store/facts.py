"""What the claims warrant: the facts, what alleges and denies them, and from how many origins they come."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import KG, Names, terms
from kg.graph.names import NIF, OWL, PROV, RDF
from kg.graph.terms import value
from kg.store.base import Store

_BATCH: Final = 300
"""Rows in one VALUES: some servers limit the length of a query."""
MANY: Final = 600
"""Facts, for more than which all claims are read: engines look for each pair of ends among all claims of its subject, whose
number grows with the store as the number of all claims does."""
_ENDS: Final = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a fact says, by IRIs, in the one direction that stands for all that say the same."""

    subject: str
    relation: str
    object: str

    def ends(self) -> tuple[tuple[str, str], ...]:
        """The pairs of ends that a claim which says so may have."""
        return (self.subject, self.object), (self.object, self.subject)


@dataclass(frozen=True, slots=True)
class _Said:
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


def fact_quads(store: Store, names: Names) -> list[Quad]:
    """All facts and disputes of a store, with the plain edges, sorted."""
    meaning = _Meaning(store)
    return sorted(_derived(_claims(store, meaning), meaning, names), key=str)


def change_facts(store: Store, names: Names, articles: Collection[str]) -> None:
    """Bring the facts up to date where they rest, or rested, on some articles: the same graph as deriving all anew.

    Args:
        articles: IRIs of those that were written or removed, of which a claim was judged, or an origin has changed.
    """
    meaning = _Meaning(store)
    touched = set(_stated_in(store, names, articles))
    for block in _blocks((iri,) for iri in articles):
        here = _claims(store, meaning, f"VALUES (?article) {{ {block} }}")
        touched |= {said.key for said in here}
    claims = {said for said in _said_of(store, meaning, touched) if said.key in touched}
    old = set(_stated(store, names, meaning, touched))
    new = set(_derived(claims, meaning, names))
    store.change_graph(names.facts, old - new, new - old)


def _said_of(store: Store, meaning: "_Meaning", keys: Collection[Key]) -> Iterator[_Said]:
    """The claims that make some facts and disputes, among others."""
    if len(keys) > MANY:
        yield from _claims(store, meaning)
        return
    for block in _blocks(ends for key in keys for ends in key.ends()):
        yield from _claims(store, meaning, f"VALUES (?s ?o) {{ {block} }}")


def _stated_in(store: Store, names: Names, articles: Iterable[str]) -> Iterator[Key]:
    """What the facts and disputes of the graph say that rest on some articles."""
    for block in _blocks((iri,) for iri in articles):
        rows = store.select(f"""SELECT DISTINCT ?s ?relation ?o {{
            VALUES (?article) {{ {block} }}
            GRAPH {names.facts} {{ ?node <{PROV}wasDerivedFrom> ?article ;
                <{RDF}subject> ?s ; <{RDF}predicate> ?relation ; <{RDF}object> ?o }}
        }}""")
        for row in rows:
            yield Key(*map(value, row))


def _stated(store: Store, names: Names, meaning: "_Meaning", keys: Iterable[Key]) -> Iterator[Quad]:
    """What the graph of facts has for some keys: their nodes and their edges."""
    wanted = list(keys)
    for block in _blocks((_node(key, names).value,) for key in wanted):
        yield from _graph_part(store, names, f"VALUES (?s) {{ {block} }}")
    for block in _blocks(edge for key in wanted for edge in meaning.edges(key)):
        yield from _graph_part(store, names, f"VALUES (?s ?p ?o) {{ {block} }}")


def _graph_part(store: Store, names: Names, where: str) -> Iterator[Quad]:
    for triple in store.construct(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} GRAPH {names.facts} {{ ?s ?p ?o }} }}"
    ):
        yield Quad(triple.subject, triple.predicate, triple.object, names.facts)


def _blocks(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows of IRIs for VALUES, a few hundred at a time, each once."""
    listed = sorted(set(rows))
    for start in range(0, len(listed), _BATCH):
        yield " ".join(f"({' '.join(f'<{iri}>' for iri in row)})" for row in listed[start : start + _BATCH])


class _Meaning:
    """Which ways of saying a relation mean the same: symmetric ones, and inverses."""

    def __init__(self, store: Store) -> None:
        symmetric = store.select(f"SELECT ?relation {{ ?relation a <{OWL}SymmetricProperty> }}")
        self.symmetric = {value(relation) for (relation,) in symmetric}
        framed = {
            value(row[0])
            for row in store.select(f"SELECT DISTINCT ?relation {{ ?relation <{KG}frame> ?frame }}")
        }
        self.inverse: dict[str, str] = {}
        """The relation that stands for another one read backwards."""
        self.backwards: dict[str, str] = {}
        """The relation that is written beside it, where both can be read from a text."""
        for one, other in store.select(f"SELECT ?one ?other {{ ?one <{OWL}inverseOf> ?other }}"):
            first, second = sorted((value(one), value(other)), key=lambda iri: (iri not in framed, iri))
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


def _claims(store: Store, meaning: _Meaning, where: str = "") -> Iterator[_Said]:
    """The claims that something is or is not so, of some articles or pairs of ends; rejected ones are left out."""
    rows = store.select(f"""SELECT DISTINCT ?claim ?s ?relation ?o ?polarity ?stance ?article ?first ?original {{
        {where}
        ?claim <{RDF}subject> ?s ; <{RDF}object> ?o ; <{RDF}predicate> ?relation ; a <{KG}Claim> ;
            <{KG}modality> <{KG}Actual> ; <{KG}polarity> ?polarity ; <{PROV}wasDerivedFrom> ?article .
        FILTER NOT EXISTS {{ ?judgement <{KG}judges> ?claim ; <{KG}verdict> <{KG}Rejected> }}
        OPTIONAL {{ ?claim <{KG}holderStance> ?stance }}
        OPTIONAL {{ ?claim <{KG}evidence>/<{KG}copiedFrom>/<{NIF}referenceContext> ?first }}
        OPTIONAL {{ ?article <{KG}duplicateOf> ?original }}
    }}""")
    for row in rows:
        claim, subject, relation, object_, polarity, stance, article, first, original = map(value, row)
        yield _Said(
            claim=claim,
            key=meaning.key(subject, relation, object_),
            denied=polarity == f"{KG}Negated",
            alleged=stance == f"{KG}Alleges",
            article=article,
            origin=first or original or article,
        )


def _derived(claims: Iterable[_Said], meaning: _Meaning, names: Names) -> Iterator[Quad]:
    """The quads of all facts and disputes that the claims make."""
    by_key: defaultdict[Key, list[_Said]] = defaultdict(list)
    for said in claims:
        by_key[said.key].append(said)
    for key, same in by_key.items():
        yield from _statement(key, same, meaning, names)


def _statement(key: Key, claims: Iterable[_Said], meaning: _Meaning, names: Names) -> Iterator[Quad]:
    """One fact, one dispute, or both in one; nothing where it is only alleged or only denied."""
    sides: dict[NamedNode, list[_Said]] = {
        terms.SUPPORTED_BY: [],
        terms.ALLEGED_BY: [],
        terms.DISPUTED_BY: [],
    }
    for said in claims:
        side = terms.DISPUTED_BY if said.denied else terms.ALLEGED_BY if said.alleged else terms.SUPPORTED_BY
        sides[side].append(said)
    support = sides[terms.SUPPORTED_BY]
    disputed = bool(sides[terms.DISPUTED_BY]) and bool(support or sides[terms.ALLEGED_BY])
    if not support and not disputed:
        return
    node = _node(key, names)
    told = {(node, terms.TYPE, terms.FACT)} if support else set()
    if disputed:
        told.add((node, terms.TYPE, terms.DISPUTE))
    for predicate, iri in zip(_ENDS, (key.subject, key.relation, key.object), strict=True):
        told.add((node, predicate, NamedNode(iri)))
    for side, listed in sides.items():
        for said in listed:
            told.add((node, side, NamedNode(said.claim)))
            told.add((node, terms.WAS_DERIVED_FROM, NamedNode(said.article)))
    if support:
        origins = terms.integer(len({said.origin for said in support}))
        yield Quad(node, terms.INDEPENDENT_SOURCES, origins, names.facts)
        told |= {(NamedNode(s), NamedNode(p), NamedNode(o)) for s, p, o in meaning.edges(key)}
    for subject, predicate, object_ in told:
        yield Quad(subject, predicate, object_, names.facts)


def _node(key: Key, names: Names) -> NamedNode:
    return names.fact(key.subject, key.relation, key.object)


class FactsInParts:
    """Derives facts where the claims lie in several stores: what they say is gathered by key, and derived key by key.

    Args:
        ontology: a store that holds it: which relations are symmetric, and which inverse.
    """

    def __init__(self, ontology: Store) -> None:
        self._meaning = _Meaning(ontology)

    def said(self, store: Store) -> Iterator[tuple[str, ...]]:
        """What the claims of a store say, each as strings of which the first three are the key of the fact."""
        for said in _claims(store, self._meaning):
            key, signs = said.key, "".join("+" if sign else "-" for sign in (said.denied, said.alleged))
            yield key.subject, key.relation, key.object, said.claim, signs, said.article, said.origin

    def quads(self, said: Iterable[tuple[str, ...]], names: Names) -> list[Quad]:
        """The facts and disputes of some keys, with the plain edges, sorted.

        Args:
            said: all that any store says of these keys, in any order, each once or several times.
        """
        claims = {_said(*each) for each in said}
        return sorted(set(_derived(claims, self._meaning, names)), key=str)


def _said(
    subject: str, relation: str, object_: str, claim: str, signs: str, article: str, origin: str
) -> _Said:
    return _Said(claim, Key(subject, relation, object_), signs[0] == "+", signs[1] == "+", article, origin)
