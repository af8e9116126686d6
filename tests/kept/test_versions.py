"""Stores of older versions: brought up to date where that can be done, else refused with what to do."""

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.export import Format, write_store
from kg.graph import Names
from kg.settle import changing, mend, settle
from kg.store import FORMAT, LocalStore, is_unsettled, put_ontology
from kg.store import folder as store_folder

STORES = Path(__file__).with_name("stores")
NAMES = Names()


def older(folder: Path, name: str) -> Path:
    """A store as an older version has left it, without the ontology."""
    store = ox.Store(str(folder))
    store.extend(ox.parse(path=STORES / f"{name}.nq", format=ox.RdfFormat.N_QUADS))
    store.flush()
    (folder / "kg-store.json").write_text(json.dumps({"format": int(name.partition("-")[0])}))
    return folder


def written(store: LocalStore) -> bytes:
    out = io.BytesIO()
    write_store(store, out, Format.NQUADS)
    return out.getvalue()


def format_of(folder: Path) -> int:
    return int(json.loads((folder / "kg-store.json").read_text())["format"])


def test_what_an_older_version_derived_is_derived_anew_with_the_next_change(tmp_path: Path) -> None:
    folder = older(tmp_path / "s", "1-with-readings")
    with LocalStore(folder, read_only=True) as store:
        before = written(store)
        articles = [quad for quad in store.quads() if NAMES.is_article(quad.graph_name.value)]
    assert format_of(folder) == 1, "reading changes nothing"
    with LocalStore(folder) as store:
        assert format_of(folder) == FORMAT
        assert is_unsettled(store, NAMES)
        with changing(store, NAMES):
            put_ontology(store, NAMES)
        after = written(store)
    assert after != before
    with LocalStore() as fresh:
        put_ontology(fresh, NAMES)
        for graph in sorted({quad.graph_name for quad in articles}, key=str):
            fresh.replace_graph(graph, [quad for quad in articles if quad.graph_name == graph])
        settle(fresh, NAMES)
        facts = [
            line for line in after.splitlines() if b"/graph/facts>" in line or b"/graph/entities>" in line
        ]
        assert facts
        assert set(facts) <= set(written(fresh).splitlines())


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_without_what_is_needed_is_refused_with_what_to_do_and_not_written(
    tmp_path: Path, read_only: bool
) -> None:
    folder = older(tmp_path / "s", "1-without-readings")
    with pytest.raises(
        StoreError, match=r"older kg-populator.*\(format 1\); read the articles again.*kg populate INPUT"
    ):
        LocalStore(folder, read_only=read_only)
    assert format_of(folder) == 1


def test_a_step_that_is_broken_off_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = older(tmp_path / "s", "1-with-readings")

    def killed(*arguments: object, **more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store_folder, "mark", killed)
        with pytest.raises(KeyboardInterrupt):
            LocalStore(folder)
    assert format_of(folder) == 1
    with LocalStore(folder) as store:
        assert format_of(folder) == FORMAT
        assert mend(store, NAMES)
        assert not mend(store, NAMES)
