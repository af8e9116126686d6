"""The answers that the invented world must give, by hand."""

import pytest
from world import BASE, fill

from kg.errors import QueryError
from kg.query.answers import answer
from kg.query.results import words
from kg.query.values import assign, resolve
from kg.store import LocalStore


@pytest.fixture
def ask(world, library):
    """`ask("met", "Voss", all="true")` gives rows of the columns for people, empty ones left out."""

    def run(name, *values, **named):
        query = library.get(name)
        found = answer(query, resolve(query, assign(query, values, named), world).terms, world)
        places = [found.variables.index(column) for column in found.columns]
        return [
            tuple(cell for place in places if (cell := words(row[place], found.labels)) not in ("", "0"))
            for row in found.rows
        ]

    return run


def test_who_indicted_whom_counts_a_copy_once(ask):
    assert ask("indicted") == [("Justice Office of Lorvia", "Tomáš Rehn", "2024-03", "2")]


def test_with_all_each_holder_stands_apart(ask):
    assert ask("indicted", all="true") == [
        ("Justice Office of Lorvia", "Tomáš Rehn", "2024-03", "affirmed", "actual", "1"),
        ("Justice Office of Lorvia", "Tomáš Rehn", "affirmed", "actual", "The Courier", "asserts", "1"),
    ]


def test_a_fact_that_is_denied_says_so_and_the_denial_itself_comes_with_all(ask):
    assert ask("attacks") == [("Tomáš Rehn", "São Belo", "1", "1")]
    assert ask("attacks", all="true") == [
        ("Dock Works", "Harbour Bank", "affirmed", "actual", "Harbour Bank", "alleges", "1"),
        ("Dock Works", "Harbour Bank", "denied", "actual", "Dock Works", "denies", "1"),
        ("Tomáš Rehn", "São Belo", "affirmed", "actual", "Justice Office of Lorvia", "asserts", "1", "1"),
        ("Tomáš Rehn", "São Belo", "denied", "actual", "Tomáš Rehn", "denies", "1"),
    ]


def test_what_may_happen_is_no_fact(ask):
    assert ask("sanctions") == [("Lorvia", "sanctioned", "Arvenia", "2023-04-09", "1")]
    assert ask("sanctions", all="true")[1:] == [
        ("Lorvia", "sanctioned", "Arvenia", "2023-04-09", "affirmed", "actual", "1")
    ]
    assert ("Lorvia", "eased sanctions on", "Arvenia", "possible", "unnamed source", "asserts", "1") in [
        tuple(cell for cell in row if cell != "affirmed") for row in ask("sanctions", all="true")
    ]


def test_a_rejected_claim_is_no_answer_even_with_all(ask):
    assert ask("pressure", "Voss", all="true") == []
    assert [row[:3] for row in ask("pressure")] == [("Lorvia", "urged", "Arvenia")]


def test_a_meeting_is_one_whoever_is_named_first(ask):
    expected = [("Mara Voss", "Tomáš Rehn", "2024-04", "2")]
    assert ask("met") == expected
    assert ask("met", "Tomas Rehn") == expected
    assert ask("met", "Tomas Rehn", "Voss") == expected
    assert ask("met", "Lorvia") == []


def test_a_pair_is_read_from_subject_to_object(ask):
    assert ask("recognized", "Arvenia") == [("Arvenia", "Lorvia", "1991", "1")]
    assert ask("recognized", "Lorvia") == []
    assert ask("recognized", whom="Lorvia") == [("Arvenia", "Lorvia", "1991", "1")]


def test_since_leaves_out_what_is_older_and_what_has_no_date(ask):
    assert ask("recognized", since="1991") == ask("recognized")
    assert ask("recognized", since="1991-02") == []
    assert ask("visits", since="1900") == []


def test_accusations_come_in_the_words_of_the_articles(ask):
    assert ask("accused-of", "tomas rehn") == [
        (
            "Justice Office of Lorvia",
            "indicted",
            "Lorvia’s Justice Office has indicted Tomas Rehn, The Courier reported.",
            "Daily Tide",
        ),
        (
            "Justice Office of Lorvia",
            "indicted",
            "The Justice Office of Lorvia indicted Tomáš Rehn in March 2024.",
            "2024-03",
            "The Courier",
        ),
    ]
    assert [row[:3] for row in ask("accused-of", "Lorvia")] == [
        ("Mara Voss", "accused", "Voss accused Lorvia of lying.")
    ]


