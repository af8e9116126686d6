"""What the reading is worth, in one run: every measure beside its goal, on the sets that are at hand.

    python benchmarks/quality.py
    python benchmarks/quality.py --gaps [FILE ...]     what the trained reader keeps finding and the grammar lacks

Held-out articles (5 and 6 of each beat) give figures alone; nobody works with their errors (benchmarks/errors.py lists
those of the others).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import yaml
from annotated import HELD_OUT, REFERENCE, SHARED, AnnotatedSet, annotated_sets
from attributions import ATTRIBUTIONS, measure_attributions
from calibration import weigh
from copies import measure as measure_copies
from dev_sets import STATIC, measure_pairs, measure_static
from gaps import gaps, of_files, readable
from identities import NEWS, measure_identities
from people import measure as measure_people
from sample import judged_precision
from unresolved import measure_resolution

from kg.evaluate import Report, evaluate, from_extractions
from kg.extract.pipeline import Extractor

TRAPS: Final = Path(__file__).resolve().parent.parent / "tests" / "traps"
DEV: Final = SHARED / "dev"
PEOPLE: Final = "made-up people"
COPIES: Final = "copies"


class Row(NamedTuple):
    """One measure; the goal is a least value, or the most where `most` is set."""

    name: str
    measure: str
    value: float
    goal: float | None = None
    most: bool = False

    @property
    def reached(self) -> str:
        """Whether the goal is reached, as it is printed."""
        if self.goal is None:
            return ""
        return "yes" if (self.value <= self.goal if self.most else self.value >= self.goal) else "no"


GOALS: Final = {
    REFERENCE: {
        "entities P": 0.92,
        "entities R": 0.88,
        "entities F1": 0.90,
        "entity types": 0.95,
        "triples P": 0.78,
        "triples R": 0.60,
        "triples F1": 0.68,
        "claims F1": 0.58,
        "dates R": 0.75,
    },
    HELD_OUT: {"triples P": 0.75, "triples F1": 0.62, "claims F1": 0.52},
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--gaps", nargs="*", metavar="FILE", help="list what the reader finds and frames lack"
    )
    asked = parser.parse_args().gaps
    texts = of_files(asked) if asked else readable()
    for line in table(Extractor()) if asked is None else gaps(texts):
        print(line, flush=True)


def table(extractor: Extractor) -> Iterator[str]:
    """The lines of a table of Markdown, as they are measured."""
    yield "| set | measure | value | goal | reached |"
    yield "|---|---|---|---|---|"
    for row in rows(extractor):
        goal = "" if row.goal is None else f"{'≤' if row.most else '≥'} {row.goal:.2f}"
        yield f"| {row.name} | {row.measure} | {row.value:.3f} | {goal} | {row.reached} |"


def rows(extractor: Extractor) -> Iterator[Row]:
    """All measures, one after the other."""
    for chosen in annotated_sets():
        extractions = list(extractor.extract(chosen.articles))
        report = evaluate(chosen.gold, from_extractions(extractions))
        yield from _annotated(chosen.name, report)
        error = weigh(chosen, extractions).error
        yield Row(chosen.name, "expected calibration error", error, 0.08, most=True)
        if chosen.name == REFERENCE:
            yield from _resolution(chosen, extractor)
    if DEV.is_dir():
        yield from _pairs(extractor)
        yield from _static(extractor)
        yield from _identities(extractor)
        yield from _attributions(extractor)
    yield from _people()
    yield from _copies()
    yield _traps(TRAPS, "trap sentences")
    yield _traps(TRAPS / "stance", "stance sentences")
    judged, precision = judged_precision()
    yield Row(f"{judged} claims judged by eye", "precision", precision, 0.80)


def _annotated(name: str, report: Report) -> Iterator[Row]:
    values = {
        "entities P": report.entities.precision,
        "entities R": report.entities.recall,
        "entities F1": report.entities.f1,
        "entity types": report.type_accuracy,
        "triples P": report.triples.precision,
        "triples R": report.triples.recall,
        "triples F1": report.triples.f1,
        "claims F1": report.claims.f1,
        "polarity": report.polarity,
        "modality": report.modality,
        "attribution": report.attribution,
        "evidence": report.evidence,
        "dates R": report.dates.recall,
        "dates P": report.dates.precision,
    }
    for measure, value in values.items():
        yield Row(name, measure, value, GOALS.get(name, {}).get(measure))


def _resolution(chosen: AnnotatedSet, extractor: Extractor) -> Iterator[Row]:
    for what, figures in measure_resolution(chosen, extractor).items():
        yield Row(chosen.name, f"triples R {what}", figures.recall)


def _identities(extractor: Extractor) -> Iterator[Row]:
    names, with_adjectives = measure_identities(NEWS, extractor)
    values = {
        "names, edges alone": (names.names.f1, None),
        "names, edges and class": (names.classed.f1, 0.85),
        "the same, with adjectives of nationality": (with_adjectives.classed.f1, None),
        "coreference of names, CoNLL F1": (names.conll, 0.80),
        "precision of links": (names.link_precision, 0.97),
        "countries with the right link": (names.country_coverage, 0.95),
    }
    for measure, (value, goal) in values.items():
        yield Row(NEWS.stem, measure, value, goal)


def _pairs(extractor: Extractor) -> Iterator[Row]:
    plain, presented = measure_pairs(DEV / "event_pairs.jsonl", extractor)
    yield Row("event_pairs", "right root, by relation alone", plain.recall, 0.60)
    yield Row("event_pairs", "the same, of roots with a relation of ours", plain.covered_recall)
    yield Row("event_pairs", "wrong root among found, by relation alone", plain.wrong_share, 0.12, most=True)
    yield Row("event_pairs", "right root, with polarity and modality", presented.recall)
    yield Row("event_pairs", "wrong root among found, with both", presented.wrong_share, most=True)


def _static(extractor: Extractor) -> Iterator[Row]:
    recalls = measure_static(DEV / "news_entities_relations.jsonl", extractor)
    for static in STATIC:
        yield Row(
            "news_entities_relations", f"recall of {static.name}", recalls[static.name].share, static.goal
        )


def _attributions(extractor: Extractor) -> Iterator[Row]:
    measured = measure_attributions(ATTRIBUTIONS, extractor)
    inside, outside = measured.inside, measured.outside
    denied, affirmed = measured.denied, measured.affirmed
    values = {
        "events under a cue of saying, with the source": (measured.said.share, 0.75, False),
        "events under any cue, with the source": (inside["events"].share, None, False),
        "states and events under any cue, with the source": (inside["all"].share, None, False),
        "events outside contents, in the author's voice": (outside["events"].share, 0.90, False),
        "states and events outside contents, in the author's voice": (outside["all"].share, None, False),
        "denied events, affirmed and actual in the author's voice": (denied.total - denied.right, 0, True),
        "the same, by any holder": (affirmed.total - affirmed.right, None, True),
    }
    for measure, (value, goal, most) in values.items():
        yield Row(ATTRIBUTIONS.stem, measure, value, goal, most)


def _people() -> Iterator[Row]:
    made_up = measure_people()
    yield Row(PEOPLE, "pairwise P", made_up.precision)
    yield Row(PEOPLE, "pairwise R", made_up.recall)
    yield Row(PEOPLE, "pairwise F1", made_up.f1, 0.97)
    yield Row(PEOPLE, "the same in three orders of reading", float(made_up.same), 1.0)


def _copies() -> Iterator[Row]:
    made_up = measure_copies()
    yield Row(COPIES, "pairs P", made_up.precision, 0.99)
    yield Row(COPIES, "pairs R", made_up.recall, 0.95)
    yield Row(COPIES, "the same in three orders of reading", float(made_up.same), 1.0)


def _traps(folder: Path, what: str) -> Row:
    """The share of sentences that come out right: the tests in the folder see to it that just the listed ones fail."""
    groups = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))]
    traps = [trap for group in groups for entries in group.values() for trap in entries]
    right = sum("fails" not in trap for trap in traps)
    return Row(f"{len(traps)} {what}", "right", right / len(traps), 0.95)


if __name__ == "__main__":
    main()
