"""The first page: what the store holds, what is new, who is linked with most others, what is disputed."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from kg.query.source import KG, PROLOGUE, value
from kg.serve.served import Served
from kg.serve.views.disputes import Dispute, disputes
from kg.serve.views.kept import kept
from kg.serve.views.paging import Window, window
from kg.serve.views.things import Thing, article_path, things

_NEWEST: Final = 8
_CONNECTED: Final = 12
_DISPUTES: Final = 5
_FACTS: Final = 50_000
"""Facts that are looked at for who is linked with most others."""
PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list."""

    article: Thing
    outlet: str
    published: str
    copy_of: Thing | None


@dataclass(frozen=True, slots=True)
class Connected:
    """An entity, and with how many others facts link it."""

    thing: Thing
    neighbours: int


@dataclass(frozen=True, slots=True)
class StartPage:
    """The store.

    Attributes:
        counts: articles, claims, facts and disputes.
        entities: how many, by class.
        first, last: publication dates of the oldest and the newest article; "" where none has one.
        of_facts: so many facts were looked at for `connected`; 0: all.
    """

    counts: dict[str, int]
    entities: dict[str, int]
    first: str
    last: str
    newest: tuple[Listed, ...]
    connected: tuple[Connected, ...]
    of_facts: int
    disputes: tuple[Dispute, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """All articles, the newest first; those without a date last."""

    articles: tuple[Listed, ...]
    window: Window


def start(served: Served) -> StartPage:
    """What the first page shows."""
    return kept(served, "start", _start)


def _start(served: Served) -> StartPage:
    counts = {
        name: _count(served, kind)
        for name, kind in (
            ("articles", "Article"),
            ("claims", "Claim"),
            ("facts", "Fact"),
            ("disputes", "Dispute"),
        )
    }
    connected, cut = _connected(served)
    newest = _listed(served, _NEWEST, 0)
    return StartPage(
        counts=counts,
        entities={
            kind: count
            for kind in ("Person", "Organization", "Country", "Place")
            if (count := _count(served, kind))
        },
        first=_edge(served, "ASC"),
        last=_edge(served, "DESC"),
        newest=newest,
        connected=connected,
        of_facts=_FACTS if cut else 0,
        disputes=disputes(served, size=_DISPUTES).disputes,
        questions=tuple(query.name for query in served.library),
    )


def _count(served: Served, kind: str) -> int:
    rows = served.store.select(f"SELECT (COUNT(*) AS ?count) {{ ?x a <{KG}{kind}> }}")
    return next((int(value(count)) for (count,) in rows), 0)


def _edge(served: Served, order: str) -> str:
    rows = served.store.select(
        f"{PROLOGUE}SELECT ?date {{ ?article dcterms:issued ?date ; a kg:Article }} ORDER BY {order}(STR(?date)) LIMIT 1"
    )
    return next((value(day) for (day,) in rows), "")


def _connected(served: Served) -> tuple[tuple[Connected, ...], bool]:
    query = f"""{PROLOGUE}SELECT ?one ?other {{ GRAPH {served.names.facts} {{
      ?fact kg:independentSources ?sources ; rdf:subject ?one ; rdf:object ?other }} }} LIMIT {_FACTS}"""
    near: defaultdict[str, set[str]] = defaultdict(set)
    rows = 0
    for one, other in served.store.select(query):
        rows += 1
        near[value(one)].add(value(other))
        near[value(other)].add(value(one))
    most = sorted(near, key=lambda iri: (-len(near[iri]), iri))
    named = [iri for iri in most[: 4 * _CONNECTED] if not served.names.is_local(iri)][:_CONNECTED]
    known = things(served, named)
    return tuple(Connected(known[iri], len(near[iri])) for iri in named), rows == _FACTS


def articles(served: Served, offset: int = 0) -> ArticlesPage:
    """All articles, page by page."""
    found = _listed(served, PAGE + 1, offset)
    return ArticlesPage(found[:PAGE], window(offset, PAGE, -1, more=len(found) > PAGE))


def _listed(served: Served, limit: int, offset: int) -> tuple[Listed, ...]:
    query = f"""{PROLOGUE}SELECT ?identifier ?title ?outlet ?published ?original {{
      {{ SELECT ?article ?identifier ?published {{
        ?article a kg:Article ; dcterms:identifier ?identifier OPTIONAL {{ ?article dcterms:issued ?published }}
      }} ORDER BY DESC(STR(?published)) ?identifier LIMIT {limit} OFFSET {offset} }}
      OPTIONAL {{ ?article dcterms:title ?title }} OPTIONAL {{ ?article dcterms:publisher ?outlet }}
      OPTIONAL {{ ?article kg:duplicateOf/dcterms:identifier ?original }}
    }}"""
    found = {value(row[0]): tuple(map(value, row)) for row in served.store.select(query)}
    newest = sorted(sorted(found.values()), key=lambda row: row[3], reverse=True)
    return tuple(_of_row(served, *row) for row in newest)


def _of_row(
    served: Served, identifier: str, title: str, outlet: str, published: str, original: str
) -> Listed:
    return Listed(
        _article(served, identifier, title or identifier),
        outlet,
        published,
        _article(served, original, original) if original else None,
    )


def _article(served: Served, identifier: str, name: str) -> Thing:
    return Thing(
        served.names.article(identifier).value, name, "article", article_path(served.names, identifier)
    )


__all__ = ["ArticlesPage", "Connected", "Listed", "StartPage", "articles", "start"]