def test_denials_have_their_holder(ask):
    assert [row[:4] for row in ask("denials")] == [
        ("Dock Works", "Dock Works", "attacked", "Harbour Bank"),
        ("Mara Voss", "Arvenia", "met with", "Tomáš Rehn"),
        ("Tomáš Rehn", "Tomáš Rehn", "attacked", "São Belo"),
    ]
    assert [row[0] for row in ask("denials", about="São Belo")] == ["Tomáš Rehn"]


def test_a_denial_names_who_says_the_opposite(ask):
    assert ask("denied-about", "São Belo") == [
        (
            "Tomáš Rehn",
            "Tomáš Rehn",
            "attacked",
            "São Belo",
            "Justice Office of Lorvia",
            "Rehn denied that he attacked São Belo.",
        )
    ]


def test_a_timeline_is_in_the_order_of_the_events(ask):
    assert [row[:4] for row in ask("timeline", "Lorvia")] == [
        ("1991", "Arvenia", "recognized", "Lorvia"),
        ("2022", "Mara Voss", "supported", "Lorvia"),
        ("2023-04-09", "Lorvia", "sanctioned", "Arvenia"),
        ("2024-05-01", "Mara Voss", "accused", "Lorvia"),
    ]
    assert [row[0] for row in ask("timeline", "Lorvia", since="2022", until="2023")] == ["2022", "2023-04-09"]


def test_links_are_chains_of_facts_the_shortest_first(ask):
    assert ask("links", "Arvenia", "Harbour Bank", "3") == [
        ("1", "Harbour Bank sued Arvenia"),
        (
            "3",
            "Arvenia aided Free Dock Party",
            "Lena Rehn member of Free Dock Party",
            "Lena Rehn leads Harbour Bank",
        ),
        (
            "3",
            "Arvenia arrested Tomáš Rehn",
            "Lena Rehn relative of Tomáš Rehn",
            "Lena Rehn leads Harbour Bank",
        ),
    ]
    assert ask("links", "Arvenia", "Harbour Bank") == [("1", "Harbour Bank sued Arvenia")]
    with pytest.raises(QueryError, match="hops must be one of 1, 2, 3"):
        ask("links", "Arvenia", "Harbour Bank", "4")


def test_relations_of_two_countries_are_also_those_of_their_leaders(ask):
    rows = [row[:3] for row in ask("relations-between", "Arvenia", "Lorvia")]
    assert ("Mara Voss", "negotiated with", "Lorvia") in rows
    assert ("Lorvia", "sanctioned", "Arvenia") in rows
    assert sorted(rows) == sorted(row[:3] for row in ask("relations-between", "Lorvia", "Arvenia"))


def test_who_changed_sides_has_both_sides_with_dates(ask):
    assert ask("changed-side") == [("Mara Voss", "Lorvia", "supported", "2022", "accused", "2024-05-01")]
    assert ask("changed-side", whom="Arvenia") == []


def test_allies_and_opponents_are_read_in_both_directions(ask):
    assert [row[:3] for row in ask("allies-and-opponents", "Lorvia")] == [
        ("ally", "Arvenia", "recognized"),
        ("ally", "Mara Voss", "supported"),
        ("opponent", "Arvenia", "sanctioned"),
        ("opponent", "Mara Voss", "accused"),
    ]


