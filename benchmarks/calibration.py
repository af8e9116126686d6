"""How often claims of each confidence are right on annotated sample articles.

    python benchmarks/calibration.py [1-4|5-6]

Prints the confidence, how many claims have it (to the nearest twentieth) and the share of them that is right.
"""

import re
import sys
from collections import defaultdict

from kg.evaluate import evaluate, from_extractions, load_gold
from kg.extract.pipeline import Extractor
from kg.model import Article
from kg.read import read_inputs
from kg.resources import resource


def main(numbers: str) -> None:
    """Count right and wrong claims by their confidence."""
    seeds = resource("seeds")
    gold = [a for a in load_gold(seeds / "gold") if re.search(rf"-[{numbers}]$", a.identifier)]
    paths = [str(seeds / "articles" / f"{article.identifier}.txt") for article in gold]
    articles = [read for read in read_inputs(paths) if isinstance(read, Article)]
    extractions = list(Extractor().extract(articles))
    report = evaluate(gold, from_extractions(extractions))
    right: dict[float, int] = defaultdict(int)
    wrong: dict[float, int] = defaultdict(int)
    for extraction, compared in zip(extractions, report.comparisons, strict=True):
        good = {(c.subject, c.relation, c.object) for pair in compared.pairs for c in pair.found}
        bad = {(c.subject, c.relation, c.object) for group in compared.wrong for c in group}
        for claim in extraction.claims:
            triple = (claim.subject, claim.relation, claim.object)
            rounded = round(claim.confidence * 20) / 20
            right[rounded] += triple in good
            wrong[rounded] += triple in bad
    for rounded in sorted(right):
        if total := right[rounded] + wrong[rounded]:
            print(f"{rounded:.2f}  {total:5} claims  {right[rounded] / total:.2f} right")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "1-4")
