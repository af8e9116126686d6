"""Resolution is a function of what was read and judged, not of its order."""

from hypothesis import given, settings
from hypothesis import strategies as st
from said import NAMES, ORGANIZATION, PERSON, country, entity, resolved, said

from kg.model import Judgement, Verdict
from kg.model.keys import slug
from kg.resolve import Reading

WHO = [
    "Rosa Marín",
    "Rosa Marín Ugarte",
    "Marín",
    "Luis Marín",
    "R. Marín",
    "Supreme Court",
    "Tern Mining",
    "Tern Mining Ltd.",
]
WHERE = ["Chile", "Norway", "Chad"]


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    found: dict[str, Reading] = {}
    for number in range(draw(st.integers(1, 8))):
        article = f"article-{number}"
        place = draw(st.sampled_from(WHERE))
        found[f"{article} {place}"] = country(article, place)
        for name in draw(st.lists(st.sampled_from(WHO), min_size=1, max_size=4, unique=True)):
            kind = ORGANIZATION if name.startswith(("Supreme", "Tern")) else PERSON
            of = [place] if draw(st.booleans()) else []
            roles = draw(st.lists(st.sampled_from(["judge", "striker", "minister"]), max_size=1))
            found[f"{article} {name}"] = said(article, name, kind, of=of, roles=roles)
    return list(found.values())


def judgement(verdict: Verdict, first: str, second: str, when: str = "2026-01-01T00:00:00Z") -> Judgement:
    return Judgement(when, "a reviewer", verdict, first, second)


def iri(key: str) -> str:
    return NAMES.entity_by_key(key).value


def reading(article: str, name: str) -> str:
    return NAMES.reading(article, slug(name)).value


@given(corpora(), st.randoms())
@settings(deadline=None, max_examples=40)
def test_the_order_of_reading_does_not_show(readings: list[Reading], chance: st.DataObject) -> None:
    shuffled = readings.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolved(shuffled) == resolved(readings)


@given(corpora())
@settings(deadline=None, max_examples=40)
def test_every_reading_stands_for_one_entity_with_a_name_that_some_article_gives(
    readings: list[Reading],
) -> None:
    found = resolved(readings)
    assert set(found.entities) == {each.iri for each in readings}
    names = {each.name for each in readings}
    assert set(found.labels) == set(found.entities.values())
    assert set(found.labels.values()) <= names


@given(corpora(), st.data())
@settings(deadline=None, max_examples=40)
def test_what_was_judged_holds_whatever_was_resolved(readings: list[Reading], data: st.DataObject) -> None:
    first, second = (data.draw(st.sampled_from(readings)) for _ in range(2))
    if first.iri == second.iri:
        return
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        found = resolved(readings, [judgement(verdict, first.iri, second.iri)])
        one = found.entities[first.iri] == found.entities[second.iri]
        assert one == (verdict is Verdict.SAME)


def test_entities_that_are_judged_the_same_are_one_with_all_their_readings() -> None:
    readings = [said("a", "Ana Ruiz"), said("b", "Ana Ruiz"), said("c", "Nina Holt")]
    found = resolved(readings, [judgement(Verdict.SAME, iri("nina-holt"), iri("ana-ruiz"))])
    assert {
        entity(found, article, name)
        for article, name in (("a", "Ana Ruiz"), ("b", "Ana Ruiz"), ("c", "Nina Holt"))
    } == {"ana-ruiz"}


def test_same_is_transitive() -> None:
    readings = [said("a", "Ana Ruiz"), said("b", "Nina Holt"), said("c", "Eva Lund")]
    found = resolved(
        readings,
        [
            judgement(Verdict.SAME, iri("ana-ruiz"), iri("nina-holt")),
            judgement(Verdict.SAME, iri("nina-holt"), iri("eva-lund")),
        ],
    )
    assert len(set(found.entities.values())) == 1


