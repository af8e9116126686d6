"""Two articles that may speak of one minister, for pages on which it is judged."""

import re
import time
from pathlib import Path

import pytest
from telling import COUNTRY, ORGANIZATION, RUN, entity, told
from webbing import Site

from kg.graph import extraction_quads
from kg.model import Entity, EntityType, Extraction
from kg.settle import settle
from kg.store import LocalStore, put_ontology

TOKEN = "a token that nobody guesses"
HTML = "text/html"
MINISTER = Entity("rosa-marin", EntityType.PERSON, "Rosa Marín", roles=("minister",))
BY_SURNAME = Entity("marin", EntityType.PERSON, "Marín", roles=("minister",))
OTHERS = [entity("Chile", COUNTRY), entity("Acme", ORGANIZATION), entity("Borel", ORGANIZATION)]


def article(identifier: str, who: Entity, sued: str, sure: float, *countries: str) -> Extraction:
    """An article in which somebody sued a firm."""
    named = f"[{who.name}|{who.key}] sued [{sued.capitalize()}|{sued}]."
    lines = [named, *(f"It was in [{country.capitalize()}|{country}]." for country in countries)]
    claim = (who.key, "sued", sued, 0, "sued", {"confidence": sure})
    read = told(identifier, lines, [who, *OTHERS], [claim], title=f"About {identifier}")
    used = {mention.entity for mention in read.mentions}
    kept = tuple(each for each in read.entities if each.key in used)
    return Extraction(read.article, read.sentences, read.mentions, kept, read.claims)


def fill_desk(path: Path) -> Path:
    """A store of both articles."""
    with LocalStore(path, create=True) as store:
        put_ontology(store)
        read = [article("one", MINISTER, "acme", 0.9, "chile"), article("two", BY_SURNAME, "borel", 0.4)]
        for written in (extraction_quads(each, RUN) for each in read):
            store.replace_graph(written.graph, written.quads)
        settle(store)
    return path


def word(page: str) -> str:
    """What forms of a page carry."""
    found = re.search(r'name="word" value="([^"]+)"', page)
    assert found
    return found[1]


def looked(site: Site, kind: str = "pairs", **more: str) -> tuple[str, dict]:
    """The page of the queue and its JSON, once all is found and the store has followed what was decided."""
    for _ in range(300):
        found = site.get("/review.json", params={"kind": kind, **more}).json()
        if None not in found["waiting"].values() and not found["work"]["working"]:
            return site.get("/review", accept=HTML, params={"kind": kind, **more}).text, found
        time.sleep(0.1)
    pytest.fail(f"the queue was not found, or the store has not followed: {found['work']}")
