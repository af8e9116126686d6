"""FollowTheMoney entities, checked by FollowTheMoney's own library: schema, ranges of properties, and values."""

import io
import json
import warnings
from typing import Any

import pytest
from exporting import extractions, filled
from telling import COUNTRY, ORGANIZATION, PERSON, PLACE, entity, told

from kg.export import write_ftm
from kg.model import EntityType
from kg.store import LocalStore

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of libraries that it needs
    from followthemoney import model
    from followthemoney.types import registry

KINDS = {PERSON: "Person", ORGANIZATION: "Organization", COUNTRY: "PublicBody", PLACE: "Address"}
RELATIONS = {
    "worksFor": "Employment",
    "memberOf": "Membership",
    "leads": "Directorship",
    "representedBy": "Representation",
    "succeeded": "Succession",
    "relativeOf": "Family",
    "alliedWith": "Associate",
    "accused": "UnknownLink",
    "locatedIn": "UnknownLink",
}


def written(store: LocalStore, **options: bool) -> list[dict[str, Any]]:
    out = io.BytesIO()
    write_ftm(store, out, **options)
    return [json.loads(line) for line in out.getvalue().decode().splitlines()]


def checked(entities: list[dict[str, Any]]) -> None:
    """That the library takes each, keeps all values, and that references lead to entities of the right kind."""
    by_id = {each["id"]: each for each in entities}
    assert len(by_id) == len(entities)
    for each in entities:
        schema = model.get(each["schema"])
        assert schema is not None
        assert schema.validate(each) is None
        proxy = model.get_proxy(each, cleaned=False)
        for name, values in each["properties"].items():
            prop = schema.get(name)
            assert prop is not None, (each["schema"], name)
            assert len(proxy.get(name)) == len(set(values)), (name, values)
            if prop.type == registry.entity:
                assert all(model.get(by_id[value]["schema"]).is_a(prop.range) for value in values), (
                    each,
                    name,
                )


def fact(relation: str, one: EntityType, other: EntityType) -> list[dict[str, Any]]:
    ends = [entity("Ana Alpha", one), entity("Ben Beta", other)]
    claim = ("ana-alpha", relation, "ben-beta", 0, "sued", {"date": "2031-04"})
    return written(filled([told("one", ["[Ana Alpha|ana-alpha] sued [Ben Beta|ben-beta]."], ends, [claim])]))


def test_entities_articles_and_facts_are_what_the_library_takes():
    entities = written(filled(extractions()))
    checked(entities)
    assert sorted({each["schema"] for each in entities}) == [
        "Article",
        "Organization",
        "Person",
        "PublicBody",
        "UnknownLink",
    ]
    sued = next(each for each in entities if each["schema"] == "UnknownLink")["properties"]
    assert (sued["role"], sued["date"], len(sued["proof"])) == (["sued"], ["2031"], 2)
    assert sued["summary"] == ['Ana Wölk sued Oslo Port in Norway: "a\\b".']
    article = next(each["properties"] for each in entities if each["properties"].get("fileName") == ["one"])
    assert (article["title"], article["publishedAt"]) == (['"Quoted"\ttitle'], ["2031-04-01"])


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("one", KINDS)
@pytest.mark.parametrize("other", [PERSON, ORGANIZATION, PLACE])
def test_a_relation_has_its_schema_where_both_ends_fit_and_is_a_link_with_a_role_elsewhere(
    relation, one, other
):
    entities = fact(relation, one, other)
    checked(entities)
    (edge,) = [each for each in entities if model.get(each["schema"]).edge]
    assert edge["schema"] in (RELATIONS[relation], "UnknownLink")
    if edge["schema"] == "UnknownLink":
        assert edge["properties"]["role"]


@pytest.mark.parametrize(
    ("relation", "one", "other", "subject", "object_"),
    [
        ("worksFor", PERSON, ORGANIZATION, "employee", "employer"),
        ("memberOf", ORGANIZATION, ORGANIZATION, "member", "organization"),
        ("leads", PERSON, COUNTRY, "director", "organization"),
        ("representedBy", ORGANIZATION, PERSON, "client", "agent"),
        ("succeeded", PERSON, PERSON, "successor", "predecessor"),
        ("relativeOf", PERSON, PERSON, "person", "relative"),
        ("alliedWith", PERSON, PERSON, "person", "associate"),
    ],
)
def test_the_ends_are_told_in_the_direction_of_the_schema(relation, one, other, subject, object_):
    entities = fact(relation, one, other)
    (edge,) = [each for each in entities if each["schema"] == RELATIONS[relation]]
    names = {each["id"]: each["properties"]["name"] for each in entities if "name" in each["properties"]}
    ends = [names[edge["properties"][end][0]] for end in (subject, object_)]
    assert ends == [["Ana Alpha"], ["Ben Beta"]]


def test_without_text_no_sentence_is_in_it_and_the_order_of_articles_does_not_show():
    store, other = filled(extractions()), filled(extractions()[::-1])
    assert "Later" in json.dumps(written(store))
    hidden = written(store, without_text=True)
    assert "Later" not in json.dumps(hidden)
    checked(hidden)
    assert written(other) == written(store)
