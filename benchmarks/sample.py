"""Draws claims at random to be judged by eye: 100 from our own articles 1 to 4, 60 from ten articles of annotated news.

    python benchmarks/sample.py FILE            writes them with an empty verdict, for a person to fill in
    python benchmarks/sample.py FILE --read     the same with each claim's sentence, to be read while judging

The sentences of the annotated news do not belong to the project; of these the file has the offsets alone.
"""

import argparse
import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple, TextIO

from annotated import BUILDING, SHARED, annotated_set

from kg.extract.pipeline import Extractor
from kg.model import Article, Claim, Extraction

SEED: Final = 20261121
OWN, NEWS, NEWS_ARTICLES = 100, 60, 10
JUDGED: Final = Path(__file__).resolve().parent.parent / "docs" / "judged.tsv"
COLUMNS: Final = (
    "article begin end subject relation object polarity modality holder confidence verdict note".split()
)
RIGHT: Final = "right"


class Drawn(NamedTuple):
    """One claim of the sample."""

    extraction: Extraction
    claim: Claim

    def row(self) -> list[str]:
        """The cells of the file, without a verdict."""
        claim = self.claim
        names = {entity.key: entity.name for entity in self.extraction.entities}
        return [
            self.extraction.article.identifier,
            str(claim.evidence.begin),
            str(claim.evidence.end),
            names[claim.subject],
            claim.relation,
            names[claim.object],
            claim.polarity.value,
            claim.modality.value,
            names.get(claim.holder, claim.holder) if claim.holder else "",
            str(claim.confidence),
        ]


def main() -> None:
    """Draw and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--read", action="store_true", help="with the sentences")
    options = parser.parse_args()
    with options.file.open("w", encoding="utf-8", newline="") as out:
        write(list(draw(Extractor())), out, sentences=options.read)


def draw(extractor: Extractor) -> Iterator[Drawn]:
    """The sample: the same claims for the same extraction."""
    chance = Random(SEED)
    yield from _some(chance, extractor, annotated_set(BUILDING).articles, OWN)
    rows = (SHARED / "dev" / "news_entities_relations.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = chance.sample([json.loads(row) for row in rows], NEWS_ARTICLES)
    news = [Article(identifier=row["id"], text=row["text"]) for row in sorted(chosen, key=lambda r: r["id"])]
    yield from _some(chance, extractor, news, NEWS)


def _some(chance: Random, extractor: Extractor, articles: Iterable[Article], number: int) -> Sequence[Drawn]:
    claims = [Drawn(e, claim) for e in extractor.extract(articles) for claim in e.claims]
    chosen = sorted(chance.sample(range(len(claims)), min(number, len(claims))))
    return [claims[i] for i in chosen]


def write(sample: Iterable[Drawn], out: TextIO, *, sentences: bool) -> None:
    """The sample as tab-separated values."""
    rows = csv.writer(out, delimiter="\t", lineterminator="\n")
    rows.writerow([*COLUMNS, "sentence"] if sentences else COLUMNS)
    for drawn in sample:
        sentence = " ".join(drawn.claim.evidence.of(drawn.extraction.article.text).split())
        rows.writerow([*drawn.row(), "", "", *([sentence] if sentences else [])])


def judged_precision(path: Path = JUDGED) -> tuple[int, float]:
    """How many claims were judged, and the share that is right."""
    with path.open(encoding="utf-8", newline="") as file:
        verdicts = [row["verdict"] for row in csv.DictReader(file, delimiter="\t")]
    return len(verdicts), verdicts.count(RIGHT) / len(verdicts)


if __name__ == "__main__":
    main()
