"""From candidates to claims: how each is presented, which sentence says it, which of several equal ones stays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from spacy import tokens
from spacy.language import Language

from kg.extract.annotations import Candidate, register_extensions
from kg.extract.anybody import Anybody
from kg.extract.attribution import Attribution
from kg.extract.confidence import Features, confidence, shipped_weights
from kg.extract.consistency import without_contradictions
from kg.extract.dates import Dates
from kg.extract.events import EventFrames, EventMatcher
from kg.extract.frames import Frame, compile_frame
from kg.extract.predicates import Mentions
from kg.extract.presentation import Presentation
from kg.extract.presupposed import presupposed
from kg.extract.protests import PROTESTED, protests
from kg.extract.rebuttals import Rebuttals
from kg.extract.roles import StaticRelations
from kg.extract.threats import THREATENED, Threats
from kg.extract.tree import Doc, read
from kg.extract.ultimatums import ultimatums
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import Claim, Entity, EntityType
from kg.ontology import Ontology, load_ontology


class ClaimFinder:
    """The `kg_claims` component: fills `doc._.kg_claims` from the mentions."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer | None = None) -> None:
        self.relations = ontology.relations
        frames: list[Frame] = [
            compiled
            for relation in ontology.relations.values()
            for text in relation.frames
            for compiled in compile_frame(relation.name, text)
        ]
        self.events = EventFrames.index(frames, self.relations)
        self.gazetteer = gazetteer or load_gazetteer()
        self.roles = StaticRelations(frames, self.relations, self.gazetteer)
        self.weights = shipped_weights()

    def __call__(self, doc: tokens.Doc) -> tokens.Doc:
        """Find the claims of one document."""
        told = list(self.presented(doc))
        features = Features(read(doc), told)
        claims = [
            replace(claim, confidence=confidence(self.weights, features.of(candidate, claim)))
            for candidate, claim in told
        ]
        doc._.kg_claims = tuple(_distinct(claims, {r.name for r in self.relations.values() if r.symmetric}))
        return doc

    def presented(self, source: tokens.Doc) -> Iterator[tuple[Candidate, Claim]]:
        """What the grammar finds, with its presentation; not yet weighed, and equal ones not yet put together."""
        doc = read(source)
        attribution = Attribution(doc, Mentions(doc))
        dates = Dates(doc, doc._.kg_article.date if doc._.kg_article else None)
        presentation = Presentation(doc, attribution, dates)
        roles = self.roles.candidates(doc)
        events = list(EventMatcher(doc, self.events, self._countries(doc, roles)).candidates())
        anybody = Anybody(doc)
        found = [*roles, *events]
        found += Threats(doc, self.relations).candidates(found)
        if THREATENED in self.relations:
            found += ultimatums(doc, found)
        if PROTESTED in self.relations:
            found += protests(doc, found)
        told = [
            (candidate, presentation.of(candidate))
            for candidate in without_contradictions(found)
            if _makes_claims(doc, candidate) and not anybody.is_end_of(candidate)
        ]
        told += [(candidate, presentation.of(candidate)) for candidate in presupposed(doc, told)]
        yield from told
        for place, verb, denial in Rebuttals(doc, attribution).of([claim for _, claim in told]):
            yield replace(told[place][0], trigger=verb.i), denial

    def _countries(self, doc: Doc, candidates: Iterable[Candidate]) -> Mapping[str, str]:
        """The countries of the places that the article or the gazetteer puts into one."""
        entities: Mapping[str, Entity] = doc._.kg_entities
        known = {
            key: entry.part_of for key in entities if (entry := self.gazetteer.by_key(key)) and entry.part_of
        }
        told = {c.subject_entity: c.object_entity for c in candidates if c.relation == "locatedIn"}
        return {
            place: country
            for place, country in (known | told).items()
            if country in entities and entities[country].type is EntityType.COUNTRY
        }


def _makes_claims(doc: Doc, candidate: Candidate) -> bool:
    article = doc._.kg_article
    if article is None or not article.zones:
        return True
    offset = doc[candidate.trigger].idx
    return any(zone.kind.makes_claims and zone.span.begin <= offset < zone.span.end for zone in article.zones)


def _dated_as(claim: Claim, other: Claim) -> Claim:
    return replace(
        claim, date=other.date, date_origin=other.date_origin, starts=other.starts, ends=other.ends
    )


def _distinct(claims: Iterable[Claim], symmetric: set[str]) -> Iterator[Claim]:
    """One claim for each statement that a sentence presents in one way: the surest, then the first; dated by any."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        ends = (claim.subject, claim.object)
        if claim.relation in symmetric:
            ends = (min(ends), max(ends))
        key = (*ends, claim.relation, claim.polarity, claim.modality, claim.holder, claim.evidence)
        known = best.get(key)
        if known is None:
            best[key] = claim
        else:
            sure, other = (claim, known) if claim.confidence > known.confidence else (known, claim)
            best[key] = sure if sure.date_origin else _dated_as(sure, other)
    yield from sorted(
        best.values(),
        key=lambda c: (c.evidence, c.trigger, c.relation, c.subject, c.object, c.polarity, c.modality),
    )


@Language.factory(
    "kg_claims",
    assigns=["doc._.kg_claims"],
    requires=["token.dep", "token.lemma", "token.tag", "doc._.kg_mentions"],
    default_config={"relations": [], "gazetteers": []},
)
def create_claims(
    nlp: Language,  # noqa: ARG001 - as spaCy calls it
    name: str,  # noqa: ARG001
    relations: list[str],
    gazetteers: list[str],
) -> ClaimFinder:
    """The component; `relations` are folders of further relation files, `gazetteers` files of further names."""
    register_extensions()
    gazetteer = load_gazetteer([Path(path) for path in gazetteers])
    return ClaimFinder(load_ontology(Path(folder) for folder in relations), gazetteer)
