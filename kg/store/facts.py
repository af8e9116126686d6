"""What the claims warrant: the facts, what alleges and denies them, and from how many origins they come."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import Names, terms
from kg.store.base import Store
from kg.store.said import Key, Meaning, Said, all_said

_ENDS: Final = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)


def fact_quads(store: Store, names: Names) -> list[Quad]:
    """All facts and disputes of a store, with the plain edges, sorted."""
    meaning = Meaning(store)
    return sorted(derived(all_said(store, meaning), meaning, names), key=str)


def derived(claims: Iterable[Said], meaning: Meaning, names: Names) -> Iterator[Quad]:
    """The quads of all facts and disputes that the claims make."""
    by_key: defaultdict[Key, list[Said]] = defaultdict(list)
    for said in claims:
        by_key[said.key].append(said)
    for key, same in by_key.items():
        yield from _statement(key, same, meaning, names)


def _statement(key: Key, claims: Iterable[Said], meaning: Meaning, names: Names) -> Iterator[Quad]:
    """One fact, one dispute, or both in one; nothing where it is only alleged or only denied."""
    sides: dict[NamedNode, list[Said]] = {
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
    node = node_of(key, names)
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


def node_of(key: Key, names: Names) -> NamedNode:
    """The node of a fact, a dispute, or both."""
    return names.fact(key.subject, key.relation, key.object)


class FactsInParts:
    """Derives facts where the claims lie in several stores: what they say is gathered by key, and derived key by key.

    Args:
        ontology: a store that holds it: which relations are symmetric, and which inverse.
    """

    def __init__(self, ontology: Store) -> None:
        self._meaning = Meaning(ontology)

    def said(self, store: Store) -> Iterator[tuple[str, ...]]:
        """What the claims of a store say, each as strings of which the first three are the key of the fact."""
        for said in all_said(store, self._meaning):
            key, signs = said.key, "".join("+" if sign else "-" for sign in (said.denied, said.alleged))
            yield key.subject, key.relation, key.object, said.claim, signs, said.article, said.origin

    def quads(self, said: Iterable[tuple[str, ...]], names: Names) -> list[Quad]:
        """The facts and disputes of some keys, with the plain edges, sorted.

        Args:
            said: all that any store says of these keys, in any order, each once or several times.
        """
        claims = {_as_said(*each) for each in said}
        return sorted(set(derived(claims, self._meaning, names)), key=str)


def _as_said(
    subject: str, relation: str, object_: str, claim: str, signs: str, article: str, origin: str
) -> Said:
    return Said(claim, Key(subject, relation, object_), signs[0] == "+", signs[1] == "+", article, origin)
