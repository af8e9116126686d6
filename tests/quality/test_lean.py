"""The base pipeline as it is run here sets on the sample articles what it sets as it comes."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract import tree, words
from kg.extract.lean.components import make_lean
from kg.extract.lean.loading import loaded
from kg.extract.pipeline import Extractor
from kg.extract.stamp import DEFAULT_MODEL
from kg.model import Article
from kg.read import read_inputs

pytestmark = pytest.mark.not_covered

ARTICLES = 20


def values(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_)
        for t in doc
    ]


def test_tags_lemmas_arcs_sentences_and_entities_are_those_of_the_components_as_they_come(root):
    found = sorted(read_inputs([str(root / "seeds" / "articles")]), key=lambda each: each.identifier)
    texts = [article.text for article in found][:: len(found) // ARTICLES]
    bare, lean = spacy.load(DEFAULT_MODEL), loaded(DEFAULT_MODEL, words=False)
    make_lean(lean)
    assert not {"attribute_ruler", "lemmatizer", "ner"} & set(lean.pipe_names)
    pairs = zip(bare.pipe(texts, batch_size=16), lean.pipe(texts, batch_size=16), strict=True)
    for theirs, ours in pairs:
        assert values(ours) == values(theirs)


def test_no_document_stays_whose_vocabulary_would_stay_with_it(extractor: Extractor) -> None:
    articles = [Article(name, f"Norway sued Kenya over {name}.") for name in ("fish", "oil")]
    assert [len(read.claims) for read in extractor.extract(articles)] == [1, 1]
    assert not tree._LATEST
    assert words._words.cache_info().currsize == 0
