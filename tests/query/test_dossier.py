import pyoxigraph as ox
import pytest
from world import BASE

from kg.query.dossier import dossier
from kg.query.reading import reading


def node(key):
    return ox.NamedNode(BASE + key)


def test_a_dossier_says_who_it_is_and_where_it_is_mentioned(world):
    found = dossier(world, node("entity/mara-voss"))
    assert (found.name, found.classes, found.other_names) == ("Mara Voss", ("Person",), ("Voss",))
    assert found.same_as == ("http://www.wikidata.org/entity/Q900001",)
    assert [(each.article, each.mentions) for each in found.appearances] == [("a2", 7), ("a1", 3)]


def test_copies_are_listed_but_not_counted(world):
    found = dossier(world, node("entity/tomas-rehn"))
    assert [(each.article, each.copy_of) for each in found.appearances][-1] == ("a3", "a1")
    assert found.mentions == sum(each.mentions for each in found.appearances) - 1
    (indictment,) = [s for s in found.statements if s.relation == "indicted"]
    assert (indictment.sources, len(indictment.evidence), indictment.outgoing) == (2, 3, False)


def test_a_fact_comes_with_the_claims_that_deny_it(world):
    found = dossier(world, node("entity/tomas-rehn"))
    (attack,) = [s for s in found.statements if s.relation == "attacked" and s.fact]
    assert [item.holder for item in attack.disputed] == ["Tomáš Rehn"]


def test_what_is_possible_or_denied_is_no_fact_and_stands_last(world):
    found = dossier(world, node("entity/arvenia"))
    kinds = [(s.words, s.evidence[0].stance) for s in found.statements if not s.fact]
    assert kinds == [
        ("Lorvia eased sanctions on Arvenia", "possible, according to unnamed source"),
        ("Arvenia met with Tomáš Rehn", "denied by Mara Voss"),
    ]
    assert [s.fact for s in found.statements] == sorted((s.fact for s in found.statements), reverse=True)


def test_roles_are_told_from_deeds(world):
    found = dossier(world, node("entity/lena-rehn"))
    assert [s.words for s in found.statements if s.fact and s.is_role] == [
        "Lena Rehn leads Harbour Bank",
        "Lena Rehn member of Free Dock Party",
        "Lena Rehn relative of Tomáš Rehn",
    ]


def test_what_a_person_rejected_is_not_shown(world):
    found = dossier(world, node("entity/mara-voss"))
    assert "threatened" not in {statement.relation for statement in found.statements}


def test_a_dossier_of_a_source_has_what_it_says_also_through_others(world):
    found = dossier(world, node("entity/the-courier"))
    assert [(item.relation, item.place) for item in found.said] == [
        ("indicted", "a2:0–70"),
        ("appointed", "a2:531–594"),
    ]


def test_an_article_is_its_text_with_the_words_of_each_claim_marked(world):
    found = reading(world, node("article/a1"))
    assert "".join(piece.text for piece in found.pieces()) == found.text
    assert [piece.text for piece in found.pieces() if piece.notes == (1,)] == ["indicted"]
    marked = next(piece for piece in found.pieces() if 3 in piece.notes)
    assert (marked.text, marked.notes) == (
        "President Mara Voss of Arvenia met Tomáš Rehn in São Belo last month.",
        (3, 4),
    )
    assert len(found.notes) == 9


def test_an_article_without_text_still_has_its_claims(world):
    from world import fill

    from kg.store import LocalStore

    store = fill(LocalStore())
    store._open.update(
        "DELETE WHERE { GRAPH ?g { ?a <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString> ?t } }"
    )
    found = reading(store, node("article/a1"))
    assert found.text is None
    assert len(found.notes) == 9


def test_a_role_lasts_from_the_first_to_the_last_date_that_claims_give():
    from dataclasses import replace

    from world import fill

    from kg.query.evidence import evidence
    from kg.query.roles import period
    from kg.store import LocalStore

    store = fill(LocalStore())
    (item,) = evidence(store, [BASE + "claim/a1-03"])[BASE + "claim/a1-03"]
    dated = [replace(item, date=date) for date in ("2021-05", None, "2019", "2021")]
    assert period(dated) == ("2019", "2021-05")
    assert period([item]) == (None, None)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([("2013", None)], "since 2013"),
        ([(None, "2015")], "until 2015"),
        ([("2010", "2014"), ("2010-05", None)], "2010–2014"),
        ([("2010-05", "2014")], "2010-05 – 2014"),
        ([("2010", "2014"), ("2019", None)], "since 2010"),
        ([(None, None)], ""),
    ],
)
def test_a_role_holds_as_long_as_claims_say(told, words):
    from dataclasses import replace

    from world import fill

    from kg.query.evidence import evidence
    from kg.query.roles import interval
    from kg.store import LocalStore

    (item,) = evidence(fill(LocalStore()), [BASE + "claim/a1-03"])[BASE + "claim/a1-03"]
    assert interval(replace(item, starts=starts, ends=ends) for starts, ends in told) == words


def test_relations_have_the_topic_of_their_file(world):
    found = dossier(world, node("entity/tomas-rehn"))
    topics = {statement.relation: statement.topic for statement in found.statements}
    assert topics["indicted"] == topics["arrested"] == "Police and courts"
    assert topics["metWith"] == "Meetings and agreements"


def test_every_shipped_relation_has_a_topic_with_a_place():
    from kg.ontology import load_ontology
    from kg.query.topics import OTHER, topic, topic_rank

    topics = {topic(name) for name in load_ontology().relations}
    assert OTHER not in topics
    assert sorted(map(topic_rank, topics)) == list(range(len(topics)))
    assert topic_rank(OTHER) == len(topics)


def test_a_dispute_has_both_sides_and_what_is_only_denied_one(world):
    found = dossier(world, node("entity/tomas-rehn"))
    assert [(d.words, len(d.pro), len(d.contra)) for d in found.disputes] == [
        ("Tomáš Rehn attacked São Belo", 1, 1),
        ("Arvenia met with Tomáš Rehn", 0, 1),
    ]


def test_holders_are_entities_with_their_claims_and_unnamed_ones_have_no_iri(world):
    found = dossier(world, node("entity/arvenia"))
    assert [(each.iri and each.iri.removeprefix(BASE), each.name, each.kind) for each in found.holders] == [
        ("entity/mara-voss", "Mara Voss", "person"),
        (None, "unnamed source", ""),
    ]


def test_nobody_is_a_holder_of_claims_about_themselves(world):
    found = dossier(world, node("entity/tomas-rehn"))
    assert "Tomáš Rehn" not in {each.name for each in found.holders}


def test_a_rejected_claim_is_told_with_the_entities_that_it_is_about(world):
    (judgement,) = dossier(world, node("entity/mara-voss")).judgements
    assert judgement.first == BASE + "claim/a2-09"
    assert dossier(world, node("entity/harbour-bank")).judgements == ()
