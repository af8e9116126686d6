"""What the reader's network finds where the grammar finds nothing, by how much it learns from.

    pip install -e ".[train]"
    PYTHONPATH=benchmarks python training/reader/curve.py

It is measured on the held-out articles: the average precision over all pairs and relations, that where the grammar is
silent, and the share of right ones among the likeliest hundred and three hundred there.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from annotated import BUILDING, HELD_OUT, TRAINING, TRAINING_HELD_OUT, annotated_set, passages
from labels import Labelled
from learn import Learned, in_chance_order, labelled, labelled_passages, pairs_of
from network import learn, marked
from sklearn.metrics import average_precision_score

from kg.extract.pipeline import Extractor
from kg.extract.reader import Network
from kg.ontology import load_ontology

SHARES = (1 / 8, 1 / 4, 1 / 2, 1)
LIKELIEST = (100, 300)


def main() -> None:
    """Learn from more and more articles, then from articles and passages, and print a line for each."""
    extractor, relations = Extractor(), sorted(load_ontology().relations)
    articles = in_chance_order(labelled(extractor, map(annotated_set, (BUILDING, TRAINING))))
    short = list(labelled_passages(extractor, passages()))
    held_out = {
        name: pairs_of(labelled(extractor, [annotated_set(name)])) for name in (HELD_OUT, TRAINING_HELD_OUT)
    }
    print(
        "| articles | passages | set | all pairs | where the grammar is silent | of the likeliest 100 | 300 |"
    )
    print("|---|---|---|---|---|---|---|")
    for some, more in [
        *((articles[: round(share * len(articles))], []) for share in SHARES),
        (articles, short),
    ]:
        report(some, more, held_out, relations)


def report(
    articles: Sequence[Learned],
    short: Sequence[Learned],
    held_out: dict[str, list[Labelled]],
    relations: list[str],
) -> None:
    """Learn from both, and print a line for each held-out set."""
    network = learn(pairs_of(in_chance_order([*articles, *short])), relations)
    for name, pairs in held_out.items():
        figures = " | ".join(f"{figure:.2f}" for figure in measures(network, pairs))
        print(f"| {len(articles)} | {len(short)} | {name} | {figures} |", flush=True)


def measures(network: Network, pairs: Sequence[Labelled]) -> list[float]:
    """Average precision over all, average precision where the grammar is silent, right ones of the likeliest there."""
    names = network.relations
    estimates = network.logits([pair.features for pair in pairs])
    counted = _chosen((pair.fitting - pair.elsewhere for pair in pairs), names)
    silent = counted & ~_chosen((pair.found for pair in pairs), names)
    right = _chosen((pair.told for pair in pairs), names)
    ranked = right[silent][np.argsort(-estimates[silent], kind="stable")]
    return [
        float(average_precision_score(right[counted], estimates[counted])),
        float(average_precision_score(right[silent], estimates[silent])),
        *(float(ranked[:most].mean()) for most in LIKELIEST),
    ]


def _chosen(sets: Iterable[frozenset[str]], names: Sequence[str]) -> np.ndarray:
    return marked(list(sets), names) > 0


if __name__ == "__main__":
    main()
