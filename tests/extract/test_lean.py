"""What stands for components of the base pipeline sets what those set."""

from collections.abc import Iterator

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc, Span
from spacy.util import fix_random_seed

from kg.extract.lean.components import make_lean
from kg.extract.lean.embedding import MOST_KEPT, remembering
from kg.extract.lean.entities import entities_of
from kg.extract.lean.rules import Rules, UnknownShapeError
from kg.extract.lean.tagging import tagging_of

PATTERNS = [
    ([[{"TAG": "NN"}], [{"TAG": "NNS"}]], {"POS": "NOUN", "MORPH": "Number=Sing"}, 0),
    ([[{"TAG": "VBZ"}]], {"POS": "VERB", "MORPH": "Tense=Pres"}, 0),
    ([[{"TAG": "VBZ", "LOWER": {"IN": ["is", "'s"]}}]], {"POS": "AUX", "LEMMA": "be"}, 0),
    ([[{"TAG": {"NOT_IN": ["TO", ""]}, "DEP": {"IN": ["aux", "auxpass"]}}]], {"POS": "AUX"}, 0),
    ([[{"LOWER": "let"}, {"LOWER": "'s"}]], {"LEMMA": "us"}, 1),
    ([[{"LOWER": {"REGEX": "^go[nt]$"}}, {"LOWER": "na", "TAG": "TO"}]], {"LEMMA": "go"}, -2),
    ([[{"DEP": "expl"}, {"LOWER": {"IN": ["is", "was"]}}]], {"POS": "VERB"}, 1),
    ([[{"ORTH": "US"}]], {"POS": "PROPN"}, 0),
    ([[{"LOWER": {"REGEX": "^n[ou]thin'$"}}]], {"LEMMA": "nothing"}, 0),
    ([[{"TAG": "_SP", "IS_SPACE": False}]], {"POS": "X"}, 0),
    ([[{"IS_SPACE": True, "DEP": {"NOT_IN": [""]}}]], {"DEP": "dep"}, 0),
    ([[{"IS_SPACE": True}]], {"POS": "SPACE", "TAG": "_SP"}, 0),
]
WORDS = [
    "is",
    "Is",
    "'s",
    "let",
    "gon",
    "got",
    "na",
    "was",
    "us",
    "US",
    "nuthin'",
    "\n",
    "towns",
    "There",
    "sees",
]
TAGS = ["NN", "NNS", "VBZ", "TO", "EX", "_SP", ""]
DEPS = ["aux", "auxpass", "expl", "nsubj", "ROOT", ""]


