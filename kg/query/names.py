"""From what a user types to what the store knows: entities, articles and relations by their names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.graph import name_key
from kg.query import known_names, terms
from kg.query.known_names import Name
from kg.query.near import nearest
from kg.query.source import Source, local_name

_SHOWN: Final = 8
_NEAR: Final = 72


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was taken for.

    Attributes:
        exact: the user gave a whole name of it, or its IRI; else only beginnings of words.
    """

    iri: NamedNode
    name: str
    exact: bool = True


def find_entity(source: Source, text: str) -> Match:
    """The entity called so: by IRI, key, Wikidata id, whole name, or beginnings of words.

    Raises:
        QueryError: none or several are; the message lists what was near.
    """
    return _find(
        source,
        text,
        "entity",
        (known_names.entities_called, known_names.entities_that_begin, known_names.entity_names),
        known_names.entity_description,
    )


def find_article(source: Source, text: str) -> Match:
    """The article with this identifier, title or address, or one that begins so.

    Raises:
        QueryError: none or several have.
    """
    return _find(
        source,
        text,
        "article",
        (known_names.articles_called, known_names.article_names),
        known_names.article_description,
    )


def find_relation(source: Source, text: str) -> Match:
    """The relation of this name or label, among those of the store's ontology and claims.

    Raises:
        QueryError: none or several are called so.
    """
    return _find(
        source,
        text,
        "relation",
        (known_names.known_relations, known_names.relation_names),
        lambda _, iris: {iri: local_name(iri) for iri in iris},
    )


def _find(
    source: Source,
    text: str,
    what: str,
    loads: Sequence[known_names.Load],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> Match:
    """What one of `loads` gives alone is what is meant; the first give few names and are quick, the last gives all."""
    wanted = text.strip()
    if not wanted:
        raise QueryError(f"the name of the {what} is empty")
    names: list[Name] = []
    for load in loads:
        names = list(load(source, wanted))
        # what begins so may begin another name as well, which only the names of all of them tell
        begins = load is loads[-1] or load is known_names.entities_that_begin
        if names and (match := _among(source, wanted, what, names, describe, begins=begins)) is not None:
            return match
    if not names:
        raise QueryError(f"there is no {what} in this store; fill it with: kg populate INPUT")
    if re.match(r"<|[a-z]+://", wanted):
        raise QueryError(f"the store knows nothing of {terms.iri(wanted)}")
    raise _unknown(source, wanted, what, [(name, name_key(name.text)) for name in names], describe)


def _among(
    source: Source,
    wanted: str,
    what: str,
    names: list[Name],
    describe: Callable[[Source, list[str]], dict[str, str]],
    *,
    begins: bool,
) -> Match | None:
    """The one of these names that is meant, or None.

    Raises:
        QueryError: several are.
    """
    if (match := _by_iri(wanted, names)) is not None:
        return match
    key = name_key(wanted)
    if not key:
        return None
    keyed = [(name, name_key(name.text)) for name in names]
    exact = [name for name, form in keyed if form == key]
    beginning = (name.iri for name, form in keyed if begins and _begins(key.split(), form.split()))
    for found in (
        {name.iri for name in exact if name.rank == 0},
        {name.iri for name in exact},
        set(beginning),
    ):
        if len(found) == 1:
            iri = next(iter(found))
            return Match(NamedNode(iri), _preferred(iri, names), exact=bool(exact))
        if found:
            raise _ambiguous(source, wanted, what, sorted(found), names, describe)
    return None


def _by_iri(text: str, names: list[Name]) -> Match | None:
    bare = text[1:-1] if text[0] + text[-1] in ("<>", "[]") else text
    for name in names:
        if name.iri == bare or name.iri.endswith((f"/entity/{bare}", f"/article/{bare}")):
            return Match(NamedNode(name.iri), _preferred(name.iri, names))
    return None


def _begins(wanted: list[str], words: list[str]) -> bool:
    """Whether each wanted word begins a word of the name, in the same order."""
    rest = iter(words)
    return all(any(word.startswith(want) for word in rest) for want in wanted)


def _preferred(iri: str, names: list[Name]) -> str:
    own = [name for name in names if name.iri == iri]
    return min(own, key=lambda name: (name.rank, name.text)).text if own else local_name(iri)


def _ambiguous(
    source: Source,
    text: str,
    what: str,
    iris: list[str],
    names: list[Name],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> QueryError:
    lines = _listed(source, iris, names, describe)
    many = "an" if what[0] in "aeiou" else "a"
    return QueryError(
        f"{text!r} may be {len(iris)} things; give a fuller name, or {many} {what}'s key, "
        f"which stands in brackets here:\n{lines}"
    )


def _unknown(
    source: Source,
    text: str,
    what: str,
    keyed: list[tuple[Name, str]],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> QueryError:
    forms = [form for _, form in keyed]
    near = nearest(name_key(text), forms, 40, _NEAR)
    iris = list(dict.fromkeys(keyed[place][0].iri for place in near))[:5]
    if not iris:
        return QueryError(f"no {what} of this store is called {text!r}, nor anything like it")
    lines = _listed(source, iris, [name for name, _ in keyed], describe)
    return QueryError(f"no {what} of this store is called {text!r}; did you mean\n{lines}")


def _listed(
    source: Source,
    iris: list[str],
    names: list[Name],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> str:
    """A line each, as `describe` orders them, and how many were left out."""
    described = describe(source, iris)
    lines = [f"  {_preferred(iri, names)}  ({words})" for iri, words in list(described.items())[:_SHOWN]]
    if len(described) > _SHOWN:
        lines.append(f"  … and {len(described) - _SHOWN} more")
    return "\n".join(lines)


def find_entity_or_article(source: Source, text: str) -> tuple[Match, bool]:
    """What is called so, and whether it is an article; an article's whole identifier or title comes first.

    Raises:
        QueryError: nothing is called so, or several things are.
    """
    article: Match | None
    try:
        article = find_article(source, text)
    except QueryError:
        article = None
    if article is not None and article.exact:
        return article, True
    try:
        return find_entity(source, text), False
    except QueryError:
        if article is not None:
            return article, True
        raise
