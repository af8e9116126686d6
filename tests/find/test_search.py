"""What is found, in which order, and what leads on from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import COUNTRY, ORGANIZATION, PLACE, RUN, entity, told

from kg.find import Found, Index, Place, find, search, wanted
from kg.find.words import plain
from kg.graph import Names, extraction_quads
from kg.store import LocalStore, Store, rebuild

NAMES = Names()
PEOPLE = [
    entity("Łódź", PLACE),
    entity("Ana Wölk"),
    entity("Wölk Shipping Line of Ana", ORGANIZATION),
    entity("Norway", COUNTRY),
]
LINES = [
    "[Ana Wölk|ana-wölk] sued the [Wölk Shipping Line of Ana|wölk-shipping-line-of-ana] in [Łódź|łódź].",
    "Nobody in [Norway|norway] was told of it.",
    "Shipping is what the line of Wölk lives by, and has lived by for as long as anybody there remembers.",
]


def store_of(*articles: object) -> LocalStore:
    store = LocalStore()
    for article in articles:
        written = extraction_quads(article, RUN)  # type: ignore[arg-type]
        store.replace_graph(written.graph, written.quads)
    rebuild(store)
    return store


@pytest.fixture(scope="module")
def store() -> LocalStore:
    claim = ("ana-wölk", "sued", "wölk-shipping-line-of-ana", 0, "sued", {})
    return store_of(
        told(
            "one",
            LINES,
            PEOPLE,
            [claim],
            title="A quarrel in Łódź",
            publisher="Öresund Post",
            date="2031-04-01",
        ),
        told("two", ["Nothing here."], [], title="Shipping news"),
    )


def found(store: Store, question: str, **options: object) -> Found:
    return search(None, store, NAMES, wanted(question), **options)  # type: ignore[arg-type]


def test_an_entity_is_found_by_any_of_its_names_and_leads_to_what_show_takes(store):
    (name,) = found(store, "lodz").names
    assert (name.key, name.name, name.kind, name.called, name.marks) == (
        "%C5%82%C3%B3d%C5%BA",
        "Łódź",
        "Place",
        "Łódź",
        ((0, 4),),
    )


def test_of_names_the_shorter_comes_first_and_all_words_must_be_in_it(store):
    assert [name.name for name in found(store, "ana wolk").names] == ["Ana Wölk", "Wölk Shipping Line of Ana"]
    assert [name.name for name in found(store, '"ana wolk"').names] == ["Ana Wölk"]
    assert [name.name for name in found(store, "WÖL* ship*").names] == ["Wölk Shipping Line of Ana"]


def test_a_sentence_tells_where_it_stands_and_how_many_claims_rest_on_it(store):
    (said,) = found(store, "sued").sentences
    text = "Ana Wölk sued the Wölk Shipping Line of Ana in Łódź."
    assert (said.text, said.begin, said.end, said.claims) == (text, 0, len(text), 1)
    assert (said.article, said.title, said.outlet, said.published) == (
        "one",
        "A quarrel in Łódź",
        "Öresund Post",
        "2031-04-01",
    )
    assert [text[begin:end] for begin, end in said.marks] == ["sued"]
    assert [each.claims for each in found(store, "nobody").sentences] == [0]


def test_titles_are_found_by_their_words_and_by_the_outlet(store):
    assert [title.article for title in found(store, "quarrel").titles] == ["one"]
    assert [(title.article, title.marks) for title in found(store, "oresund").titles] == [("one", ())]


def test_the_places_and_the_limit_are_kept_and_what_there_is_is_counted(store):
    all_of_it = found(store, "wolk")
    assert all_of_it.totals == {"names": 2, "titles": 0, "sentences": 2}
    one = found(store, "wolk", limit=1)
    assert (len(one.names), len(one.sentences), one.totals) == (1, 1, all_of_it.totals)
    only = found(store, "wolk", places=[Place.SENTENCES], limit=None)
    assert (only.names, len(only.sentences), only.totals) == ((), 2, {"sentences": 2})


def test_the_end_of_one_name_and_the_beginning_of_the_next_are_no_phrase():
    both = entity("Ana Karlsen")
    store = store_of(
        told("a", ["[Ana Karlsen|ana-karlsen] and [Ana|ana-karlsen] and [Old Ana|ana-karlsen] left."], [both])
    )
    assert found(store, "karlsen old").totals["names"] == 1
    assert found(store, '"ana old"').totals["names"] == 0


WORDS = st.sampled_from(["Ana", "ána", "Bö", "bo", "C-3", "łĄ", "la", "d"])


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=5),
    st.lists(WORDS, min_size=1, max_size=3),
)
def test_sentences_are_those_that_a_scan_of_all_finds(sentences, asked):
    lines = [f"{' '.join(sentence)}." for sentence in sentences]
    store = store_of(told("a", lines, []))
    have = [set(plain(line).split()) for line in lines]
    want = set(plain(" ".join(asked)).split())
    scanned = [line for line, words in zip(lines, have, strict=True) if want <= words]
    answer = found(store, " ".join(part for word in asked for part in plain(word).split()), limit=None)
    assert sorted(said.text for said in answer.sentences) == sorted(scanned)


def test_the_same_is_found_in_the_same_order_however_the_index_came_to_be(store, tmp_path):
    with Index(tmp_path / "index") as index:
        index.follow(store_of(told("two", ["Another text of Ana and Wölk."], [])), NAMES)
        index.follow(store, NAMES)
        grown = find(index, store, NAMES, wanted("wolk"), limit=None)
    assert grown == found(store, "wolk", limit=None)
