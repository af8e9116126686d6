"""Aligns what was extracted from one article with its annotation: entities by their names, triples by their ends."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.evaluate.found import Found, FoundClaim, local_name
from kg.evaluate.gold import GoldArticle, GoldClaim
from kg.model import UNNAMED

SYMMETRIC: Final = frozenset({"metWith", "negotiatedWith", "agreedWith", "relativeOf", "alliedWith"})
"""The relations of the annotation guidelines that are right either way round."""

UNKNOWN: Final = "?"
"""Stands for a holder that is no entity of the annotation."""

_POSSESSIVE = re.compile(r"(?:’s|'s|’)$")
_DETERMINER = re.compile(r"^(?:the|a|an|his|her|their|its)\s+")
_SEPARATORS = re.compile(r"[\s.]+")


class Triple(NamedTuple):
    """Ends as annotated ids; an end that is no entity of the annotation is its own key in angle brackets."""

    subject: str
    relation: str
    object: str


class Pair(NamedTuple):
    """An extracted triple that is right: its claims, and the annotated ones it answers."""

    found: tuple[FoundClaim, ...]
    gold: tuple[GoldClaim, ...]


@dataclass(frozen=True)
class Comparison:
    """One article's alignment.

    Attributes:
        targets: the annotated entity of each extracted one (of mentions, claims and holders), or None.
        matched: of the annotated entities that were found, the extracted entity that stands first in the text.
        pairs: the right triples.
        extra: claims of triples that only repeat what a pair has answered; neither right nor wrong.
        wrong, missed: what is in one side alone, by triple.
    """

    gold: GoldArticle
    found: Found
    targets: Mapping[str, str | None]
    matched: Mapping[str, str]
    pairs: tuple[Pair, ...]
    extra: tuple[tuple[FoundClaim, ...], ...]
    wrong: tuple[tuple[FoundClaim, ...], ...]
    missed: tuple[tuple[GoldClaim, ...], ...]

    def holder(self, claim: FoundClaim) -> str | None:
        """The annotated id of an extracted claim's holder, `UNNAMED`, None, or `UNKNOWN`."""
        if claim.holder is None:
            return None
        if local_name(claim.holder) == UNNAMED:
            return UNNAMED
        return self.targets.get(claim.holder) or UNKNOWN


def normalise(name: str) -> str:
    """A name without case, accents, leading determiner, trailing possessive and punctuation.

    >>> normalise("the U.S.’s"), normalise("“Nicolás Maduro,”"), normalise("Al-Haddad")
    ('u s', 'nicolas maduro', 'al haddad')
    """
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    plain = _POSSESSIVE.sub("", plain.strip(" \t\n\"“”‘’'.,;:()"))
    plain = _DETERMINER.sub("", plain)
    return _SEPARATORS.sub(" ", plain.replace("-", " ")).strip()


def compare(gold: GoldArticle, found: Found, symmetric: Collection[str] = SYMMETRIC) -> Comparison:
    """Align one article. A triple is right where its ends are aligned with annotated ones, or accepted for them."""
    targets = _align(gold, found)
    matched: dict[str, str] = {}
    for entity in found.surfaces:
        if (target := targets[entity]) is not None:
            matched.setdefault(target, entity)
    answers = _group_found(found.claims, targets, symmetric)
    pairs, missed = _pair(answers, _group_gold(gold.claims, symmetric), symmetric)
    rest = [triple for triple in answers if triple not in pairs]
    extra = [t for t in rest if any(_accepts(p.gold, t, symmetric) for p in pairs.values())]
    return Comparison(
        gold,
        found,
        targets,
        matched,
        tuple(pairs.values()),
        tuple(answers[triple] for triple in extra),
        tuple(answers[triple] for triple in rest if triple not in extra),
        tuple(missed),
    )


def _align(gold: GoldArticle, found: Found) -> dict[str, str | None]:
    """Each extracted entity goes to the annotated one that shares most of its forms, the name counting twice."""
    names = {e.id: normalise(e.name) for e in gold.entities}
    forms = {e.id: {normalise(m) for m in (e.name, *e.mentions)} for e in gold.entities}
    entities = dict.fromkeys(found.surfaces)
    for claim in found.claims:
        entities |= dict.fromkeys((claim.subject, claim.object))
        if claim.holder is not None:
            entities[claim.holder] = None
    targets: dict[str, str | None] = {}
    for entity in entities:
        own = {normalise(m) for m in found.surfaces.get(entity) or found.labels.get(entity, ())}
        votes = {id_: len(own & forms[id_]) + (names[id_] in own) for id_ in forms}
        best = max(votes, key=lambda id_: votes[id_], default=None)
        targets[entity] = best if best is not None and votes[best] else None
    return targets


def _triple(subject: str, relation: str, object_: str, symmetric: Collection[str]) -> Triple:
    if relation in symmetric and object_ < subject:
        subject, object_ = object_, subject
    return Triple(subject, relation, object_)


def _group_gold(
    claims: Iterable[GoldClaim], symmetric: Collection[str]
) -> dict[Triple, tuple[GoldClaim, ...]]:
    groups: dict[Triple, list[GoldClaim]] = defaultdict(list)
    for claim in claims:
        groups[_triple(claim.subject, claim.relation, claim.object, symmetric)].append(claim)
    return {triple: tuple(group) for triple, group in groups.items()}


def _group_found(
    claims: Iterable[FoundClaim], targets: Mapping[str, str | None], symmetric: Collection[str]
) -> dict[Triple, tuple[FoundClaim, ...]]:
    groups: dict[Triple, list[FoundClaim]] = defaultdict(list)
    for claim in claims:
        ends = (targets[end] or f"<{end}>" for end in (claim.subject, claim.object))
        subject, object_ = ends
        groups[_triple(subject, claim.relation, object_, symmetric)].append(claim)
    order = sorted(groups, key=lambda triple: (min(c.begin for c in groups[triple]), triple))
    return {triple: tuple(groups[triple]) for triple in order}


def _pair(
    answers: Mapping[Triple, tuple[FoundClaim, ...]],
    gold: Mapping[Triple, tuple[GoldClaim, ...]],
    symmetric: Collection[str],
) -> tuple[dict[Triple, Pair], list[tuple[GoldClaim, ...]]]:
    """Exact matches first, then accepted ones; each annotated triple is answered once."""
    pairs = {triple: Pair(answers[triple], gold[triple]) for triple in answers if triple in gold}
    free = {triple: claims for triple, claims in gold.items() if triple not in pairs}
    for triple, claims in answers.items():
        if triple not in pairs:
            hit = next((g for g, wanted in free.items() if _accepts(wanted, triple, symmetric)), None)
            if hit is not None:
                pairs[triple] = Pair(claims, free.pop(hit))
    return pairs, list(free.values())


def _accepts(wanted: Sequence[GoldClaim], triple: Triple, symmetric: Collection[str]) -> bool:
    """Whether the annotation takes this triple for its own; the first of a claim's presentations says so."""
    claim = wanted[0]
    if triple.relation != claim.relation:
        return False
    subjects = {claim.subject, *claim.accept_subject}
    objects = {claim.object, *claim.accept_object}
    straight = triple.subject in subjects and triple.object in objects
    return straight or (
        claim.relation in symmetric and triple.object in subjects and triple.subject in objects
    )
