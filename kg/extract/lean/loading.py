"""Loads a pipeline without what nothing reads: the shipped model brings half a million words, a third of its loading."""

import warnings
from typing import Final

import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe

_STRINGS: Final = "strings"


def loaded(model: str, *, words: bool) -> Language:
    """A pipeline of spaCy.

    Args:
        words: with the words that the model has vectors for, by their spelling. A text brings its own words, and their
            vectors are found by hash; only components that spell out what they have not read need those of the model.

    Raises:
        OSError: no such pipeline is installed.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # the pinned model was trained with spaCy 3.7
        nlp = spacy.load(model, exclude=[] if words else [_STRINGS])
    if not words:
        _spell_labels(nlp)
    return nlp


def _spell_labels(nlp: Language) -> None:
    """Let the labels be known by their spelling that components set by hash."""
    for _, component in nlp.components:
        if isinstance(component, TrainablePipe):
            for label in component.labels:
                nlp.vocab.strings.add(label)
