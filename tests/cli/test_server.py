"""Every command does on a server what it does on a folder: the same words, and the same bytes in the end."""

import pytest
from linkable import write_linkable
from serving import emptied

from kg.home import Home
from kg.store import RemoteStore, open_store

BY = ("--by", "Mo", "--at")
PREFIX = "PREFIX kg: <https://w3id.org/kg-populator/ontology#> "


@pytest.fixture(params=["oxigraph", "plain_oxigraph", "virtuoso"])
def server(request) -> Home:
    """An empty server of each kind."""
    if request.param == "virtuoso":
        home = request.getfixturevalue("virtuoso")
    else:
        home = Home(endpoint=request.getfixturevalue(f"{request.param}_server"))
    emptied(RemoteStore(home))
    return home


@pytest.fixture
def both(kg, server):
    """`both("stats")` in a folder and on a server: prints the same, ends with the same code; gives what the folder's did."""

    def run(*arguments):
        folder, there = kg(*arguments), kg(*arguments, "--endpoint", server.endpoint)
        assert (there.code, there.out) == (folder.code, folder.out), there.out + there.err
        assert there.err.replace(f" --endpoint {server.endpoint}", "") == folder.err
        return folder

    return run


def claim(both, article, words):
    """The ID of a claim as `kg show ARTICLE` prints it."""
    lines = both("show", article).out.splitlines()
    return next(line for line in lines if words in line and line.lstrip().startswith("[")).rpartition(" · ")[
        2
    ]


def same_graph(both):
    for form in ("nquads", "turtle", "trig"):
        assert both("export", "--format", form).out


def test_a_server_is_filled_asked_judged_and_emptied_as_a_folder_is(both, articles):
    assert both("populate", articles, "--json").json["read"] == ["one", "two"]
    same_graph(both)
    assert both("populate", articles, "--json").json["unchanged"] == 2
    for command in ("stats", "verify", "check", "candidates"):
        assert both(command).code == 0
    assert both("stats", "--json").json["totals"]["articles"] == 2
    assert both("ask", "indicted", "--evidence").out
    assert both("ask", "met", "--claims", "--json").json
    assert "Ana" in both("show", "Ana").out
    assert both("show", "one", "--json").json
    assert both("sparql", f"{PREFIX}SELECT ?a ?b {{ ?a kg:indicted ?b }} ORDER BY ?a", "--format", "csv").out
    assert both("sparql", f"{PREFIX}CONSTRUCT WHERE {{ ?a kg:indicted ?b }}").out
    assert both("sparql", f"{PREFIX}ASK {{ ?a kg:indicted ?b }}").out

    both("same", "Ana", "Cleo", *BY, "2030-01-01", "--why", "one “voice”")
    both("retype", "Ben", "Organization", *BY, "2030-01-02")
    both("reject", claim(both, "two", "Ana indicted Ben"), *BY, "2030-01-03")
    both("unsure", "Ana", "Ben", *BY, "2030-01-04")
    same_graph(both)
    assert len(both("judgements", "--json").json) == 4
    assert both("undo").out
    assert both("undo").out
    same_graph(both)

    (articles / "one.txt").write_text((articles / "one.txt").read_text() + "\nCleo metWith Dan.\n")
    assert both("populate", articles, "--json").json["read"] == ["one"]
    same_graph(both)
    assert both("remove", "two").code == 0
    same_graph(both)
    assert both("remove", "two").code == 1
    assert both("check").code == 0
    assert both("remove", "one").code == 0
    assert both("stats", "--json").json["totals"]["articles"] == 0


def test_a_server_links_as_a_folder_does(both, server, register_url):
    for home in (Home(endpoint=server.endpoint), "kg-store"):
        with open_store(home, create=True) as store:
            write_linkable(store)
    at = ("--register", register_url, "--rate", "1000")
    assert both("link", *at, "--dry-run").code == 0
    assert both("link", *at, "--json").json["decided"]
    same_graph(both)
    assert "Elena Torres" in both("ask", "identities", "Person").out
    assert both("link", *at, "--offline", "--again").code == 0
    same_graph(both)


def test_graphs_of_others_on_a_server_are_neither_exported_nor_touched(kg, server, articles):
    theirs = Home(endpoint=server.endpoint, base="https://others.example/")
    from pyoxigraph import NamedNode, Quad

    graph, fact = NamedNode("https://others.example/g"), NamedNode("https://others.example/is")
    quads = [Quad(fact, fact, fact, graph)]
    with open_store(theirs) as store:
        store.replace_graph(graph, quads)
    at = ("--endpoint", server.endpoint)
    kg("populate", articles, *at)
    assert "others.example" not in kg("export", "--format", "nquads", *at).out
    kg("remove", "one", "two", *at)
    with open_store(theirs) as store:
        assert list(store.quads()) == quads
        with pytest.raises(ValueError, match="not ours to write"):
            store.remove_graph(NamedNode("https://w3id.org/kg-populator/data/graph/facts"))
