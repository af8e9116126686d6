"""The page of an entity: its names, what is said of it, what it says, and where."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.judge import told
from kg.query.judged import judgements_about
from kg.query.namesakes import namesakes
from kg.query.source import KG, PROLOGUE, local_name, value
from kg.serve.refusals import NotFound
from kg.serve.served import Served
from kg.serve.views.about import FACT, About, about
from kg.serve.views.lines import ALL, FACTS, Group, groups
from kg.serve.views.paging import Window, window
from kg.serve.views.quotes import STANDINGS, Quote, quotes
from kg.serve.views.things import ENTITY, Thing, article_path, iri_at, things
from kg.serve.views.timeline import Timeline, timeline

PAGE: Final = 50
_FIRST: Final = 8
_NEIGHBOURS: Final = 24
_NAMESAKES: Final = 12


@dataclass(frozen=True, slots=True)
class Identity:
    """What an entity is elsewhere."""

    iri: str
    register: str
    name: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody whom facts link with the entity, and by how many facts."""

    thing: Thing
    facts: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article that speaks of the entity, and how often."""

    article: Thing
    outlet: str
    published: str
    mentions: int
    copy_of: Thing | None


@dataclass(frozen=True, slots=True)
class EntityPage:
    """One entity.

    Attributes:
        scope: "facts": what at least one article affirms as actual; "all": also what is denied, possible or only alleged.
        show: "" for the whole page, or the one list that is shown: "relation", "said" or "articles".
        relation, direction: of the one group that is shown.
        counts: facts, and claims by standing.
        cut: it has more claims than are looked at.
        window: of the one list.
    """

    thing: Thing
    classes: tuple[str, ...]
    other_names: tuple[str, ...]
    same_as: tuple[Identity, ...]
    scope: str
    show: str
    relation: str
    direction: str
    counts: dict[str, int]
    cut: bool
    groups: tuple[Group, ...]
    timeline: Timeline
    neighbours: tuple[Neighbour, ...]
    neighbours_total: int
    said: tuple[Quote, ...]
    said_total: int
    appearances: tuple[Appearance, ...]
    articles_total: int
    judgements: tuple[str, ...]
    namesakes: tuple[Thing, ...]
    window: Window


def entity(
    served: Served,
    key: str,
    scope: str = FACTS,
    show: str = "",
    relation: str = "",
    direction: str = "",
    offset: int = 0,
) -> EntityPage:
    """What the page of an entity shows.

    Raises:
        NotFound: the store knows nothing of it.
    """
    node = iri_at(served.names, ENTITY, key)
    described = _described(served, node)
    if not described:
        raise NotFound(f"this store has no entity {key!r}; search for a name")
    known = about(served, node)
    me = things(served, [node.value])[node.value]
    page = slice(offset, offset + PAGE) if show else slice(0, _FIRST)
    whole = not show
    shown = _groups(served, node, known, scope, show, relation, direction, page)
    said, said_total = _said(served, node, page) if whole or show == "said" else ((), 0)
    articles = _articles(served, node) if whole or show == "articles" else []
    near = _neighbours(known, node.value)
    # those with a name of their own first: "officials" say little beside a list of names
    listed = sorted(near.items(), key=lambda pair: (served.names.is_local(pair[0]), -pair[1], pair[0]))[
        :_NEIGHBOURS
    ]
    named = things(served, (iri for iri, _ in listed) if whole else ())
    others = tuple(sorted(described.get("altLabel", set()) - {me.name}))
    total = {"relation": sum(each.total for each in shown), "said": said_total, "articles": len(articles)}
    return EntityPage(
        thing=me,
        classes=tuple(sorted(local_name(iri) for iri in described.get("type", ()) if iri.startswith(KG))),
        other_names=others,
        same_as=tuple(map(_identity, sorted(described.get("sameAs", ())))),
        scope=scope,
        show=show,
        relation=relation,
        direction=direction,
        counts=_counts(known),
        cut=known.cut,
        groups=shown,
        timeline=timeline(served, known, scope) if whole else Timeline(()),
        neighbours=tuple(Neighbour(named[iri], count) for iri, count in listed if iri in named)
        if whole
        else (),
        neighbours_total=len(near),
        said=said,
        said_total=said_total,
        appearances=_appearances(served, articles[page]),
        articles_total=len(articles),
        judgements=tuple(told(each, served.names) for each in judgements_about(served.store, node))
        if whole
        else (),
        namesakes=_namesakes(served, node, (me.name, *others)) if whole else (),
        window=window(offset, PAGE, total.get(show, 0)),
    )


def _described(served: Served, node: NamedNode) -> dict[str, set[str]]:
    query = f"""{PROLOGUE}SELECT ?property ?value {{
      VALUES ?property {{ rdf:type skos:prefLabel skos:altLabel owl:sameAs }} {node} ?property ?value
    }}"""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, term in served.store.select(query):
        found[local_name(value(kind))].add(value(term))
    return found


def _identity(iri: str) -> Identity:
    """What an identifier belongs to, and the identifier.

    >>> _identity("http://www.wikidata.org/entity/Q717").name
    'Q717'
    """
    host = iri.partition("://")[2].partition("/")[0]
    return Identity(iri, "Wikidata" if host == "www.wikidata.org" else host, iri.rpartition("/")[2] or iri)


def _groups(
    served: Served,
    node: NamedNode,
    known: About,
    scope: str,
    show: str,
    relation: str,
    direction: str,
    page: slice,
) -> tuple[Group, ...]:
    if show == "relation":
        return groups(served, node.value, known, scope, relation, direction, page)
    return () if show else groups(served, node.value, known, scope)


def _counts(known: About) -> dict[str, int]:
    by_standing = Counter(each.standing for each in known.claims.values())
    return {FACT: len(known.facts)} | {standing: by_standing[standing] for standing in STANDINGS}


def _neighbours(known: About, me: str) -> Counter[str]:
    near = Counter(each.object if each.subject == me else each.subject for each in known.facts.values())
    return Counter(dict(sorted(near.items())))


def _said(served: Served, node: NamedNode, page: slice) -> tuple[tuple[Quote, ...], int]:
    """The claims that are attributed to the entity, or that it reports."""
    query = f"""{PROLOGUE}SELECT DISTINCT ?claim ?article {{
      {{ ?claim kg:attributedTo {node} }} UNION {{ ?claim kg:reportedBy {node} }} ?claim prov:wasDerivedFrom ?article
      FILTER NOT EXISTS {{ ?judgement kg:judges ?claim ; kg:verdict kg:Rejected }}
    }}"""
    found = sorted((value(article), value(claim)) for claim, article in served.store.select(query))
    wanted = [claim for _, claim in found[page]]
    read = quotes(served, wanted)
    return tuple(read[claim] for claim in wanted if claim in read), len(found)


def _articles(served: Served, node: NamedNode) -> list[tuple[str, int]]:
    """The articles that mention the entity, by IRI, those that do so most first."""
    query = f"""{PROLOGUE}SELECT DISTINCT ?mention ?article {{
      ?mention itsrdf:taIdentRef {node} ; prov:wasDerivedFrom ?article
    }}"""
    counted = Counter(value(article) for _, article in served.store.select(query))
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _appearances(served: Served, articles: list[tuple[str, int]]) -> tuple[Appearance, ...]:
    if not articles:
        return ()
    block = " ".join(f"<{iri}>" for iri, _ in articles)
    query = f"""{PROLOGUE}SELECT ?article ?identifier ?title ?outlet ?published ?original {{
      VALUES ?article {{ {block} }} ?article dcterms:identifier ?identifier
      OPTIONAL {{ ?article dcterms:title ?title }} OPTIONAL {{ ?article dcterms:publisher ?outlet }}
      OPTIONAL {{ ?article dcterms:issued ?published }}
      OPTIONAL {{ ?article kg:duplicateOf/dcterms:identifier ?original }}
    }} ORDER BY ?article ?title"""
    about_them: dict[str, tuple[str, ...]] = {}
    for article, *cells in served.store.select(query):
        about_them.setdefault(value(article), tuple(map(value, cells)))
    return tuple(
        _appearance(served, iri, count, *about_them[iri]) for iri, count in articles if iri in about_them
    )


def _appearance(
    served: Served,
    iri: str,
    count: int,
    identifier: str,
    title: str,
    outlet: str,
    published: str,
    original: str,
) -> Appearance:
    names = served.names
    return Appearance(
        Thing(iri, title or identifier, "article", article_path(names, identifier)),
        outlet,
        published,
        count,
        Thing(names.article(original).value, original, "article", article_path(names, original))
        if original
        else None,
    )


def _namesakes(served: Served, node: NamedNode, own: tuple[str, ...]) -> tuple[Thing, ...]:
    found = namesakes(served.store, node, own)[:_NAMESAKES]
    named = things(served, [each.iri for each in found])
    return tuple(named[each.iri] for each in found)


__all__ = ["ALL", "FACTS", "EntityPage", "entity"]
