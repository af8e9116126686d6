from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from refusal import outcome
from world import BASE, fill

from kg.errors import QueryError
from kg.graph import name_key
from kg.query.names import find_article, find_entity, find_entity_or_article, find_relation
from kg.store import LocalStore

KEYLESS = """PREFIX kg: <https://w3id.org/kg-populator/ontology#>
DELETE { GRAPH ?g { ?s kg:nameKey ?k } } WHERE { GRAPH ?g { ?s kg:nameKey ?k } }"""


@pytest.fixture(scope="session")
def keyless():
    """The same world as a store has it that was written before names had keys."""
    store = fill(LocalStore())
    store._open.update(KEYLESS)
    return store


@pytest.fixture(scope="session", params=["keys", "no keys"])
def world(request, keyless):
    return fill(LocalStore()) if request.param == "keys" else keyless


def key(match):
    return match.iri.value.removeprefix(BASE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mara Voss", "entity/mara-voss"),
        ("  mara VOSS ", "entity/mara-voss"),
        ("tomas rehn", "entity/tomas-rehn"),
        ("TOMÁŠ REHN", "entity/tomas-rehn"),
        ("sao belo", "entity/sao-belo"),
        ("courier", "entity/the-courier"),
        ("the F.D.P.", "entity/free-dock-party"),
        ("Voss", "entity/mara-voss"),
        ("Q900001", "entity/mara-voss"),
        ("lena-rehn", "entity/lena-rehn"),
        ("[lena-rehn]", "entity/lena-rehn"),
        (f"{BASE}entity/arvenia", "entity/arvenia"),
        (f"<{BASE}entity/arvenia>", "entity/arvenia"),
        ("a2/protesters", "entity/a2/protesters"),
    ],
)
def test_an_entity_is_found_by_any_of_its_names(world, text, found):
    match = find_entity(world, text)
    assert key(match) == found
    assert match.exact


@pytest.mark.parametrize(
    ("text", "found"), [("just off lor", "entity/justice-office"), ("harb", "entity/harbour-bank")]
)
def test_beginnings_of_words_find_it_too_but_say_so(world, text, found):
    match = find_entity(world, text)
    assert key(match) == found
    assert not match.exact


def test_a_name_that_two_have_lists_both_with_class_mentions_and_key(world):
    with pytest.raises(QueryError) as raised:
        find_entity(world, "rehn")
    first, *lines = str(raised.value).splitlines()
    assert first.startswith("'rehn' may be 2 things")
    assert lines == [
        "  Tomáš Rehn  (person, 11 mentions, [tomas-rehn])",
        "  Lena Rehn  (person, 3 mentions, [lena-rehn])",
    ]


def test_a_misspelt_name_gives_suggestions(world):
    with pytest.raises(QueryError, match=r"called 'Mora Foss'; did you mean\n  Mara Voss"):
        find_entity(world, "Mora Foss")


@pytest.mark.parametrize("text", ["Qxyzzy", "?who", "'; DROP", "###"])
def test_a_name_like_nothing_is_said_to_be_unknown(world, text):
    with pytest.raises(QueryError, match="no entity of this store is called"):
        find_entity(world, text)


def test_an_empty_name_and_an_unknown_iri_are_refused(world):
    with pytest.raises(QueryError, match="name of the entity is empty"):
        find_entity(world, "  ")
    with pytest.raises(QueryError, match=r"the store knows nothing of <https://example\.org/x>"):
        find_entity(world, "https://example.org/x")


def test_an_empty_store_says_how_to_fill_it():
    with pytest.raises(QueryError, match="no entity in this store; fill it with: kg populate"):
        find_entity(LocalStore(), "Voss")


@pytest.mark.parametrize(
    "text", ["a2", "A2", "two neighbours, many quarrels", "two neigh", "https://news.example/a2"]
)
def test_an_article_is_found_by_identifier_title_and_address(world, text):
    assert key(find_article(world, text)) == "article/a2"


def test_a_title_that_two_articles_have_lists_both(world):
    with pytest.raises(QueryError, match=r"may be 2 things(.|\n)*\[a1\](.|\n)*\[a3\]"):
        find_article(world, "Prosecutors charge dock owner")


@pytest.mark.parametrize("text", ["metWith", "met with", "MET WITH", "metwith"])
def test_a_relation_is_found_by_name_and_label(world, text):
    assert find_relation(world, text).iri.value.endswith("#metWith")


def test_an_unknown_relation_gives_suggestions(world):
    with pytest.raises(QueryError, match=r"no relation of this store is called 'indicte'|indicted"):
        find_relation(world, "indictd")


def test_to_show_an_article_comes_before_an_entity_only_by_its_whole_name(world):
    match, is_article = find_entity_or_article(world, "a1")
    assert (key(match), is_article) == ("article/a1", True)
    match, is_article = find_entity_or_article(world, "Arvenia")
    assert (key(match), is_article) == ("entity/arvenia", False)
    match, is_article = find_entity_or_article(world, "two neighbours")
    assert (key(match), is_article) == ("article/a2", True)
    with pytest.raises(QueryError, match="no entity"):
        find_entity_or_article(world, "Xyzzy")


@given(st.text())
def test_folding_twice_changes_nothing(text):
    once = name_key(text)
    assert once == name_key(once) or once.startswith("the ")


@given(st.text(max_size=40))
def test_any_text_finds_something_or_says_what_is_wrong(text):
    store = _small()
    match, refusal = outcome(find_entity, store, text)
    assert refusal if match is None else match.name == "Ana Bo"


def _small():
    store = LocalStore()
    store._open.update(
        'INSERT DATA { GRAPH <urn:g> { <urn:e> <http://www.w3.org/2004/02/skos/core#prefLabel> "Ana Bo"@en } }'
    )
    return store


TYPED = st.one_of(
    st.text(max_size=12),
    st.lists(
        st.sampled_from(
            "The Mara voss REHN lena-rehn Tomáš just off lor of Harb a2/protesters Q900001 ( .* [ \\ met with".split()
        ),
        max_size=3,
    ).map(" ".join),
)


@settings(deadline=None, max_examples=150)
@given(TYPED)
def test_the_index_of_names_changes_no_answer(keyless, text):
    indexed = _indexed()
    for find in (find_entity, find_article, find_relation, find_entity_or_article):
        assert outcome(find, indexed, text) == outcome(find, keyless, text)


@cache
def _indexed():
    return fill(LocalStore())


def test_a_whole_name_is_found_without_going_through_all(monkeypatch):
    class Counting(LocalStore):
        rows = 0

        def select(self, sparql):
            found = super().select(sparql)
            Counting.rows += len(found)
            return found

    store = fill(Counting())
    assert key(find_entity(store, "TOMÁŠ Rehn")) == "entity/tomas-rehn"
    assert key(find_article(store, "a1")) == "article/a1"
    assert Counting.rows <= 8
