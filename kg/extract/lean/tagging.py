"""Parts of speech and lemmas from tables, the same as the attribute ruler and the lemmatizer of the pipeline set.

What those two say of a token follows from its word, its tag and its arc, and from the words beside a few words, so that
each combination is worked out once. Morphology is left out: nothing reads it.
"""

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.extract.arrays import with_values
from kg.extract.lean.rules import Attributes, Place, Rules, UnknownShapeError

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_LEMMATIZER_MODES = ("rule", "lookup")
_MOST_KEPT = 50_000
"""How many combinations are kept: about 20 MB."""

_Values = tuple[int, int, int, int]


class Tagging:
    """Sets parts of speech and lemmas.

    Args:
        ruler, lemmatizer: the components that it stands for.

    Raises:
        UnknownShapeError: the ruler asks for more than words, tags and arcs.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: EnglishLemmatizer) -> None:
        self._vocab = ruler.vocab
        self._rules = Rules(ruler)
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int, int], _Values] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the parts of speech and the lemmas of a parsed `Doc`."""
        rows = doc.to_array([ORTH, TAG, DEP]).tolist()
        if not rows:
            return doc
        if len(self._known) > _MOST_KEPT:
            self._forget()
        places = list(map(Place._make, rows))
        longer = self._rules.longer(places)
        values = [self._values(place) for place in places]
        for i, numbers in longer.items():
            values[i] = self._worked_out(places[i], numbers)
        return with_values(doc, [POS, LEMMA, TAG, DEP], np.array(values, dtype=np.uint64))

    def _values(self, place: Place) -> _Values:
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = self._worked_out(place, ())
        return found

    def _worked_out(self, place: Place, longer: tuple[int, ...]) -> _Values:
        given = self._rules.set_on(place, longer)
        lemma = given.lemma or self._lemma(place, given)
        return given.pos or 0, lemma, _or(given.tag, place.tag), _or(given.dep, place.dep)

    def _lemma(self, place: Place, given: Attributes) -> int:
        key = (place.word, given.pos or 0, given.morph or 0)
        found = self._lemmas.get(key)
        if found is None:
            found = self._lemmas[key] = self._looked_up(*key)
        return found

    def _looked_up(self, word: int, pos: int, morph: int) -> int:
        doc = Doc(self._vocab, words=[self._vocab.strings[word]])
        with_values(doc, [POS, MORPH], np.array([[pos, morph]], dtype=np.uint64))
        lemma: int = self._lemmatizer(doc)[0].lemma
        return lemma

    def _forget(self) -> None:
        self._known.clear()
        self._lemmas.clear()
        self._rules.forget()


def _or(value: int | None, instead: int) -> int:
    return instead if value is None else value


def tagging_of(nlp: Language) -> Tagging | None:
    """What stands for the attribute ruler and the lemmatizer of a pipeline; None where they are of another kind."""
    names = nlp.pipe_names
    if not {RULER, LEMMATIZER} <= set(names) or names.index(RULER) > names.index(LEMMATIZER):
        return None
    ruler, lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
    if type(ruler) is not AttributeRuler or type(lemmatizer) is not EnglishLemmatizer:
        return None
    if lemmatizer.mode not in _LEMMATIZER_MODES or lemmatizer.overwrite or _set_before(nlp):
        return None
    try:
        return Tagging(ruler, lemmatizer)
    except UnknownShapeError:
        return None


def _set_before(nlp: Language) -> bool:
    """Whether another component sets what these two set, or stands between them and reads it."""
    names = nlp.pipe_names
    before = names[: names.index(RULER)]
    between = names[names.index(RULER) + 1 : names.index(LEMMATIZER)]
    set_there = {attribute for name in before for attribute in nlp.get_pipe_meta(name).assigns}
    return bool(between) or bool({"token.pos", "token.lemma", "token.morph"} & set_there)
