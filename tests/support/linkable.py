"""A store whose entities can be looked for in `register.ttl`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from serving import serving_oxigraph
from telling import COUNTRY, ORGANIZATION, PERSON, RUN, entity, told

from kg.graph import Names, extraction_quads, run_quads
from kg.model import Extraction
from kg.settle import settle
from kg.store import LocalStore, Store, put_ontology

REGISTER = Path(__file__).with_name("register.ttl")
MEXICO = entity("Mexico", COUNTRY, wikidata="Q96")
PORTUGAL = entity("Portugal", COUNTRY, wikidata="Q45")
GERMANY = entity("Germany", COUNTRY, wikidata="Q183")
ELENA, RUI, SARA = entity("Elena Torres"), entity("Rui Falcão"), entity("Sara Lind")
MERKEL, BIDEN, NOBODY = entity("Angela Merkel"), entity("Biden"), entity("Nora Nobody")
WHO = entity("World Health Organization", ORGANIZATION)
ATLAS = entity("Atlas Maritima", ORGANIZATION)
CROWD = entity("protesters", PERSON, local=True)


def articles() -> list[Extraction]:
    """Two articles."""
    elena = [
        "[Elena Torres|elena-torres], a politician of [Mexico|mexico], met [Sara Lind|sara-lind].",
        "[Elena Torres|elena-torres] and [Nora Nobody|nora-nobody] wrote to the "
        "[World Health Organization|world-health-organization].",
        "[Biden|biden] was told, and so were [protesters|protesters].",
    ]
    rui = [
        "[Rui Falcão|rui-falcão] of [Portugal|portugal] leads [Atlas Maritima|atlas-maritima], a shipping line in "
        "[Portugal|portugal].",
        "[Angela Merkel|angela-merkel], once chancellor of [Germany|germany], praised [Elena Torres|elena-torres].",
        "[Elena Torres|elena-torres], the [Mexico|mexico] politician, was flattered.",
    ]
    return [
        told(
            "elena",
            elena,
            [ELENA, MEXICO, SARA, NOBODY, WHO, BIDEN, CROWD],
            [("elena-torres", "citizenOf", "mexico", 0, "politician of", {})],
        ),
        told(
            "rui",
            rui,
            [RUI, PORTUGAL, ATLAS, MERKEL, GERMANY, ELENA, MEXICO],
            [
                ("rui-falcão", "citizenOf", "portugal", 0, "of", {}),
                ("rui-falcão", "leads", "atlas-maritima", 0, "leads", {}),
                ("elena-torres", "citizenOf", "mexico", 2, "politician", {}),
            ],
        ),
    ]


@contextmanager
def serving_register(folder: Path) -> Iterator[str]:
    """The query service of a running server that holds the register."""
    with serving_oxigraph(folder) as address:
        turtle = {"Content-Type": "text/turtle"}
        upload = Request(f"{address}/store?default", REGISTER.read_bytes(), turtle, method="PUT")
        with urlopen(upload, timeout=10):
            yield f"{address}/query"


def linkable(folder: Path | None = None) -> LocalStore:
    """A store with both articles."""
    store = LocalStore(folder, create=True)
    write_linkable(store)
    return store


def write_linkable(store: Store) -> None:
    """Fill a store with both articles."""
    put_ontology(store)
    store.replace_graph(RUN.iri(Names()), run_quads(RUN, Names()))
    read_again(store)


def read_again(store: Store) -> None:
    """Write the articles as if they had been read anew."""
    for extraction in articles():
        written = extraction_quads(extraction, RUN)
        assert not written.dropped
        store.replace_graph(written.graph, written.quads)
    settle(store)
