"""What some claims say and others deny."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.graph.names import encoded
from kg.query.answers import Cell, Page, answer
from kg.query.names import find_entity
from kg.query.source import PROLOGUE, batches, value
from kg.serve.served import Served
from kg.serve.views.lines import relation_name, statement_path
from kg.serve.views.paging import Window, window
from kg.serve.views.quotes import Quote, quotes
from kg.serve.views.things import Thing, things

PAGE: Final = 10
_EACH: Final = 2
"""Sentences of each side that are shown at once."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One statement with both sides.

    Attributes:
        status: "asserted" where it is a fact, or "only alleged".
        pro_by, contra_by: who says so and who denies it: a holder, or the outlet or article that says so in its own voice.
        pro, contra: how many claims there are of each side.
        pro_quotes, contra_quotes: the first of them.
        path: of the page with all of them.
    """

    subject: Thing
    label: str
    object: Thing
    status: str
    pro_by: tuple[Thing, ...]
    contra_by: tuple[Thing, ...]
    pro: int
    contra: int
    pro_quotes: tuple[Quote, ...]
    contra_quotes: tuple[Quote, ...]
    path: str


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """Some disputes, those with most denials first.

    Attributes:
        about: only what concerns this entity.
    """

    about: Thing | None
    disputes: tuple[Dispute, ...]
    window: Window


def disputes(served: Served, about: str = "", offset: int = 0, size: int = PAGE) -> DisputesPage:
    """The disputes of the store, or about one entity.

    Args:
        about: name or key of an entity; "" for all.

    Raises:
        QueryError: no entity, or several, are called so.
    """
    wanted = find_entity(served.store, about).iri if about.strip() else None
    question = served.library.get("disputed")
    found = answer(question, {} if wanted is None else {"about": wanted}, served.store, Page(size, offset))
    records = found.records()
    sides = _sides(served, [each["fact"].value for each in records if isinstance(each["fact"], NamedNode)])
    shown = {claim for pair in sides.values() for claims in pair for claim in claims[:_EACH]}
    read = quotes(served, shown)
    iris = {node.value for each in records for cell in each.values() for node in _nodes(cell)}
    named = things(served, iris | ({wanted.value} if wanted else set()))
    return DisputesPage(
        named[wanted.value] if wanted else None,
        tuple(_dispute(record, sides, read, named) for record in records),
        window(offset, size, -1, more=found.more),
    )


def _sides(served: Served, facts: list[str]) -> dict[str, tuple[list[str], list[str]]]:
    """For each dispute the claims for it and against it, the oldest article first."""
    found: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for block in batches(facts):
        query = f"""{PROLOGUE}SELECT DISTINCT ?fact ?claim ?side ?published {{ VALUES ?fact {{ {block} }}
          {{ ?fact kg:supportedBy ?claim BIND(0 AS ?side) }} UNION {{ ?fact kg:allegedBy ?claim BIND(0 AS ?side) }}
          UNION {{ ?fact kg:disputedBy ?claim BIND(1 AS ?side) }}
          ?claim prov:wasDerivedFrom ?article . OPTIONAL {{ ?article dcterms:issued ?published }}
        }}"""
        rows = [tuple(map(value, row)) for row in served.store.select(query)]
        for fact, claim, side, _ in sorted(rows, key=lambda row: (row[3] or "9999", row[1])):
            if claim not in found[fact][int(side)]:
                found[fact][int(side)].append(claim)
    return found


def _dispute(
    record: dict[str, Cell],
    sides: dict[str, tuple[list[str], list[str]]],
    read: dict[str, Quote],
    named: dict[str, Thing],
) -> Dispute:
    fact, subject, relation, object_ = (
        value(cell) if isinstance(cell := record[name], NamedNode) else ""
        for name in ("fact", "subject", "relation", "object")
    )
    pro, contra = sides.get(fact, ([], []))
    voices = {read[claim].article.key: read[claim].article for claim in (*pro, *contra) if claim in read}
    one, other = named[subject], named[object_]
    status = record["status"]
    return Dispute(
        subject=one,
        label=named[relation].name,
        object=other,
        status=status.value if isinstance(status, Literal) else "",
        pro_by=_people(record["asserters"], named, voices),
        contra_by=_people(record["deniers"], named, voices),
        pro=len(pro),
        contra=len(contra),
        pro_quotes=tuple(read[claim] for claim in pro[:_EACH] if claim in read),
        contra_quotes=tuple(read[claim] for claim in contra[:_EACH] if claim in read),
        path=statement_path(one.key, relation_name(relation), other.key),
    )


def _nodes(cell: Cell) -> list[NamedNode]:
    cells = cell if isinstance(cell, tuple) else (cell,)
    return [each for each in cells if isinstance(each, NamedNode)]


def _people(cell: Cell, named: dict[str, Thing], voices: dict[str, Thing]) -> tuple[Thing, ...]:
    """Entities by their names, articles by their titles; what has no IRI, such as an outlet, by its own words.

    Args:
        voices: articles by their keys.
    """
    cells = cell if isinstance(cell, tuple) else (cell,)
    return tuple(
        named[each.value]
        if isinstance(each, NamedNode)
        else voices.get(encoded(value(each)), Thing("", value(each)))
        for each in cells
        if isinstance(each, NamedNode | Literal)
    )
