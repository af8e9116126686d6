"""What the trained reader adds: triples and claims by the grammar alone, by the reader alone, and by both together.

    python benchmarks/reader.py [SET ...]
    python benchmarks/reader.py --time      how much longer reading the held-out articles takes with it

Of the sets "building" and "training" the reader has learned; what it finds there says nothing of other articles.
"""

import argparse
from collections.abc import Iterable, Iterator
from statistics import median
from time import process_time

from annotated import HELD_OUT, AnnotatedSet, annotated_set, annotated_sets

from kg.evaluate import Report, evaluate, from_extractions
from kg.extract.claims import ClaimFinder
from kg.extract.pipeline import Extractor, extraction_of
from kg.extract.reader import Reader, shipped_network
from kg.extract.tree import read
from kg.model import Extraction
from kg.ontology import load_ontology

PAIRS = 5
LEAST_LIKELY = 0.5
"""What the reader alone finds is counted from here on."""


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--time", action="store_true", help="measure the time alone")
    options = parser.parse_args()
    if options.time:
        ratios = sorted(times(annotated_set(HELD_OUT), PAIRS))
        print(f"with the reader ÷ without: {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")
        return
    chosen = [annotated_set(name) for name in options.sets] or list(annotated_sets())
    print("| set | found by | triples P / R / F1 | claims F1 | entities F1 |")
    print("|---|---|---|---|---|")
    for each in chosen:
        for how, report in reports(each):
            triples = report.triples
            figures = f"{triples.precision:.3f} / {triples.recall:.3f} / {triples.f1:.3f}"
            print(
                f"| {each.name} | {how} | {figures} | {report.claims.f1:.3f} | {report.entities.f1:.3f} |",
                flush=True,
            )


def times(chosen: AnnotatedSet, pairs: int) -> Iterator[float]:
    """The ratios of processor time with the reader to that without, in interleaved pairs after one that does not count."""
    extractors = Extractor(), Extractor(reader=True)
    for counted in (False, *[True] * pairs):
        without, beside = (_seconds(extractor, chosen) for extractor in extractors)
        if counted:
            yield beside / without


def _seconds(extractor: Extractor, chosen: AnnotatedSet) -> float:
    begin = process_time()
    for _ in extractor.extract(chosen.articles):
        pass
    return process_time() - begin


def reports(chosen: AnnotatedSet) -> Iterator[tuple[str, Report]]:
    """The figures of a set, by how its claims are found."""
    grammar = Extractor()
    yield "grammar", _report(chosen, grammar.extract(chosen.articles))
    yield "reader", _report(chosen, by_reader_alone(grammar, chosen))
    yield "both", _report(chosen, Extractor(reader=True).extract(chosen.articles))


def by_reader_alone(extractor: Extractor, chosen: AnnotatedSet) -> Iterator[Extraction]:
    """What the reader takes for likely where it is not told what the grammar finds."""
    finder = ClaimFinder(load_ontology(), weights={})
    reader = Reader(shipped_network(), finder.frames, finder.relations)
    for doc in extractor.documents(chosen.articles):
        reading = reader.read(read(doc), [], lambda _: True)
        presentation = finder.presentation(read(doc))
        likely = (each for each in reading.candidates if each.confidence >= LEAST_LIKELY)
        doc._.kg_claims = tuple(presentation.of(each) for each in likely)
        yield extraction_of(doc)


def _report(chosen: AnnotatedSet, extractions: Iterable[Extraction]) -> Report:
    return evaluate(chosen.gold, from_extractions(extractions))


if __name__ == "__main__":
    main()
