"""Puts into a pipeline what gives the same as its components for less work; each stays where it has no such stand-in."""

from typing import Any, Final

from spacy.language import Language

from kg.extract.lean.embedding import remembering
from kg.extract.lean.entities import Entities, entities_of
from kg.extract.lean.tagging import LEMMATIZER, RULER, Tagging, tagging_of

TAGGING, ENTITIES, NER = "kg_tagging", "kg_ner", "ner"
EMBEDDED: Final = ("tok2vec", NER)
"""The components with embeddings of their own."""


@Language.factory(TAGGING, assigns=["token.pos", "token.lemma"])
def make_tagging(nlp: Language, name: str) -> Tagging:  # noqa: ARG001 - spaCy passes both
    """The stand-in of the attribute ruler and the lemmatizer."""
    tagging = tagging_of(nlp)
    assert tagging is not None
    return tagging


@Language.factory(ENTITIES, assigns=["doc.ents"])
def make_entities(nlp: Language, name: str) -> Entities:  # noqa: ARG001 - spaCy passes both
    """The stand-in of the component that finds named entities."""
    entities = entities_of(nlp.get_pipe(NER))
    assert entities is not None
    return entities


def make_lean(nlp: Language) -> None:
    """Let stand-ins run instead of the components that they equal; those are disabled, not removed."""
    if tagging_of(nlp) is not None:
        nlp.add_pipe(TAGGING, before=RULER)
        nlp.disable_pipe(RULER)
        nlp.disable_pipe(LEMMATIZER)
    for name in EMBEDDED:
        if name in nlp.pipe_names:
            _remember_embeddings(nlp, name)
    if entities_of(nlp.get_pipe(NER)) is not None:
        nlp.add_pipe(ENTITIES, before=NER)
        nlp.disable_pipe(NER)


def _remember_embeddings(nlp: Language, name: str) -> None:
    """Let the model of a component keep its embeddings, where they are made for each token by itself."""
    component: Any = nlp.get_pipe(name)
    model = component.model
    encoder = model.get_ref("tok2vec").layers[0] if model.has_ref("tok2vec") else model
    if len(encoder.layers) == 2:
        embed = remembering(encoder.layers[0], nlp.vocab)
        if embed is not None:
            encoder.layers[0] = embed
