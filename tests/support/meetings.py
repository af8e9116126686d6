"""An extractor without a language model for stores whose entities depend on each other.

It reads "Rosa Marin of Chile met Ivar Holt." and no more: who works for which country tells namesakes apart.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import (
    Article,
    Claim,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Sentence,
    Span,
)

_PERSON = r"[A-Z]\w+(?: [A-Z]\w+)*"
_SENTENCE = re.compile(
    rf"(?P<first>{_PERSON}) (?P<of>of) (?P<country>[A-Z]\w+) (?P<met>met) (?P<second>{_PERSON})\."
)


def met(first: str, country: str, second: str) -> str:
    """The sentence: the first, of a country, met the second."""
    return f"{first} of {country} met {second}."


def read_in(article: Article) -> Extraction:
    """What the sentences of an article say."""
    sentences, mentions, entities, claims = [], [], {}, []
    for match in _SENTENCE.finditer(article.text):
        whole = Span(*match.span())
        sentences.append(Sentence(whole, match[0]))
        keys = {}
        for part in ("first", "country", "second"):
            keys[part] = key = match[part].lower().replace(" ", "-")
            kind = EntityType.COUNTRY if part == "country" else EntityType.PERSON
            entities[key] = Entity(key, kind, match[part])
            mentions.append(Mention(Span(*match.span(part)), match[part], MentionKind.NAME, key))
        of, verb = Span(*match.span("of")), Span(*match.span("met"))
        claims.append(Claim(keys["first"], "worksFor", keys["country"], whole, of, "of"))
        claims.append(Claim(keys["first"], "metWith", keys["second"], whole, verb, "SUBJ meet OBJ"))
    return Extraction(
        article, tuple(sentences), tuple(mentions), tuple(sorted(entities.values())), tuple(claims)
    )


@dataclass(frozen=True)
class Meetings:
    """The extractor."""

    version: str = "1"
    model_name: str = "meetings-1"

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        yield from map(read_in, articles)
