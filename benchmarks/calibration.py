"""Fits the weights behind a claim's confidence, and measures what the confidence is worth.

python benchmarks/calibration.py          reliability, and precision and recall above a least confidence
python benchmarks/calibration.py --fit    first fits the weights anew, to all articles whose errors may be read
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from annotated import BUILDING, TRAINING, AnnotatedSet, annotated_set, annotated_sets
from spacy.tokens import Doc

from kg.evaluate import Comparison, FoundClaim, Report, evaluate, from_extractions, sure
from kg.evaluate.gold import GoldArticle
from kg.extract.claims import ClaimFinder
from kg.extract.confidence import BIAS, WEIGHTS, shipped_weights
from kg.extract.pipeline import Extractor, extraction_of
from kg.model import Claim, Extraction

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
BINS = 10
SHRINKAGE = 12.0
"""How strongly weights are drawn to nothing; of 1, 3, 6 and 12 the one with the least loss on articles 5 and 6."""
FREE = frozenset({BIAS, "score", "reader", "reader alone"})
Ends = tuple[str, str, str]
Example = tuple[Mapping[str, float], bool]
"""The features of a claim, and whether it is right."""


class Weighed(NamedTuple):
    """The confidences of a set's claims, and which of them are right."""

    confidences: np.ndarray
    right: np.ndarray

    @property
    def error(self) -> float:
        """Expected calibration error: the mean distance of confidence and share of right ones, over the bins."""
        return sum(count * abs(mean - share) for _, count, mean, share in self.bins()) / len(self.confidences)

    def bins(self) -> Iterable[tuple[float, int, float, float]]:
        """Of each tenth that has claims: where it begins, how many, their mean confidence, the share that is right."""
        tenths = np.minimum((self.confidences * BINS).astype(int), BINS - 1)
        for tenth in sorted(set(tenths.tolist())):
            chosen = tenths == tenth
            yield (
                tenth / BINS,
                int(chosen.sum()),
                float(self.confidences[chosen].mean()),
                float(self.right[chosen].mean()),
            )


def main() -> None:
    """Fit if asked, then measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true", help="fit the weights anew first")
    if parser.parse_args().fit:
        extractor = Extractor()
        finder = extractor.nlp.get_pipe("kg_claims")
        seen: list[Example] = []
        for chosen in map(annotated_set, (BUILDING, TRAINING)):
            seen += examples(finder, extractor.documents(chosen.articles), chosen.gold)
        write_weights(fit(seen), WEIGHTS)
    extractor = Extractor()
    for chosen in annotated_sets():
        extractions = list(extractor.extract(chosen.articles))
        print(reliability_table(chosen.name, weigh(chosen, extractions)), end="\n\n")
        print(curve_table(chosen, extractions), end="\n\n")


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """Put weights where the extractor reads them."""
    path.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    shipped_weights.cache_clear()
    print(f"{len(weights)} weights written to {path.name}\n")


def fit(seen: Sequence[Example]) -> dict[str, float]:
    """The weights of all features that are seen on right or wrong claims, to three places."""
    names = sorted({name for features, _ in seen for name in features})
    values = np.array([[features.get(name, 0.0) for name in names] for features, _ in seen])
    shrinkage = np.array([0.001 if name in FREE else SHRINKAGE for name in names])
    fitted = _logistic(values, np.array([right for _, right in seen], dtype=float), shrinkage)
    return {
        name: rounded for name, weight in zip(names, fitted, strict=True) if (rounded := round(weight, 3))
    }


def examples(finder: ClaimFinder, docs: Iterable[Doc], gold: Iterable[GoldArticle]) -> Iterator[Example]:
    """The features of each claim of some documents that is right or wrong, with which of them it is.

    Args:
        finder: what it finds is put into the documents.
    """
    extractions: list[Extraction] = []
    found: list[list[tuple[Ends, Mapping[str, float]]]] = []
    for doc in docs:
        weighed = list(finder.weighed(doc))
        doc._.kg_claims = tuple(claim for _, claim, _ in weighed)
        found.append([(ends_of(claim), features) for _, claim, features in weighed])
        extractions.append(extraction_of(doc))
    report = evaluate(gold, from_extractions(extractions))
    for claims, compared in zip(found, report.comparisons, strict=True):
        right = verdicts(compared)
        yield from ((features, right[ends]) for ends, features in claims if ends in right)


def _logistic(values: np.ndarray, labels: np.ndarray, shrinkage: np.ndarray) -> list[float]:
    """Newton's method, on a loss that is convex; thirty steps are more than it needs."""
    weights = np.zeros(values.shape[1])
    for _ in range(30):
        estimate = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (estimate - labels) + shrinkage * weights
        curvature = (values.T * (estimate * (1 - estimate))) @ values + np.diag(shrinkage)
        weights -= np.linalg.solve(curvature, slope)
    return [float(weight) for weight in weights]


def weigh(chosen: AnnotatedSet, extractions: Sequence[Extraction]) -> Weighed:
    """The confidence of each claim that is right or wrong, beside which it is."""
    report = evaluate(chosen.gold, from_extractions(extractions))
    pairs = [
        (claim.confidence, verdict)
        for extraction, right in zip(extractions, map(verdicts, report.comparisons), strict=True)
        for claim in extraction.claims
        if (verdict := right.get(ends_of(claim))) is not None
    ]
    return Weighed(np.array([c for c, _ in pairs]), np.array([v for _, v in pairs], dtype=float))


def ends_of(claim: Claim | FoundClaim) -> Ends:
    """The triple of a claim."""
    return claim.subject, claim.relation, claim.object


def verdicts(compared: Comparison) -> dict[Ends, bool]:
    """Which extracted triples of an article are right; those that only repeat an answer are neither."""
    groups = [(pair.found, True) for pair in compared.pairs] + [(claims, False) for claims in compared.wrong]
    return {ends_of(claim): right for claims, right in groups for claim in claims}


def curve(chosen: AnnotatedSet, extractions: Sequence[Extraction]) -> Iterable[tuple[float, Report]]:
    """The figures of a set without the claims below each threshold."""
    for least in THRESHOLDS:
        yield least, evaluate(chosen.gold, sure(from_extractions(extractions), least))


def reliability_table(name: str, weighed: Weighed) -> str:
    """One line for each tenth of confidence, in Markdown."""
    lines = [
        f"{name}: expected calibration error {weighed.error:.3f} over {len(weighed.right)} claims",
        "",
        "| confidence | claims | mean confidence | right |",
        "|---|---|---|---|",
    ]
    for begin, count, mean, share in weighed.bins():
        lines.append(f"| {begin:.1f}–{begin + 1 / BINS:.1f} | {count} | {mean:.2f} | {share:.2f} |")
    return "\n".join(lines)


def curve_table(chosen: AnnotatedSet, extractions: Sequence[Extraction]) -> str:
    """One line for each threshold, in Markdown."""
    lines = [
        f"{chosen.name}: triples without claims below a confidence",
        "",
        "| at least | precision | recall | F1 |",
        "|---|---|---|---|",
    ]
    for least, report in curve(chosen, extractions):
        triples = report.triples
        lines.append(f"| {least:.1f} | {triples.precision:.2f} | {triples.recall:.2f} | {triples.f1:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
