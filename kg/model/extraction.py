"""What was read in one article."""

from dataclasses import dataclass, field

from kg.model.article import Article, Sentence
from kg.model.claim import Claim
from kg.model.entity import Entity, Mention


@dataclass(frozen=True)
class Extraction:
    """One article with its sentences, mentions, entities and claims, each in the order of the text.

    Every `Entity.key` that a mention or claim uses stands in `entities`, and every evidence span in `sentences`.

    Attributes:
        unsure: how many claims were left out, because they are less sure than was asked.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    unsure: int = field(default=0, repr=False, compare=False)
