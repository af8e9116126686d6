"""Builders of hand-made `Doc`s: no statistical model stands behind these tests."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.annotations import TokenMention, register_extensions
from kg.extract.coreference import Coreference
from kg.extract.mentions import NamedMentions
from kg.model import Article, Entity, EntityType, MentionKind, Zone

DocBuilder = Callable[..., Doc]


@pytest.fixture(scope="session")
def build_doc() -> DocBuilder:
    """Build a `Doc` from lines "word TAG dep head [lemma]" with heads counted from 0, and names as mentions.

    `mentions` maps a word (each occurrence) to its entity type; the entity's key is the word in lower case.
    """
    vocab = spacy.blank("en").vocab
    register_extensions()

    def build(text: str, mentions: dict[str, EntityType] | None = None) -> Doc:
        rows = [line.split() for line in text.strip().splitlines()]
        doc = Doc(
            vocab,
            words=[row[0] for row in rows],
            tags=[row[1] for row in rows],
            pos=[_pos(row[1], row[2]) for row in rows],
            deps=[row[2] for row in rows],
            heads=[int(row[3]) for row in rows],
            lemmas=[row[4] if len(row) > 4 else row[0].lower() for row in rows],
        )
        found = mentions or {}
        doc._.kg_entities = {word.lower(): Entity(word.lower(), kind, word) for word, kind in found.items()}
        doc._.kg_mentions = [
            TokenMention(token.i, token.i + 1, token.i, MentionKind.NAME, found[token.text], token.lower_)
            for token in doc
            if token.text in found
        ]
        return doc

    return build


def _pos(tag: str, dep: str) -> str:
    if dep in ("aux", "auxpass"):
        return "AUX" if tag != "TO" else "PART"
    table = {
        "NNP": "PROPN",
        "NNPS": "PROPN",
        "IN": "ADP",
        "DT": "DET",
        "PRP": "PRON",
        "PRP$": "PRON",
        "WP": "PRON",
        "WDT": "PRON",
    }
    if tag in table:
        return table[tag]
    for prefix, pos in (
        ("NN", "NOUN"),
        ("VB", "VERB"),
        ("JJ", "ADJ"),
        ("RB", "ADV"),
        ("CC", "CCONJ"),
        ("TO", "ADP"),
    ):
        if tag.startswith(prefix):
            return pos
    return "PUNCT"


@pytest.fixture(scope="session")
def read_parsed() -> Callable[..., Doc]:
    """Find and resolve the mentions of a text whose parse is on record (`record.py`), optionally with zones."""
    register_extensions()
    nlp = spacy.blank("en")
    named, resolved = NamedMentions(nlp, "kg_mentions", []), Coreference(nlp, "kg_coreference")
    parses = json.loads((Path(__file__).parent / "parses.json").read_text(encoding="utf-8"))

    def read(text: str, zones: tuple[Zone, ...] = ()) -> Doc:
        words, spaces, tags, pos, deps, heads, lemmas, ents, _ = zip(*parses[text], strict=True)
        doc = Doc(
            nlp.vocab,
            words=list(words),
            spaces=[bool(space) for space in spaces],
            tags=list(tags),
            pos=list(pos),
            deps=list(deps),
            heads=list(heads),
            lemmas=list(lemmas),
            ents=list(ents),
        )
        doc._.kg_article = Article("a", text, zones=zones)
        return resolved(named(doc))

    return read
