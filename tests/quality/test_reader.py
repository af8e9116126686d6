"""What the trained reader adds to the held-out articles stays above its floors, and its claims are like any other."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.evaluate import Report, evaluate, from_extractions, load_gold
from kg.extract.claims import ClaimFinder
from kg.extract.pipeline import Extractor
from kg.extract.reader import FRAME
from kg.model import Article, Extraction
from kg.read import read_inputs

not_covered = pytest.mark.not_covered
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["reader"]


@pytest.fixture(scope="module")
def articles(root: Path) -> list[Article]:
    paths = sorted((root / "seeds" / "articles").glob("*-[56].txt"))
    return [read for read in read_inputs([str(path) for path in paths]) if isinstance(read, Article)]


@pytest.fixture(scope="module")
def with_reader() -> Extractor:
    return Extractor(reader=True)


@pytest.fixture(scope="module")
def found(with_reader: Extractor, articles: list[Article]) -> list[Extraction]:
    return list(with_reader.extract(articles))


def report_on(extractions: Sequence[Extraction], root: Path) -> Report:
    names = {each.article.identifier for each in extractions}
    return evaluate(load_gold(root / "seeds" / "gold", names), from_extractions(extractions))


@not_covered
def test_the_reader_finds_more_than_the_grammar_and_less_of_it_is_wrong(
    extractor: Extractor, found: list[Extraction], articles: list[Article], root: Path
) -> None:
    grammar, both = report_on(list(extractor.extract(articles)), root), report_on(found, root)
    assert both.triples.recall > grammar.triples.recall
    assert both.triples.f1 > grammar.triples.f1
    assert both.triples.precision > grammar.triples.precision
    assert both.triples.recall >= FLOORS["triples_recall"]
    assert both.triples.f1 >= FLOORS["triples"]
    assert both.triples.precision >= FLOORS["triples_precision"]


@not_covered
def test_claims_of_the_reader_stand_where_they_say_and_between_entities_of_fitting_types(
    with_reader: Extractor, found: list[Extraction]
) -> None:
    theirs = 0
    for extraction in found:
        types = {entity.key: entity.type for entity in extraction.entities}
        for claim in extraction.claims:
            relation = with_reader.ontology.relations[claim.relation]
            if claim.frame == FRAME:
                theirs += 1
                assert claim.evidence.begin <= claim.trigger.begin < claim.trigger.end <= claim.evidence.end
                ends = types[claim.subject], types[claim.object]
                straight = ends[0] in relation.domain and ends[1] in relation.range
                assert straight or (
                    relation.symmetric and ends[1] in relation.domain and ends[0] in relation.range
                )
    assert theirs >= len(found) // 2


def test_the_order_of_articles_changes_nothing(
    with_reader: Extractor, found: list[Extraction], articles: list[Article]
) -> None:
    assert list(with_reader.extract(articles[:6][::-1])) == found[:6][::-1]


@not_covered
def test_what_the_grammar_finds_is_kept_unless_the_reader_holds_it_for_wrong(
    extractor: Extractor, articles: list[Article]
) -> None:
    judging = Extractor(reader=True)
    finder = judging.nlp.get_pipe("kg_claims")
    assert isinstance(finder, ClaimFinder)
    finder.least_sure_of_grammar = 0.0
    for alone, judged in zip(extractor.extract(articles), judging.extract(articles), strict=True):
        assert statements(alone) <= statements(judged)


@not_covered
def test_the_reader_leaves_out_little_of_what_the_grammar_finds(
    extractor: Extractor, found: list[Extraction], articles: list[Article]
) -> None:
    grammar = list(extractor.extract(articles))
    kept = sum(len(statements(alone) & statements(both)) for alone, both in zip(grammar, found, strict=True))
    told = sum(len(statements(alone)) for alone in grammar)
    assert 0.93 * told <= kept < told


def statements(extraction: Extraction) -> set[tuple[object, ...]]:
    return {(c.subject, c.relation, c.object, c.polarity, c.modality, c.holder) for c in extraction.claims}
