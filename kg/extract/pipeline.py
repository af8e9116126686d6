"""Assembles the spaCy pipeline, and turns what its components leave on a `Doc` into the model's values."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.extract import claims, coreference, mentions, sentences, tree, words
from kg.extract.annotations import TokenMention, register_extensions
from kg.extract.layout import Plain, without_layout
from kg.extract.lean.components import make_lean
from kg.extract.lean.loading import loaded
from kg.extract.measured import measure
from kg.extract.scare_quotes import restore, scare_quote_marks, without
from kg.extract.stamp import DEFAULT_MODEL, not_installed, stamp
from kg.extract.title_case import lowered
from kg.extract.tokens import part_initials
from kg.model import Article, Claim, Entity, Extraction, Mention, Sentence, Span
from kg.ontology import load_ontology
from kg.stages import Stages

OURS = ("kg_sentences", "kg_mentions", "kg_coreference", "kg_claims")
"""Our components, in their order; the base pipeline runs after the first."""

COMPONENTS = (claims, coreference, mentions, sentences)
"""The modules whose import registers the components."""


def load_pipeline(
    model: str = DEFAULT_MODEL,
    relations: Sequence[Path] = (),
    gazetteers: Sequence[Path] = (),
    *,
    reader: bool = False,
) -> Language:
    """The base pipeline `model` with our components: sentences before the parser, the others at the end.

    Args:
        reader: whether the trained reader stands beside the grammar.

    Raises:
        UsageError: no such pipeline is installed, or it lacks a parser, a tagger or named entities.
    """
    register_extensions()
    try:
        nlp = loaded(model, words=model != DEFAULT_MODEL)
    except OSError as error:
        raise not_installed(model) from error
    missing = {"parser", "tagger", "ner"} - set(nlp.pipe_names)
    if missing:
        raise UsageError(
            f"the spaCy pipeline {model!r} lacks {', '.join(sorted(missing))}; choose a complete English one"
        )
    part_initials(nlp)
    make_lean(nlp)
    nlp.add_pipe("kg_sentences", before="parser")
    names = [str(path) for path in gazetteers]
    nlp.add_pipe("kg_mentions", config={"gazetteers": names})
    nlp.add_pipe("kg_coreference", config={"gazetteers": names})
    folders = [str(path) for path in relations]
    nlp.add_pipe("kg_claims", config={"relations": folders, "gazetteers": names, "reader": reader})
    return nlp


class Extractor:
    """Reads articles: mentions, entities and claims.

    Args:
        model: the base spaCy pipeline, by its package name or path.
        relations: folders of relation files besides the shipped ones.
        gazetteers: files of names besides the shipped ones.
        min_confidence: claims less sure than this are left out.
        reader: whether the trained reader stands beside the grammar.
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        relations: Sequence[Path] = (),
        gazetteers: Sequence[Path] = (),
        *,
        min_confidence: float = 0.0,
        reader: bool = False,
    ) -> None:
        self.min_confidence = min_confidence
        self.nlp = load_pipeline(model, relations, gazetteers, reader=reader)
        self.ontology = load_ontology(relations)
        stamped = stamp(model, relations, gazetteers, min_confidence, reader=reader)
        self.version, self.model_name = stamped.version, stamped.model_name

    def measure(self, stages: Stages) -> None:
        """Count there the seconds that each component takes from now on."""
        measure(self.nlp, stages, OURS)

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        """What each article says, in the order given."""
        kept: deque[Plain] = deque()
        try:
            for doc in self.documents(_keeping(map(without_layout, articles), kept), batch_size):
                yield kept.popleft().lead_back(extraction_of(doc, self.min_confidence))
        finally:
            words.forget()
            tree.forget()

    def documents(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Doc]:
        """The processed `Doc` of each article, in the order given, parsed without its scare quotes and title case."""
        pairs = ((_plain(full), full) for full in map(self._document, articles))
        for plain, full in self.nlp.pipe(pairs, as_tuples=True, batch_size=batch_size, disable=list(OURS)):
            doc = plain if plain is full else restore(full, plain, scare_quote_marks(full))
            for name in OURS[1:]:
                doc = self.nlp.get_pipe(name)(doc)
            yield doc

    def _document(self, article: Article) -> Doc:
        doc = self.nlp.make_doc(article.text)
        doc._.kg_article = article
        sentenced: Doc = self.nlp.get_pipe(OURS[0])(doc)
        return sentenced


def _plain(full: Doc) -> Doc:
    """What the parser reads: without scare quotes, and headlines without their capitals."""
    marks, lower = scare_quote_marks(full), lowered(full)
    return without(full, marks, lower) if marks or lower else full


def _keeping(articles: Iterable[Plain], kept: deque[Plain]) -> Iterator[Article]:
    for each in articles:
        kept.append(each)
        yield each.article


def extraction_of(doc: Doc, min_confidence: float = 0.0) -> Extraction:
    """The values of a processed `Doc`; claims that are less sure, and nominals that no claim uses, are left out."""
    article = doc._.kg_article or Article(identifier="", text=doc.text)
    found: tuple[Claim, ...] = tuple(c for c in doc._.kg_claims if c.confidence >= min_confidence)
    used = {
        key
        for claim in found
        for key in (claim.subject, claim.object, claim.holder, claim.reported_by)
        if key
    }
    parse = tree.read(doc)
    kept = [
        mention
        for token_mention in doc._.kg_mentions
        if not (token_mention.tentative or token_mention.passing) or token_mention.entity in used
        for mention in _mentions(parse, token_mention)
    ]
    used |= {mention.entity for mention in kept}
    entities: dict[str, Entity] = doc._.kg_entities
    return Extraction(
        article=article,
        sentences=tuple(_sentences(parse.text, found)),
        mentions=_in_order(kept),
        entities=tuple(
            sorted(
                (_described(doc._.kg_roles, entity) for key, entity in entities.items() if key in used),
                key=attrgetter("key"),
            )
        ),
        claims=found,
        unsure=len(doc._.kg_claims) - len(found),
    )


def _described(roles: Mapping[str, frozenset[str]], entity: Entity) -> Entity:
    """The entity with the nouns that the text uses for it, where it has a name."""
    told = roles.get(entity.key)
    return replace(entity, roles=tuple(sorted(told))) if told and not entity.local else entity


def _mentions(parse: tree.Doc, mention: TokenMention) -> Iterator[Mention]:
    """The mention for the outside; one for each member of a set."""
    span = parse[mention.start : max(mention.end, mention.reach)]
    begin, text = span.start_char, span.text
    if text.strip():
        place = Span(begin, begin + len(text))
        for entity in mention.members or (mention.entity,):
            yield Mention(place, text, mention.kind, entity, mention.confidence)


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in their order, each once; to compare them by plain tuples is several times as fast."""
    ordered = sorted(mentions, key=_place)
    return tuple(m for m, before in zip(ordered, [None, *ordered], strict=False) if m != before)


def _place(mention: Mention) -> tuple[int, int, str, str, str, float]:
    span = mention.span
    return span.begin, span.end, mention.text, mention.kind, mention.entity, mention.confidence


def _sentences(text: str, found: Iterable[Claim]) -> Iterator[Sentence]:
    """The sentences that are evidence of a claim."""
    for span in sorted({claim.evidence for claim in found}):
        yield Sentence(span, span.of(text))
