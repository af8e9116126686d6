"""From candidates to claims: how each is presented, which sentence says it, which of several equal ones stays."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from spacy import tokens
from spacy.language import Language

from kg.extract.annotations import Candidate, register_extensions
from kg.extract.anybody import Anybody
from kg.extract.attribution import Attribution
from kg.extract.confidence import Features, confidence, shipped_weights
from kg.extract.consistency import without_contradictions
from kg.extract.dates import Dates
from kg.extract.events import EventFrames, EventMatcher
from kg.extract.events.employers import as_employees
from kg.extract.frames import Frame, compile_frame
from kg.extract.predicates import Mentions
from kg.extract.presentation import Presentation
from kg.extract.presupposed import presupposed
from kg.extract.protests import PROTESTED, protests
from kg.extract.reader import FRAME as READER
from kg.extract.reader import Network, Reader, shipped_network
from kg.extract.rebuttals import Rebuttals
from kg.extract.roles import StaticRelations
from kg.extract.roles.suits import WORKS_FOR
from kg.extract.threats import THREATENED, Threats
from kg.extract.tree import Doc, Token, read
from kg.extract.ultimatums import ultimatums
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import Claim, Entity, EntityType
from kg.ontology import Ontology, load_ontology

LEAST_SURE: Final = 0.6
"""Of what the reader alone finds: from here on it does not lower precision on articles that it has not learned from."""
LEAST_SURE_OF_GRAMMAR: Final = 0.4
"""Of what the grammar finds where the reader judges it: F1 loses by what is right less often than that."""

Weighed = tuple[Candidate, Claim, Mapping[str, float]]
"""A claim, what it was made from, and what speaks for and against it."""


class ClaimFinder:
    """The `kg_claims` component: fills `doc._.kg_claims` from the mentions.

    Args:
        network: what the trained reader has learned; None to do without the reader.
        weights: of what speaks for and against claims; the shipped ones by default. With a reader they hold for
            relations that it knows.

    Attributes:
        least_sure: what the reader alone finds is kept from here on.
        least_sure_of_grammar: so is what the grammar finds, if the reader judges it.
    """

    def __init__(
        self,
        ontology: Ontology,
        gazetteer: Gazetteer | None = None,
        network: Network | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> None:
        self.relations = ontology.relations
        self.frames: list[Frame] = [
            compiled
            for relation in ontology.relations.values()
            for text in relation.frames
            for compiled in compile_frame(relation.name, text)
        ]
        self.events = EventFrames.index(self.frames, self.relations)
        self.gazetteer = gazetteer or load_gazetteer()
        self.roles = StaticRelations(self.frames, self.relations, self.gazetteer)
        self.reader = Reader(network, self.frames, self.relations) if network else None
        self.weights = shipped_weights(with_reader=network is not None) if weights is None else weights
        self.weights_of_grammar = self.weights if network is None else shipped_weights()
        self.least_sure, self.least_sure_of_grammar = LEAST_SURE, LEAST_SURE_OF_GRAMMAR

    def __call__(self, doc: tokens.Doc) -> tokens.Doc:
        """Find the claims of one document."""
        claims = [
            weighed
            for candidate, claim, features in self.weighed(doc)
            if (weighed := self._weigh(claim, features)).confidence >= self._least(candidate)
        ]
        doc._.kg_claims = tuple(_distinct(claims, {r.name for r in self.relations.values() if r.symmetric}))
        return doc

    def _weigh(self, claim: Claim, features: Mapping[str, float]) -> Claim:
        weights = self.weights if self._judged(claim.relation) else self.weights_of_grammar
        return replace(claim, confidence=confidence(weights, features))

    def _least(self, candidate: Candidate) -> float:
        """From which confidence on a claim is kept."""
        if candidate.frame == READER:
            return self.least_sure
        return self.least_sure_of_grammar if self._judged(candidate.relation) else 0.0

    def _judged(self, relation: str) -> bool:
        """Whether the reader knows a relation."""
        return self.reader is not None and relation in self.reader.relations

    def weighed(self, source: tokens.Doc) -> Iterator[Weighed]:
        """What the grammar and the reader find, with its presentation; equal ones are not yet put together."""
        doc = read(source)
        presentation = self.presentation(doc)
        told = list(self._told(doc, presentation))
        features = Features(doc, told)
        if self.reader is None:
            yield from ((candidate, claim, features.of(candidate, claim)) for candidate, claim in told)
            return
        reading = self.reader.read(doc, [candidate for candidate, _ in told], _counting(doc))
        anybody = Anybody(doc)
        alone = [
            (candidate, presentation.of(candidate))
            for candidate in reading.candidates
            if not anybody.is_end_of(candidate)
        ]
        for candidate, claim in [*told, *alone]:
            seen = features.of(candidate, claim)
            if self._judged(claim.relation):
                statement = self.reader.statement(doc, candidate)
                seen |= reading.features(statement, alone=candidate.frame == READER)
            yield candidate, claim, seen

    def presented(self, source: tokens.Doc) -> Iterator[tuple[Candidate, Claim]]:
        """What the grammar finds, with its presentation; not yet weighed, and equal ones not yet put together."""
        doc = read(source)
        return self._told(doc, self.presentation(doc))

    @staticmethod
    def presentation(doc: Doc) -> Presentation:
        """What tells how the claims of a document are presented."""
        dates = Dates(doc, doc._.kg_article.date if doc._.kg_article else None)
        return Presentation(doc, Attribution(doc, Mentions(doc)), dates)

    def _told(self, doc: Doc, presentation: Presentation) -> Iterator[tuple[Candidate, Claim]]:
        roles = self.roles.candidates(doc)
        matcher = EventMatcher(doc, self.events, self._countries(doc, roles))
        events = list(matcher.candidates())
        if WORKS_FOR in self.relations:
            events = list(as_employees(doc, self.gazetteer, events))
        anybody, counts = Anybody(doc), _counting(doc)
        found = [*roles, *events]
        found += Threats(doc, self.relations).candidates(found)
        if THREATENED in self.relations:
            found += ultimatums(doc, found)
        if PROTESTED in self.relations:
            found += protests(doc, found)
        told = [
            (candidate, presentation.of(candidate))
            for candidate in without_contradictions(found)
            if counts(doc[candidate.trigger]) and not anybody.is_end_of(candidate)
        ]
        told += [(candidate, presentation.of(candidate)) for candidate in presupposed(doc, told)]
        yield from told
        for place, verb, denial in Rebuttals(doc, presentation.attribution).of([claim for _, claim in told]):
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


def _counting(doc: Doc) -> Callable[[Token], bool]:
    """Tells whether a token stands in a part of the article that makes claims."""
    article = doc._.kg_article
    if article is None or not article.zones:
        return lambda _: True
    counted = [zone.span for zone in article.zones if zone.kind.makes_claims]
    return lambda token: any(span.begin <= token.idx < span.end for span in counted)


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
    default_config={"relations": [], "gazetteers": [], "reader": False},
)
def create_claims(
    nlp: Language,  # noqa: ARG001 - as spaCy calls it
    name: str,  # noqa: ARG001
    relations: list[str],
    gazetteers: list[str],
    reader: bool,
) -> ClaimFinder:
    """The component; `relations` are folders of further relation files, `gazetteers` files of further names.

    Raises:
        KgError: the reader is asked for, and its model is not there or is another.
    """
    register_extensions()
    gazetteer = load_gazetteer([Path(path) for path in gazetteers])
    network = shipped_network() if reader else None
    return ClaimFinder(load_ontology(Path(folder) for folder in relations), gazetteer, network)
