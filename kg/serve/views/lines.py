"""The statements about one entity, in groups: by what they are about, by relation and by direction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from kg.query.evidence import in_words
from kg.query.labels import labels
from kg.query.source import KG
from kg.query.topics import topic, topic_rank
from kg.serve.served import Served
from kg.serve.views.about import FACT, About, Said, symmetric
from kg.serve.views.quotes import Quote, quotes
from kg.serve.views.things import Thing, things

OUT: Final = "out"
IN: Final = "in"
BOTH: Final = "both"
FACTS: Final = "facts"
ALL: Final = "all"
_FIRST: Final = 5
"""Lines of a group that are shown at first."""
_QUOTED: Final = 60
"""Sentences of a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement.

    Attributes:
        other: at the other end.
        standing: "fact", or what keeps its claims from making it one.
        claims: that say so.
        against: claims that deny it, where it is a fact.
        when: the first and the last date of what is claimed.
        path: of the page with all that is said of it.
        quote: the first claim, with its sentence; None where there would be too many on one page.
    """

    subject: Thing
    relation: str
    label: str
    object: Thing
    other: Thing
    standing: str
    claims: int
    sources: int
    against: int
    when: str
    path: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one relation in one direction.

    Attributes:
        topic: what the relation is about.
        direction: "out" where the entity is the subject, "in" where it is the object, "both" where that is the same.
        total: how many there are; `lines` may be the first of them.
    """

    topic: str
    relation: str
    label: str
    direction: str
    total: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    said: Said
    claims: tuple[str, ...]
    against: int

    @property
    def order(self) -> tuple[object, ...]:
        return (
            self.said.standing != FACT,
            -self.said.sources,
            -len(self.claims),
            self.said.standing,
            self.said.iri,
        )


def groups(
    served: Served,
    entity: str,
    known: About,
    scope: str,
    relation: str = "",
    direction: str = "",
    page: slice | None = None,
) -> tuple[Group, ...]:
    """The statements of an entity, facts alone or all; of each group the first, or of one group a page.

    Args:
        relation, direction: of the only group that is wanted.
    """
    page = page or slice(0, _FIRST)
    mutual, sorted_in = symmetric(served), defaultdict(list)
    for each in _statements(known, scope):
        side = BOTH if each.said.relation in mutual else OUT if each.said.subject == entity else IN
        if not relation or (relation_name(each.said.relation), side) == (relation, direction):
            sorted_in[each.said.relation, side].append(each)
    shown = {place: sorted(listed, key=lambda each: each.order)[page] for place, listed in sorted_in.items()}
    words = labels(served.store, {name for name, _ in shown})
    order = sorted(shown, key=lambda place: _rank(place, words))
    listed = [each for place in order for each in shown[place]]
    named = things(
        served, {iri for each in listed for iri in (each.said.subject, each.said.object)} | {entity}
    )
    first = {each.claims[0] for each in listed[:_QUOTED] if each.claims}
    read = quotes(served, first)
    return tuple(
        Group(
            topic(relation_name(iri)), relation_name(iri), words[iri], side, len(sorted_in[iri, side]),
            tuple(_line(each, entity, words[iri], named, known, read) for each in shown[iri, side]),
        )
        for iri, side in order
    )  # fmt: skip


def _rank(place: tuple[str, str], words: dict[str, str]) -> tuple[object, ...]:
    about = topic(relation_name(place[0]))
    return (topic_rank(about), about, words[place[0]], place[1] == IN, place[0])


def relation_name(iri: str) -> str:
    """How a relation is called in an address: by its local name where it is one of ours.

    >>> relation_name(f"{KG}indicted"), relation_name("urn:x")
    ('indicted', 'urn:x')
    """
    return iri.removeprefix(KG)


def statement_path(subject: str, relation: str, object_: str) -> str:
    """The address of the page with all that is said of something.

    Args:
        subject, object_: keys.
        relation: as `relation_name` gives it.
    """
    said = (("subject", subject), ("relation", relation), ("object", object_))
    return "/statement?" + "&".join(f"{name}={quote(words, safe='')}" for name, words in said)


def _statements(known: About, scope: str) -> Iterable[_Statement]:
    used: set[str] = set()
    for fact in known.facts.values():
        behind = tuple(dict.fromkeys(known.behind[fact.iri]))
        used.update(behind)
        yield _Statement(fact, behind, len(known.against[fact.iri]))
    if scope != ALL:
        return
    rest: dict[tuple[str, ...], list[Said]] = {}
    for claim in known.claims.values():
        if claim.iri not in used:
            rest.setdefault(claim.what, []).append(claim)
    for alike in rest.values():
        yield _Statement(alike[0], tuple(each.iri for each in alike), 0)


def _line(
    each: _Statement, entity: str, label: str, named: dict[str, Thing], known: About, read: dict[str, Quote]
) -> Line:
    said = each.said
    subject, object_ = named[said.subject], named[said.object]
    relation = relation_name(said.relation)
    return Line(
        subject=subject,
        relation=relation,
        label=label,
        object=object_,
        other=object_ if said.subject == entity else subject,
        standing=said.standing,
        claims=len(each.claims),
        sources=said.sources,
        against=each.against,
        when=_when([known.dates[claim] for claim in each.claims if claim in known.dates]),
        path=statement_path(subject.key, relation, object_.key),
        quote=read.get(each.claims[0]) if each.claims else None,
    )


def _when(dates: Sequence[str]) -> str:
    """The earliest and the latest of the dates, in words."""
    if not dates:
        return ""
    first, last = min(dates), max(dates)
    return first if first == last else in_words(None, first, last)
