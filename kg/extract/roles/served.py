"""Whom somebody serves by all that the article says of him: a firm he leads rather than a country, a country rather than
its government.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.coreference.body_words import BUSINESS, PLAIN_FIRMS
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.suits import LEADS, WORKS_FOR
from kg.gazetteer import Gazetteer
from kg.model import MentionKind

_GOVERNMENTS = frozenset("government administration regime cabinet".split())


def without_governments_served(index: MentionIndex, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Leave out that somebody leads "her government" who only serves the country ("the foreign minister said …")."""
    governing = {
        c for c in found if c.relation == LEADS and index.tokens[c.trigger].lemma_.lower() in _GOVERNMENTS
    }
    leading = {c.subject_entity for c in found if c.relation == LEADS and c not in governing}
    serving = {c.subject_entity for c in found if c.relation == WORKS_FOR} - leading
    for candidate in found:
        owner = index.by_head.get(candidate.subject)
        by_pronoun = owner is not None and owner.kind is MentionKind.PRONOUN
        if not (by_pronoun and candidate in governing and candidate.subject_entity in serving):
            yield candidate


def firms_led(
    index: MentionIndex, gazetteer: Gazetteer, found: Iterable[Candidate]
) -> dict[str, TokenMention]:
    """By whom they are led, the firms of which somebody is chief and of no other: his bare "president" is theirs."""
    led: dict[str, dict[str, TokenMention]] = {}
    for candidate in found:
        body = index.by_head.get(candidate.object)
        if candidate.relation == LEADS and body is not None:
            led.setdefault(candidate.subject_entity, {}).setdefault(candidate.object_entity, body)
    return {
        person: next(iter(bodies.values()))
        for person, bodies in led.items()
        if len(bodies) == 1 and _is_firm(index, gazetteer, next(iter(bodies)))
    }


def _is_firm(index: MentionIndex, gazetteer: Gazetteer, body: str) -> bool:
    known = gazetteer.by_key(body)
    if known is not None:
        return known.kind == "company"
    return not (BUSINESS | PLAIN_FIRMS).isdisjoint(index.doc._.kg_roles.get(body, ()))
