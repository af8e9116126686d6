"""Precision, recall and the other figures, micro-averaged over articles."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluate.compare import SYMMETRIC, Comparison, Pair, compare
from kg.evaluate.found import Found, FoundClaim
from kg.evaluate.gold import GoldArticle, GoldClaim


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were right, extracted, and annotated.

    >>> Figures(6, 8, 12).precision, Figures(6, 8, 12).recall, Figures(6, 8, 12).f1
    (0.75, 0.5, 0.6)
    """

    hit: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.hit + other.hit, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Of the extracted, the share that is right; 0 if nothing was extracted."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of the annotated, the share that was found; 0 if nothing is annotated."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def as_dict(self) -> dict[str, float]:
        """All six, the shares to four digits."""
        return {
            "p": round(self.precision, 4),
            "r": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "hit": self.hit,
            "found": self.found,
            "gold": self.gold,
        }


@dataclass(frozen=True)
class Report:
    """The figures of a run, and each article's alignment behind them.

    Attributes:
        triples: distinct (subject, relation, object) of an article.
        claims: triples whose polarity, modality and holder are all right as well.
        type_accuracy: of the entities found, those with the annotated type.
        polarity, modality, attribution, evidence: of the right triples, those that are right in it; evidence is where a
            cited sentence overlaps the annotated one.
        dates: of the right triples, those with the annotated date, those with any date found, those with one annotated.
        relations: triples by relation, ordered by name.
        articles_in_graph: of the annotated articles, those in which anything was extracted.
    """

    articles: int
    articles_in_graph: int
    entities: Figures
    triples: Figures
    claims: Figures
    type_accuracy: float
    polarity: float
    modality: float
    attribution: float
    evidence: float
    dates: Figures
    relations: Mapping[str, Figures]
    comparisons: tuple[Comparison, ...]

    def as_dict(self) -> dict[str, Any]:
        """The figures alone, for JSON."""
        return {
            "articles": self.articles,
            "articles_in_graph": self.articles_in_graph,
            "entities": self.entities.as_dict(),
            "triples": self.triples.as_dict(),
            "claims": self.claims.as_dict(),
            "type_accuracy": round(self.type_accuracy, 4),
            "polarity": round(self.polarity, 4),
            "modality": round(self.modality, 4),
            "attribution": round(self.attribution, 4),
            "evidence": round(self.evidence, 4),
            "dates": self.dates.as_dict(),
            "relations": {name: figures.as_dict() for name, figures in self.relations.items()},
        }


def evaluate(
    gold: Iterable[GoldArticle], found: Mapping[str, Found], symmetric: Collection[str] = SYMMETRIC
) -> Report:
    """Compare every annotated article with what was found in it; what was found in other articles does not count."""
    nothing = Found()
    compared = tuple(compare(article, found.get(article.identifier, nothing), symmetric) for article in gold)
    right = sum(len(c.pairs) for c in compared)
    matched = sum(len(c.matched) for c in compared)
    wrong = sum(len(c.wrong) for c in compared)
    wanted = right + sum(len(c.missed) for c in compared)
    return Report(
        articles=len(compared),
        articles_in_graph=sum(c.gold.identifier in found for c in compared),
        entities=Figures(
            matched, sum(len(c.found.surfaces) for c in compared), sum(len(c.gold.entities) for c in compared)
        ),
        triples=Figures(right, right + wrong, wanted),
        claims=Figures(sum(map(_right_claims, compared)), right + wrong, wanted),
        type_accuracy=sum(map(_right_types, compared)) / max(1, matched),
        polarity=_share(compared, lambda _, f, g: f.polarity == g.polarity),
        modality=_share(compared, lambda _, f, g: f.modality == g.modality),
        attribution=_share(compared, lambda c, f, g: c.holder(f) == g.holder),
        evidence=_share(compared, lambda _, f, g: any(g.evidence.overlaps(span) for span in f.evidence)),
        dates=sum((_dates(pair) for c in compared for pair in c.pairs), Figures()),
        relations=_by_relation(compared),
        comparisons=compared,
    )


def _share(
    compared: Iterable[Comparison], agree: Callable[[Comparison, FoundClaim, GoldClaim], bool]
) -> float:
    """Of the right triples, the share of which any claim agrees with any annotated one."""
    verdicts = [
        any(agree(article, f, g) for f in pair.found for g in pair.gold)
        for article in compared
        for pair in article.pairs
    ]
    return sum(verdicts) / max(1, len(verdicts))


def _dates(pair: Pair) -> Figures:
    """Where a triple is claimed or annotated more than once, any date of one that is a date of the other."""
    found = {claim.date for claim in pair.found} - {None}
    wanted = {claim.date for claim in pair.gold} - {None}
    return Figures(bool(found & wanted), bool(found), bool(wanted))


def _right_types(compared: Comparison) -> int:
    wanted = {entity.id: entity.type for entity in compared.gold.entities}
    return sum(compared.found.types.get(entity) is wanted[id_] for id_, entity in compared.matched.items())


def _right_claims(compared: Comparison) -> int:
    return sum(
        any(
            (f.polarity, f.modality, compared.holder(f)) == (g.polarity, g.modality, g.holder)
            for f in pair.found
            for g in pair.gold
        )
        for pair in compared.pairs
    )


def _by_relation(compared: Iterable[Comparison]) -> dict[str, Figures]:
    counts: dict[str, Figures] = defaultdict(Figures)
    for article in compared:
        for pair in article.pairs:
            counts[pair.gold[0].relation] += Figures(1, 1, 1)
        for wrong in article.wrong:
            counts[wrong[0].relation] += Figures(0, 1, 0)
        for missed in article.missed:
            counts[missed[0].relation] += Figures(0, 0, 1)
    return dict(sorted(counts.items()))