@pytest.mark.parametrize(
    ("question", "whom", "expected"),
    [
        ("staff", "Harbour Bank", ("Lena Rehn", "leads")),
        ("members", "FDP", ("Lena Rehn", "member of")),
        ("family", "Tomas Rehn", ("Lena Rehn", "relative of")),
        ("family", "Lena Rehn", ("Tomáš Rehn", "relative of")),
        ("owners", "Dock Works", ("Harbour Bank", "invested in")),
    ],
)
def test_people_and_money_around_somebody(ask, question, whom, expected):
    assert [row[:2] for row in ask(question, whom)] == [expected]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ('kg:startDate "2013"', "2013–"),
        ('kg:endDate "2015"', "–2015"),
        ('kg:startDate "2013" ; kg:endDate "2015"', "2013–2015"),
    ],
)
def test_a_post_is_told_with_since_when_and_until_when_it_was_held(library, dates, told):
    world = fill(LocalStore())
    kg = "https://w3id.org/kg-populator/ontology#"
    world._open.update(
        f"PREFIX kg: <{kg}> INSERT DATA {{ GRAPH <{BASE}article/a1> {{ <{BASE}claim/a1-03> {dates} }} }}"
    )
    posts = library.get("posts")
    found = answer(posts, resolve(posts, {"who": "Mara Voss"}, world).terms, world)
    place = found.variables.index("dates")
    assert told in {words(row[place], found.labels) for row in found.rows}


def test_posts_are_held_and_given(ask):
    assert [row[:2] for row in ask("posts", "Lena Rehn")] == [
        ("Harbour Bank", "leads"),
        ("Free Dock Party", "member of"),
    ]
    assert [row[:2] for row in ask("posts", "Tomas Rehn")] == [("Mara Voss", "appointed")]


def test_facts_are_told_by_how_many_sources_they_have(ask):
    assert [row[:3] for row in ask("corroborated")] == [
        ("Justice Office of Lorvia", "indicted", "Tomáš Rehn"),
        ("Mara Voss", "met with", "Tomáš Rehn"),
    ]
    assert ask("corroborated", minimum="3") == []
    alone = ask("single-source", about="Lena Rehn")
    assert {(*row[:3], row[3]) for row in alone} == {
        ("Lena Rehn", "leads", "Harbour Bank", "The Courier"),
        ("Lena Rehn", "member of", "Free Dock Party", "Daily Tide"),
        ("Lena Rehn", "relative of", "Tomáš Rehn", "The Courier"),
    }
    assert not {row[:3] for row in ask("single-source")} & {row[:3] for row in ask("corroborated")}


def test_a_dispute_has_both_sides_and_is_no_fact_where_one_side_only_alleges(ask):
    assert ask("disputed") == [
        ("Dock Works", "attacked", "Harbour Bank", "Harbour Bank", "Dock Works", "1", "1", "only alleged"),
        (
            "Tomáš Rehn",
            "attacked",
            "São Belo",
            "Justice Office of Lorvia",
            "Tomáš Rehn",
            "1",
            "1",
            "asserted",
        ),
    ]
    assert ask("attacks", "Dock Works") == []


def test_what_only_anonymous_sources_say_can_be_told_apart(ask):
    assert ask("anonymous-only") == [("Dock Works", "invested in", "Harbour Bank", "1", "The Lantern")]
    assert ask("anonymous-only", "Voss") == []


def test_what_changed_since_a_day_is_new_denied_or_told_again_and_no_copy(ask):
    assert ask("changed-since", "2024-06") == [
        ("first denied", "Dock Works", "attacked", "Harbour Bank", "2024-06-10", "The Lantern"),
        ("first reported", "Dock Works", "invested in", "Harbour Bank", "2024-06-10", "The Lantern"),
        ("first reported", "Harbour Bank", "accused", "Dock Works", "2024-06-10", "The Lantern"),
    ]
    assert ask("changed-since", "2024-07") == []
    again = [row[:4] for row in ask("changed-since", "2024-05-03", "Sao Belo")]
    assert ("first reported", "Tomáš Rehn", "attacked", "São Belo") in again
    assert "reported again" in {row[0] for row in ask("changed-since", "2024-05-03")}


def test_sources_are_counted_without_copies(ask):
    assert ask("most-quoted")[0] == ("Tomáš Rehn", "2", "2")
    assert {row[0] for row in ask("most-quoted")[1:]} == {
        "Dock Works",
        "Harbour Bank",
        "Justice Office of Lorvia",
        "Mara Voss",
        "The Courier",
        "unnamed source",
    }


def test_what_a_source_says_includes_what_it_passes_on(ask):
    assert [row[:5] for row in ask("says", "courier")] == [
        ("Justice Office of Lorvia", "indicted", "Tomáš Rehn", "affirmed", "actual"),
        ("Mara Voss", "appointed", "Lena Rehn", "affirmed", "possible"),
    ]


