"""Which item an entity is, on values built by hand."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityType, Link, LinkResult
from kg.resolve.link import Asked, Bond, Item, Tie, Value, decide
from kg.resolve.link.classes import fits

PERSON, ORGANIZATION, COUNTRY, PLACE = EntityType
WD = "http://www.wikidata.org/entity/"
HUMAN, BODY, STATE, SPOT = (f"{WD}{name}" for name in ("Q5", "Q43229", "Q6256", "Q2221906"))
REGISTER = "https://register.example/sparql"
CHILE, PERU = Value("country", f"{WD}Q298", "Chile"), Value("country", f"{WD}Q419", "Peru")
SENATOR, POET = Value("occupation", f"{WD}Q1", "senator"), Value("occupation", f"{WD}Q2", "poet")


def tie(name: str, bond: Bond = Bond.SENTENCE, kind: EntityType = COUNTRY, **more: object) -> Tie:
    return Tie((name,) if isinstance(name, str) else name, kind, bond, **more)  # type: ignore[arg-type]


def asked(*names: str, kind: EntityType = PERSON, **more: object) -> Asked:
    return Asked("https://d.example/entity/x", kind, names or ("Ana Ruiz",), **more)  # type: ignore[arg-type]


def item(number: int, *values: Value, kind: str = HUMAN, pages: float = 20, **more: object) -> Item:
    about: dict[str, object] = {"labels": ("Ana Ruiz",), "types": (kind,), "prominence": pages, **more}
    return Item(f"{WD}Q{number}", values=tuple(sorted(values)), **about)  # type: ignore[arg-type]


def decided(who: Asked, *candidates: Item, name: str | None = None) -> Link:
    return decide(who, {name or who.lookups[0]: candidates}, REGISTER)


def outcome(link: Link) -> tuple[LinkResult, str | None]:
    return link.result, link.item and link.item.removeprefix(WD)


def test_two_namesakes_are_told_apart_by_country() -> None:
    both = item(1, CHILE, SENATOR), item(2, PERU, SENATOR)
    for country, number in (("Chile", "Q1"), ("Peru", "Q2")):
        link = decided(asked(ties=(tie(country, Bond.BELONGS),), sentences=("the senator Ana Ruiz",)), *both)
        assert outcome(link) == (LinkResult.LINKED, number)
        assert f"of {country}, where the articles put it" in link.reason
        assert set(link.candidates) == {f"{WD}Q1", f"{WD}Q2"}
        assert link.confidence is not None
        assert 0.7 <= link.confidence <= 1


def test_two_namesakes_are_told_apart_by_what_the_articles_call_them() -> None:
    both = item(1, CHILE, SENATOR, pages=60), item(2, CHILE, POET, pages=60)
    link = decided(asked(ties=(tie("Chile"),), descriptions=("the poet",)), *both)
    assert outcome(link) == (LinkResult.LINKED, "Q2")
    assert "described as poet, as in the articles" in link.reason


def test_namesakes_between_whom_nothing_decides_are_ambiguous() -> None:
    link = decided(asked(ties=(tie("Chile", Bond.BELONGS),)), item(1, CHILE), item(2, CHILE))
    assert outcome(link) == (LinkResult.AMBIGUOUS, None)
    assert link.confidence is None
    assert link.reason.startswith("2 fit about equally: Q1 (called “Ana Ruiz”; of Chile")


def test_a_name_that_nothing_bears_is_not_there() -> None:
    link = decided(asked())
    assert outcome(link) == (LinkResult.NIL, None)
    assert link.candidates == ()
    assert link.reason == "nothing is called “Ana Ruiz” there"


def test_what_is_of_another_class_is_no_candidate() -> None:
    link = decided(
        asked(ties=(tie("Chile"),)), item(1, CHILE, kind=BODY), item(2, CHILE, kind=f"{WD}Q101352")
    )
    assert outcome(link) == (LinkResult.NIL, None)
    assert link.candidates == ()
    assert link.reason == "what is called “Ana Ruiz” there is no person"


def test_a_person_of_whom_nothing_but_the_name_agrees_is_not_linked() -> None:
    link = decided(asked(), item(1, CHILE, SENATOR))
    assert outcome(link) == (LinkResult.NIL, None)
    assert link.candidates == (f"{WD}Q1",)
    assert link.reason.startswith("too little speaks for it: Q1 (called “Ana Ruiz”")


def test_an_obscure_namesake_from_the_same_country_is_not_enough() -> None:
    assert outcome(decided(asked(ties=(tie("Chile"),)), item(1, CHILE, pages=2))) == (LinkResult.NIL, None)


def test_somebody_of_another_country_than_the_articles_say_is_not_linked_however_well_known() -> None:
    who = asked(ties=(tie("Peru", Bond.BELONGS),), descriptions=("the senator",))
    link = decided(who, item(1, CHILE, SENATOR, pages=300))
    assert outcome(link) == (LinkResult.NIL, None)
    assert "none fits: Q1 (called “Ana Ruiz”; of Chile, but in the articles of Peru" in link.reason


def test_a_quarrel_with_another_country_says_nothing_of_where_somebody_belongs() -> None:
    who = asked(ties=(tie("Peru", Bond.CLAIM), tie("Chile")), descriptions=("the senator",))
    assert outcome(decided(who, item(1, CHILE, SENATOR))) == (LinkResult.LINKED, "Q1")


@pytest.mark.parametrize("pages", [20, 400])
def test_a_lone_surname_is_never_linked_without_context(pages: int) -> None:
    link = decided(asked("Ruiz"), item(1, CHILE, SENATOR, pages=pages, labels=("Ana Ruiz",)))
    assert link.result is LinkResult.NIL
    assert link.reason.startswith("the name alone does not say who is meant")


def test_a_lone_surname_with_much_context_is_linked() -> None:
    who = asked("Ruiz", ties=(tie("Chile", Bond.BELONGS),), descriptions=("the senator",))
    assert outcome(decided(who, item(1, CHILE, SENATOR, pages=200))) == (LinkResult.LINKED, "Q1")


def test_a_body_of_a_long_name_that_the_world_knows_needs_no_context() -> None:
    who = asked("World Health Organization", kind=ORGANIZATION)
    known = item(1, kind=BODY, pages=200, labels=("World Health Organization",))
    assert outcome(decided(who, known)) == (LinkResult.LINKED, "Q1")
    obscure = item(1, kind=BODY, pages=2, labels=("World Health Organization",))
    assert outcome(decided(who, obscure)) == (LinkResult.NIL, None)


def test_letters_for_a_body_are_asked_for_only_where_there_is_no_name() -> None:
    assert asked("OAS", "Organization of American States", kind=ORGANIZATION).lookups == (
        "Organization of American States",
    )
    assert asked("OAS", kind=ORGANIZATION).lookups == ("OAS",)


def test_names_are_asked_for_the_preferred_first_and_without_the_article() -> None:
    assert asked("Ana Ruiz", "Ruiz", "Ana María Ruiz").lookups == ("Ana Ruiz", "Ana María Ruiz")
    assert asked("The Port’s Bank", kind=ORGANIZATION).lookups == ("Port’s Bank", "Port's Bank")
    assert len(asked(*(f"Ana {letter} Ruiz" for letter in "ABCDEFG")).lookups) == 4


def test_a_body_party_or_employer_that_the_articles_name_speaks_for_an_item() -> None:
    party = Value("party", f"{WD}Q7", "Orchard Party")
    who = asked(ties=(tie("The Orchard Party", Bond.BELONGS, ORGANIZATION),))
    link = decided(who, item(1, CHILE, party, pages=60), item(2, PERU, pages=60))
    assert outcome(link) == (LinkResult.LINKED, "Q1")
    assert "with The Orchard Party, where the articles put it" in link.reason
    same = asked(ties=(tie("OP", Bond.BELONGS, ORGANIZATION, identity=f"{WD}Q7"),))
    assert outcome(decided(same, item(1, CHILE, party, pages=60))) == (LinkResult.LINKED, "Q1")


def test_a_body_in_a_description_speaks_for_an_item_but_letters_in_it_do_not() -> None:
    known = item(1, CHILE, pages=60, description="founder of the Orchard Party, of the op kind")
    for name, links in (("Orchard Party", True), ("OP", False), ("Orchard", True), ("Chard", False)):
        who = asked(ties=(tie(name, Bond.BELONGS, ORGANIZATION),))
        assert (decided(who, known).result is LinkResult.LINKED) is links, name


def test_a_country_is_recognised_by_its_people_in_a_description() -> None:
    who = asked(ties=(tie(("Chile", "Chilean", "Chileans"), Bond.BELONGS),), descriptions=("the senator",))  # type: ignore[arg-type]
    link = decided(who, item(1, description="Chilean senator"), item(2, description="Peruvian senator"))
    assert outcome(link) == (LinkResult.LINKED, "Q1")


def test_a_name_that_is_only_another_name_of_an_item_counts_less() -> None:
    who = asked(ties=(tie("Chile"),), descriptions=("the senator",))
    own = decided(who, item(1, CHILE, SENATOR, pages=60))
    other = decided(who, item(1, CHILE, SENATOR, pages=60, labels=("Ana Ruiz Soto",)))
    unlike = decided(who, item(1, CHILE, SENATOR, pages=60, labels=("Bea Mora",)))
    assert own.confidence is not None
    assert other.confidence is not None
    assert own.confidence > other.confidence
    assert "also called so, mostly “Bea Mora”" in unlike.reason
    assert (unlike.confidence or 0) < other.confidence


def test_a_register_without_classes_and_prominence_can_be_linked_to() -> None:
    who = asked(ties=(tie("Chile", Bond.BELONGS),))
    bare = Item("https://r.example/1", ("Ana Ruiz",), None, "", None, (CHILE,))
    assert decided(who, bare).item == "https://r.example/1"


@pytest.mark.parametrize(
    ("kind", "classes", "expected"),
    [
        (PERSON, [HUMAN], True),
        (PERSON, [BODY], False),
        (PERSON, [HUMAN, BODY], True),
        (ORGANIZATION, [HUMAN, BODY], False),
        (ORGANIZATION, [BODY, SPOT], True),
        (ORGANIZATION, [STATE, BODY], False),
        (COUNTRY, [STATE, BODY, SPOT], True),
        (COUNTRY, [SPOT], False),
        (PLACE, [SPOT], True),
        (PLACE, [STATE], True),
        (PLACE, [HUMAN], False),
        (PERSON, ["https://schema.org/Person"], True),
        (PERSON, ["http://xmlns.com/foaf/0.1/Person"], True),
        (ORGANIZATION, ["http://www.w3.org/ns/org#FormalOrganization"], True),
        (PLACE, ["https://schema.org/City"], True),
        (PERSON, ["https://unknown.example/Thing"], False),
        (PERSON, [], False),
        (PERSON, None, True),
    ],
)
def test_classes_of_registers_are_ours(kind: EntityType, classes: list[str] | None, expected: bool) -> None:
    assert fits(kind, classes) is expected


def test_the_order_of_candidates_and_ties_does_not_matter() -> None:
    candidates = item(1, CHILE, SENATOR), item(2, PERU, POET), item(3, CHILE, POET)
    who = asked(ties=(tie("Chile", Bond.BELONGS), tie("Peru")), descriptions=("the poet", "a senator"))
    assert len({decided(who, *order) for order in permutations(candidates)}) == 1


VALUES = st.sampled_from([CHILE, PERU, SENATOR, POET])
ITEMS = st.builds(
    lambda number, values, kind, pages, description: item(
        number, *values, kind=kind, pages=pages, description=description
    ),
    st.integers(1, 9),
    st.sets(VALUES),
    st.sampled_from([HUMAN, BODY, STATE]),
    st.floats(0, 400) | st.none(),
    st.text(max_size=20),
)
TIES = st.builds(
    tie,
    st.sampled_from(["Chile", "Peru", "Orchard Party", "?(*"]),
    st.sampled_from(Bond),
    st.sampled_from(EntityType),
)


@given(
    st.sampled_from(["Ana Ruiz", "Ruiz", "OAS", "(.*)"]),
    st.sampled_from(EntityType),
    st.lists(TIES, max_size=3),
    st.lists(ITEMS, max_size=4, unique_by=lambda each: each.item),
)
def test_every_decision_has_a_reason_and_only_a_link_has_an_item(
    name: str, kind: EntityType, ties: list[Tie], candidates: list[Item]
) -> None:
    link = decided(asked(name, kind=kind, ties=tuple(ties)), *candidates)
    assert link.reason
    assert (link.result is LinkResult.LINKED) == (link.item is not None) == (link.confidence is not None)
    assert link.item is None or link.item in link.candidates
    assert (link.confidence or 0.7) >= 0.7
    assert set(link.candidates) <= {candidate.item for candidate in candidates}
