"""What the components leave on a `Doc`, in tokens; `kg.extract.pipeline` turns it into the model's values.

Extensions: `doc._.kg_article` (Article or None), `doc._.kg_entities` (dict of key to Entity), `doc._.kg_mentions` (list of
TokenMention in the order of the text), `doc._.kg_claims` (tuple of Claim), `doc._.kg_roles` (dict of entity key to nouns).
"""

from dataclasses import dataclass

from spacy import tokens

from kg.extract.tree import Doc
from kg.model import EntityType, MentionKind

EXTENSIONS = ("kg_article", "kg_entities", "kg_mentions", "kg_claims", "kg_roles")


@dataclass(frozen=True, slots=True)
class TokenMention:
    """A mention over tokens. Mentions may nest, but no two have the same head.

    Attributes:
        start, end: half-open token indices, without leading article and trailing possessive.
        head: the token that governs it in the parse ("Maduro" in "Nicolás Maduro", "regime" in "the Maduro regime").
        entity: the key of its entity in `doc._.kg_entities`.
        tentative: a plain nominal ("protesters"), to be kept only where a claim has its entity as an end or holder.
        passing: of an entity that no mention describes ("one of them", "14 people"), to be kept only as a tentative one,
            but as good as others for claims.
        reach: where the phrase ends with its complements ("two people familiar with the plan"), if beyond `end`;
            for output alone.
        members: of a set whose members are known ("both sides"), their keys; `entity` is the first.
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    type: EntityType
    entity: str
    confidence: float = 1.0
    tentative: bool = False
    reach: int = 0
    members: tuple[str, ...] = ()
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation found between two mentions, before its presentation is known.

    Attributes:
        subject, object: head tokens of the two mentions.
        subject_entity, object_entity: their entity keys.
        trigger: the token that carries the relation.
        frame: the frame as the ontology writes it, or the name of the construction.
        static: presupposed (titles, demonyms, appositions): affirmed, actual, in the author's voice whatever governs it.
        possible: a static relation that is still to come ("president-elect").
        negated: the trigger itself says that it did not happen ("acquitted", of a conviction).
    """

    subject: int
    object: int
    subject_entity: str
    object_entity: str
    relation: str
    trigger: int
    frame: str
    confidence: float
    static: bool = False
    possible: bool = False
    negated: bool = False


def register_extensions() -> None:
    """Make the extensions known to spaCy; harmless when done before."""
    defaults: tuple[object, ...] = (None, {}, [], (), {})
    for name, default in zip(EXTENSIONS, defaults, strict=True):
        if not tokens.Doc.has_extension(name):
            tokens.Doc.set_extension(name, default=default)


def mentions_by_head(doc: Doc) -> dict[int, TokenMention]:
    """The mentions of a `Doc` by the index of their head token."""
    return {mention.head: mention for mention in doc._.kg_mentions}
