"""What a store has to be found: names, titles and sentences, and by what one sees that they have changed."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.graph import KG, Names
from kg.graph.names import DCTERMS, NIF, PROV
from kg.graph.terms import value
from kg.store import Store

_OF_ARTICLE: Final = (
    f"{KG}sha256",
    f"{PROV}wasGeneratedBy",
    f"{DCTERMS}identifier",
    f"{DCTERMS}title",
    f"{DCTERMS}publisher",
    f"{DCTERMS}issued",
)


@dataclass(frozen=True, slots=True)
class Titled:
    """An article by its graph; its sentences are the same as long as its text and what read it are."""

    graph: str
    identifier: str
    title: str
    outlet: str
    published: str
    reading: tuple[str, str]

    @property
    def signature(self) -> str:
        """The same for the same content."""
        return json.dumps(astuple(self))


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its names: the preferred, and the others sorted."""

    iri: str
    kind: str
    name: str
    others: tuple[str, ...]

    @property
    def signature(self) -> str:
        """The same for the same content."""
        return json.dumps([self.kind, self.name, *self.others])


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an article."""

    iri: str
    begin: int
    end: int
    text: str


def articles(store: Store, names: Names) -> dict[str, Titled]:
    """The articles by the IRI of their graph."""
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    listed = " ".join(f"<{predicate}>" for predicate in _OF_ARTICLE)
    # one pattern instead of one with options: it takes half the time
    rows = store.select(
        f"SELECT ?graph ?predicate ?told {{ VALUES ?predicate {{ {listed} }} GRAPH ?graph {{ ?graph ?predicate ?told }} }}"
    )
    for row in rows:
        graph, predicate, word = map(value, row)
        told[graph][predicate] = min(word, told[graph].get(predicate, word))
    return {graph: _titled(graph, told[graph]) for graph in told if names.is_article(graph)}


def _titled(graph: str, told: dict[str, str]) -> Titled:
    sha256, run, identifier, title, outlet, published = (told.get(each, "") for each in _OF_ARTICLE)
    return Titled(graph, identifier, title, outlet, published, (sha256, run))


def entities(store: Store, names: Names) -> dict[str, Named]:
    """The entities by IRI."""
    kinds: dict[str, str] = {}
    preferred: dict[str, str] = {}
    others: defaultdict[str, set[str]] = defaultdict(set)
    for node, predicate, told in store.select(
        f"SELECT ?node ?predicate ?told {{ GRAPH {names.entities} {{ ?node ?predicate ?told }} }}"
    ):
        iri, word = value(node), value(told)
        if value(predicate).endswith("#type"):
            if word.startswith(KG):
                kinds[iri] = min(word.removeprefix(KG), kinds.get(iri, word))
        elif value(predicate).endswith("#prefLabel"):
            preferred[iri] = min(word, preferred.get(iri, word))
        elif value(predicate).endswith("#altLabel"):
            others[iri].add(word)
    return {
        iri: Named(
            iri,
            kinds.get(iri, ""),
            preferred.get(iri, ""),
            tuple(sorted(others[iri] - {preferred.get(iri, "")})),
        )
        for iri in sorted({*preferred, *others})
    }


def sentences(store: Store, graph: str) -> Iterator[Said]:
    """The sentences of one article, in their order; those whose words the store does not hold are left out."""
    rows = store.select(f"""SELECT ?sentence ?begin ?end ?text {{ GRAPH {NamedNode(graph)} {{
        ?sentence a <{NIF}Sentence> ; <{NIF}beginIndex> ?begin ; <{NIF}endIndex> ?end ; <{NIF}anchorOf> ?text
    }} }}""")
    found = [
        Said(value(iri), int(value(begin)), int(value(end)), value(text)) for iri, begin, end, text in rows
    ]
    yield from sorted(found, key=lambda said: (said.begin, said.end, said.iri))