@pytest.fixture(scope="module")
def tagger() -> Language:
    """A pipeline whose tags and arcs are given from outside."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    for patterns, attributes, index in PATTERNS:
        ruler.add(patterns, attributes, index)
    lookups = Lookups()
    lookups.add_table("lemma_rules", {"noun": [["s", ""]], "verb": [["s", ""]], "aux": [["s", ""]]})
    lookups.add_table("lemma_index", {"noun": ["town"], "verb": ["see"]})
    lookups.add_table("lemma_exc", {"verb": {"was": ["be"]}})
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize(lookups=lookups)
    return nlp


def parsed(nlp: Language, tokens: list[tuple[str, str, str]]) -> Doc:
    doc = Doc(nlp.vocab, words=[word for word, _, _ in tokens])
    for token, (_, tag, dep) in zip(doc, tokens, strict=True):
        token.tag_, token.dep_ = tag, dep
    return doc


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(*map(st.sampled_from, (WORDS, TAGS, DEPS))), max_size=12))
@pytest.mark.filterwarnings("ignore:.*W108")
def test_tables_set_what_the_attribute_ruler_and_the_lemmatizer_set(tagger, tokens):
    tagging = tagging_of(tagger)
    theirs = parsed(tagger, tokens)
    for _, component in tagger.pipeline:
        theirs = component(theirs)
    assert tagging is not None
    for ours in (tagging(parsed(tagger, tokens)), tagging(parsed(tagger, tokens))):
        assert [(t.pos_, t.lemma_, t.tag_, t.dep_) for t in ours] == [
            (t.pos_, t.lemma_, t.tag_, t.dep_) for t in theirs
        ]


@pytest.mark.parametrize(
    ("pattern", "attributes"),
    [
        ([{"TAG": "NN", "OP": "+"}], {"POS": "NOUN"}),
        ([{"SHAPE": "Xxx"}], {"POS": "NOUN"}),
        ([{"TAG": {"FUZZY": "NN"}}], {"POS": "NOUN"}),
        ([{"TAG": "NN"}, {"TAG": "NN"}], {"POS": "NOUN"}),
        ([{"TAG": "NN"}], {"NORM": "word"}),
        ([{"TAG": "NN"}], {"_": {}}),
    ],
)
def test_a_pattern_of_another_shape_leaves_the_attribute_ruler_at_work(pattern, attributes):
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([pattern], attributes)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    with pytest.raises(UnknownShapeError):
        Rules(ruler)
    assert tagging_of(nlp) is None


def test_a_lemmatizer_beside_a_component_that_sets_parts_of_speech_stays_at_work(tagger):
    assert tagging_of(tagger) is not None
    nlp = spacy.blank("en")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert tagging_of(nlp) is None


LABELS = ("PERSON", "ORG", "GPE")


@pytest.fixture(scope="module")
def recognizer() -> Language:
    """A recognizer with weights by chance, the same each time: it makes every choice that a trained one makes."""
    fix_random_seed(7)
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    for label in LABELS:
        ner.add_label(label)
    nlp.initialize()
    ner.model.attrs["unseen_classes"].clear()
    random = np.random.default_rng(7)
    for layer in ner.model.layers[1:]:
        for name in layer.param_names:
            shape = layer.get_param(name).shape
            layer.set_param(name, random.standard_normal(shape).astype("float32"))
    return nlp


def documents(nlp: Language, texts: list[list[tuple[str, bool]]]) -> Iterator[Doc]:
    for tokens in texts:
        doc = Doc(nlp.vocab, words=[word for word, _ in tokens])
        for token, (_, starts) in list(zip(doc, tokens, strict=True))[1:]:
            token.is_sent_start = starts
        yield doc


SENTENCES = st.lists(
    st.lists(
        st.tuples(st.sampled_from(["Ada", "met", "Bo", "\n", "in", "Rome", "."]), st.booleans()), max_size=25
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=150)
@given(SENTENCES)
def test_entities_of_a_batch_are_those_that_the_recognizer_finds(recognizer, texts):
    ner = recognizer.get_pipe("ner")
    ours = entities_of(ner)
    assert ours is not None
    found = list(ours.pipe(documents(recognizer, texts), batch_size=4))
    theirs = list(ner.pipe(documents(recognizer, texts), batch_size=4))
    for one, other in zip(found, theirs, strict=True):
        assert [(t.ent_iob_, t.ent_type_) for t in one] == [(t.ent_iob_, t.ent_type_) for t in other]


def test_the_recognizer_of_the_tests_finds_entities_of_every_length(recognizer):
    texts = [[(f"{word}{n}", False) for n in range(40) for word in "Ada met Bo in Rome .".split()]]
    (doc,) = recognizer.pipe(documents(recognizer, texts))
    assert {1, 2, 3} <= {len(entity) for entity in doc.ents}
    assert len({entity.label_ for entity in doc.ents}) > 1


def test_entities_that_stand_already_are_kept_as_the_recognizer_keeps_them(recognizer):
    ner = recognizer.get_pipe("ner")
    docs = []
    for component in (entities_of(ner), ner):
        (doc,) = documents(recognizer, [[(word, False) for word in "Ada met Bo in Rome .".split()]])
        doc.set_ents([Span(doc, 1, 3, label="ORG")], default="missing")
        docs.append(component(doc))
    assert [t.ent_iob_ + t.ent_type_ for t in docs[0]] == [t.ent_iob_ + t.ent_type_ for t in docs[1]]
    assert any((e.start, e.end, e.label_) == (1, 3, "ORG") for e in docs[0].ents)


def test_a_recognizer_that_searches_with_a_beam_stays_at_work():
    nlp = spacy.blank("en")
    assert entities_of(nlp.add_pipe("beam_ner")) is None


def test_kept_embeddings_are_those_of_the_model(recognizer):
    embed = recognizer.get_pipe("ner").model.get_ref("tok2vec").layers[0].layers[0]
    kept = remembering(embed, recognizer.vocab)
    assert kept is not None
    for words in (["Ada", "met", "Bo"], [], ["Bo", "met", "Ada", "in", "Rome", "Bo"], ["met"]):
        docs = [Doc(recognizer.vocab, words=words), Doc(recognizer.vocab, words=["Bo"])]
        for ours, theirs in zip(kept.predict(docs), embed.predict(docs), strict=True):
            np.testing.assert_array_equal(ours, theirs)


def test_no_more_than_so_many_embeddings_are_kept(recognizer):
    embed = recognizer.get_pipe("ner").model.get_ref("tok2vec").layers[0].layers[0]
    kept = remembering(embed, recognizer.vocab)
    words = [f"w{n}" for n in range(MOST_KEPT + 1)]
    kept.predict([Doc(recognizer.vocab, words=words)])
    (after,) = kept.predict([Doc(recognizer.vocab, words=["Ada"])])
    np.testing.assert_array_equal(after, embed.predict([Doc(recognizer.vocab, words=["Ada"])])[0])
    assert len(kept.attrs["kept"]) == 1


def test_a_model_that_looks_at_neighbours_is_not_kept_by_token(recognizer):
    encoder = recognizer.get_pipe("ner").model.get_ref("tok2vec").layers[0]
    assert remembering(encoder, recognizer.vocab) is None


def test_components_without_a_stand_in_go_on_as_they_are():
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner")
    nlp.rename_pipe("beam_ner", "ner")
    make_lean(nlp)
    assert nlp.pipe_names == ["ner"]


def test_stand_ins_take_the_place_of_their_components_which_stay_at_hand():
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("ORG")
    nlp.initialize()
    nlp.get_pipe("ner").model.attrs["unseen_classes"].clear()
    nlp.add_pipe("attribute_ruler", before="ner")
    nlp.add_pipe("lemmatizer", before="ner", config={"mode": "rule"})
    make_lean(nlp)
    assert nlp.pipe_names == ["kg_tagging", "kg_ner"]
    assert nlp.disabled == ["attribute_ruler", "lemmatizer", "ner"]
