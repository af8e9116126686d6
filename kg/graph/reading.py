"""The quads of one article's graph → the values that they were written from."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.graph.names import KG, WD, Names
from kg.model import (
    UNNAMED,
    Article,
    Claim,
    DateOrigin,
    Entity,
    EntityType,
    Extraction,
    HolderStance,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Sentence,
    Span,
)


def read_extraction(quads: Iterable[Quad], names: Names | None = None) -> Extraction | None:
    """What was read in one article, from the quads of its graph; None where they hold no article.

    All comes in the order of the text, entities by key, as the article alone gave them: without resolution. Zones are not
    kept in the graph. A relation that is not one of `kg:` is named by its whole IRI.
    """
    reader = _ArticleReader(quads, names or Names())
    return reader.extraction() if reader.article_node is not None else None


class _ArticleReader:
    """The quads by subject and property."""

    def __init__(self, quads: Iterable[Quad], names: Names) -> None:
        self.names = names
        self.nodes: defaultdict[str, defaultdict[NamedNode, list[str]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                self.nodes[quad.subject.value][quad.predicate].append(quad.object.value)
        self.article_node = next(iter(self.of_type(terms.ARTICLE)), None)

    def of_type(self, kind: NamedNode) -> list[str]:
        return sorted(node for node, properties in self.nodes.items() if kind.value in properties[terms.TYPE])

    def value(self, node: str, predicate: NamedNode) -> str:
        return min(self.nodes[node][predicate], default="")

    def local_name(self, node: str, predicate: NamedNode) -> str:
        return self.value(node, predicate).removeprefix(KG)

    def key(self, node: str, by_reading: NamedNode) -> str:
        return self.names.key(self.value(node, by_reading))

    def span(self, node: str) -> Span:
        return Span(int(self.value(node, terms.BEGIN_INDEX)), int(self.value(node, terms.END_INDEX)))

    def extraction(self) -> Extraction:
        return Extraction(
            self.article(),
            tuple(sorted(self.sentence(node) for node in self.of_type(terms.SENTENCE))),
            tuple(sorted(self.mention(node) for node in self.of_type(terms.MENTION))),
            tuple(sorted(self.entity(node) for node in self.of_type(terms.READING))),
            tuple(
                sorted(
                    (self.claim(node) for node in self.of_type(terms.CLAIM)),
                    key=lambda claim: (claim.evidence, claim.trigger, repr(claim)),
                )
            ),
        )

    def article(self) -> Article:
        node = self.article_node or ""
        return Article(
            identifier=self.names.identifier(node) or node,
            text=self.value(node, terms.IS_STRING),
            title=self.value(node, terms.TITLE) or None,
            date=self.value(node, terms.ISSUED) or None,
            publisher=self.value(node, terms.PUBLISHER) or None,
            creator=self.value(node, terms.CREATOR) or None,
            source=self.value(node, terms.SOURCE) or None,
        )

    def sentence(self, node: str) -> Sentence:
        return Sentence(self.span(node), self.value(node, terms.ANCHOR_OF))

    def mention(self, node: str) -> Mention:
        return Mention(
            self.span(node),
            self.value(node, terms.ANCHOR_OF),
            MentionKind(self.local_name(node, terms.MENTION_KIND)),
            self.key(node, terms.OF_READING),
            float(self.value(node, terms.CONFIDENCE)),
        )

    def entity(self, node: str) -> Entity:
        return Entity(
            self.names.key(node),
            EntityType(self.local_name(node, terms.TA_CLASS_REF)),
            self.value(node, terms.READ_AS),
            self.value(node, terms.NAMED) == "false",
            self.value(node, terms.READ_IDENTITY).removeprefix(WD) or None,
            tuple(sorted(self.nodes[node][terms.READ_ROLE])),
        )

    def claim(self, node: str) -> Claim:
        origin = self.local_name(node, terms.DATE_ORIGIN)
        stance = self.local_name(node, terms.HOLDER_STANCE)
        return Claim(
            subject=self.key(node, terms.SUBJECT_READING),
            relation=self.local_name(node, terms.PREDICATE),
            object=self.key(node, terms.OBJECT_READING),
            evidence=self.span(self.value(node, terms.EVIDENCE)),
            trigger=self.span(self.value(node, terms.TRIGGER)),
            frame=self.value(node, terms.FRAME),
            polarity=Polarity(self.local_name(node, terms.POLARITY)),
            modality=Modality(self.local_name(node, terms.MODALITY)),
            holder=self.holder(node),
            reported_by=self.key(node, terms.REPORTER_READING) or None,
            stance=HolderStance(stance) if stance else None,
            date=self.value(node, terms.DATE) or None,
            date_origin=DateOrigin(origin) if origin else None,
            starts=self.value(node, terms.START_DATE) or None,
            ends=self.value(node, terms.END_DATE) or None,
            confidence=float(self.value(node, terms.CONFIDENCE)),
        )

    def holder(self, node: str) -> str | None:
        unnamed = self.value(node, terms.ATTRIBUTED_TO) == KG + UNNAMED
        return UNNAMED if unnamed else self.key(node, terms.HOLDER_READING) or None
