"""Which pairs a person is asked to look at."""

from said import NAMES, PERSON, country, said

from kg.gazetteer import load_gazetteer
from kg.model import Candidate, Judgement, Verdict
from kg.resolve import Reading, automatic, candidates_of, with_judgements

TWO = [
    said("a", "Rosa Marín", of=["Chile"], roles=["minister"]),
    country("a", "Chile"),
    said("b", "Marín", PERSON, roles=["minister"]),
]


def found(readings: list[Reading], judgements: list[Judgement] | None = None) -> list[Candidate]:
    def mint(key: str) -> str:
        return NAMES.entity_by_key(key).value

    decided = judgements or []
    alone = automatic(readings, load_gazetteer(), mint)
    return candidates_of(alone, with_judgements(alone, decided, mint), decided)


def judged(verdict: Verdict) -> Judgement:
    pair = (NAMES.entity_by_key(key).value for key in ("rosa-marin", "marin"))
    return Judgement("2026-01-01T00:00:00Z", "a reviewer", verdict, *pair)


def test_a_doubtful_pair_is_offered_with_what_speaks_for_and_against() -> None:
    (pair,) = found(TWO)
    assert {pair.first, pair.second} == {NAMES.entity_by_key(key).value for key in ("rosa-marin", "marin")}
    assert pair.reasons_for == ("both are called minister",)
    assert pair.reasons_against == ("of the names one is a surname alone",)
    assert 0 < pair.score < 0.5


def test_a_pair_that_was_judged_is_not_offered_again() -> None:
    for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE):
        assert found(TWO, [judged(verdict)]) == []


def test_the_likeliest_pair_comes_first() -> None:
    readings = [*TWO, said("c", "Luis Marín", of=["Norway"], roles=["striker"]), country("c", "Norway")]
    pairs = found(readings)
    assert pairs == sorted(pairs, key=lambda pair: -pair.score)
    assert pairs[0].first.endswith("/marin")
    assert pairs[0].second.endswith("/rosa-marin")


def test_what_one_article_names_apart_is_no_pair() -> None:
    readings = [said("a", "Rosa Marín"), said("a", "Marín"), said("a", "Rosa T. Marín")]
    assert found(readings) == []


def test_two_entities_with_one_item_of_a_register_are_a_pair() -> None:
    def mint(key: str) -> str:
        return NAMES.entity_by_key(key).value

    alone = automatic([said("a", "Ana Ruiz"), said("b", "Nina Holt")], load_gazetteer(), mint)
    items = dict.fromkeys((mint("ana-ruiz"), mint("nina-holt")), "http://www.wikidata.org/entity/Q1")
    (pair,) = candidates_of(alone, with_judgements(alone, [], mint), [], items)
    assert pair.reasons_for == ("both are linked to Q1",)
