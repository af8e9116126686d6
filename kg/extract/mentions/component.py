"""The component that mends the parse, and finds who and what is named: people, bodies, countries and places."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import tree
from kg.extract.annotations import TokenMention
from kg.extract.mentions.demonyms import find_demonyms
from kg.extract.mentions.identity import Identities, Resolved
from kg.extract.mentions.names import NameFinder
from kg.extract.repairs import mend
from kg.extract.words import words_of
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import Article, Entity, MentionKind, Span, ZoneKind

_CREDIT: Final = re.compile(
    r"[(\[][^()\[\]]*(?:/|(?i:\b(?:photo|image|picture|via|courtesy|credit))\b)[^()\[\]]*[)\]]\W*$"
)


@lru_cache(maxsize=4)
def _gazetteer(paths: tuple[str, ...]) -> Gazetteer:
    return load_gazetteer([Path(path) for path in paths])


def closed_tokens(doc: tree.Doc) -> frozenset[int]:
    """The tokens outside the text of the article: credits, sharing lines, footers."""
    article: Article | None = doc._.kg_article
    zones = article.zones if article else ()
    noise = [zone.span for zone in zones if zone.kind is ZoneKind.NOISE]
    noise += [
        span
        for zone in zones
        if zone.kind is ZoneKind.CAPTION and (span := _credit(zone.span, doc.text)) is not None
    ]
    if not noise:
        return frozenset()
    return frozenset(token.i for token in doc if any(span.begin <= token.idx < span.end for span in noise))


def _credit(caption: Span, text: str) -> Span | None:
    """The brackets at the end of a caption that name its photographer and agency."""
    found = _CREDIT.search(caption.of(text))
    return Span(caption.begin + found.start(), caption.end) if found else None


def head_of(doc: tree.Doc, start: int, end: int) -> int:
    """The token that governs a stretch of tokens: its root, or its last word where the parse leaves several."""
    roots = [i for i in range(start, end) if not start <= doc[i].head.i < end or doc[i].head.i == i]
    return roots[0] if len(roots) == 1 else doc[start:end].root.i


def one_per_head(mentions: Iterable[TokenMention]) -> list[TokenMention]:
    """The mentions in the order of the text; of several with one head the longest, of equal ones the first."""
    best: dict[int, TokenMention] = {}
    for mention in mentions:
        known = best.get(mention.head)
        if known is None or mention.end - mention.start > known.end - known.start:
            best[mention.head] = mention
    return sorted(best.values(), key=lambda m: (m.start, -m.end, m.head))


def _name_mentions(
    doc: tree.Doc, resolved: Sequence[Resolved], entities: dict[str, Entity]
) -> list[TokenMention]:
    return [
        TokenMention(r.name.start, r.name.end, head_of(doc, r.name.start, r.name.end), MentionKind.NAME,
                     entities[r.entity].type, r.entity)
        for r in resolved
    ]  # fmt: skip


@Language.factory(
    "kg_mentions",
    default_config={"gazetteers": []},
    requires=["doc.ents", "token.dep", "token.tag"],
    assigns=["token.dep", "doc._.kg_mentions", "doc._.kg_entities"],
)
class NamedMentions:
    """Fills `doc._.kg_mentions` and `doc._.kg_entities` with what is named.

    Args:
        nlp, name: as spaCy gives them.
        gazetteers: files of names besides the shipped ones.
    """

    def __init__(self, nlp: Language, name: str, gazetteers: list[str]) -> None:  # noqa: ARG002 - spaCy passes it
        self.name = name
        self.gazetteer = _gazetteer(tuple(gazetteers))

    def __call__(self, doc: Doc) -> Doc:
        """Mend the parse, find the names, decide what they mean, and leave them on the document."""
        if not len(doc):
            return doc
        parse = mend(doc)
        words = words_of(parse)
        closed = closed_tokens(parse)
        identities = Identities(words, self.gazetteer)
        resolved = identities.resolve(NameFinder(words, self.gazetteer, closed).find())
        entities = identities.entities
        mentions = _name_mentions(parse, resolved, entities)
        mentions += find_demonyms(words, self.gazetteer, closed, mentions, entities)
        doc._.kg_mentions = one_per_head(mentions)
        used = {mention.entity for mention in doc._.kg_mentions}
        doc._.kg_entities = {key: entity for key, entity in entities.items() if key in used}
        return doc
