"""Annotated articles: what a careful reader finds in them, and whether the annotation keeps its own rules."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.model import UNNAMED, EntityType, Modality, Polarity, Span
from kg.ontology import Relation

_POLARITIES = {"affirmed": Polarity.AFFIRMED, "negated": Polarity.NEGATED}
_MODALITIES = {"actual": Modality.ACTUAL, "possible": Modality.POSSIBLE}


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One annotated entity; `mentions` are its distinct surface forms."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[str, ...]
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim.

    Attributes:
        subject, object: `GoldEntity.id`.
        holder: `GoldEntity.id`, `UNNAMED`, or None for the author's own voice.
        accept_subject, accept_object: other entities that count as right in that place.
    """

    subject: str
    relation: str
    object: str
    evidence: Span
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    holder: str | None = None
    date: str | None = None
    accept_subject: tuple[str, ...] = ()
    accept_object: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.subject} {self.relation} {self.object}"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The annotation of one article, in the order of its file."""

    identifier: str
    entities: tuple[GoldEntity, ...]
    claims: tuple[GoldClaim, ...]


def load_gold(folder: Path, only: Collection[str] | None = None) -> list[GoldArticle]:
    """The annotations in a folder, one JSON file an article, ordered by name; `only` those articles if given.

    Raises:
        UsageError: there are none, or a file is not an annotation.
    """
    paths = [path for path in sorted(folder.glob("*.json")) if only is None or path.stem in only]
    if not paths:
        raise UsageError(f"{folder}: no annotation (*.json) to compare with; name a folder of gold files")
    return [_read(path) for path in paths]


def _read(path: Path) -> GoldArticle:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return GoldArticle(
            path.stem, tuple(map(_entity, data["entities"])), tuple(map(_claim, data["claims"]))
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path}: not an annotation ({error!r}); see the format in seeds/README.md"
        ) from error


def _entity(data: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity(
        data["id"], EntityType(data["type"]), data["name"], tuple(data["mentions"]), data.get("wikidata")
    )


def _claim(data: Mapping[str, Any]) -> GoldClaim:
    holder = data["attribution"]
    return GoldClaim(
        data["subject"],
        data["relation"],
        data["object"],
        Span(data["start"], data["end"]),
        _POLARITIES[data["polarity"]],
        _MODALITIES[data["modality"]],
        UNNAMED if holder == "unnamed" else holder,
        data.get("date"),
        tuple(data.get("accept_subject", ())),
        tuple(data.get("accept_object", ())),
    )


def find_faults(gold: GoldArticle, text: str, relations: Mapping[str, Relation]) -> Iterator[str]:
    """What is wrong with an annotation of this text, one line each: names that do not stand there, unknown or ill-typed
    ends, evidence that is no stretch of the text, claims that stand twice."""
    types = {entity.id: entity.type for entity in gold.entities}
    if len(types) != len(gold.entities):
        yield "an entity id stands twice"
    for entity in gold.entities:
        for mention in entity.mentions:
            if mention not in text:
                yield f"mention of {entity.id} is not in the text: {mention!r}"
    seen = set()
    for claim in gold.claims:
        yield from _faults_of(claim, types, len(text), text, relations)
        key = (claim.subject, claim.relation, claim.object, claim.polarity, claim.modality, claim.holder)
        if key in seen:
            yield f"stands twice: {claim}"
        seen.add(key)


def _faults_of(
    claim: GoldClaim,
    types: Mapping[str, EntityType],
    length: int,
    text: str,
    relations: Mapping[str, Relation],
) -> Iterator[str]:
    for name in (*claim.accept_subject, *claim.accept_object):
        if name not in types:
            yield f"unknown accepted entity {name}: {claim}"
    if claim.holder not in (None, UNNAMED) and claim.holder not in types:
        yield f"unknown source {claim.holder}: {claim}"
    words = claim.evidence.of(text)
    if claim.evidence.end > length or words != words.strip():
        yield f"evidence {claim.evidence.begin}-{claim.evidence.end} is not a sentence of the text: {claim}"
    relation = relations.get(claim.relation)
    if relation is None:
        yield f"unknown relation: {claim}"
        return
    for name, allowed in ((claim.subject, relation.domain), (claim.object, relation.range)):
        if name not in types:
            yield f"unknown entity {name}: {claim}"
        elif types[name] not in allowed:
            yield f"{name} is a {types[name]}: {claim}"
