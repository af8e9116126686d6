"""Names in queries: whatever a name holds, it stays a name."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery

from kg.errors import QueryError
from kg.resolve.link import load_shape, wikidata_shape

RDFS_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
SITELINKS = ox.NamedNode("http://wikiba.se/ontology#sitelinks")
HOSTILE = [
    '" } ; DROP ALL #',
    "'''\"\"\"",
    "\\",
    "\\u0022",
    "VALUES ?name { }",
    "VALUES ?language { }",
    "\\1 \\g<names>",
    "a\r\nb # c",
    "{}}{",
    "<http://x>",
    "?item",
    "\x00\x01\u2028\U0001f600",
]
NAMES = st.lists(st.text(min_size=1) | st.sampled_from(HOSTILE), min_size=1, max_size=3, unique=True)


@given(NAMES)
def test_a_name_is_found_as_it_is_and_nothing_else_is(names: list[str]) -> None:
    store = ox.Store()
    for place, name in enumerate([*names, "By stander"]):
        node = ox.NamedNode(f"http://items.example/{place}")
        store.add(ox.Quad(node, RDFS_LABEL, ox.Literal(name, language="en")))
        store.add(ox.Quad(node, SITELINKS, ox.Literal(place)))
    answer = store.query(wikidata_shape().query(names, "en"))
    assert isinstance(answer, ox.QuerySolutions)
    assert {(row["item"].value, row["name"].value) for row in answer} == {
        (f"http://items.example/{place}", name) for place, name in enumerate(names)
    }


def test_half_a_surrogate_pair_does_not_break_the_query() -> None:
    assert '"a\ufffdb"@en' in wikidata_shape().query(["a\ud800b"], "en")


@pytest.mark.parametrize("name", HOSTILE)
def test_the_query_is_sparql_to_another_parser_as_well(name: str) -> None:
    prepareQuery(wikidata_shape().query([name.replace("\x00", ""), "Ana"], "pt-br"))


def test_each_part_of_the_query_gets_the_names_and_each_label_its_languages() -> None:
    text = wikidata_shape().query(["Ana"], "de")
    assert text.count('VALUES ?name { "Ana"@de "Ana"@mul "Ana" }') == 5
    assert 'VALUES ?language { "de" "mul" }' in text
    assert "{ }" not in text.replace("kg fills in the two empty VALUES", "")


GOOD = "SELECT ?name ?item { VALUES ?name { } ?item <https://schema.org/name> ?name }"


def test_another_query_is_another_shape(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(GOOD)
    mine = load_shape(tmp_path / "mine.rq")
    assert mine.digest != wikidata_shape().digest
    assert '"Ana"@en' in mine.query(["Ana"], "en")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            GOOD.replace("VALUES ?name { }", ""),
            r"mine\.rq: has no place for the names; write VALUES \?name \{ \}",
        ),
        (GOOD.replace("?item {", "{"), r"must be a SELECT of \?name and \?item, lacks \?item"),
        (GOOD.replace("SELECT ?name ?item", "ASK"), r"must be a SELECT"),
        (GOOD + "}", r"mine\.rq: not SPARQL"),
    ],
)
def test_a_file_that_is_no_such_query_is_told_what_it_lacks(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mine.rq").write_text(text)
    with pytest.raises(QueryError, match=message):
        load_shape(tmp_path / "mine.rq")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QueryError, match=r"mine\.rq: cannot be read"):
        load_shape(tmp_path / "mine.rq")
