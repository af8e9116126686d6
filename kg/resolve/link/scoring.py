"""How well an item of a register fits an entity, in points out of 100, and why in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log1p
from typing import Final

from rapidfuzz import fuzz

from kg.model import EntityType
from kg.model.keys import fold
from kg.resolve.link.asked import Asked, Bond, Tie, all_compared, compared, is_short
from kg.resolve.link.items import Item

_NAME: Final = {
    EntityType.PERSON: 40,
    EntityType.ORGANIZATION: 55,
    EntityType.COUNTRY: 55,
    EntityType.PLACE: 55,
}
"""For the whole name: people share theirs more often than bodies and places do."""
_COUNTRY: Final = {Bond.BELONGS: 20, Bond.CLAIM: 15, Bond.SENTENCE: 10}
_OTHER: Final = {Bond.BELONGS: 30, Bond.CLAIM: 25, Bond.SENTENCE: 20}
_DESCRIBED, _MENTIONED_WITH = 20, 10
_PROMINENCE, _PROMINENCE_UNKNOWN = 25, 12
_ALONE: Final = 5
_OTHER_COUNTRY: Final = -30

_EVERYBODY_KNOWS: Final = 150
"""Pages about an item from which on it cannot be better known."""
_WORD: Final = re.compile(r"[a-z]{4,}")
_EMPTY: Final = frozenset(
    "also among been being between born died each everyone family former from have here into known located many member "
    "more most much name named only other over part people person same several some such than that their them they "
    "this those under united upon used very well were what when where which while will with".split()
)


@dataclass(frozen=True, slots=True)
class Score:
    """How well one candidate fits.

    Attributes:
        points: 0 to 100.
        in_context: something that the articles say agrees with the register.
        contradicted: something that they say does not.
        reasons: in words, in the order of what they count.
    """

    candidate: Item
    points: int
    in_context: bool
    contradicted: bool
    reasons: tuple[str, ...]


class Scoring:
    """Scores the candidates of one entity."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.names = all_compared(asked.names)

    def score(self, candidate: Item, matched: Iterable[str], *, alone: bool) -> Score:
        """How well a candidate fits.

        Args:
            matched: the names of the entity that found it.
            alone: no other item of its class bears one of the names.
        """
        parts = [self._name(candidate, matched), self._country(candidate)]
        context = [*self._others(candidate), *self._words(candidate)]
        contradicted = parts[1][0] < 0
        in_context = parts[1][0] > 0 or bool(context)
        parts += [*context, self._prominence(candidate), (_ALONE, "the only one") if alone else (0, "")]
        points = max(0, min(100, sum(points for points, _ in parts)))
        return Score(candidate, points, in_context, contradicted, tuple(why for _, why in parts if why))

    def _name(self, candidate: Item, matched: Iterable[str]) -> tuple[int, str]:
        """Its label is worth most; of another name, as much as the label resembles ours; of a short one, little."""
        full = _NAME[self.asked.type]
        shown = f"“{candidate.label}”"
        names = list(matched)
        if all(is_short(name, self.asked.type) for name in names):
            return full * 6 // 10, f"only its short name agrees with {shown}"
        if any(compared(label) in self.names for label in candidate.labels):
            return full, f"called {shown}"
        likeness = max(
            (
                fuzz.token_set_ratio(name, compared(label))
                for name in sorted(self.names)
                for label in candidate.labels
            ),
            default=0.0,
        )
        return int(full * (0.75 + 0.2 * likeness / 100)), f"also called so, mostly {shown}"

    def _country(self, candidate: Item) -> tuple[int, str]:
        ties = [tie for tie in self.asked.ties if tie.type is EntityType.COUNTRY]
        values = [value for value in candidate.values if value.relation == "country"]
        description = compared(candidate.description)
        for tie in ties:
            names = all_compared(tie.names)
            if any(value.iri == tie.identity or compared(value.label) in names for value in values):
                return _COUNTRY[tie.bond], f"of {tie.names[0]}, {_how(tie)}"
            if _named_in(description, names):
                return _COUNTRY[tie.bond], f"described with {tie.names[0]}, {_how(tie)}"
        if values and (own := next((tie for tie in ties if tie.bond is Bond.BELONGS), None)):
            labels = sorted(value.label or value.iri for value in values)
            return _OTHER_COUNTRY, f"of {', '.join(labels)}, but in the articles of {own.names[0]}"
        return 0, ""

    def _others(self, candidate: Item) -> Iterator[tuple[int, str]]:
        """The closest tie to a body, a person or a place that the register knows of as well."""
        said = {value.iri: value.label for value in candidate.values if value.iri}
        labels = all_compared(value.label for value in candidate.values if value.relation != "country")
        description = compared(candidate.description)
        for tie in self.asked.ties:
            if tie.type is EntityType.COUNTRY:
                continue
            names = all_compared(tie.names)
            full = all_compared(name for name in tie.names if not is_short(name, tie.type))
            if tie.identity in said or names & labels or _named_in(description, full):
                yield _OTHER[tie.bond], f"with {tie.names[0]}, {_how(tie)}"
                return

    def _words(self, candidate: Item) -> Iterator[tuple[int, str]]:
        told = [value.label for value in candidate.values if value.relation != "country"]
        words = _words_of([candidate.description, *told]) - self._names_around
        for points, texts in ((_DESCRIBED, self.asked.descriptions), (_MENTIONED_WITH, self.asked.sentences)):
            if shared := sorted(words & _words_of(texts)):
                yield points, f"described as {', '.join(shared[:3])}, as in the articles"
                return

    @cached_property
    def _names_around(self) -> frozenset[str]:
        """The words of all names: they count as names, not as descriptions."""
        names = [*self.asked.names, *(name for tie in self.asked.ties for name in tie.names)]
        return _words_of(names)

    def _prominence(self, candidate: Item) -> tuple[int, str]:
        if candidate.prominence is None:
            return _PROMINENCE_UNKNOWN, ""
        share = min(1.0, log1p(max(0.0, candidate.prominence)) / log1p(_EVERYBODY_KNOWS))
        return round(_PROMINENCE * share**2), f"prominence {candidate.prominence:g}"


def _named_in(description: str, names: Iterable[str]) -> bool:
    """Whether one of the names stands in a description, as whole words; both as they are compared."""
    return any(re.search(rf"\b{re.escape(name)}\b", description) for name in names)


def _how(tie: Tie) -> str:
    return {
        Bond.BELONGS: "where the articles put it",
        Bond.CLAIM: "with which the articles connect it",
        Bond.SENTENCE: "with which it is named",
    }[tie.bond]


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    """Words that say something, without case, accents and a plural's last letter."""
    words = (word for text in texts for word in _WORD.findall(fold(text)))
    return frozenset(word.removesuffix("s") for word in words if word not in _EMPTY)
