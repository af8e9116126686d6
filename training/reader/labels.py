"""Which relations an annotation gives to the pairs of mentions of a sentence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern

from passages import Passage
from spacy import tokens

from kg.evaluate.compare import compare
from kg.evaluate.found import Found
from kg.evaluate.gold import GoldArticle
from kg.extract.claims import ClaimFinder
from kg.extract.reader.ends import End
from kg.extract.reader.pairs import PairFinder
from kg.extract.reader.reader import STATIC
from kg.extract.tree import Doc, read
from kg.model import MentionKind
from kg.ontology import Relation


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair of mentions, subject first, with what an annotation says of it.

    Attributes:
        fitting: the relations that may hold between ends of their types.
        told: those that the annotation gives them with this sentence as evidence.
        elsewhere: those that it gives them with other evidence alone.
        found: those that the grammar finds here.
    """

    features: frozenset[str]
    fitting: frozenset[str]
    told: frozenset[str]
    elsewhere: frozenset[str]
    found: frozenset[str]


class Labeller:
    """Labels the pairs of documents.

    Args:
        finder: of claims; what it finds by grammar is a feature of pairs.
    """

    def __init__(self, finder: ClaimFinder) -> None:
        self.finder = finder
        self.pairs = PairFinder(finder.frames, finder.relations)

    def of(self, source: tokens.Doc, gold: GoldArticle) -> Iterator[Labelled]:
        """The pairs of an annotated document, in the order of the text."""
        doc, relations = read(source), self.finder.relations
        annotated = _Annotated(doc, gold, relations)
        told = [candidate for candidate, _ in self.finder.presented(source)]
        for seen in self.pairs.of(doc, told, lambda _: True):
            for (subject, other), features in zip(seen.pairs, seen.features, strict=True):
                fitting = self.pairs.fitting.of(subject, other)
                here, anywhere = annotated.relations(subject, other, seen.sentence.start)
                ways = {(subject.entity, other.entity), (other.entity, subject.entity)}
                found = frozenset(
                    each.relation
                    for each in seen.told
                    if (ends := (each.subject_entity, each.object_entity)) == (subject.entity, other.entity)
                    or (relations[each.relation].symmetric and ends in ways)
                )
                names = frozenset(map(intern, features))
                yield Labelled(names, fitting, here & fitting, (anywhere - here) & fitting, found)


class _Annotated:
    """What the annotation of an article says of entities as they were extracted."""

    def __init__(self, doc: Doc, gold: GoldArticle, relations: Mapping[str, Relation]) -> None:
        surfaces: defaultdict[str, list[str]] = defaultdict(list)
        for mention in doc._.kg_mentions:
            for key in mention.members or (mention.entity,):
                surfaces[key].append(doc[mention.start : mention.end].text)
        labels: Mapping[str, Sequence[str]] = {k: (entity.name,) for k, entity in doc._.kg_entities.items()}
        self._targets = compare(gold, Found(surfaces, (), labels)).targets
        self._told: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._here: defaultdict[tuple[int, str, str], set[str]] = defaultdict(set)
        for claim in gold.claims:
            span = doc.char_span(claim.evidence.begin, claim.evidence.end)
            starts = set() if span is None else {token.sent.start for token in span}
            for subject in {claim.subject, *claim.accept_subject}:
                for other in {claim.object, *claim.accept_object}:
                    ways = [(subject, other)]
                    if relations[claim.relation].symmetric:
                        ways.append((other, subject))
                    for way in ways:
                        self._told[way].add(claim.relation)
                        for start in starts:
                            self._here[start, *way].add(claim.relation)

    def relations(self, subject: End, other: End, start: int) -> tuple[frozenset[str], frozenset[str]]:
        """The relations between the two that a sentence is evidence of, and those that any is."""
        first, second = self._targets.get(subject.entity), self._targets.get(other.entity)
        if first is None or second is None:
            return frozenset(), frozenset()
        return frozenset(self._here[start, first, second]), frozenset(self._told[first, second])


def lenient(pair: Labelled) -> Labelled:
    """The pair without a verdict on what the grammar finds of offices, seats and the like: passages leave much of it out."""
    return replace(pair, elsewhere=pair.elsewhere | ((pair.found & STATIC) - pair.told))


def with_forms(passage: Passage, doc: tokens.Doc) -> GoldArticle:
    """The annotation with the mentions of a document as further forms: each belongs to the innermost mark round its head."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for mention in doc._.kg_mentions:
        head = doc[mention.head]
        around = [mark for mark in passage.marks if mark.place.begin <= head.idx < mark.place.end]
        if around and mention.kind is not MentionKind.PRONOUN:
            inner = min(around, key=lambda mark: mark.place.end - mark.place.begin)
            forms[inner.entity].append(doc[mention.start : mention.end].text)
    entities = (
        replace(each, mentions=tuple(dict.fromkeys((*each.mentions, *forms[each.id]))))
        for each in passage.gold.entities
    )
    return replace(passage.gold, entities=tuple(entities))
