"""How a pair worth a look is told."""

from kg.cli.candidates import told_pair
from kg.model import Candidate
from kg.query.profiles import Profile

BASE = "https://w3id.org/kg-populator/data/entity/"


def test_a_pair_is_told_with_both_entities_the_reasons_and_what_to_type():
    first = Profile(f"{BASE}john-lee", "John Lee", "person", 3, ("leads Hong Kong",))
    second = Profile(f"{BASE}lee", "Lee", "person", 1, ())
    pair = Candidate(first.iri, second.iri, 0.6249, ("the same surname",), ("one of them is a minister",))
    assert told_pair(2, pair, {first.iri: first, second.iri: second}) == [
        "2. John Lee – Lee  (0.62)",
        "   John Lee: person; 3 articles; leads Hong Kong  [john-lee]",
        "   Lee: person; 1 article  [lee]",
        "   + the same surname",
        "   - one of them is a minister",
        "   kg same john-lee lee   or: kg different, kg unsure",
        "",
    ]
