"""Fits the weights by which a name is taken for a person, a body or a place, and measures how often that is right.

python benchmarks/name_kinds.py           the share of names whose kind is right, by set
python benchmarks/name_kinds.py --fit     first fits the weights anew, to all articles whose errors may be read
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from annotated import BUILDING, PASSAGES, TRAINING, AnnotatedSet, annotated_set, annotated_sets
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.evaluate.compare import normalise
from kg.evaluate.gold import GoldArticle
from kg.extract.mentions import NamedMentions, closed_tokens
from kg.extract.mentions.forms import Form, Forms
from kg.extract.mentions.name_kinds import BIAS, KINDS, WEIGHTS, likeliest, shipped_weights
from kg.extract.mentions.names import NameFinder
from kg.extract.pipeline import Extractor
from kg.extract.tree import read
from kg.extract.words import words_of

FEWEST = 12
"""How many names a fact must be known of to be weighed."""
LOOSENESS = 0.3
"""Inverse of how strongly weights are drawn to nothing."""
REAL = 0.3
"""Weight for what the model of spaCy sees in a name: it knows names of real people better than the invented ones here."""
SEEN = {
    "label PERSON": "Person",
    "label of a full name": "Person",
    "label ORG": "Organization",
    "label GPE": "Place",
    "label LOC": "Place",
}
SMALLEST = 0.02
"""Smaller weights are left out."""


class Example(NamedTuple):
    """A name that the annotation knows as of one kind."""

    facts: Mapping[str, float]
    kind: str


def main() -> None:
    """Fit if asked, then measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true", help="fit the weights anew and write them")
    extractor = Extractor()
    if parser.parse_args().fit:
        sets = map(annotated_set, (BUILDING, TRAINING, PASSAGES))
        fit([example for chosen in sets for example in examples(extractor, chosen)])
    print("\n| set | names | right |\n|---|---|---|")
    for chosen in annotated_sets():
        found = list(examples(extractor, chosen))
        right = sum(likeliest(e.facts, shipped_weights()).value == e.kind for e in found)
        print(f"| {chosen.name} | {len(found)} | {right / max(len(found), 1):.3f} |")


def examples(extractor: Extractor, chosen: AnnotatedSet) -> Iterator[Example]:
    """The names of a set that no list knows, and that the annotation has with one kind."""
    gold = {article.identifier: article for article in chosen.gold}
    finder = extractor.nlp.get_pipe("kg_mentions")
    assert isinstance(finder, NamedMentions)
    for doc in extractor.documents(chosen.articles):
        parse = read(doc)
        words = words_of(parse)
        names = NameFinder(words, finder.gazetteer, closed_tokens(parse)).find()
        forms = Forms(words, finder.gazetteer).of(names)
        yield from _labelled(forms, gold[doc._.kg_article.identifier])


def _labelled(forms: Sequence[Form], gold: GoldArticle) -> Iterator[Example]:
    kinds: dict[str, set[str]] = {}
    for entity in gold.entities:
        for text in (entity.name, *entity.mentions):
            kinds.setdefault(normalise(text), set()).add(entity.type)
    wanted = {kind.value for kind in KINDS}
    for form in forms:
        known = kinds.get(normalise(form.surface), set())
        if form.facts and len(known) == 1 and known <= wanted:
            yield Example(form.facts, next(iter(known)))


def fit(found: Sequence[Example]) -> None:
    """Write the weights that tell the kinds of these names best."""
    counts = Counter(fact for example in found for fact in example.facts)
    rows = [{f: v for f, v in example.facts.items() if counts[f] >= FEWEST} for example in found]
    vectorizer = DictVectorizer(sparse=False)
    model = LogisticRegression(C=LOOSENESS, max_iter=2000)
    model.fit(vectorizer.fit_transform(rows), np.array([example.kind for example in found]))
    names = [BIAS, *vectorizer.get_feature_names_out().tolist()]
    table = np.vstack([model.intercept_, model.coef_.T])
    weights = {
        name: {kind: round(float(w), 3) for kind, w in zip(model.classes_, row, strict=True)}
        for name, row in zip(names, table, strict=True)
        if np.abs(row).max() >= SMALLEST
    }
    for label, kind in SEEN.items():
        weights[label][kind] = round(weights[label][kind] + REAL, 3)
    WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    shipped_weights.cache_clear()


if __name__ == "__main__":
    main()
