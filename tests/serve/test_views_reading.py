"""What pages show of entities, statements, articles and paths: the invented world of the stored questions."""

import pytest
from telling import ORGANIZATION, RUN, told
from telling import entity as entity_of
from world import BASE

from kg.errors import QueryError
from kg.graph import extraction_quads
from kg.home import Home
from kg.model import Polarity
from kg.query.source import PROLOGUE
from kg.serve.refusals import NotFound
from kg.serve.served import Opening, opened
from kg.serve.views.article import article
from kg.serve.views.disputes import disputes
from kg.serve.views.entity import entity
from kg.serve.views.neighbours import Wanted, neighbours
from kg.serve.views.paths import path
from kg.serve.views.statement import statement
from kg.serve.views.things import article_path, iri_at, path_of
from kg.settle import settle
from kg.store import LocalStore, put_ontology


@pytest.fixture(scope="module")
def served(opening):
    found = opened(opening)
    yield found
    found.close()


def words(groups):
    return {
        f"{line.subject.name} {line.label} {line.object.name}" for group in groups for line in group.lines
    }


def test_an_entity_is_shown_with_its_names_classes_and_identities(served):
    found = entity(served, "mara-voss")
    assert (found.thing.name, found.thing.kind, found.other_names) == ("Mara Voss", "person", ("Voss",))
    assert [(each.register, each.name) for each in found.same_as] == [("Wikidata", "Q900001")]
    assert [(each.article.key, each.mentions) for each in found.appearances] == [("a2", 7), ("a1", 3)]


def test_facts_alone_are_shown_unless_all_is_asked_for(served):
    facts = entity(served, "arvenia")
    everything = entity(served, "arvenia", "all")
    assert {line.standing for group in facts.groups for line in group.lines} == {"fact"}
    assert words(facts.groups) < words(everything.groups)
    assert {"possible", "denied"} <= {line.standing for g in everything.groups for line in g.lines}


def test_a_fact_that_somebody_denies_says_so_and_leads_to_both_sides(served):
    (attack,) = [
        line
        for group in entity(served, "tomas-rehn").groups
        for line in group.lines
        if line.relation == "attacked"
    ]
    assert attack.against == 1
    found = statement(served, attack.subject.key, attack.relation, attack.object.key)
    sides = {side.name: side for side in found.sides}
    assert found.fact
    assert found.disputed
    assert [quote.holder.name for quote in sides["against"].quotes] == ["Tomáš Rehn"]
    assert all(quote.standing == "denied" for quote in sides["against"].quotes)
    assert sides["for"].total >= 1


def test_a_claim_that_was_rejected_is_not_shown(served):
    found = entity(served, "mara-voss", "all")
    assert "threatened" not in {group.relation for group in found.groups}


def test_a_relation_without_direction_is_one_group(served):
    (met,) = [group for group in entity(served, "mara-voss").groups if group.relation == "metWith"]
    assert met.direction == "both"
    found = statement(served, "tomas-rehn", "metWith", "mara-voss")
    assert found.sides[0].total == statement(served, "mara-voss", "metWith", "tomas-rehn").sides[0].total > 0


def test_one_group_is_shown_in_parts(served):
    whole = entity(served, "mara-voss", "facts", "relation", "metWith", "both")
    assert [group.relation for group in whole.groups] == ["metWith"]
    assert whole.window.total == whole.groups[0].total
    beyond = entity(served, "mara-voss", "facts", "relation", "metWith", "both", 50)
    assert [group.lines for group in beyond.groups] == [()]


def test_the_timeline_has_the_dates_of_events_and_of_facts_alone(served):
    found = entity(served, "justice-office").timeline
    assert ("2024-03", "Justice Office of Lorvia indicted Tomáš Rehn") in {
        (point.when, point.words) for point in found.points
    }
    assert all(found.left <= point.x <= found.width for point in found.points)
    assert [point.when for point in found.points] == sorted(point.when for point in found.points)