def test_one_article_can_be_parted_from_the_others() -> None:
    readings = [said(article, "Ana Ruiz") for article in "abc"]
    found = resolved(readings, [judgement(Verdict.DIFFERENT, reading("b", "Ana Ruiz"), iri("ana-ruiz"))])
    assert entity(found, "a", "Ana Ruiz") == entity(found, "c", "Ana Ruiz") == "ana-ruiz"
    assert entity(found, "b", "Ana Ruiz") == "ana-ruiz-2"


def test_what_is_parted_goes_with_whom_it_is_named_with() -> None:
    readings = [
        *(said(article, "Ana Ruiz") for article in "abcd"),
        *(said(article, "Ivar Holt") for article in "ac"),
        *(said(article, "Gro Dahl") for article in "bd"),
    ]
    found = resolved(
        readings, [judgement(Verdict.DIFFERENT, reading("a", "Ana Ruiz"), reading("b", "Ana Ruiz"))]
    )
    assert entity(found, "a", "Ana Ruiz") == entity(found, "c", "Ana Ruiz")
    assert entity(found, "b", "Ana Ruiz") == entity(found, "d", "Ana Ruiz")


def test_a_judgement_that_parts_what_others_join_parts_all_of_it() -> None:
    readings = [said(article, "Ana Ruiz") for article in "ab"] + [
        said(article, "Nina Holt") for article in "cd"
    ]
    found = resolved(
        readings,
        [
            judgement(Verdict.SAME, reading("a", "Ana Ruiz"), reading("c", "Nina Holt")),
            judgement(Verdict.DIFFERENT, reading("b", "Ana Ruiz"), reading("d", "Nina Holt")),
        ],
    )
    assert entity(found, "a", "Ana Ruiz") == entity(found, "c", "Nina Holt")
    assert entity(found, "b", "Ana Ruiz") != entity(found, "d", "Nina Holt")


def test_of_judgements_that_contradict_each_other_the_newest_holds() -> None:
    readings = [said("a", "Ana Ruiz"), said("b", "Nina Holt")]
    older = judgement(Verdict.SAME, iri("ana-ruiz"), iri("nina-holt"), "2026-01-01T00:00:00Z")
    newer = judgement(Verdict.DIFFERENT, iri("ana-ruiz"), iri("nina-holt"), "2026-02-01T00:00:00Z")
    assert len(set(resolved(readings, [older, newer]).entities.values())) == 2


def test_a_judgement_about_an_entity_that_has_gone_into_another_means_what_its_articles_said() -> None:
    readings = [said("a", "Rosa Marín"), said("b", "Rosa Marín"), said("c", "Rosa Marín Ugarte")]
    found = resolved(readings, [judgement(Verdict.DIFFERENT, iri("rosa-marin-ugarte"), iri("rosa-marin"))])
    assert entity(found, "a", "Rosa Marín") != entity(found, "c", "Rosa Marín Ugarte")


def test_a_judgement_about_nothing_that_was_read_changes_nothing() -> None:
    readings = [said("a", "Ana Ruiz")]
    assert resolved(readings, [judgement(Verdict.SAME, iri("nobody"), iri("ana-ruiz"))]) == resolved(readings)


def test_a_described_entity_can_be_judged_to_be_a_named_one() -> None:
    readings = [said("a", "the minister", named=False), said("a", "Ana Ruiz")]
    found = resolved(readings, [judgement(Verdict.SAME, readings[0].entity, iri("ana-ruiz"))])
    assert entity(found, "a", "the minister") == "ana-ruiz"


def test_a_judged_class_is_that_of_the_whole_entity() -> None:
    readings = [said("a", "Limen", ORGANIZATION), said("b", "Limen", ORGANIZATION)]
    right = "https://w3id.org/kg-populator/ontology#Place"
    found = resolved(readings, [judgement(Verdict.WRONG_TYPE, iri("limen"), right)])
    assert {key: kind.value for key, kind in found.types.items()} == {iri("limen"): "Place"}