def test_plans_and_unnamed_sources(ask):
    assert ask("planned") == [
        ("Lorvia", "eased sanctions on", "Arvenia", "unnamed source", "1"),
        ("Mara Voss", "appointed", "Lena Rehn", "Tomáš Rehn", "1"),
    ]
    assert [row[:3] for row in ask("unnamed")] == [
        ("Dock Works", "invested in", "Harbour Bank"),
        ("Lorvia", "eased sanctions on", "Arvenia"),
    ]


def test_the_claims_of_an_article_stand_in_the_order_of_its_text(ask):
    rows = ask("article-claims", "a1")
    assert len(rows) == 9
    assert rows[1] == ("Tomáš Rehn", "attacked", "São Belo", "denied", "actual", "Tomáš Rehn", "denies", "64")
    assert rows[0][:3] == ("Justice Office of Lorvia", "indicted", "Tomáš Rehn")


def test_mentions_are_counted_without_copies_and_by_class(ask):
    assert ask("most-mentioned")[0] == ("Mara Voss", "person", "10", "2")
    assert [row[0] for row in ask("most-mentioned", "Place")] == ["São Belo"]


def test_pairs_count_what_is_between_two_whatever_the_direction(ask):
    assert ask("pairs", "Arvenia")[0] == ("Arvenia", "Lorvia", "3", "3", "1")


def test_everything_about_somebody_can_be_one_relation(ask):
    assert [row[:3] for row in ask("everything", "Voss", "met with")] == [
        ("Mara Voss", "met with", "Tomáš Rehn")
    ]
    assert len(ask("everything", "Voss")) == 9
    assert len(ask("everything", "Voss", all="true")) == 10


def test_entities_without_an_identity_say_what_became_of_the_search(ask):
    rows = ask("unlinked")
    assert rows[0] == (
        "Tomáš Rehn",
        "person",
        "11",
        "nil",
        "nothing is called “Tomáš Rehn” there",
        "https://register.example/sparql",
    )
    assert ("Arvenia", "country", "8") in rows
    assert "Mara Voss" not in {row[0] for row in rows}
    assert "protesters" not in {row[0] for row in rows}
    assert [row[:4] for row in ask("unlinked", result="Ambiguous")] == [
        ("São Belo", "place", "5", "ambiguous")
    ]
    assert [row[0] for row in ask("unlinked", "Person", "Nil")] == ["Tomáš Rehn"]


def test_identities_say_where_they_come_from(ask):
    assert ask("identities") == [("Mara Voss", "person", "Q900001", "0.85", "called “Mara Voss”; of Arvenia")]


def test_who_defeated_whom(ask):
    assert ask("won-against") == [("Ines Kahl", "Otto Brandt", "2021", "1")]
    assert ask("won-against", since="2022") == []


def test_elections_and_candidates_are_what_the_sentence_speaks_of(ask):
    assert ask("elections") == [
        ("Ines Kahl", "defeated", "Otto Brandt", "2021", "1"),
        ("Ines Kahl", "member of", "Coast League", "1"),
    ]
    assert ask("elections", "Lena Rehn") == []
    assert ask("candidates", whom="Coast League") == [("Ines Kahl", "member of", "Coast League", "1")]


def test_leaders_stand_in_the_order_of_their_terms(ask):
    assert ask("leadership", "Veldia") == [
        ("Otto Brandt", "leads", "2015–2021", "1"),
        ("Ines Kahl", "leads", "2021–", "1"),
        ("Ines Kahl", "succeeded", "Otto Brandt", "1"),
    ]


def test_the_structure_has_what_stands_above_and_below(ask):
    above, below = (
        ("Ministry of Ports", "Veldia", "1"),
        ("Ports Inspectorate", "Ministry of Ports", "1"),
    )
    assert ask("structure", "Ministry of Ports") == [("1", *above), ("-1", *below)]
    assert ask("structure", "Veldia") == [("-1", *above), ("-2", *below)]
    assert ask("structure", "Ports Inspectorate") == [("2", *above), ("1", *below)]


def test_what_is_only_alleged_has_who_alleges_it_and_how_often_it_is_denied(ask):
    row = ("Harbour Bank", "Dock Works", "attacked", "Harbour Bank", "1")
    assert [each[:5] for each in ask("alleged")] == [row]
    assert ask("alleged", "Voss") == []


