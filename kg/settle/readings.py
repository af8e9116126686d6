"""What a store's articles say of their entities, as the values that resolution works on."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from kg.graph import KG, Names
from kg.graph.names import DCTERMS, ITSRDF, RDF
from kg.graph.terms import value
from kg.model import EntityType
from kg.resolve.readings import PERSONAL_RELATIONS, ROLE_RELATIONS, Reading, Tie
from kg.store import Store

_READINGS: Final = f"""SELECT ?reading ?entity ?class ?name ?named ?identity {{
    ?reading a <{KG}Reading> ; <{KG}readingOf> ?entity ; <{ITSRDF}taClassRef> ?class ; <{KG}readAs> ?name .
    OPTIONAL {{ ?reading <{KG}named> ?named }}
    OPTIONAL {{ ?reading <{KG}readIdentity> ?identity }}
}}"""

_ROLES: Final = f"SELECT ?reading ?role {{ ?reading <{KG}readRole> ?role }}"

_MENTIONS: Final = f"""SELECT ?reading (COUNT(*) AS ?mentions) {{
    ?mention <{KG}reading> ?reading ; <{KG}mentionKind> <{KG}Name> .
}} GROUP BY ?reading"""

_TIES: Final = f"""SELECT DISTINCT ?subject ?relation ?object {{
    VALUES ?relation {{ {" ".join(f"<{KG}{name}>" for name in sorted(ROLE_RELATIONS | PERSONAL_RELATIONS))} }}
    ?claim <{RDF}predicate> ?relation ; <{KG}subjectReading> ?subject ; <{KG}objectReading> ?object ;
        <{KG}polarity> <{KG}Affirmed> ; <{KG}modality> <{KG}Actual> .
    FILTER NOT EXISTS {{ ?judgement <{KG}judges> ?claim ; <{KG}verdict> <{KG}Rejected> }}
}}"""

_DATES: Final = f"SELECT ?article ?date {{ ?article a <{KG}Article> ; <{DCTERMS}issued> ?date }}"


def readings_of(store: Store, names: Names) -> Iterator[tuple[Reading, str]]:
    """Each reading of the store's articles, and the IRI of the entity that the store has for it now; in no order."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for reading, role in _rows(store, _ROLES):
        roles[reading].add(role)
    mentions = Counter({reading: int(count) for reading, count in _rows(store, _MENTIONS)})
    ties = _ties(store, names)
    dates = {row[0]: row[1] for row in _rows(store, _DATES)}
    for reading, entity, kind, name, named, identity in _rows(store, _READINGS):
        article = names.identifier(reading)
        if article is None or not names.is_reading(reading):
            continue
        key = names.key(reading)
        yield (
            Reading(
                iri=reading,
                entity=names.entity_as_read(article, key, local=named == "false").value,
                article=article,
                key=key,
                type=EntityType(kind.removeprefix(KG)),
                name=name,
                named=named != "false",
                identity=identity or None,
                mentions=mentions[reading],
                roles=frozenset(roles[reading]),
                ties=frozenset(ties[reading]),
                date=dates.get(names.article(article).value),
            ),
            entity,
        )


def _ties(store: Store, names: Names) -> defaultdict[str, set[Tie]]:
    found: defaultdict[str, set[Tie]] = defaultdict(set)
    for subject, relation, other in _rows(store, _TIES):
        local = relation.removeprefix(KG)
        found[subject].add(Tie(local, names.key(other)))
        found[other].add(Tie(local, names.key(subject), outgoing=False))
    return found


def _rows(store: Store, sparql: str) -> Iterator[tuple[str, ...]]:
    """The rows of an answer as strings; "" where a term is missing."""
    for row in store.select(sparql):
        yield tuple(map(value, row))
