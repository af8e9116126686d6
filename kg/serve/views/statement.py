"""The page of one statement: all that says so, and all that denies it, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.labels import WORDS, labels
from kg.query.source import KG, PROLOGUE, value
from kg.query.terms import iri
from kg.serve.refusals import NotFound
from kg.serve.served import Served
from kg.serve.views.about import rejected
from kg.serve.views.paging import Window, window
from kg.serve.views.quotes import AFFIRMED, ALLEGED, DENIED, Quote, quotes, standing_of
from kg.serve.views.things import ENTITY, Thing, iri_at, things

PAGE: Final = 25


@dataclass(frozen=True, slots=True)
class Side:
    """Claims of one kind, and who makes them.

    Attributes:
        name: "for", "possible" or "against".
        holders: whoever is named as the holder of one of the claims that are shown.
        total: claims; `quotes` are a part of them.
    """

    name: str
    holders: tuple[Thing, ...]
    total: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Subject, relation, object.

    Attributes:
        fact: some article states it as actual; else it is only alleged, possible or denied.
        sources: articles that a fact comes from.
    """

    subject: Thing
    relation: str
    label: str
    object: Thing
    definition: str
    fact: bool
    sources: int
    disputed: bool
    sides: tuple[Side, ...]
    window: Window


def statement(served: Served, subject: str, relation: str, object_: str, offset: int = 0) -> StatementPage:
    """All claims of a statement; in a relation that has an inverse or no direction, those said the other way as well.

    Args:
        subject, object_: keys.
        relation: local name of one of ours, or an IRI.

    Raises:
        NotFound: nobody says anything like it.
    """
    ends = iri_at(served.names, ENTITY, subject), iri_at(served.names, ENTITY, object_)
    verb = _relation(relation)
    alike = _alike(served, ends, verb)
    if not alike:
        raise NotFound("nothing of the kind is said in this store")
    named = things(served, [each.value for each in ends])
    one, other = (named[each.value] for each in ends)
    facts = served.store.select(f"""{PROLOGUE}SELECT DISTINCT ?sources {{ ?fact rdf:subject ?s ; rdf:object ?o ;
      rdf:predicate {verb} ; kg:independentSources ?sources . {_either(ends)} }}""")
    sources = max((int(value(count)) for (count,) in facts), default=0)
    sides = tuple(_sides(served, alike, slice(offset, offset + PAGE)))
    most = max(side.total for side in sides)
    return StatementPage(
        subject=one,
        relation=relation,
        label=labels(served.store, [verb.value])[verb.value],
        object=other,
        definition=_definition(served, verb),
        fact=sources > 0,
        sources=sources,
        disputed=sides[0].total > 0 and sides[-1].total > 0,
        sides=sides,
        window=window(offset, PAGE, most),
    )


def _relation(text: str) -> NamedNode:
    try:
        return iri(text if ":" in text else f"{KG}{text}")
    except QueryError as error:
        raise NotFound(f"there is no relation {text[:80]!r}") from error


def _either(ends: tuple[NamedNode, NamedNode]) -> str:
    """The two ends, in the one order or the other."""
    return f"VALUES (?s ?o) {{ ({ends[0]} {ends[1]}) ({ends[1]} {ends[0]}) }}"


def _alike(served: Served, ends: tuple[NamedNode, NamedNode], verb: NamedNode) -> list[tuple[str, str]]:
    """The claims that say it or deny it, each with its standing, the oldest article first.

    What supports or denies the same fact says the same, whichever way round and by whichever of two inverse relations.
    """
    query = f"""{PROLOGUE}SELECT DISTINCT ?claim ?polarity ?modality ?stance ?published ?article {{
      {{ {_either(ends)} ?claim rdf:subject ?s ; rdf:object ?o ; rdf:predicate {verb} .
        FILTER(?s = {ends[0]} || EXISTS {{ {verb} a owl:SymmetricProperty }}) }}
      UNION
      {{ {_either(ends)} ?fact rdf:subject ?s ; rdf:object ?o ; rdf:predicate {verb} .
        FILTER(?s = {ends[0]} || EXISTS {{ {verb} a owl:SymmetricProperty }})
        {{ ?fact kg:supportedBy ?claim }} UNION {{ ?fact kg:allegedBy ?claim }} UNION {{ ?fact kg:disputedBy ?claim }} }}
      ?claim kg:polarity ?polarity ; kg:modality ?modality ; prov:wasDerivedFrom ?article .
      OPTIONAL {{ ?claim kg:holderStance ?stance }} OPTIONAL {{ ?article dcterms:issued ?published }}
    }}"""
    gone = rejected(served)
    found: dict[str, tuple[str, ...]] = {}
    for row in served.store.select(query):
        claim, *cells = map(value, row)
        if claim not in gone:
            found.setdefault(claim, tuple(cells))
    ordered = sorted(found.items(), key=lambda pair: (pair[1][3] or "9999", pair[1][4], pair[0]))
    return [
        (claim, standing_of(*(WORDS.get(word, "") for word in (polarity, modality, stance))))
        for claim, (polarity, modality, stance, _, _) in ordered
    ]


_SIDES: Final = (("for", (AFFIRMED, ALLEGED)), ("possible", ("possible",)), ("against", (DENIED,)))


def _sides(served: Served, alike: list[tuple[str, str]], page: slice) -> Iterable[Side]:
    for name, standings in _SIDES:
        claims = [claim for claim, standing in alike if standing in standings]
        read = quotes(served, claims[page])
        shown = tuple(read[claim] for claim in claims[page] if claim in read)
        holders = {each.holder for each in shown if each.holder is not None}
        yield Side(name, tuple(sorted(holders, key=lambda each: (each.name, each.iri))), len(claims), shown)


def _definition(served: Served, verb: NamedNode) -> str:
    rows = served.store.select(f"{PROLOGUE}SELECT ?words {{ {verb} skos:definition ?words }}")
    return min((value(words) for (words,) in rows), default="")
