"""The page of an article: its text with entities and claims at their places, where it comes from, and what copies it."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.query.reading import reading
from kg.query.source import PROLOGUE, local_name, value
from kg.serve.refusals import NotFound
from kg.serve.served import Served
from kg.serve.views.decided import Decided, rejected_in
from kg.serve.views.quotes import STANDINGS, Quote, quoted
from kg.serve.views.things import ARTICLE, Thing, article_path, iri_at, things

_COPIES: Final = 50


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names an entity.

    Attributes:
        how: "name", "nominal" or "pronoun".
    """

    begin: int
    end: int
    entity: Thing
    how: str


@dataclass(frozen=True, slots=True)
class Note:
    """One claim with its number, and where the words that carry it stand."""

    number: int
    begin: int
    end: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article.

    Attributes:
        text: None where the store holds none; the sentences of claims and their offsets are still there.
        notes, mentions: in the order of the text.
        entities: those that it mentions, most often first, and how often.
        counts: claims by standing.
        copy_of: the article beside which it adds nothing of its own.
        copies_part_of: those that a part of it is copied from.
        copied_by: those that copy it, as a whole or in part.
        rejected: its claims that somebody judged to be read wrongly, the newest judgement first.
    """

    thing: Thing
    identifier: str
    title: str
    outlet: str
    published: str
    author: str
    address: str
    text: str | None
    notes: tuple[Note, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[tuple[Thing, int], ...]
    counts: dict[str, int]
    copy_of: Thing | None
    copies_part_of: tuple[Thing, ...]
    copied_by: tuple[Thing, ...]
    rejected: tuple[Decided, ...]


def article(served: Served, key: str) -> ArticlePage:
    """What the page of an article shows.

    Raises:
        NotFound: the store has none of this identifier.
    """
    node = iri_at(served.names, ARTICLE, key)
    if not served.store.ask(f"{PROLOGUE}ASK {{ {node} dcterms:identifier ?identifier }}"):
        raise NotFound(f"this store has no article {key!r}; search for its title")
    read = reading(served.store, node)
    known = quoted(served, {note.claim.claim: note.claim for note in read.notes})
    notes = tuple(Note(note.number, note.begin, note.end, known[note.claim.claim]) for note in read.notes)
    mentions = _mentions(served, node)
    standings = Counter(note.quote.standing for note in notes)
    return ArticlePage(
        thing=Thing(
            node.value, read.title or read.identifier, ARTICLE, article_path(served.names, read.identifier)
        ),
        identifier=read.identifier,
        title=read.title or "",
        outlet=read.outlet or "",
        published=read.published or "",
        author=_author(served, node),
        address=read.address or "",
        text=read.text,
        notes=notes,
        mentions=mentions,
        entities=_entities(mentions),
        counts={standing: standings[standing] for standing in STANDINGS},
        copy_of=_article(served, read.copy_of) if read.copy_of else None,
        copies_part_of=tuple(_article(served, each) for each in read.copies_part_of),
        copied_by=_copied_by(served, node),
        rejected=rejected_in(served, read.identifier),
    )


def _article(served: Served, identifier: str) -> Thing:
    return Thing(
        served.names.article(identifier).value, identifier, ARTICLE, article_path(served.names, identifier)
    )


def _mentions(served: Served, node: NamedNode) -> tuple[Mention, ...]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?begin ?end ?entity ?kind {{
      ?mention prov:wasDerivedFrom {node} ; itsrdf:taIdentRef ?entity ;
        nif:beginIndex ?begin ; nif:endIndex ?end ; kg:mentionKind ?kind .
    }}"""
    rows = [tuple(map(value, row)) for row in served.store.select(query)]
    named = things(served, {entity for _, _, entity, _ in rows})
    found = {
        Mention(int(begin), int(end), named[entity], local_name(kind).lower())
        for begin, end, entity, kind in rows
    }
    return tuple(sorted(found, key=lambda each: (each.begin, each.end, each.entity, each.how)))


def _entities(mentions: tuple[Mention, ...]) -> tuple[tuple[Thing, int], ...]:
    counted = Counter(mention.entity for mention in mentions)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].name, pair[0].iri)))


def _author(served: Served, node: NamedNode) -> str:
    rows = served.store.select(f"{PROLOGUE}SELECT ?who {{ {node} dcterms:creator ?who }}")
    return ", ".join(sorted(value(who) for (who,) in rows))


def _copied_by(served: Served, node: NamedNode) -> tuple[Thing, ...]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?other {{
      {{ ?other kg:duplicateOf {node} }} UNION {{ ?other kg:copyOf {node} }}
    }} LIMIT {_COPIES}"""
    named = things(served, (value(other) for (other,) in served.store.select(query)))
    return tuple(sorted(named.values(), key=lambda each: (each.name, each.iri)))
