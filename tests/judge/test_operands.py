"""What a person names when judging."""

import pytest

from kg.errors import KgError, QueryError, UsageError
from kg.graph import KG, Names
from kg.judge import (
    Operand,
    entities_of,
    fact_stands,
    find_claim,
    find_class,
    find_operand,
    readings_of,
    record,
)
from kg.model import Judgement, Verdict
from kg.store import Store

from .conftest import ARTICLES, article, write

NAMES = Names()
ADA, MOSS, BO = (NAMES.entity_by_key(key).value for key in ("ada-lund", "ida-moss", "bo-reyes"))
CLAIM = NAMES.claim("one", ARTICLES[0].claims[0])


@pytest.mark.parametrize(
    "text", ["Ada Lund", "ADA LUND", "ada-lund", "entity/ada-lund", ADA, f"<{ADA}>", "Ada L", " ada lund "]
)
def test_an_entity_is_found_by_name_key_and_iri(store: Store, text: str) -> None:
    assert find_operand(store, text, NAMES) == Operand(ADA, "Ada Lund")


@pytest.mark.parametrize(
    "text",
    [
        "Bo Reyes@two",
        "bo-reyes@two",
        "Bo@About two",
        "article/two#entity=bo-reyes",
        NAMES.reading("two", "bo-reyes").value,
    ],
)
def test_an_entity_as_one_article_reads_it_is_found_by_both(store: Store, text: str) -> None:
    assert find_operand(store, text, NAMES) == Operand(NAMES.reading("two", "bo-reyes").value, "Bo Reyes@two")


def test_names_and_identifiers_may_have_an_at_themselves(store: Store) -> None:
    write(store, [article("x@y", "[Ada Lund|ada-lund] sang."), *ARTICLES])
    assert find_operand(store, "Ada Lund@x@y", NAMES) == Operand(
        NAMES.reading("x@y", "ada-lund").value, "Ada Lund@x@y"
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Nobody", "no entity of this store is called 'Nobody'"),
        ("Moss@three", "no article of this store is called 'three'"),
        ("Ada Lund@two", "article two does not speak of 'Ada Lund'"),
        ("Nobody@two", "no entity of this store is called 'Nobody'"),
        ("article/two#entity=nobody", "no such reading"),
        ("", "is empty"),
    ],
)
def test_what_is_unknown_is_refused_with_a_reason(store: Store, text: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint):
        find_operand(store, text, NAMES)


def test_an_entity_that_is_gone_is_still_found_as_it_was_judged(store: Store) -> None:
    gone = NAMES.entity_by_key("the-lady").value
    record(
        store,
        [Judgement("2030-01-01T00:00:00Z", "Mo", Verdict.SAME, ADA, gone, None, "Ada Lund", "The Lady")],
    )
    for text in ("the-lady", "The Lady", "lady", gone):
        assert find_operand(store, text, NAMES) == Operand(gone, "The Lady")
    assert readings_of(store, [gone], NAMES) == {NAMES.reading("one", "ada-lund").value}
    with pytest.raises(QueryError):
        find_operand(store, "The Ladies", NAMES)


def test_a_part_that_was_cut_out_is_named_by_what_one_article_reads(store: Store) -> None:
    in_one, in_two = (NAMES.reading(article, "bo-reyes").value for article in ("one", "two"))
    record(store, [Judgement("2030-01-01T00:00:00Z", "Mo", Verdict.DIFFERENT, in_one, in_two)])
    parts = entities_of(store, [in_one, in_two])
    assert len({each.iri for each in parts}) == 2
    found = {find_operand(store, part.iri, NAMES) for part in parts}
    assert found == {Operand(in_one, "Bo Reyes@one"), Operand(in_two, "Bo Reyes@two")}
    record(store, [Judgement("2030-01-02T00:00:00Z", "Mo", Verdict.SAME, in_two, ADA)])
    (joined,) = entities_of(store, [in_two, NAMES.reading("one", "ada-lund").value])
    assert find_operand(store, joined.iri, NAMES) == Operand(ADA, joined.name)
    assert [each.articles for each in entities_of(store, [in_one])] == [1]


def test_a_whole_that_was_joined_is_named_as_before(store: Store) -> None:
    record(
        store,
        [Judgement("2030-01-01T00:00:00Z", "Mo", Verdict.SAME, ADA, MOSS, None, "Ada Lund", "Ida Moss")],
    )
    (joined,) = entities_of(store, readings_of(store, [ADA, MOSS], NAMES))
    assert (joined.iri in (ADA, MOSS), joined.articles) == (True, 2)
    assert find_operand(store, "Ada Lund", NAMES).iri == ADA
    assert find_operand(store, "Ida Moss", NAMES).iri == MOSS
    record(store, [Judgement("2030-01-02T00:00:00Z", "Mo", Verdict.DIFFERENT, ADA, MOSS)])
    assert [each.iri for each in entities_of(store, readings_of(store, [ADA, MOSS], NAMES))] == [ADA, MOSS]


