"""What the articles say of entities, as far as it helps to tell them from their namesakes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.graph import KG, Names
from kg.graph.names import ITSRDF, NIF, RDF
from kg.graph.terms import value
from kg.link.selection import Known
from kg.resolve.link import Asked, Bond, Tie
from kg.resolve.readings import ROLE_RELATIONS
from kg.store import Store

_BELONGING: Final = frozenset(f"{KG}{name}" for name in ROLE_RELATIONS)
_REACH: Final = 200
"""Characters on either side of a name that count as its surroundings, inside one line."""
_MOST_SURROUNDINGS: Final = 40
_MOST_TIES: Final = 40
_LINE: Final = re.compile(r"[\n\r]")


@dataclass(slots=True)
class _Context:
    ties: dict[str, Bond] = field(default_factory=dict)
    near: Counter[str] = field(default_factory=Counter)
    descriptions: set[str] = field(default_factory=set)
    surroundings: list[str] = field(default_factory=list)

    def tie(self, other: str, bond: Bond) -> None:
        self.ties[other] = max(bond, self.ties.get(other, bond))


def asked_of(store: Store, names: Names, wanted: Iterable[Known], known: Mapping[str, Known]) -> list[Asked]:
    """What to ask a register of each entity, in the same order."""
    chosen = list(wanted)
    contexts: defaultdict[str, _Context] = defaultdict(_Context)
    iris = {entity.iri for entity in chosen}
    for first, relation, second, real in _claims(store):
        for one, other in ((first, second), (second, first)):
            if one in iris and other in known and one != other:
                belongs = real and relation in _BELONGING
                contexts[one].tie(other, Bond.BELONGS if belongs else Bond.CLAIM)
    for entity, role in store.select(
        f"SELECT ?entity ?role {{ ?reading <{KG}readingOf> ?entity ; <{KG}readRole> ?role }}"
    ):
        if value(entity) in iris:
            contexts[value(entity)].descriptions.add(value(role))
    for article in _articles_of(store, names, iris):
        _read(store, article, iris, known, contexts)
    return [_asked(entity, contexts[entity.iri], known) for entity in chosen]


def _asked(entity: Known, context: _Context, known: Mapping[str, Known]) -> Asked:
    ranked = sorted(context.ties, key=lambda iri: (-context.ties[iri], -context.near[iri], iri))
    return Asked(
        entity.iri,
        entity.type,
        entity.names,
        tuple(_tie(known[iri], context.ties[iri]) for iri in ranked[:_MOST_TIES]),
        tuple(sorted(context.descriptions)),
        tuple(context.surroundings),
    )


def _tie(other: Known, bond: Bond) -> Tie:
    return Tie((*other.names, *other.demonyms), other.type, bond, other.identity)


def _claims(store: Store) -> Iterator[tuple[str, str, str, bool]]:
    """The ends and the relation of each claim that nobody rejected, and whether it says that it is so."""
    rows = store.select(
        f"""SELECT ?first ?relation ?second ?polarity ?modality {{
            ?claim a <{KG}Claim> ; <{RDF}subject> ?first ; <{RDF}predicate> ?relation ; <{RDF}object> ?second ;
                <{KG}polarity> ?polarity ; <{KG}modality> ?modality .
            FILTER NOT EXISTS {{ ?judgement <{KG}judges> ?claim ; <{KG}verdict> <{KG}Rejected> }}
        }}"""
    )
    for first, relation, second, polarity, modality in rows:
        real = (value(polarity), value(modality)) == (f"{KG}Affirmed", f"{KG}Actual")
        yield value(first), value(relation), value(second), real


def _articles_of(store: Store, names: Names, entities: Iterable[str]) -> list[str]:
    """The articles that mention one of the entities, sorted."""
    wanted = frozenset(entities)
    rows = store.select(
        f"SELECT DISTINCT ?graph ?entity {{ GRAPH ?graph {{ ?mention <{ITSRDF}taIdentRef> ?entity }} }}"
    )
    return sorted(
        {value(graph) for graph, entity in rows if value(entity) in wanted and names.is_article(value(graph))}
    )


def _read(
    store: Store,
    article: str,
    wanted: Iterable[str],
    known: Mapping[str, Known],
    contexts: defaultdict[str, _Context],
) -> None:
    """Add what one article says around its mentions of the entities."""
    text = next(
        (value(text) for (text,) in store.select(f"SELECT ?text {{ <{article}> <{NIF}isString> ?text }}")), ""
    )
    mentions = _mentions(store, article)
    chosen = frozenset(wanted)
    for begin, end, kind, form, entity in mentions:
        if entity not in chosen:
            continue
        context = contexts[entity]
        if kind == f"{KG}Nominal":
            context.descriptions.add(" ".join(form.split()))
        if kind != f"{KG}Name":
            continue
        low, high = _surroundings(text, begin, end)
        if len(context.surroundings) < _MOST_SURROUNDINGS and text:
            context.surroundings.append(text[low:high])
        for start, stop, _, _, other in mentions:
            if low <= start and stop <= high and other != entity and other in known:
                context.near[other] += 1
                context.tie(other, Bond.SENTENCE)


def _surroundings(text: str, begin: int, end: int) -> tuple[int, int]:
    """From where to where the text around a mention reaches."""
    low, high = max(0, begin - _REACH), min(len(text), end + _REACH)
    low = max((found.end() for found in _LINE.finditer(text, low, begin)), default=low)
    after = _LINE.search(text, end, high)
    return low, after.start() if after else high


def _mentions(store: Store, article: str) -> list[tuple[int, int, str, str, str]]:
    """Begin, end, kind, words and entity of each mention of an article, in the order of the text."""
    rows = store.select(
        f"""SELECT ?begin ?end ?kind ?form ?entity {{ GRAPH <{article}> {{
            ?mention a <{KG}Mention> ; <{NIF}beginIndex> ?begin ; <{NIF}endIndex> ?end ; <{KG}mentionKind> ?kind ;
                <{NIF}anchorOf> ?form ; <{ITSRDF}taIdentRef> ?entity .
        }} }}"""
    )
    return sorted(
        (int(value(begin)), int(value(end)), value(kind), value(form), value(entity))
        for begin, end, kind, form, entity in rows
    )
