"""`kg candidates`: pairs worth a look, until somebody has judged them."""

from pathlib import Path

import pytest
from telling import COUNTRY, RUN, entity, told

from kg.cli.candidates import told_pair
from kg.graph import Names, extraction_quads
from kg.model import Candidate
from kg.query.profiles import Profile
from kg.settle import settle
from kg.store import LocalStore, put_ontology

BASE = "https://w3id.org/kg-populator/data/entity/"
LEE = entity("John Lee")


@pytest.fixture
def two_lees(kg) -> Path:
    """A store with a John Lee who leads Chad and one who leads Peru."""
    folder = Path("kg-store")
    with LocalStore(folder, create=True) as store:
        put_ontology(store)
        for name in ("Chad", "Peru"):
            country = entity(name, COUNTRY)
            line = f"[John Lee|john-lee], president of [{name}|{country.key}], left."
            claims = [("john-lee", "leads", country.key, 0, "president", {})]
            written = extraction_quads(told(country.key, [line], [LEE, country], claims), RUN)
            store.replace_graph(written.graph, written.quads)
        settle(store, Names())
    return folder


def test_a_pair_is_offered_with_reasons_and_what_to_type_until_it_is_judged(kg, two_lees):
    out = kg("candidates").out
    assert out.startswith("1. John Lee – John Lee  (0.")
    assert "leads Chad" in out
    assert "leads Peru" in out
    (pair,) = kg("candidates", "--json").json
    assert pair["first"]["articles"] == pair["second"]["articles"] == 1
    reasons = [f"   + {words}" for words in pair["reasons_for"]] + [
        f"   - {words}" for words in pair["reasons_against"]
    ]
    assert len(reasons) >= 2
    assert [line for line in out.splitlines() if line.startswith(("   + ", "   - "))] == reasons
    (command,) = [line for line in out.splitlines() if line.strip().startswith("kg same ")]
    keys = command.split("   or:")[0].split()[2:]
    for verdict in ("unsure", "different", "same"):
        assert kg(verdict, *keys, "--by", "Mo").code == 0
        done = kg("candidates")
        assert (done.code, done.out, done.err) == (0, "", "no pair is worth a look\n")
        assert kg("undo").code == 0
    assert kg("candidates").out == out


def test_only_so_many_pairs_are_shown_as_are_wanted(kg, two_lees):
    assert "pairs; all with --limit 0" not in kg("candidates", "--limit", "1").err
    assert kg("candidates", "--limit", "0").out == kg("candidates").out


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