def test_the_entities_of_readings_are_told_with_their_articles(store: Store) -> None:
    readings = readings_of(store, [BO, NAMES.reading("two", "chad").value], NAMES)
    assert readings == {
        NAMES.reading(*each).value for each in (("one", "bo-reyes"), ("two", "bo-reyes"), ("two", "chad"))
    }
    assert [(each.name, each.kind, each.articles) for each in entities_of(store, readings)] == [
        ("Bo Reyes", "person", 2),
        ("Chad", "country", 1),
    ]


def test_a_judged_class_holds_for_the_entity_of_every_article_and_the_newest_counts(store: Store) -> None:
    where = NAMES.reading("two", "bo-reyes").value
    for day, iri, kind in ((1, BO, "Place"), (2, where, "Country"), (3, MOSS, "Place")):
        record(store, [Judgement(f"2030-01-0{day}T00:00:00Z", "Mo", Verdict.WRONG_TYPE, iri, KG + kind)])
        write(store, ARTICLES)
    kinds = {each.iri: each.kind for each in entities_of(store, readings_of(store, [ADA, MOSS, BO], NAMES))}
    assert kinds == {ADA: "person", MOSS: "place", BO: "country"}


def test_a_class_is_found_in_any_case() -> None:
    assert find_class(" person") == f"{KG}Person"
    with pytest.raises(UsageError, match="'Agent' is no class of entities; there are Person, Organization"):
        find_class("Agent")


def test_a_claim_is_found_by_iri_hash_and_its_beginning(store: Store) -> None:
    hash_ = CLAIM.value.rpartition("/")[2]
    for text in (CLAIM.value, f"<{CLAIM.value}>", f"claim/{hash_}", hash_, hash_[:10], hash_[:4]):
        assert find_claim(store, text, NAMES) == CLAIM
    for text in (hash_[:3], "", "a b c d", '"} DROP ALL'):
        with pytest.raises(UsageError, match="is no claim"):
            find_claim(store, text, NAMES)
    with pytest.raises(QueryError, match="has no claim 'ffff-none'"):
        find_claim(store, "ffff-none", NAMES)


def test_a_beginning_that_fits_several_claims_is_refused(store: Store) -> None:
    from pyoxigraph import NamedNode, Quad

    from kg.graph import terms

    graph = NamedNode("https://x.example/more")
    twins = [NamedNode(f"{NAMES.base}claim/abcdef{end}") for end in ("00", "001", "11")]
    store.replace_graph(graph, [Quad(twin, terms.TYPE, terms.CLAIM, graph) for twin in twins])
    with pytest.raises(QueryError, match="may be 3 claims; give more of it: abcdef00, abcdef001, abcdef11"):
        find_claim(store, "abcdef", NAMES)
    assert find_claim(store, "abcdef00", NAMES) == twins[0]


def test_a_fact_stands_while_another_claim_makes_it(store: Store) -> None:
    assert fact_stands(store, CLAIM)
    decided = Judgement("2030-01-01T00:00:00Z", "Mo", Verdict.REJECTED, CLAIM.value)
    record(store, [decided])
    assert not fact_stands(store, CLAIM)
    write(store, [article("three", "[Bo Reyes|bo-reyes] sued [Acme|acme] again.")])
    assert fact_stands(store, CLAIM)


def test_entities_of_one_name_are_told_apart_by_their_keys() -> None:
    from kg.judge import told_short

    twins = [NAMES.entity_by_key(f"supreme-court-{place}").value for place in ("chad", "peru")]
    judgement = Judgement("", "", Verdict.SAME, *twins, None, "Supreme Court", "Supreme Court")
    assert told_short(judgement, NAMES) == (
        "Supreme Court [supreme-court-chad] is the same as Supreme Court [supreme-court-peru]"
    )


def test_moments_are_in_utc_and_a_second_after_the_newest() -> None:
    from kg.judge import moment

    assert moment("2030-01-02") == "2030-01-02T00:00:00Z"
    assert moment("2030-01-02T03:04:05.9+02:00") == "2030-01-02T01:04:05Z"
    now = moment()
    assert moment(None, now) > now
    assert moment(None, "2999-01-01T00:00:00Z") < "2999"
    for wrong in ("yesterday", "2030-02-30", "0001-01-01T00:00:00+05:00", ""):
        with pytest.raises(UsageError, match="is no date"):
            moment(wrong)


def test_judging_needs_no_judgement_before(store: Store) -> None:
    from kg.judge import undo

    with pytest.raises(KgError):
        undo(store, "abc")
