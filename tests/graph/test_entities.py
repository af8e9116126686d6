"""One class, one preferred name and the other names of an entity."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.graph import KG, Names, Reading, entity_quads, terms

ENT = Names().entity_by_key("x")


def reading(**counts: dict[str, int]) -> Reading:
    return Reading(**{name: Counter(values) for name, values in counts.items()})


def test_the_class_is_that_of_most_mentions() -> None:
    assert reading(classes={f"{KG}Person": 2, f"{KG}Organization": 3}).kind == f"{KG}Organization"


def test_a_tie_between_classes_goes_to_the_first_of_the_model() -> None:
    assert reading(classes={f"{KG}Place": 2, f"{KG}Country": 2}).kind == f"{KG}Country"


def test_an_entity_without_a_mention_has_the_class_that_articles_read() -> None:
    assert reading(said_classes={f"{KG}Person": 1}).kind == f"{KG}Person"


def test_the_fullest_name_is_preferred_to_a_more_frequent_one() -> None:
    assert reading(names={"Okoro": 9, "Grace Okoro": 1}).name == "Grace Okoro"


def test_of_names_as_full_the_one_that_more_articles_give_is_preferred() -> None:
    assert reading(names={"GRACE OKORO": 1, "Grace Okoro": 2}).name == "Grace Okoro"


def test_of_names_as_full_and_frequent_the_one_with_accents_is_preferred() -> None:
    assert reading(names={"Zoe Muller": 1, "Zoë Müller": 1}).name == "Zoë Müller"


def test_the_entitys_quads_hold_one_label_and_all_other_names() -> None:
    known = reading(
        classes={f"{KG}Person": 1},
        names={"Grace Okoro": 2, "G. Okoro": 1},
        forms={"Okoro": 4, "Grace Okoro": 2},
        identities={"http://www.wikidata.org/entity/Q1": 1},
    )
    said = [(quad.predicate, quad.object) for quad in entity_quads(ENT, known, Names())]
    assert said == [
        (terms.TYPE, NamedNode(f"{KG}Person")),
        (terms.PREF_LABEL, Literal("Grace Okoro", language="en")),
        (terms.ALT_LABEL, Literal("G. Okoro", language="en")),
        (terms.ALT_LABEL, Literal("Okoro", language="en")),
        (terms.SAME_AS, NamedNode("http://www.wikidata.org/entity/Q1")),
        (terms.NAME_KEY, Literal("g okoro")),
        (terms.NAME_KEY, Literal("grace okoro")),
        (terms.NAME_KEY, Literal("okoro")),
    ]


def test_names_that_are_compared_alike_have_one_key() -> None:
    known = reading(names={"Émile O’Hara": 1, "EMILE OHARA": 1, "The Émile O'Hara": 1, "…": 1})
    keys = [q.object.value for q in entity_quads(ENT, known, Names()) if q.predicate == terms.NAME_KEY]
    assert keys == ["emile ohara"]


NAME = st.sampled_from(["Ada", "Ada Byron", "ada byron", "Ada  Byron", "ÁDA BYRON", "Byron"])


@given(st.lists(NAME, min_size=1, max_size=12), st.integers())
def test_the_order_of_counting_does_not_show(names: list[str], seed: int) -> None:
    shuffled = random.Random(seed).sample(names, len(names))
    one, other = (Reading(names=Counter(each), forms=Counter(each)) for each in (names, shuffled))
    assert list(entity_quads(ENT, one, Names())) == list(entity_quads(ENT, other, Names()))
