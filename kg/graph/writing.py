"""What was read in one article → the quads of the article's own graph."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import SkippedInput
from kg.graph import terms
from kg.graph.names import KG, WD, Names
from kg.graph.runs import Run
from kg.graph.summaries import summary_of, written_summary
from kg.model import UNNAMED, Claim, Entity, Extraction, Mention, Sentence, Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """How much was not written: it does not stand in the text as it says, points at nothing, or is not wanted.

    Attributes:
        sentences, mentions: their words are not those at their offsets, or a mention's entity is unknown.
        claims: evidence, trigger, an end or a holder is among what was dropped or unknown.
        dates: of a claim or the article, no date of the calendar; the rest of it was written.
        merged: a second mention at the same offsets, or a claim that says the same with the same evidence.
        unsure: claims that are less sure than was asked.
    """

    sentences: int = 0
    mentions: int = 0
    claims: int = 0
    dates: int = 0
    merged: int = 0
    unsure: int = 0

    def __add__(self, other: "Dropped") -> "Dropped":
        return Dropped(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self))


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """The graph of one article: its name, its quads (sorted, each once), and what was not written.

    Attributes:
        relations: the name of the relation of each claim in it.
    """

    graph: NamedNode
    quads: tuple[Quad, ...]
    dropped: Dropped
    relations: tuple[str, ...]


def extraction_quads(
    extraction: Extraction,
    run: Run,
    names: Names | None = None,
    relations: Mapping[str, str] | None = None,
    fingerprint: Callable[[str], str] | None = None,
) -> ArticleGraph:
    """All that was read in one article, as the quads of its own graph; offsets are checked against the text.

    Args:
        relations: the IRI of each relation by its name, where it is not one of `kg:`.
        fingerprint: gives that of a text, in base64; without it nothing is written that only spares a store work.

    Raises:
        SkippedInput: the text or a name in it cannot be written as UTF-8.
    """
    try:
        return _ArticleWriter(extraction, run, names or Names(), relations or {}).write(fingerprint)
    except UnicodeEncodeError as error:
        raise SkippedInput(
            extraction.article.identifier,
            f"the text has half a surrogate pair at character {error.start}, which UTF-8 cannot hold; "
            "correct its encoding",
        ) from error


class _ArticleWriter:
    """Collects the quads of one article; what is known good so far decides what may follow."""

    def __init__(self, extraction: Extraction, run: Run, names: Names, relations: Mapping[str, str]) -> None:
        extraction.article.text.encode("utf-8")
        self.extraction = extraction
        self.article = extraction.article
        self.run = run
        self.names = names
        self.relations = relations
        self.graph = names.article(self.article.identifier)
        self.entities = {entity.key: entity for entity in extraction.entities}
        self.nodes = {
            key: names.entity(entity, self.article.identifier) for key, entity in self.entities.items()
        }
        self.sentences: set[Span] = set()
        self.readings = {key: names.reading(self.article.identifier, key) for key in self.entities}
        self.quads: dict[Quad, None] = {}
        self.counts = dict.fromkeys((f.name for f in fields(Dropped)), 0)
        self.counts["unsure"] = extraction.unsure

    def write(self, fingerprint: Callable[[str], str] | None) -> ArticleGraph:
        self.write_article()
        for sentence in self.extraction.sentences:
            self.write_sentence(sentence)
        for entity in self.entities.values():
            self.write_reading(entity)
        self.write_mentions(self.extraction.mentions)
        claims = self.write_claims(self.extraction.claims)
        if fingerprint is not None:
            self.add(self.graph, terms.FINGERPRINT, terms.base64(fingerprint(self.article.text)))
            summary = written_summary(summary_of(self.quads, self.names))
            self.add(self.graph, terms.SUMMARY, Literal(summary))
        relations = tuple(claim.relation for claim in claims)
        return ArticleGraph(self.graph, tuple(sorted(self.quads, key=str)), Dropped(**self.counts), relations)

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.quads[Quad(subject, predicate, value, self.graph)] = None

    def write_article(self) -> None:
        article, node = self.article, self.graph
        for kind in (terms.ARTICLE, terms.PROV_ENTITY, terms.CONTEXT):
            self.add(node, terms.TYPE, kind)
        self.add(node, terms.IDENTIFIER, Literal(_writable(article.identifier)))
        self.add(node, terms.SHA256, Literal(article.sha256))
        self.add(node, terms.IS_STRING, Literal(article.text))
        self.add(node, terms.WAS_GENERATED_BY, self.run.iri(self.names))
        for predicate, value in (
            (terms.TITLE, article.title),
            (terms.PUBLISHER, article.publisher),
            (terms.CREATOR, article.creator),
        ):
            if value:
                self.add(node, predicate, Literal(_writable(value)))
        if article.source:
            self.add(node, terms.SOURCE, _address(article.source))
        self.write_date(node, terms.ISSUED, article.date)

    def write_date(self, node: NamedNode, predicate: NamedNode, value: str | None) -> bool:
        if value is None:
            return False
        if (when := terms.moment(value)) is None:
            self.counts["dates"] += 1
            return False
        self.add(node, predicate, when)
        return True

    def write_sentence(self, sentence: Sentence) -> None:
        if sentence.span.of(self.article.text) != sentence.text or sentence.span.end > len(self.article.text):
            self.counts["sentences"] += 1
            return
        self.sentences.add(sentence.span)
        node = self.write_stretch(sentence.span, (terms.SENTENCE, terms.RFC5147))
        self.add(node, terms.REFERENCE_CONTEXT, self.graph)

    def write_stretch(self, span: Span, types: Iterable[NamedNode]) -> NamedNode:
        node = self.names.stretch(self.article.identifier, span)
        for kind in types:
            self.add(node, terms.TYPE, kind)
        self.add(node, terms.BEGIN_INDEX, terms.integer(span.begin))
        self.add(node, terms.END_INDEX, terms.integer(span.end))
        self.add(node, terms.ANCHOR_OF, Literal(span.of(self.article.text)))
        return node

    def write_reading(self, entity: Entity) -> None:
        node = self.readings[entity.key]
        self.add(node, terms.TYPE, terms.READING)
        self.add(node, terms.READING_OF, self.nodes[entity.key])
        self.add(node, terms.TA_CLASS_REF, terms.kg(entity.type.value))
        self.add(node, terms.READ_AS, Literal(_one_line(entity.name)))
        self.add(node, terms.NAMED, terms.boolean(not entity.local))
        for role in entity.roles:
            self.add(node, terms.READ_ROLE, Literal(role))
        if entity.wikidata:
            self.add(node, terms.READ_IDENTITY, NamedNode(WD + entity.wikidata))

    def write_mentions(self, mentions: Iterable[Mention]) -> None:
        taken: set[Span] = set()
        for mention in sorted(mentions, key=lambda m: (m.span, -m.confidence, m.entity)):
            entity = self.entities.get(mention.entity)
            text = self.article.text
            if entity is None or mention.span.end > len(text) or mention.span.of(text) != mention.text:
                self.counts["mentions"] += 1
            elif mention.span in taken:
                self.counts["merged"] += 1
            else:
                taken.add(mention.span)
                self.write_mention(mention, entity)

    def write_mention(self, mention: Mention, entity: Entity) -> None:
        node = self.write_stretch(mention.span, (terms.MENTION, terms.PHRASE))
        self.add(node, terms.WAS_DERIVED_FROM, self.graph)
        self.refer(node, terms.TA_IDENT_REF, terms.OF_READING, entity.key)
        self.add(node, terms.TA_CLASS_REF, terms.kg(entity.type.value))
        self.add(node, terms.MENTION_KIND, terms.kg(mention.kind.value))
        self.add(node, terms.CONFIDENCE, terms.decimal(mention.confidence))

    def write_claims(self, claims: Iterable[Claim]) -> list[Claim]:
        """Write them, each once; gives those that were written."""
        best: dict[NamedNode, Claim] = {}
        for claim in claims:
            if not self.stands(claim):
                self.counts["claims"] += 1
                continue
            node = self.names.claim(self.article.identifier, claim)
            if node in best:
                self.counts["merged"] += 1
            if node not in best or _rank(claim) < _rank(best[node]):
                best[node] = claim
        for node, claim in best.items():
            self.write_claim(node, claim)
        return list(best.values())

    def stands(self, claim: Claim) -> bool:
        """Whether the claim's evidence is a sentence that was written, and all that it names is known."""
        named = [claim.subject, claim.object, claim.reported_by]
        if claim.holder != UNNAMED:
            named.append(claim.holder)
        return (
            claim.evidence in self.sentences
            and claim.trigger.end <= len(self.article.text)
            and all(key in self.entities for key in named if key is not None)
        )

    def write_claim(self, node: NamedNode, claim: Claim) -> None:
        identifier = self.article.identifier
        self.add(node, terms.TYPE, terms.CLAIM)
        self.refer(node, terms.SUBJECT, terms.SUBJECT_READING, claim.subject)
        self.add(node, terms.PREDICATE, NamedNode(self.relations.get(claim.relation, KG + claim.relation)))
        self.refer(node, terms.OBJECT, terms.OBJECT_READING, claim.object)
        self.add(node, terms.POLARITY, terms.kg(claim.polarity.value))
        self.add(node, terms.MODALITY, terms.kg(claim.modality.value))
        self.add(node, terms.CONFIDENCE, terms.decimal(claim.confidence))
        self.add(node, terms.FRAME, Literal(claim.frame))
        self.add(node, terms.EVIDENCE, self.names.stretch(identifier, claim.evidence))
        self.add(node, terms.WAS_DERIVED_FROM, self.graph)
        trigger = self.write_stretch(claim.trigger, (terms.PHRASE, terms.RFC5147))
        self.add(trigger, terms.REFERENCE_CONTEXT, self.graph)
        self.add(node, terms.TRIGGER, trigger)
        if claim.holder == UNNAMED:
            self.add(node, terms.ATTRIBUTED_TO, terms.kg(UNNAMED))
        elif claim.holder is not None:
            self.refer(node, terms.ATTRIBUTED_TO, terms.HOLDER_READING, claim.holder)
        if claim.holder is not None and claim.stance is not None:
            self.add(node, terms.HOLDER_STANCE, terms.kg(claim.stance.value))
        if claim.reported_by is not None:
            self.refer(node, terms.REPORTED_BY, terms.REPORTER_READING, claim.reported_by)
        self.write_dates(node, claim)

    def write_dates(self, node: NamedNode, claim: Claim) -> None:
        written = [
            self.write_date(node, predicate, value)
            for predicate, value in (
                (terms.DATE, claim.date),
                (terms.START_DATE, claim.starts),
                (terms.END_DATE, claim.ends),
            )
        ]
        if any(written) and claim.date_origin is not None:
            self.add(node, terms.DATE_ORIGIN, terms.kg(claim.date_origin.value))

    def refer(self, node: NamedNode, predicate: NamedNode, by_reading: NamedNode, key: str) -> None:
        """Name an entity, and beside it the reading that it comes from: another resolution may change the entity."""
        self.add(node, predicate, self.nodes[key])
        self.add(node, by_reading, self.readings[key])


def _rank(claim: Claim) -> tuple[object, ...]:
    """Of claims that say the same: the surest, then the first."""
    when = (claim.date or "", claim.starts or "", claim.ends or "")
    return (-claim.confidence, claim.trigger, claim.frame, when, claim.reported_by or "", claim.stance or "")


def _address(source: str) -> NamedNode | Literal:
    """Where an article comes from: an IRI where it is one, else as it is written."""
    if source.startswith(("http://", "https://")):
        try:
            return NamedNode(source)
        except ValueError:
            pass
    return Literal(_writable(source))


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _writable(value: str) -> str:
    """A name from outside the text: bytes that are no UTF-8 (in a file's name) become U+FFFD."""
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
