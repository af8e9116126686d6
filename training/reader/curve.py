"""What a reader that learns from annotated articles would find where the grammar finds nothing, by how many it learns from.

    pip install torch scikit-learn
    PYTHONPATH=benchmarks python training/reader/curve.py

It learns from articles whose errors may be read, and is measured on those held out: the average precision over all pairs
and relations, that where the grammar is silent, and the share of right ones among the likeliest hundred and three hundred
there.
"""

import random

import numpy as np
from annotated import BUILDING, HELD_OUT, TRAINING, TRAINING_HELD_OUT, annotated_set
from network import Reader
from pairs import Pair, pairs_of
from sklearn.metrics import average_precision_score

from kg.extract.pipeline import Extractor
from kg.ontology import load_ontology

SHARES = (1 / 8, 1 / 4, 1 / 2, 1)
LIKELIEST = (100, 300)


def main() -> None:
    """Learn from more and more, and print a line for each."""
    extractor, relations = Extractor(), load_ontology().relations
    names = sorted(relations)

    def articles(name: str) -> list[list[Pair]]:
        chosen = annotated_set(name)
        docs = extractor.documents(chosen.articles)
        return [list(pairs_of(doc, gold, relations)) for gold, doc in zip(chosen.gold, docs, strict=True)]

    learned_from = [*articles(BUILDING), *articles(TRAINING)]
    random.Random(3).shuffle(learned_from)
    held_out = {
        name: [pair for pairs in articles(name) for pair in pairs] for name in (HELD_OUT, TRAINING_HELD_OUT)
    }
    print("| articles | set | all pairs | where the grammar is silent | right of the likeliest 100 | 300 |")
    print("|---|---|---|---|---|---|")
    for share in SHARES:
        some = learned_from[: round(share * len(learned_from))]
        reader = Reader([pair for pairs in some for pair in pairs], names)
        for name, pairs in held_out.items():
            figures = " | ".join(f"{figure:.2f}" for figure in measures(reader, pairs, names))
            print(f"| {len(some)} | {name} | {figures} |", flush=True)


def measures(reader: Reader, pairs: list[Pair], names: list[str]) -> list[float]:
    """Average precision over all, average precision where the grammar is silent, right ones of the likeliest there."""
    estimates = reader.estimates(pairs)
    counted = _marked([pair.fitting - pair.elsewhere for pair in pairs], names)
    silent = counted & ~_marked([pair.found for pair in pairs], names)
    right = _marked([pair.told for pair in pairs], names)
    ranked = right[silent][np.argsort(-estimates[silent], kind="stable")]
    return [
        float(average_precision_score(right[counted], estimates[counted])),
        float(average_precision_score(right[silent], estimates[silent])),
        *(float(ranked[:most].mean()) for most in LIKELIEST),
    ]


def _marked(chosen: list[frozenset[str]], names: list[str]) -> np.ndarray:
    return np.array([[name in each for name in names] for each in chosen])


if __name__ == "__main__":
    main()
