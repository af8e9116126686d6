"""A small store for tests of what is written from it: two articles that share people, claims of each kind."""

from collections.abc import Iterable

from telling import COUNTRY, ORGANIZATION, RUN, entity, told

from kg.graph import Names, extraction_quads, run_quads
from kg.model import Extraction, Modality, Polarity
from kg.settle.copies import copy_quads
from kg.store import LocalStore, put_ontology, rebuild

NAMES = Names()
PEOPLE = [
    entity("Ana Wölk"),
    entity("Tariq Aziz Bey"),
    entity("Oslo Port", ORGANIZATION),
    entity("Norway", COUNTRY),
]
LINE = '[Ana Wölk|ana-wölk] sued [Oslo Port|oslo-port] in [Norway|norway]: "a\\b".'
LATER = "Later [Ana Wölk|ana-wölk] met [Tariq Aziz Bey|tariq-aziz-bey]."


def extractions() -> list[Extraction]:
    sued = ("ana-wölk", "sued", "oslo-port", 0, "sued", {"date": "2031", "confidence": 0.5})
    met = (
        "ana-wölk",
        "metWith",
        "tariq-aziz-bey",
        1,
        "met",
        {"polarity": Polarity.NEGATED, "holder": "norway"},
    )
    maybe = ("ana-wölk", "metWith", "tariq-aziz-bey", 1, "met", {"modality": Modality.POSSIBLE})
    return [
        told("one", [LINE, LATER], PEOPLE, [sued, met], title='"Quoted"\ttitle', date="2031-04-01"),
        told(
            "two & <three>", [LINE + "\r\n", LATER], PEOPLE, [sued, maybe], source="https://a.example/x?y=z&w"
        ),
    ]


def filled(order: Iterable[Extraction]) -> LocalStore:
    """A store of these, with what follows from them."""
    store = LocalStore()
    put_ontology(store)
    store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
    for extraction in order:
        written = extraction_quads(extraction, RUN)
        assert not written.dropped
        store.replace_graph(written.graph, written.quads)
    rebuild(store, copies=copy_quads(store, NAMES))
    return store
