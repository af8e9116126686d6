"""Which entities of a store are to be linked, and in which order."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.graph import KG, Names, read_links
from kg.graph.names import ITSRDF, OWL, SKOS, WD
from kg.graph.terms import value
from kg.model import EntityType, Link
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of one entity.

    Attributes:
        names: the preferred, then the others, sorted; of a country its demonyms as well.
        identities: IRIs of the same thing elsewhere, as the articles' lists of names have it, not as links do.
        mentions: in all articles.
    """

    iri: str
    type: EntityType
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    identities: tuple[str, ...]
    mentions: int

    @property
    def identity(self) -> str | None:
        """Its item in Wikidata."""
        return next((iri for iri in self.identities if iri.startswith(WD)), None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to link.

    Attributes:
        entities: IRIs of these alone, whatever is known of them; empty: all that have no identity.
        types: only these classes; empty: all.
        again: also those that were decided before.
        limit: at most so many.
    """

    entities: tuple[str, ...] = ()
    types: tuple[EntityType, ...] = ()
    again: bool = False
    limit: int | None = None


def known_entities(
    store: Store, names: Names, gazetteer: Gazetteer, links: Collection[Link]
) -> dict[str, Known]:
    """All entities that have a name of their own, by IRI."""
    linked = {(link.entity, link.item) for link in links}
    labels: dict[str, list[tuple[bool, str]]] = {}
    rows = store.select(
        f"""SELECT DISTINCT ?entity ?label ?predicate {{
            VALUES ?predicate {{ <{SKOS}prefLabel> <{SKOS}altLabel> }}
            GRAPH {names.entities} {{ ?entity ?predicate ?label }}
        }}"""
    )
    for entity, label, predicate in rows:
        labels.setdefault(value(entity), []).append((value(predicate) == f"{SKOS}altLabel", value(label)))
    identities: dict[str, list[str]] = {}
    for entity, item in store.select(
        f"SELECT ?entity ?item {{ GRAPH {names.entities} {{ ?entity <{OWL}sameAs> ?item }} }}"
    ):
        if (value(entity), value(item)) not in linked:
            identities.setdefault(value(entity), []).append(value(item))
    mentions = Counter(
        {
            value(entity): int(value(count))
            for entity, count in store.select(
                f"SELECT ?entity (COUNT(*) AS ?count) {{ ?mention a <{KG}Mention> ; <{ITSRDF}taIdentRef> ?entity }} "
                "GROUP BY ?entity"
            )
        }
    )
    found = {}
    for iri, kind in _classes(store, names):
        if iri in labels and not names.is_local(iri):
            entry = gazetteer.by_key(names.key(iri))
            found[iri] = Known(
                iri,
                kind,
                tuple(label for _, label in sorted(labels[iri])),
                entry.demonyms if entry is not None and kind is EntityType.COUNTRY else (),
                tuple(sorted(identities.get(iri, ()))),
                mentions[iri],
            )
    return found


def stored_links(store: Store, names: Names) -> dict[tuple[str, str], Link]:
    """What was decided before, by entity and register."""
    return read_links(store.quads(names.links))


def select(known: Collection[Known], wanted: Wanted, decided: Collection[str]) -> list[Known]:
    """The entities to link, the most mentioned first.

    Args:
        decided: IRIs of those about which the register has decided already.
    """
    done = () if wanted.again else frozenset(decided)
    chosen = [
        entity
        for entity in known
        if (
            entity.iri in wanted.entities
            if wanted.entities
            else not entity.identities and entity.iri not in done
        )
        and (not wanted.types or entity.type in wanted.types)
    ]
    chosen.sort(key=lambda entity: (-entity.mentions, entity.iri))
    return chosen[: wanted.limit]


def _classes(store: Store, names: Names) -> Iterator[tuple[str, EntityType]]:
    kinds = {f"{KG}{kind.value}": kind for kind in EntityType}
    rows = store.select(f"SELECT ?entity ?class {{ GRAPH {names.entities} {{ ?entity a ?class }} }}")
    for entity, kind in sorted(rows, key=str):
        if value(kind) in kinds:
            yield value(entity), kinds[value(kind)]
