"""Entities and articles as pages name them: a name to read and an address to follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

from pyoxigraph import NamedNode

from kg.errors import SkippedInput
from kg.graph import Names
from kg.graph.names import encoded
from kg.query.labels import labels
from kg.query.source import KG, PROLOGUE, Source, batches, local_name, value
from kg.serve.refusals import NotFound
from kg.serve.served import Served

ENTITY: Final = "entity"
ARTICLE: Final = "article"
_JSON: Final = ".json"


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something that a page names.

    Attributes:
        kind: its class, as a word; "" where it has none.
        path: address of its page on this server; "" where it has none.
    """

    iri: str
    name: str
    kind: str = ""
    path: str = ""

    @property
    def key(self) -> str:
        """How its IRI ends, as other addresses take it."""
        return self.path.partition("/")[2].partition("/")[2] if self.path else self.iri


def path_of(names: Names, iri: str) -> str:
    """The address of the page of an entity or article; "" for all else.

    >>> path_of(Names(), "https://w3id.org/kg-populator/data/entity/a%20b/police")
    '/entity/a%20b/police'
    """
    rest = iri.removeprefix(names.base)
    if rest == iri or "#" in rest or rest.partition("/")[0] not in (ENTITY, ARTICLE):
        return ""
    # a page that ends so is asked for as JSON
    return f"/{rest.removesuffix(_JSON)}%2Ejson" if rest.endswith(_JSON) else f"/{rest}"


def article_path(names: Names, identifier: str) -> str:
    """The address of the page of an article."""
    return path_of(names, names.article(identifier).value)


def iri_at(names: Names, kind: str, key: str) -> NamedNode:
    """What a key in an address stands for, however its signs are escaped.

    Raises:
        NotFound: no IRI of ours can end so.
    """
    try:
        steps = [unquote_to_bytes(step).decode("utf-8", "surrogateescape") for step in key.split("/")]
        return NamedNode(f"{names.base}{kind}/{'/'.join(map(encoded, steps))}")
    except (ValueError, SkippedInput) as error:
        raise NotFound(f"nothing can be called {key[:80]!r}") from error


def things(served: Served, iris: Iterable[str]) -> dict[str, Thing]:
    """Each with its name, class and address."""
    wanted = sorted(set(iris) - {""})
    named, kinds = labels(served.store, wanted), kinds_of(served.store, wanted)
    return {iri: Thing(iri, named[iri], kinds.get(iri, ""), path_of(served.names, iri)) for iri in wanted}


def kinds_of(source: Source, iris: list[str]) -> dict[str, str]:
    """The classes, as words, of those that have one."""
    found: dict[str, str] = {}
    for block in batches(iris):
        for node, kind in source.select(
            f"{PROLOGUE}SELECT ?e ?kind {{ VALUES ?e {{ {block} }} ?e a ?kind }}"
        ):
            if value(kind).startswith(KG):
                word = local_name(value(kind)).lower()
                found[value(node)] = min(word, found.get(value(node), word))
    return found
