"""An extractor without a language model, for tests of what is around one: it reads "Ana indicted Ben." and no more.

It is a module of its own, because other processes import it by its name.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.stamp import Stamp
from kg.model import Article, Claim, Entity, EntityType, Extraction, Mention, MentionKind, Sentence, Span

SENTENCE = re.compile(r"(?P<subject>[A-Z]\w+) (?P<verb>indicted|metWith) (?P<object>[A-Z]\w+)\.")
BUG = "stumbling block"
DEATH = "deadly block"
SURE = {"indicted": 0.9, "metWith": 0.6}


@dataclass(frozen=True)
class FakeExtractor:
    version: str
    model_name: str = "fake-1"
    min_confidence: float = 0.0

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        for article in articles:
            if BUG in article.text:
                raise ValueError("stumbled")
            if DEATH in article.text:
                os._exit(9)
            yield self._read(article)

    def _read(self, article: Article) -> Extraction:
        sentences, mentions, claims, entities = [], [], [], {}
        for match in SENTENCE.finditer(article.text):
            whole = Span(*match.span())
            sentences.append(Sentence(whole, match[0]))
            for end in ("subject", "object"):
                key = match[end].lower()
                entities[key] = Entity(key, EntityType.PERSON, match[end])
                mentions.append(Mention(Span(*match.span(end)), match[end], MentionKind.NAME, key))
            if SURE[match["verb"]] < self.min_confidence:
                continue
            trigger = Span(*match.span("verb"))
            ends = match["subject"].lower(), match["verb"], match["object"].lower()
            claims.append(Claim(*ends, whole, trigger, "SUBJ verb OBJ", confidence=SURE[match["verb"]]))
        return Extraction(
            article, tuple(sentences), tuple(mentions), tuple(sorted(entities.values())), tuple(claims)
        )


@dataclass(frozen=True)
class FakeRecipe:
    """Makes the extractor above; another version reads every text anew."""

    version: str = "1"
    min_confidence: float = 0.0

    def make(self) -> FakeExtractor:
        return FakeExtractor(self.version, min_confidence=self.min_confidence)

    def stamp(self) -> Stamp:
        return Stamp(self.version, "fake-1")
