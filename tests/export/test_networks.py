"""Networks for graph programs: read back by networkx and csv, they say what the store says."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from exporting import NAMES, extractions, filled
from telling import PERSON, entity, told

from kg.export import NetworkFormat, write_csv_files, write_network
from kg.graph import judgement_quads
from kg.model import Judgement, Verdict
from kg.store import LocalStore

GRAPHS: dict[NetworkFormat, Callable[[io.BytesIO], Any]] = {
    NetworkFormat.GRAPHML: nx.read_graphml,
    NetworkFormat.GEXF: nx.read_gexf,
}
HOSTILE = 'Ana "<&>" \x07 \\ Ödé\t'


@pytest.fixture(scope="module")
def store() -> LocalStore:
    return filled(extractions())


def written(store: LocalStore, form: NetworkFormat, **options: bool) -> bytes:
    out = io.BytesIO()
    write_network(store, out, form, **options)
    return out.getvalue()


def graph(store: LocalStore, form: NetworkFormat, **options: bool) -> Any:
    return GRAPHS[form](io.BytesIO(written(store, form, **options)))


def tables(data: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        }


@pytest.mark.parametrize("form", GRAPHS)
def test_networkx_reads_entities_with_typed_attributes_and_facts_as_directed_edges(store, form):
    read = graph(store, form)
    assert read.is_directed()
    assert set(read.nodes) == {"ana-w%C3%B6lk", "tariq-aziz-bey", "oslo-port", "norway"}
    ana = read.nodes["ana-w%C3%B6lk"]
    assert (ana["label"], ana["class"], ana["named"], ana["mentions"], ana["articles"]) == (
        "Ana Wölk",
        "Person",
        True,
        4,
        2,
    )
    ((source, target, sued),) = read.edges(data=True)
    assert (source, target) == ("ana-w%C3%B6lk", "oslo-port")
    assert (sued["relation"], sued["label"]) == ("sued", "sued")
    # the second article is the first again, with another line end: one origin
    assert (sued["sources"], sued["claims"], sued["disputed"], sued["confidence"]) == (2, 2, False, 0.5)
    assert (sued["first_date"], sued["last_date"], sued["first_reported"]) == ("2031", "2031", "2031-04-01")
    assert sued["evidence"] == 'Ana Wölk sued Oslo Port in Norway: "a\\b".'


@pytest.mark.parametrize("form", GRAPHS)
def test_claims_are_edges_of_their_own_with_who_makes_them(store, form):
    edges = [edge for *_, edge in graph(store, form, claims=True).edges(data=True)]
    said = {(e["article"], e["relation"], e["polarity"], e["modality"], e.get("holder")) for e in edges}
    assert len(edges) == 4
    assert said == {
        ("one", "sued", "Affirmed", "Actual", None),
        ("one", "metWith", "Negated", "Actual", "Norway"),
        ("two & <three>", "sued", "Affirmed", "Actual", None),
        ("two & <three>", "metWith", "Affirmed", "Possible", None),
    }
    denied = next(edge for edge in edges if edge["polarity"] == "Negated")
    text = extractions()[0].article.text
    assert text[denied["begin"] : denied["end"]] == denied["evidence"]
    assert (denied["holder_id"], denied["title"], denied["published"]) == (
        "norway",
        '"Quoted"\ttitle',
        "2031-04-01",
    )


def test_a_claim_that_a_person_rejected_says_so_and_makes_no_fact():
    store = filled(extractions())
    claim = next(edge for edge in _claims(store) if edge["relation"] == "metWith")
    iri = f"{NAMES.base}claim/{claim['Id']}"
    store.replace_graph(
        NAMES.judgements, list(judgement_quads(Judgement("2031", "eva", Verdict.REJECTED, iri), NAMES))
    )
    assert [edge["Id"] for edge in _claims(store) if edge["rejected"] == "true"] == [claim["Id"]]


def _claims(store: LocalStore) -> list[dict[str, str]]:
    return tables(written(store, NetworkFormat.CSV, claims=True))["edges.csv"]


def test_csv_has_gephis_headings_and_the_same_nodes_and_edges(store):
    read = tables(written(store, NetworkFormat.CSV))
    assert list(read) == ["nodes.csv", "edges.csv"]
    assert list(read["nodes.csv"][0])[:2] == ["Id", "Label"]
    assert list(read["edges.csv"][0])[:5] == ["Id", "Source", "Target", "Type", "Label"]
    drawn = graph(store, NetworkFormat.GRAPHML)
    assert {row["Id"]: row["Label"] for row in read["nodes.csv"]} == dict(drawn.nodes(data="label"))
    assert {(row["Source"], row["Target"]) for row in read["edges.csv"]} == set(drawn.edges())


def test_a_relation_without_a_direction_says_so():
    met = told(
        "a",
        ["[Ana|ana] met [Ben|ben]."],
        [entity("Ana"), entity("Ben")],
        [("ana", "metWith", "ben", 0, "met", {})],
    )
    (edge,) = tables(written(filled([met]), NetworkFormat.CSV))["edges.csv"]
    assert (edge["Type"], edge["symmetric"]) == ("Undirected", "true")


@pytest.mark.parametrize("form", NetworkFormat)
@pytest.mark.parametrize("claims", [False, True])
def test_without_text_no_sentence_is_in_it(store, form, claims):
    for hidden in (False, True):
        data = written(store, form, claims=claims, without_text=hidden)
        words = str(tables(data)) if form is NetworkFormat.CSV else data.decode()
        assert ("in Norway:" in words) != hidden


@pytest.mark.parametrize("form", NetworkFormat)
@pytest.mark.parametrize("claims", [False, True])
def test_the_order_of_the_articles_does_not_show_in_the_bytes(store, form, claims):
    other = filled(extractions()[::-1])
    assert written(other, form, claims=claims) == written(store, form, claims=claims)


@pytest.mark.parametrize("form", GRAPHS)
def test_names_with_any_characters_come_back_as_far_as_xml_can_hold_them(form):
    article = told(
        "a\x07b", [f"[{HOSTILE}|ana] sued [Ben|ben]."], [entity("Ben")], [], title="<title> & \r \x00"
    )
    hostile = type(article.entities[0])("ana", PERSON, HOSTILE)
    store = filled(
        [type(article)(article.article, article.sentences, article.mentions, (hostile, entity("Ben")), ())]
    )
    assert graph(store, form).nodes["ana"]["label"] == 'Ana "<&>" � \\ Ödé'


@pytest.mark.parametrize("form", NetworkFormat)
def test_an_empty_store_is_an_empty_network(form):
    data = written(LocalStore(), form)
    if form is NetworkFormat.CSV:
        assert tables(data) == {"nodes.csv": [], "edges.csv": []}
    else:
        assert len(GRAPHS[form](io.BytesIO(data))) == 0


def test_files_in_a_folder_are_those_of_the_archive_and_one_that_breaks_off_leaves_the_former(
    store, tmp_path, monkeypatch
):
    write_csv_files(store, tmp_path / "new")
    with zipfile.ZipFile(io.BytesIO(written(store, NetworkFormat.CSV))) as archive:
        for name in archive.namelist():
            assert (tmp_path / "new" / name).read_bytes() == archive.read(name)
    monkeypatch.setattr("kg.export.network.Network.facts", lambda network: iter([None]))
    before = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    with pytest.raises(AttributeError):
        write_csv_files(filled([]), tmp_path / "new")
    assert {path.name: path.read_bytes() for path in Path(tmp_path / "new").iterdir()} == before
