"""What a store's articles say of their entities, as the values that resolution works on."""

from collections import defaultdict
from collections.abc import Iterator
from sys import intern

from kg.graph import Names, Summary, Told
from kg.model import EntityType
from kg.resolve.readings import PERSONAL_RELATIONS, ROLE_RELATIONS, Reading, Tie
from kg.store import Store, summaries

_TYING = PERSONAL_RELATIONS | ROLE_RELATIONS


def readings_of(store: Store, names: Names, *, keep: bool = False) -> Iterator[tuple[Reading, Told]]:
    """Each reading of the store's articles, with what it was made from; in no order.

    Args:
        keep: as of `summaries`.
    """
    entities: dict[str, str] = {}
    for identifier, summary in summaries(store, names, keep=keep):
        ties = _ties(summary)
        for told in summary.told:
            key = intern(told.key)
            if told.named:
                if (entity := entities.get(key)) is None:
                    entity = entities[key] = names.entity_by_key(key).value
            else:
                entity = names.entity_as_read(identifier, key, local=True).value
            yield (
                Reading(
                    iri=names.reading(identifier, key).value,
                    entity=entity,
                    article=identifier,
                    key=key,
                    type=EntityType(told.kind),
                    name=intern(told.name),
                    named=told.named,
                    identity=told.identity,
                    mentions=sum(told.forms.values()),
                    roles=frozenset(told.roles),
                    ties=frozenset(ties[key]),
                    date=summary.date,
                ),
                told,
            )


def _ties(summary: Summary) -> defaultdict[str, set[Tie]]:
    found: defaultdict[str, set[Tie]] = defaultdict(set)
    for one, relation, other in summary.ties:
        if relation in _TYING:
            found[one].add(Tie(relation, other))
            found[other].add(Tie(relation, one, outgoing=False))
    return found