def test_what_the_store_does_not_know_is_not_found(served):
    for ask in (
        lambda: entity(served, "nobody"),
        lambda: article(served, "none"),
        lambda: neighbours(served, "nobody"),
        lambda: statement(served, "mara-voss", "sued", "mara-voss"),
        lambda: statement(served, "mara-voss", "no relation", "mara-voss"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_an_article_has_its_claims_at_the_words_that_carry_them(served):
    found = article(served, "a1")
    first = found.notes[0]
    assert found.text[first.begin : first.end] == "indicted"
    assert found.text[first.quote.begin : first.quote.end] == first.quote.sentence
    assert first.quote.path == f"/article/a1#claim-{first.quote.id}"
    assert all(
        found.text[each.begin : each.end] in (each.entity.name, *WORDS[each.entity.key])
        for each in found.mentions
        if each.entity.key in WORDS
    )


WORDS = {"tomas-rehn": ("Rehn", "his"), "mara-voss": ("Voss",), "sao-belo": ()}


def test_an_article_says_what_it_copies_and_what_copies_it(served):
    assert [each.key for each in article(served, "a1").copied_by] == ["a3"]
    assert article(served, "a3").copy_of.key == "a1"


def test_neighbours_are_facts_unless_more_is_asked_for_and_can_be_filtered(served):
    facts = neighbours(served, "arvenia")
    everything = neighbours(served, "arvenia", Wanted(scope="all"))
    assert {edge.standing for edge in facts.edges} <= {"fact", "disputed"}
    assert "possible" in {edge.standing for edge in everything.edges}
    keys = {node.key for node in facts.nodes}
    assert facts.centre == "arvenia"
    assert all({edge.source, edge.target} <= keys for edge in facts.edges)
    led = neighbours(served, "arvenia", Wanted(relations=("leads",)))
    assert {edge.relation for edge in led.edges} == {"leads"}
    dated = neighbours(served, "mara-voss", Wanted(since="2024-04", until="2024-04"))
    assert dated.edges
    assert all(edge.first <= "2024-04" <= edge.last[:7] for edge in dated.edges)
    one = neighbours(served, "arvenia", Wanted(limit=1))
    assert len(one.nodes) == 2
    assert one.more == len(facts.nodes) - 2


def test_a_path_is_as_short_as_any_and_each_step_goes_on_where_the_last_ended(served):
    found = path(served, "Justice Office", "arvenia")
    assert found.length == 2
    for chain in found.chains:
        assert len(chain.steps) == found.length
        assert (chain.steps[0].start.key, chain.steps[-1].end.key) == ("justice-office", "arvenia")
        assert all(a.end == b.start for a, b in zip(chain.steps, chain.steps[1:], strict=False))
        assert all(step.links for step in chain.steps)
        assert all(
            {step.start, step.end} == {link.subject, link.object}
            for step in chain.steps
            for link in step.links
        )
    ways = [tuple(step.end.key for step in chain.steps) for chain in found.chains]
    assert len(ways) == len(set(ways))


def test_a_step_has_every_fact_that_links_its_two_ends(served):
    pairs = {}
    for fact, one, other in served.store.select(
        f"{PROLOGUE}SELECT ?fact ?one ?other {{ ?fact a kg:Fact ; rdf:subject ?one ; rdf:object ?other }}"
    ):
        pairs.setdefault(frozenset((one.value, other.value)), set()).add(fact.value)
    linked, facts = max(pairs.items(), key=lambda pair: (len(pair[1]), sorted(pair[0])))
    assert len(facts) > 1
    one, other = (path_of(served.names, iri).removeprefix("/entity/") for iri in sorted(linked))
    ((step,),) = [chain.steps for chain in path(served, one, other).chains]
    assert (
        len(step.links) == len({(link.subject, link.label, link.object) for link in step.links}) == len(facts)
    )
    assert [link.claims for link in step.links] == sorted((link.claims for link in step.links), reverse=True)


def test_a_path_to_what_nothing_links_is_none_and_a_name_of_several_is_asked_back(served):
    assert path(served, "mara-voss", "mara-voss").chains == ()
    assert path(served, "", "mara-voss").start is None
    with pytest.raises(QueryError, match="may be 2 things"):
        path(served, "Rehn", "arvenia")


def test_disputes_have_both_sides_with_their_sentences(served):
    found = disputes(served)
    assert found.disputes
    for each in found.disputes:
        assert each.pro > 0 < each.contra
        assert each.pro_by
        assert all(quote.standing == "denied" for quote in each.contra_quotes)
    about = disputes(served, "São Belo")
    assert {each.path for each in about.disputes} < {each.path for each in found.disputes}
    assert all("São Belo" in (each.subject.name, each.object.name) for each in about.disputes)


def test_what_articles_say_in_their_own_voice_is_said_by_them_under_their_titles(tmp_path):
    with LocalStore(tmp_path / "store", create=True) as store:
        put_ontology(store)
        for name, polarity in (("yes", Polarity.AFFIRMED), ("no, never", Polarity.NEGATED)):
            claim = ("ada", "sued", "acme", 0, "sued", {"polarity": polarity})
            people = [entity_of("Ada"), entity_of("Acme", ORGANIZATION)]
            read = told(name, ["[Ada|ada] sued [Acme|acme]."], people, [claim], title=f"Title of {name}")
            written = extraction_quads(read, RUN)
            store.replace_graph(written.graph, written.quads)
        settle(store)
    found = opened(Opening(Home(folder=tmp_path / "store")))
    (dispute,) = disputes(found).disputes
    assert [(each.name, each.path) for each in dispute.pro_by] == [("Title of yes", "/article/yes")]
    assert [(each.name, each.path) for each in dispute.contra_by] == [
        ("Title of no, never", "/article/no%2C%20never")
    ]
    found.close()


def test_neighbours_are_counted_over_what_is_asked_for(served):
    facts = neighbours(served, "arvenia", Wanted(scope="facts", limit=1))
    whole = neighbours(served, "arvenia", Wanted(scope="facts"))
    assert {edge.standing for edge in whole.edges} <= {"fact", "disputed"}
    assert facts.nodes[1].facts == max(node.facts for node in whole.nodes[1:])
    assert facts.more == len(whole.nodes) - 2
    for node in whole.nodes[1:]:
        assert node.facts == sum(node.key in (edge.source, edge.target) for edge in whole.edges)


def test_an_address_leads_back_to_the_iri_that_it_was_made_of(served):
    names = served.names
    for identifier in ("a1", "a b/ü?#", "x.json", "100%", "%2F"):
        where = article_path(names, identifier)
        assert not where.endswith(".json")
        assert iri_at(names, "article", where.removeprefix("/article/")) == names.article(identifier)
    local = f"{BASE}entity/a2/protesters"
    assert iri_at(names, "entity", path_of(names, local).removeprefix("/entity/")).value == local
    assert path_of(names, "https://elsewhere.example/entity/x") == ""
