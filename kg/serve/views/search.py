"""What words find: entities by all their names, articles by their titles, sentences."""

from dataclasses import dataclass
from typing import Final

from kg.errors import UsageError
from kg.find import FoundName, Place, Wanted, find, wanted
from kg.serve.served import Served
from kg.serve.views.things import Thing, article_path, path_of

_EACH: Final = 15
_SUGGESTED: Final = 8
_LONGEST: Final = 400
"""Characters of a question to the index."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text; `hit`: it is one of the words that were looked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: `called` is the name in which the words stand."""

    thing: Thing
    called: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """An article by its title or outlet."""

    article: Thing
    title: tuple[Part, ...]
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and how many claims rest on it."""

    article: Thing
    text: tuple[Part, ...]
    outlet: str
    published: str
    claims: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found of each kind, the best first.

    Attributes:
        totals: how much there is of each: names, titles, sentences.
        place: the one kind that is shown; "" for the first of each.
        loose: nothing has all the words as they stand; what has words that begin so is shown.
        problem: why nothing can be looked for, in words.
    """

    words: str
    place: str
    names: tuple[Named, ...]
    titles: tuple[Titled, ...]
    sentences: tuple[Sentence, ...]
    totals: dict[str, int]
    loose: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One name to choose: what it says, what kind of thing it is, and its page."""

    label: str
    detail: str
    href: str
    key: str


def search(served: Served, words: str, place: str = "") -> SearchPage:
    """Whatever has all the words; where nothing has, whatever has words that begin so.

    Args:
        place: "names", "titles" or "sentences"; "" for all three.
    """
    place = place if place in set(Place) else ""
    empty = SearchPage(words, place, (), (), (), {})
    if not words.strip():
        return empty
    try:
        wants = wanted(words[:_LONGEST])
    except UsageError as error:
        return SearchPage(words, place, (), (), (), {}, problem=str(error))
    places = [Place(place)] if place else list(Place)
    limit = 10 * _EACH if place else _EACH
    found = find(served.index, served.store, served.names, wants, places, limit)
    loose = not any(found.totals.values())
    if loose:
        found = find(served.index, served.store, served.names, _begun(wants), places, limit)
    return SearchPage(
        words=words,
        place=place,
        names=tuple(Named(_entity(served, each), _parts(each.called, each.marks)) for each in found.names),
        titles=tuple(
            Titled(
                _article(served, each.article, each.title), _parts(each.title or each.article, each.marks),
                each.outlet, each.published,
            )
            for each in found.titles
        ),
        sentences=tuple(
            Sentence(
                _article(served, each.article, each.title), _parts(each.text, each.marks), each.outlet,
                each.published, each.claims,
            )
            for each in found.sentences
        ),
        totals=found.totals,
        loose=loose and any(found.totals.values()),
    )  # fmt: skip


def suggest(served: Served, words: str) -> tuple[Suggestion, ...]:
    """Names, then titles, in which all the words stand; the last of them may be only begun."""
    try:
        wants = wanted(words[:_LONGEST])
    except UsageError:
        return ()
    loose = (*wants[:-1], Wanted(wants[-1].words, prefix=True))
    found = find(served.index, served.store, served.names, loose, (Place.NAMES, Place.TITLES), _SUGGESTED)
    names = [
        Suggestion(each.name, _detail(each), path_of(served.names, each.iri), each.key)
        for each in found.names
    ]
    titles = [
        Suggestion(each.title, " · ".join(filter(None, ("article", each.outlet, each.published))),
                   article_path(served.names, each.article), each.article)
        for each in found.titles
    ]  # fmt: skip
    return tuple([*names, *titles][:_SUGGESTED])


def _detail(found: FoundName) -> str:
    other = f", also {found.called}" if found.called != found.name else ""
    return f"{found.kind.lower()}{other}"


def _begun(wants: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    return tuple(Wanted(want.words, prefix=True) for want in wants)


def _entity(served: Served, found: FoundName) -> Thing:
    return Thing(found.iri, found.name, found.kind.lower(), path_of(served.names, found.iri))


def _article(served: Served, identifier: str, title: str) -> Thing:
    iri = served.names.article(identifier).value
    return Thing(iri, title or identifier, "article", article_path(served.names, identifier))


def _parts(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[Part, ...]:
    """The text cut at the words that were looked for."""
    parts, at = [], 0
    for begin, end in marks:
        parts += [Part(text[at:begin], False), Part(text[begin:end], True)]
        at = end
    return tuple(part for part in (*parts, Part(text[at:], False)) if part.text)