def test_connections_are_counted_by_neighbours_facts_and_relations(ask):
    assert ask("most-connected")[:2] == [
        ("Mara Voss", "person", "6", "9", "9"),
        ("Arvenia", "country", "5", "7", "7"),
    ]
    assert ask("most-connected", relation="defeated") == [
        ("Ines Kahl", "person", "1", "1", "1"),
        ("Otto Brandt", "person", "1", "1", "1"),
    ]


def test_shared_neighbours_and_bridges_have_their_facts_on_both_sides(ask):
    assert ask("shared-neighbours", "Lorvia", "Harbour Bank") == [("Arvenia", "3", "1")]
    assert ask("shared-neighbours", "Veldia", "Arvenia") == []
    assert ask("bridges", "Arvenia", "Justice Office") == [("Tomáš Rehn", "3", "1")]


def test_the_shortest_way_is_the_only_length_that_is_shown(ask):
    assert ask("shortest-paths", "Arvenia", "Harbour Bank") == [("1", "Harbour Bank sued Arvenia")]
    assert ask("shortest-paths", "Veldia", "Coast League") == [
        ("2", "Ines Kahl citizen of Veldia", "Ines Kahl member of Coast League"),
        ("2", "Ines Kahl leads Veldia", "Ines Kahl member of Coast League"),
    ]
    assert ask("shortest-paths", "Arvenia", "Veldia") == []


def test_a_way_of_four_facts_is_found_from_either_end(ask):
    there = ask("shortest-paths", "Dock Works", "Sao Belo")
    back = ask("shortest-paths", "Sao Belo", "Dock Works")
    assert {row[0] for row in there} == {"4"}
    assert len(there) == 9
    assert sorted(there) == sorted((row[0], *reversed(row[1:])) for row in back)
    assert (
        "4",
        "Harbour Bank accused Dock Works",
        "Lena Rehn leads Harbour Bank",
        "Lena Rehn relative of Tomáš Rehn",
        "Tomáš Rehn attacked São Belo",
    ) in there


def test_facts_that_hardly_hold_together(ask):
    row = ("two citizenships", "Ines Kahl", "Ines Kahl citizen of Ostia", "Ines Kahl citizen of Veldia")
    assert ask("conflicting") == [row]
    assert ask("conflicting", "Ostia") == [row]
    assert ask("conflicting", "Lorvia") == []


def test_copied_claims_say_from_whom(ask):
    assert ask("copied", "Justice Office") == [
        (
            "Justice Office of Lorvia",
            "indicted",
            "Tomáš Rehn",
            "Evening Copy",
            "2024-05-04",
            "The Courier",
            "2024-05-02",
        )
    ]


def test_facts_of_low_confidence(ask):
    assert ask("low-confidence") == [("Ines Kahl", "citizen of", "Ostia", "0.4", "1")]
    assert ask("low-confidence", "0.4") == []


def test_voices_about_somebody(ask):
    assert ask("voices", "Voss") == [("Tomáš Rehn", "asserts", "1", "1")]
    assert ("Tomáš Rehn", "denies", "1", "1") in ask("voices", "Sao Belo")


def test_when_something_was_first_and_last_said_counts_no_copy(ask):
    assert ask("first-and-last", "Voss", "Tomas Rehn") == [
        ("Mara Voss", "met with", "Tomáš Rehn", "2024-05-02", "2024-05-03", "2"),
        ("Mara Voss", "appointed", "Tomáš Rehn", "2024-05-03", "2024-05-03", "1"),
    ]


def test_claims_are_counted_by_month(ask):
    assert ask("per-month", "Veldia") == [("2024-04", "1", "4")]
    assert [row[0] for row in ask("per-month")] == ["2024-04", "2024-05", "2024-06"]


def test_what_changed_can_end_with_a_day(ask):
    rows = ask("changed-since", "2024-05-01", until="2024-05-02")
    assert rows
    assert {row[4] for row in rows} == {"2024-05-02"}
    assert {row[4] for row in ask("changed-since", "2024-04", until="2024-04")} == {"2024-04-20"}
