"""How often `kg link` finds the item that the shipped lists know, alone and among invented namesakes of another country.

The register is made of those lists, so that names always agree; what is measured is whether context tells namesakes apart.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from rounds import sample

from kg.gazetteer import Gazetteer, GazetteerEntry, load_gazetteer
from kg.graph import Names
from kg.graph.names import SKOS, WD
from kg.leaders import Leader, read_leaders
from kg.link import Wanted, link
from kg.link.selection import known_entities
from kg.model import EntityType, LinkResult
from kg.populate import Work, populate
from kg.resolve.link import AnswerCache, Register, Search, wikidata_shape
from kg.resolve.link.items import Row
from kg.resources import resource
from kg.store import LocalStore
from kg.workers import SpacyRecipe

WDT = "http://www.wikidata.org/prop/direct/"
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
CLASSES = dict(zip(EntityType, ("Q5", "Q43229", "Q6256", "Q2221906"), strict=True))
FAR = ("Q1033", "Q843", "Q574", "Q836", "Q224")
"""Countries for namesakes: Nigeria, Pakistan, East Timor, Myanmar, Croatia."""
PAGES = 30


class InMemory(Register):
    """A register without a network."""

    def __init__(self, quads: list[ox.Quad]) -> None:
        super().__init__("https://register.example/sparql")
        self.store = ox.Store()
        self.store.extend(quads)

    def select(self, sparql: str, *, tries: int | None = None) -> tuple[tuple[str, ...], list[Row]]:
        del tries  # it always answers
        answer = self.store.query(sparql)
        assert isinstance(answer, ox.QuerySolutions)
        names = tuple(variable.value for variable in answer.variables)
        return names, [{n: row[n] for n in names if row[n] is not None} for row in answer]


def item(identifier: str, kind: EntityType, names: tuple[str, ...], country: str | None) -> Iterator[ox.Quad]:
    """What a register says of one item."""
    node = ox.NamedNode(WD + identifier)
    yield ox.Quad(node, LABEL, ox.Literal(names[0], language="en"))
    yield ox.Quad(node, ox.NamedNode(f"{WDT}P31"), ox.NamedNode(WD + CLASSES[kind]))
    yield ox.Quad(node, ox.NamedNode("http://wikiba.se/ontology#sitelinks"), ox.Literal(PAGES))
    for name in names[1:]:
        yield ox.Quad(node, ox.NamedNode(f"{SKOS}altLabel"), ox.Literal(name, language="en"))
    if country is not None:
        said = "P27" if kind is EntityType.PERSON else "P17"
        yield ox.Quad(node, ox.NamedNode(WDT + said), ox.NamedNode(WD + country))


def country_of(entry: GazetteerEntry | None, gazetteer: Gazetteer) -> str | None:
    while entry is not None and entry.type is not EntityType.COUNTRY:
        entry = gazetteer.by_key(entry.part_of) if entry.part_of else None
    return entry.wikidata if entry is not None else None


def register(gazetteer: Gazetteer, leaders: list[Leader], namesakes: bool) -> list[ox.Quad]:
    known = [(e.wikidata, e.type, e.names, country_of(e, gazetteer)) for e in gazetteer if e.wikidata]
    known += [
        (
            f"Q8{n:08}",
            EntityType.PERSON,
            (one.name, *one.aliases),
            country_of(gazetteer.by_key(one.country), gazetteer),
        )
        for n, one in enumerate(leaders)
    ]
    quads = [quad for each in known for quad in item(*each)]
    for place, (identifier, kind, names, country) in enumerate(known):
        if namesakes and country is not None and kind is not EntityType.COUNTRY:
            far = next(each for each in FAR[place % 4 :] if each != country)
            quads += item(f"Q9{int(identifier[1:]):09}", kind, names, far)
    return quads


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=None, help="the first so many")
    gazetteer, names, shape = load_gazetteer(), Names(), wikidata_shape()
    everybody = read_leaders(resource("seeds") / "gazetteer" / "leaders.csv")
    leaders = [one for one in everybody if one.office != "minister"]
    often = Counter(one.name for one in leaders)
    by_name = {one.name: f"{WD}Q8{n:08}" for n, one in enumerate(leaders) if often[one.name] == 1}
    with LocalStore() as store, tempfile.TemporaryDirectory() as folder:
        populate(sample(parser.parse_args().articles), store, Work(SpacyRecipe()))
        known = known_entities(store, names, gazetteer, ())
        gold = {e.iri: e.identity or by_name.get(e.names[0]) for e in known.values()}
        wanted = Wanted(entities=tuple(iri for iri, right in gold.items() if right))
        for title, namesakes in (("alone", False), ("among namesakes", True)):
            found: dict[EntityType, Counter[str]] = {kind: Counter() for kind in EntityType}
            with AnswerCache(Path(folder) / title, title, shape.digest, "en") as cache:
                search = Search(InMemory(register(gazetteer, leaders, namesakes)), shape, "en", cache)
                report = link(store, search, "https://r.example/", wanted, gazetteer=gazetteer, dry_run=True)
            for each in report.decided:
                right = each.link.item == gold[each.link.entity]
                linked = each.link.result is LinkResult.LINKED
                outcome = ("right" if right else "wrong") if linked else each.link.result.value
                found[each.type][outcome] += 1
            for kind, counts in found.items():
                print(f"{title:16} {kind:13} {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main()
