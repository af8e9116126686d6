"""The same name: one entity or several."""

from collections import Counter

import pytest
from said import ORGANIZATION, PERSON, country, entity, resolved, said

from kg.gazetteer import load_gazetteer
from kg.model import EntityType
from kg.resolve import Reading, namesakes
from kg.resolve.namesakes import MOST_COMPARED, Cluster, weigh_namesakes
from kg.resolve.readings import Corpus


def test_the_same_full_name_is_one_person() -> None:
    found = resolved([said("a", "Rosa Marín"), said("b", "Rosa Marín")])
    assert entity(found, "a", "Rosa Marín") == entity(found, "b", "Rosa Marín") == "rosa-marin"


def test_namesakes_of_two_countries_are_two_people() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"], roles=["minister"]),
            country("a", "Chile"),
            said("b", "Rosa Marín", of=["Norway"], roles=["striker"]),
            country("b", "Norway"),
        ]
    )
    assert {entity(found, "a", "Rosa Marín"), entity(found, "b", "Rosa Marín")} == {
        "rosa-marin",
        "rosa-marin-norway",
    }


def test_whoever_is_named_with_both_speaks_for_one_person() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"]),
            country("a", "Chile"),
            said("a", "Ivar Holt"),
            said("b", "Rosa Marín", of=["Norway"]),
            country("b", "Norway"),
            said("b", "Ivar Holt"),
        ]
    )
    assert entity(found, "a", "Rosa Marín") == entity(found, "b", "Rosa Marín")


def test_a_singer_and_a_general_of_one_name_are_two_people() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", roles=["singer"]),
            said("b", "Rosa Marín", roles=["general"]),
        ]
    )
    assert entity(found, "a", "Rosa Marín") != entity(found, "b", "Rosa Marín")


def test_articles_two_lifetimes_apart_speak_of_two_people() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", date="1905-02-03", roles=["judge"]),
            said("b", "Rosa Marín", date="2021", roles=["banker"]),
        ]
    )
    assert entity(found, "a", "Rosa Marín") != entity(found, "b", "Rosa Marín")


def test_the_supreme_court_of_another_country_is_another_court() -> None:
    found = resolved(
        [
            said("a", "Supreme Court", ORGANIZATION),
            country("a", "Chile"),
            said("b", "Supreme Court", ORGANIZATION),
            country("b", "Norway"),
            said("c", "Supreme Court", ORGANIZATION, of=["Chile"]),
            country("c", "Chile"),
        ]
    )
    assert entity(found, "a", "Supreme Court") == entity(found, "c", "Supreme Court") == "supreme-court"
    assert entity(found, "b", "Supreme Court") == "supreme-court-norway"


def test_a_body_with_a_name_of_its_own_is_one_wherever_it_acts() -> None:
    found = resolved(
        [
            said("a", "Tern Mining", ORGANIZATION),
            country("a", "Chile"),
            said("b", "Tern Mining", ORGANIZATION),
            country("b", "Norway"),
        ]
    )
    assert entity(found, "a", "Tern Mining") == entity(found, "b", "Tern Mining")


def test_what_a_gazetteer_knows_is_one_whatever_speaks_against_it() -> None:
    found = resolved(
        [said("a", "United Nations", ORGANIZATION), said("b", "United Nations", PERSON, roles=["striker"])]
    )
    assert entity(found, "a", "United Nations") == entity(found, "b", "United Nations")


def test_a_people_is_one_in_every_article() -> None:
    found = resolved(
        [said("a", "Venezuelans"), country("a", "Chile"), said("b", "Venezuelans"), country("b", "Norway")]
    )
    assert entity(found, "a", "Venezuelans") == entity(found, "b", "Venezuelans")


def test_a_bare_name_joins_neither_of_two_namesakes_that_suit_as_well() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"], roles=["judge"]),
            country("a", "Chile"),
            said("b", "Rosa Marín", of=["Norway"], roles=["striker"]),
            country("b", "Norway"),
            said("c", "Rosa Marín"),
        ]
    )
    assert len({entity(found, article, "Rosa Marín") for article in "abc"}) == 3


def test_entities_that_only_one_article_describes_stay_their_own() -> None:
    readings = [
        said("a", "the court", ORGANIZATION, named=False),
        said("b", "the court", ORGANIZATION, named=False),
    ]
    found = resolved(readings)
    assert [entity(found, article, "the court") for article in "ab"] == ["a/the-court", "b/the-court"]


def test_a_country_never_parts() -> None:
    found = resolved([country("a", "Georgia"), said("b", "Georgia", EntityType.COUNTRY, roles=["striker"])])
    assert entity(found, "a", "Georgia") == entity(found, "b", "Georgia") == "georgia"


def test_a_ministry_that_every_state_has_makes_no_two_people_one() -> None:
    def minister(article: str, where: str) -> list[Reading]:
        return [
            said(article, "Rosa Marín", of=["Interior Ministry"]),
            said(article, "Interior Ministry", ORGANIZATION, of=[where]),
            country(article, where),
        ]

    found = resolved([*minister("a", "Chile"), *minister("b", "Norway"), *minister("c", "Chile")])
    assert (
        entity(found, "a", "Rosa Marín")
        == entity(found, "c", "Rosa Marín")
        != entity(found, "b", "Rosa Marín")
    )


def test_an_outlet_that_both_are_reported_by_makes_no_two_people_one() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"], roles=["judge"]),
            country("a", "Chile"),
            said("a", "Reuters", ORGANIZATION),
            said("b", "Rosa Marín", of=["Norway"], roles=["striker"]),
            country("b", "Norway"),
            said("b", "Reuters", ORGANIZATION),
        ]
    )
    assert entity(found, "a", "Rosa Marín") != entity(found, "b", "Rosa Marín")


def test_of_very_many_namesakes_each_is_compared_with_a_number_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: Counter[str] = Counter()

    def counted(some: Cluster, others: Cluster, corpus: Corpus) -> float:
        compared[some.readings[0].iri] += 1
        return weigh_namesakes(some, others, corpus)

    monkeypatch.setattr(namesakes, "weigh_namesakes", counted)
    states = sorted({entry.name for entry in load_gazetteer() if entry.type is EntityType.COUNTRY})
    readings = [
        reading
        for state in states
        for reading in (
            said(state, "Rosa Marín", of=[state]),
            country(state, state),
            said(state, "Ivar Holt"),
        )
    ]
    found = resolved(readings)
    assert len({entity(found, state, "Rosa Marín") for state in states}) == len(states) > 3 * MOST_COMPARED
    assert max(compared.values()) == 2 * MOST_COMPARED
