import pytest
from meeting_corpus import meeting_corpus
from meeting_recipe import MeetingRecipe

from kg.errors import UsageError
from kg.graph import Names
from kg.home import Home
from kg.populate import Work, populate
from kg.shards import Here, Plan, load_folder, load_server, populate_shards
from kg.store import LocalStore, is_unsettled, open_store

ITEMS = meeting_corpus(12)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shards")
    return populate_shards(ITEMS, Plan(folder, MeetingRecipe()), Here(), 5).files


@pytest.fixture(scope="module")
def whole():
    with LocalStore() as store:
        populate(ITEMS, store, Work(MeetingRecipe()))
        return set(store.quads())


def test_the_store_of_the_files_is_that_of_one_process_and_goes_on_as_such(tmp_path, files, whole):
    load_folder(files, tmp_path / "store")
    with LocalStore(tmp_path / "store") as store:
        assert set(store.quads()) == whole
        report = populate(ITEMS, store, Work(MeetingRecipe()))
        assert (report.read, report.unchanged) == ([], 13)
        assert set(store.quads()) == whole


def test_a_folder_that_holds_something_is_left_alone(tmp_path, files):
    load_folder(files, tmp_path / "store")
    with pytest.raises(UsageError, match=r"holds a store already.*--store"):
        load_folder(files, tmp_path / "store")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter").write_text("mine")
    with pytest.raises(UsageError, match="holds other files"):
        load_folder(files, tmp_path / "other")


def test_loading_that_was_broken_off_is_begun_again(tmp_path, files, whole):
    (tmp_path / ".store.part").mkdir()
    (tmp_path / ".store.part" / "CURRENT").write_text("half")
    load_folder(files, tmp_path / "store")
    with LocalStore(tmp_path / "store", read_only=True) as store:
        assert set(store.quads()) == whole
    assert not (tmp_path / ".store.part").exists()


def test_a_server_gets_each_graph_and_takes_no_second_run(oxigraph_server, tmp_path):
    names = Names("https://example.org/shards/")
    files = populate_shards(ITEMS, Plan(tmp_path, MeetingRecipe(), names=names), Here(), 5).files
    with open_store(Home(endpoint=oxigraph_server)) as server, LocalStore() as store:
        populate(ITEMS, store, Work(MeetingRecipe(), names=names))
        sent = []
        load_server(files, server, names, sent.append)
        ours = [graph for graph in server.graphs() if graph.value.startswith(names.base)]
        assert ours == store.graphs()
        assert sorted(set(sent)) == [graph.value for graph in ours]
        assert {quad for graph in ours for quad in server.quads(graph)} == set(store.quads())
        assert not is_unsettled(server, names)
        with pytest.raises(UsageError, match="holds a graph of ours already"):
            load_server(files, server, names)
