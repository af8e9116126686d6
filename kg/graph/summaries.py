"""What an article says of its entities, in one piece: what resolution and the entities graph need of it.

It follows from the quads of the article's graph alone, whatever its readings stand for. It is kept beside them, so that
the many articles that have not changed are read with one quad each.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Final

from pyoxigraph import NamedNode, Quad

from kg.graph import terms
from kg.graph.names import KG, Names
from kg.graph.terms import value
from kg.model import MentionKind

_VERSION: Final = 1
NEEDED: Final = frozenset(
    (
        terms.TYPE,
        terms.ISSUED,
        terms.TA_CLASS_REF,
        terms.READ_AS,
        terms.NAMED,
        terms.READ_IDENTITY,
        terms.READ_ROLE,
        terms.OF_READING,
        terms.MENTION_KIND,
        terms.ANCHOR_OF,
        terms.PREDICATE,
        terms.SUBJECT_READING,
        terms.OBJECT_READING,
        terms.POLARITY,
        terms.MODALITY,
    )
)
"""The properties that a summary is made of."""


@dataclass(slots=True)
class Told:
    """What an article says of one entity.

    Attributes:
        kind: local name of the class ("Person").
        named: it has a name of its own.
        identity: IRI of the same thing elsewhere, where a list of names knows it.
        roles: nouns that the article uses for it, sorted.
        mentions: how often, in whatever way.
        forms: how often under each name.
        descriptions: how often under each description.
    """

    key: str
    kind: str
    name: str
    named: bool = True
    identity: str | None = None
    roles: tuple[str, ...] = ()
    mentions: int = 0
    forms: dict[str, int] = field(default_factory=dict)
    descriptions: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Summary:
    """What an article says of its entities.

    Attributes:
        date: ISO 8601.
        told: by key.
        ties: keys of the ends of each claim that is affirmed and actual, the local name of its relation between them.
    """

    date: str | None
    told: tuple[Told, ...]
    ties: frozenset[tuple[str, str, str]]


def written_summary(summary: Summary) -> str:
    """A summary as it is kept: the same for the same."""
    places = {told.key: place for place, told in enumerate(summary.told)}
    told = [
        [
            each.key,
            each.kind,
            each.name,
            int(each.named),
            each.identity,
            each.roles,
            each.mentions,
            dict(sorted(each.forms.items())),
            dict(sorted(each.descriptions.items())),
        ]
        for each in summary.told
    ]
    ties = sorted([places[one], relation, places[other]] for one, relation, other in summary.ties)
    return json.dumps([_VERSION, summary.date, told, ties], ensure_ascii=False, separators=(",", ":"))


def read_summary(kept: str) -> Summary | None:
    """The summary that is kept, or None where another version has made it."""
    version, *rest = json.loads(kept)
    if version != _VERSION:
        return None
    date, listed, ties = rest
    told = tuple(_told(*each) for each in listed)
    return Summary(
        date, told, frozenset((told[one].key, relation, told[other].key) for one, relation, other in ties)
    )


def _told(
    key: str, kind: str, name: str, named: int, identity: str | None, roles: list[str], *rest: Any
) -> Told:
    # the same few thousand names come in every article
    return Told(intern(key), intern(kind), intern(name), bool(named), identity, tuple(roles), *rest)


def summary_of(quads: Iterable[Quad], names: Names, rejected: Collection[str] = ()) -> Summary:
    """The summary of an article, from the quads of its graph.

    Args:
        rejected: IRIs of claims that do not count.
    """
    by_property: defaultdict[NamedNode, dict[str, str]] = defaultdict(dict)
    roles: defaultdict[str, set[str]] = defaultdict(set)
    readings: set[str] = set()
    for quad in quads:
        predicate = quad.predicate
        if predicate not in NEEDED:
            continue
        subject = value(quad.subject)
        if predicate == terms.READ_ROLE:
            roles[subject].add(value(quad.object))
        elif predicate != terms.TYPE:
            by_property[predicate][subject] = value(quad.object)
        elif quad.object == terms.READING and names.is_reading(subject):
            readings.add(subject)
    found = {
        reading: Told(
            names.key(reading),
            by_property[terms.TA_CLASS_REF][reading].removeprefix(KG),
            by_property[terms.READ_AS][reading],
            by_property[terms.NAMED].get(reading) != "false",
            by_property[terms.READ_IDENTITY].get(reading),
            tuple(sorted(roles[reading])),
        )
        for reading in sorted(readings)
    }
    _count_mentions(found, by_property)
    return Summary(
        next(iter(by_property[terms.ISSUED].values()), None),
        tuple(found.values()),
        frozenset(_ties(found, by_property, rejected)),
    )


def _count_mentions(found: dict[str, Told], by_property: dict[NamedNode, dict[str, str]]) -> None:
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mention, reading in by_property[terms.OF_READING].items():
        kind = by_property[terms.MENTION_KIND].get(mention, "").removeprefix(KG)
        counts[reading, kind][" ".join(by_property[terms.ANCHOR_OF].get(mention, "").split())] += 1
    for (reading, kind), forms in counts.items():
        if (told := found.get(reading)) is not None:
            told.mentions += forms.total()
            if kind == MentionKind.NAME.value:
                told.forms = dict(forms)
            elif kind == MentionKind.NOMINAL.value:
                told.descriptions = dict(forms)


def _ties(
    found: dict[str, Told], by_property: dict[NamedNode, dict[str, str]], rejected: Collection[str]
) -> Iterable[tuple[str, str, str]]:
    for claim, relation in by_property[terms.PREDICATE].items():
        first, second = (
            found.get(by_property[by].get(claim, "")) for by in (terms.SUBJECT_READING, terms.OBJECT_READING)
        )
        if (
            first is not None
            and second is not None
            and relation.startswith(KG)
            and by_property[terms.POLARITY].get(claim) == terms.AFFIRMED.value
            and by_property[terms.MODALITY].get(claim) == terms.ACTUAL.value
            and claim not in rejected
        ):
            yield first.key, relation.removeprefix(KG), second.key
