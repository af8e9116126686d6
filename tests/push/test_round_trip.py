"""What is exported, loaded by others and exported again is the same."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest
from pushing import pushed
from world import fill

from kg.export import Format, write_store
from kg.store import LocalStore, RemoteStore, Store


def exported(store: Store, form: Format = Format.TRIG) -> bytes:
    """What `kg export` writes of a store."""
    out = io.BytesIO()
    write_store(store, out, form)
    return out.getvalue()


def canonical(data: bytes, form: ox.RdfFormat = ox.RdfFormat.TRIG) -> ox.Dataset:
    """The dataset of a file, in RDFC-1.0."""
    dataset = ox.Dataset(ox.parse(data, format=form))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


@pytest.fixture
def world() -> LocalStore:
    """The invented world of the questions."""
    return fill(LocalStore())


def test_a_pushed_store_is_exported_from_the_server_as_it_was(
    world: LocalStore, there: RemoteStore, address: str
) -> None:
    assert pushed(world, address).differences == []
    assert canonical(exported(there)) == canonical(exported(world))
    assert exported(there) == exported(world)


@pytest.mark.parametrize(
    ("form", "kind"), [(Format.TRIG, "application/trig"), (Format.NQUADS, "application/n-quads")]
)
def test_an_export_that_a_server_loads_is_exported_from_it_as_it_was(
    world: LocalStore, there: RemoteStore, address: str, form: Format, kind: str
) -> None:
    request = Request(f"{address}/store", exported(world, form), {"Content-Type": kind}, method="POST")
    with urlopen(request, timeout=30) as answer:
        assert answer.status == 204
    assert canonical(exported(there)) == canonical(exported(world))


def test_an_export_is_loaded_and_exported_as_it_was(world: LocalStore, tmp_path: Path) -> None:
    with LocalStore() as again:
        for quad in ox.parse(exported(world), format=ox.RdfFormat.TRIG):
            graph = quad.graph_name
            assert isinstance(graph, ox.NamedNode)
            again.change_graph(graph, [], [quad])
        assert exported(again) == exported(world)


def test_another_parser_finds_as_many_triples_in_our_turtle(world: LocalStore, tmp_path: Path) -> None:
    program = shutil.which("rapper")
    if program is None:
        pytest.skip("rapper is not installed (Debian's package raptor2-utils)")
    file = tmp_path / "graph.ttl"
    file.write_bytes(exported(world, Format.TURTLE))
    said = subprocess.run(
        [program, "-c", "-i", "turtle", str(file)], capture_output=True, text=True, check=True
    )
    plain = ox.parse(exported(world, Format.NTRIPLES), format=ox.RdfFormat.N_TRIPLES)
    triples = {quad.triple for quad in plain}
    assert re.search(r"returned ([0-9]+) triples", said.stderr)[1] == str(len(triples))
    assert "rror" not in said.stderr
