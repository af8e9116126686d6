"""IRIs: what they tell apart, and that they can be read back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.graph import Names
from kg.graph.names import short_hash
from kg.model import Claim, Modality, Polarity, Span

NAMES = Names("https://data.example/kg/")
CLAIM = Claim("ana", "sued", "ben", Span(0, 9), Span(4, 8), "SUBJ sue OBJ")


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_identifier_gives_an_iri_and_comes_back_from_it(identifier: str) -> None:
    iri = NAMES.article(identifier)
    assert NamedNode(iri.value) == iri
    assert iri.value.isascii()
    assert NAMES.identifier(iri.value) == identifier
    assert NAMES.identifier(NAMES.stretch(identifier, Span(3, 5)).value) == identifier
    assert NAMES.is_article(iri.value)
    assert not NAMES.is_article(NAMES.stretch(identifier, Span(3, 5)).value)


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "cy"},
        {"relation": "arrested"},
        {"object": "cy"},
        {"polarity": Polarity.NEGATED},
        {"modality": Modality.POSSIBLE},
        {"holder": "cy"},
        {"evidence": Span(0, 10)},
    ],
)
def test_a_claims_iri_changes_with_what_it_says_and_where(change: dict[str, object]) -> None:
    assert NAMES.claim("a", replace(CLAIM, **change)) != NAMES.claim("a", CLAIM)
    assert NAMES.claim("b", CLAIM) != NAMES.claim("a", CLAIM)


@pytest.mark.parametrize("change", [{"confidence": 0.1}, {"frame": "other"}, {"trigger": Span(1, 2)}])
def test_a_claims_iri_does_not_change_with_how_it_was_found(change: dict[str, object]) -> None:
    assert NAMES.claim("a", replace(CLAIM, **change)) == NAMES.claim("a", CLAIM)


def test_a_claims_iri_stays_the_same_from_one_version_to_the_next() -> None:
    assert Names().claim("a", CLAIM).value.removeprefix(Names().base) == "claim/2fbcccab0fb77e2df498"


@pytest.mark.parametrize("base", ["https://data.example/kg#", "https://data.example/kg", "a path/", ""])
def test_a_base_under_which_no_iri_can_be_minted_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="IRI"):
        Names(base)


@given(st.lists(st.text(max_size=3), max_size=3), st.lists(st.text(max_size=3), max_size=3))
def test_two_lists_of_parts_never_share_a_hash(first: list[str], second: list[str]) -> None:
    lone = any("\ud800" <= char <= "\udfff" for part in first + second for char in part)
    assert lone or (first == second) == (short_hash(first) == short_hash(second))
