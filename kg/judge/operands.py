"""What a person names when judging: an entity, an entity as one article reads it, a claim, a class."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pyoxigraph import NamedNode

from kg.errors import KgError, QueryError, UsageError
from kg.graph import KG, Names, lengthened, name_key, short_id
from kg.graph.terms import value
from kg.model import PAIRS, EntityType, Judgement, Verdict
from kg.query.names import Match, find_article, find_entity
from kg.settle import automatic_entities
from kg.store import Store, judgements

_SHORTEST = 4
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Operand:
    """What is judged, and how people call it: "Rosa Marin", or "Rosa Marin@article-7" as one article reads it."""

    iri: str
    name: str


def find_operand(
    store: Store, text: str, names: Names, alone: Callable[[], Mapping[str, str]] | None = None
) -> Operand:
    """The entity that is meant by a name, key or IRI, or by NAME@ARTICLE as one article reads it.

    An entity that an earlier judgement has made one with another is still found by its own name. One that a judgement has
    cut out of another is named by what a single article reads, because without judgements there would be none.

    Args:
        alone: gives what `automatic_entities` gives of this store, for whoever keeps that: it looks at all articles.

    Raises:
        QueryError: none or several are meant.
    """
    alone = alone or partial(automatic_entities, store, names)
    wanted = text.strip()
    bare = lengthened(wanted.strip("<>"), names)
    if bare.startswith(f"{names.base}article/") and "#entity=" in bare:
        return _reading_by_iri(store, bare, names)
    failure: QueryError | None = None
    try:
        match = find_entity(store, wanted.removeprefix("entity/"))
        if _is_plainly(match, wanted, bare):
            return _lasting(store, Operand(match.iri.value, match.name), names, alone)
    except QueryError as error:
        match, failure = None, error
    for name, article in _at_article(wanted):
        try:
            return _as_read(store, name, find_article(store, article), names)
        except QueryError as error:
            failure = error if match is None else failure
    gone = list(_judged_before(store, wanted, bare, names))
    if len(gone) == 1:
        return gone[0]
    if match is not None:
        return _lasting(store, Operand(match.iri.value, match.name), names, alone)
    assert failure is not None
    raise failure


def _is_plainly(match: Match, text: str, iri: str) -> bool:
    """Whether the user gave the IRI, the key or the preferred name of what was found."""
    return (
        match.iri.value == iri
        or match.iri.value.endswith(f"/entity/{text}")
        or name_key(match.name) == name_key(text)
    )


def _lasting(
    store: Store, operand: Operand, names: Names, find_alone: Callable[[], Mapping[str, str]]
) -> Operand:
    """The same entity by an IRI that means it whatever is judged."""
    known = judgements(store, names)
    if not any(each.verdict in (Verdict.SAME, Verdict.DIFFERENT) for each in known):
        return operand
    alone = find_alone()
    rows = store.select(
        f"SELECT ?r ?name {{ ?r <{KG}readingOf> {NamedNode(operand.iri)} ; <{KG}readAs> ?name }}"
    )
    own = {value(reading): value(name) for reading, name in rows}
    outside = {entity for reading, entity in alone.items() if reading not in own}
    whole = sorted({alone[reading] for reading in own if reading in alone} - outside)
    if operand.iri in whole or not own:
        return operand
    if whole:
        return Operand(whole[0], operand.name)
    judged = {iri for each in known for iri, _ in _entities_of(each)}
    chosen = min(own, key=lambda reading: (reading not in judged, reading))
    return Operand(chosen, f"{own[chosen]}@{names.identifier(chosen)}")


def _judged_before(store: Store, text: str, iri: str, names: Names) -> Iterator[Operand]:
    """Entities of earlier judgements that are called so and that the store no longer has under their own IRI."""
    seen: dict[str, str] = {}
    for judgement in judgements(store, names):
        for operand, name in _entities_of(judgement):
            if (
                operand == iri
                or operand.endswith(f"/entity/{text}")
                or (name and name_key(name) == name_key(text))
            ):
                seen.setdefault(operand, name or text)
    for operand, name in sorted(seen.items()):
        if not store.ask(f"ASK {{ ?reading <{KG}readingOf> {NamedNode(operand)} }}"):
            yield Operand(operand, name)


def _entities_of(judgement: Judgement) -> Iterator[tuple[str, str | None]]:
    if judgement.verdict is not Verdict.REJECTED:
        yield judgement.first, judgement.first_name
    if judgement.verdict in PAIRS and judgement.second is not None:
        yield judgement.second, judgement.second_name


def _at_article(text: str) -> Iterator[tuple[str, str]]:
    """Each way to take a text for NAME@ARTICLE; names and identifiers may have an "@" themselves."""
    for place in reversed([found.start() for found in re.finditer("@", text)]):
        name, article = text[:place].strip(), text[place + 1 :].strip()
        if name and article:
            yield name, article


def _as_read(store: Store, name: str, article: Match, names: Names) -> Operand:
    """The entity of one article: by the name or key that the article gives it, else by any name of it."""
    readings = list(_readings(store, article.iri))
    own = [
        each
        for each in readings
        if name_key(each[2]) == name_key(name) or each[0].endswith(f"#entity={name}")
    ]
    if not own:
        entity = find_entity(store, name).iri.value
        own = [each for each in readings if each[1] == entity]
    identifier = names.identifier(article.iri.value) or article.name
    if len(own) == 1:
        return Operand(own[0][0], f"{own[0][2]}@{identifier}")
    if not own:
        raise QueryError(f"article {identifier} does not speak of {name!r}; see: kg show {identifier}")
    listed = "\n".join(f"  {reading}" for reading, _, _ in own[:_SHOWN])
    raise QueryError(f"article {identifier} has {len(own)} that are called {name!r}; give the IRI:\n{listed}")


def _readings(store: Store, article: NamedNode) -> Iterator[tuple[str, str, str]]:
    """IRI, entity and name of each reading of an article, sorted."""
    rows = store.select(
        f"SELECT ?reading ?entity ?name {{ GRAPH {article} {{ ?reading <{KG}readingOf> ?entity ; <{KG}readAs> ?name }} }}"
    )
    yield from sorted((value(reading), value(entity), value(name)) for reading, entity, name in rows)


def _reading_by_iri(store: Store, iri: str, names: Names) -> Operand:
    article = NamedNode(iri.partition("#")[0])
    for reading, _, name in _readings(store, article):
        if reading == iri:
            return Operand(iri, f"{name}@{names.identifier(iri)}")
    raise QueryError(f"the store has no such reading of an entity: {iri}")


def find_claim(store: Store, text: str, names: Names) -> NamedNode:
    """The claim of this IRI, or whose hash begins so.

    Raises:
        UsageError: the text is no beginning of a hash.
        QueryError: no claim of the store, or several.
    """
    bare = text.strip().strip("<>").removeprefix(f"{names.base}claim/").removeprefix("claim/")
    if not re.fullmatch(r"[A-Za-z0-9_.-]+", bare) or len(bare) < _SHORTEST:
        raise UsageError(
            f"{text!r} is no claim; give the ID that kg ask --evidence and kg show print, "
            f"or at least {_SHORTEST} characters of its beginning"
        )
    folder = f"{names.base}claim/"
    rows = store.select(
        f"""SELECT DISTINCT ?claim {{ ?claim a <{KG}Claim> FILTER(STRSTARTS(STR(?claim), "{folder}{bare}")) }}"""
    )
    found = sorted(value(claim) for (claim,) in rows)
    if folder + bare in found:
        return NamedNode(folder + bare)
    if len(found) == 1:
        return NamedNode(found[0])
    if not found:
        raise QueryError(
            f"the store has no claim {bare!r}; kg ask --evidence and kg show print the IDs of claims"
        )
    raise QueryError(f"{bare!r} may be {len(found)} claims; give more of it: {_listed(found)}")


def _listed(iris: Iterable[str]) -> str:
    shown = [iri.rpartition("/")[2] for iri in iris]
    return ", ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else "")


def find_class(text: str) -> str:
    """The IRI of a class of entities, by its name in any case.

    Raises:
        UsageError: there is none of this name.
    """
    for kind in EntityType:
        if text.strip().casefold() == kind.value.casefold():
            return KG + kind.value
    raise UsageError(f"{text!r} is no class of entities; there are {', '.join(EntityType)}")


def find_judgement(nodes: Iterable[str], text: str) -> str:
    """The one of the IRIs of judgements that is given, or whose hash begins so.

    Raises:
        KgError: none or several do.
    """
    bare = text.strip().strip("<>")
    found = [node for node in nodes if node == bare or (bare and node.rpartition("/")[2].startswith(bare))]
    if len(found) == 1:
        return found[0]
    if not found:
        raise KgError(f"there is no judgement {text!r}; kg judgements lists them with their IDs")
    raise UsageError(f"{text!r} may be {len(found)} judgements: {', '.join(map(short_id, found[:_SHOWN]))}")
