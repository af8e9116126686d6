"""Different names: one entity or several."""

from said import ORGANIZATION, country, entity, resolved, said


def test_a_longer_form_of_a_full_name_is_the_same_person() -> None:
    found = resolved([said("a", "Rosa Marín"), said("b", "Rosa Marín"), said("c", "Rosa Marín Ugarte")])
    assert entity(found, "c", "Rosa Marín Ugarte") == "rosa-marin"
    assert found.labels[found.entities[next(iter(found.entities))]] == "Rosa Marín"


def test_a_surname_joins_who_bears_it_where_the_country_says_so() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"], roles=["president"]),
            country("a", "Chile"),
            said("b", "Marín", of=["Chile"], roles=["president"]),
            country("b", "Chile"),
        ]
    )
    assert entity(found, "b", "Marín") == "rosa-marin"


def test_a_surname_alone_joins_nobody() -> None:
    found = resolved([said("a", "Rosa Marín"), said("b", "Marín")])
    assert entity(found, "b", "Marín") == "marin"


def test_a_surname_that_suits_two_joins_neither() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"], roles=["minister"]),
            country("a", "Chile"),
            said("b", "Luis Marín", of=["Chile"], roles=["minister"]),
            country("b", "Chile"),
            said("c", "Marín", of=["Chile"], roles=["minister"]),
            country("c", "Chile"),
        ]
    )
    assert (
        len({entity(found, "a", "Rosa Marín"), entity(found, "b", "Luis Marín"), entity(found, "c", "Marín")})
        == 3
    )


def test_another_spelling_joins_where_more_than_the_spelling_speaks_for_it() -> None:
    readings = [
        said("a", "Mohammed al-Harazi", of=["Yemen"]),
        country("a", "Yemen"),
        said("b", "Mohammad al-Harazi", of=["Yemen"]),
        country("b", "Yemen"),
    ]
    found = resolved(readings)
    assert entity(found, "a", "Mohammed al-Harazi") == entity(found, "b", "Mohammad al-Harazi")
    alone = resolved([said("a", "Mohammed al-Harazi"), said("b", "Mohammad al-Harazi")])
    assert entity(alone, "a", "Mohammed al-Harazi") != entity(alone, "b", "Mohammad al-Harazi")


def test_names_that_one_article_keeps_apart_stay_apart() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"]),
            said("a", "Rosa Marín Ugarte", of=["Chile"]),
            country("a", "Chile"),
        ]
    )
    assert entity(found, "a", "Rosa Marín") != entity(found, "a", "Rosa Marín Ugarte")


def test_a_company_is_the_same_with_its_legal_form() -> None:
    found = resolved([said("a", "Tern Mining", ORGANIZATION), said("b", "Tern Mining Ltd.", ORGANIZATION)])
    assert entity(found, "a", "Tern Mining") == entity(found, "b", "Tern Mining Ltd.")


def test_initials_join_the_body_that_acts_in_the_same_country() -> None:
    found = resolved(
        [
            said("a", "Front of Northern Oases", ORGANIZATION, of=["Chad"]),
            country("a", "Chad"),
            said("b", "FNO", ORGANIZATION, of=["Chad"]),
            country("b", "Chad"),
        ]
    )
    assert (
        entity(found, "a", "Front of Northern Oases")
        == entity(found, "b", "FNO")
        == "front-of-northern-oases"
    )


def test_bodies_called_after_one_person_are_one() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"], roles=["president"]),
            country("a", "Chile"),
            said("a", "Rosa Marín administration", ORGANIZATION),
            said("b", "Marín", of=["Chile"], roles=["president"]),
            country("b", "Chile"),
            said("b", "Marín administration", ORGANIZATION),
        ]
    )
    assert entity(found, "a", "Rosa Marín administration") == entity(found, "b", "Marín administration")


def test_bodies_called_after_two_of_one_family_are_two() -> None:
    found = resolved(
        [
            said("a", "Rosa Marín", of=["Chile"]),
            country("a", "Chile"),
            said("a", "Marín administration", ORGANIZATION, of=["Chile"]),
            said("b", "Luis Marín", of=["Norway"]),
            country("b", "Norway"),
            said("b", "Luis Marín administration", ORGANIZATION, of=["Norway"]),
        ]
    )
    assert entity(found, "a", "Marín administration") != entity(found, "b", "Luis Marín administration")
