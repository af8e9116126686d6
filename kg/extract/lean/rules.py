"""The patterns of an attribute ruler as plain conditions on words, tags and arcs, so that no matcher has to run."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.pipeline import AttributeRuler
from spacy.vocab import Vocab

_OF_WORDS: Final = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE"})
_KNOWN: Final = _OF_WORDS | {"TAG", "DEP"}
_SETTABLE: Final = frozenset({POS, MORPH, LEMMA, TAG, DEP})


class Attributes(NamedTuple):
    """What rules set, as numbers of the vocabulary; None for what they leave."""

    pos: int | None = None
    morph: int | None = None
    lemma: int | None = None
    tag: int | None = None
    dep: int | None = None


class Place(NamedTuple):
    """One token, as numbers of the vocabulary."""

    word: int
    tag: int
    dep: int


_Test = Callable[[Any], bool]


class _Slot(NamedTuple):
    """What one token of a pattern must be."""

    word: Mapping[str, _Test]
    arcs: Mapping[str, _Test]
    listed: frozenset[str]


class _Rule(NamedTuple):
    number: int
    slots: tuple[_Slot, ...]
    target: int


class UnknownShapeError(ValueError):
    """A pattern asks for more than words, tags and arcs."""


class Rules:
    """What an attribute ruler sets on a token.

    Args:
        ruler: with the patterns of its pipeline.

    Raises:
        UnknownShapeError: a pattern has another shape; the ruler itself must run.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._vocab: Vocab = ruler.vocab
        self._attributes: list[dict[int, int]] = ruler.attrs
        if any(not set(attributes) <= _SETTABLE for attributes in ruler.attrs):
            raise UnknownShapeError("a pattern sets another attribute")
        patterns: list[Any] = list(ruler.patterns)
        rules = [
            _Rule(number, tuple(map(_slot, tokens)), _index(pattern["index"], len(tokens)))
            for number, pattern in enumerate(patterns)
            for tokens in pattern["patterns"]
        ]
        single = [rule for rule in rules if len(rule.slots) == 1]
        self._anywhere = [rule for rule in single if not rule.slots[0].word]
        self._for_words = _by_word(rule for rule in single if rule.slots[0].word)
        self._longer = [(rule, _anchor(rule)) for rule in rules if len(rule.slots) > 1]
        self._words: dict[int, tuple[_Rule, ...]] = {}
        self._set: dict[tuple[tuple[int, ...], int, int], Attributes] = {}
        self._anchors: dict[int, tuple[tuple[_Rule, int], ...]] = {}

    def anchored(self, word: int) -> tuple[tuple[_Rule, int], ...]:
        """The patterns of several tokens that may hold where the word stands, with its place in them."""
        found = self._anchors.get(word)
        if found is None:
            values = self._word_values(word)
            found = self._anchors[word] = tuple(
                (rule, slot) for rule, slot in self._longer if _suits(rule.slots[slot].word, values)
            )
        return found

    def longer(self, places: Sequence[Place]) -> dict[int, tuple[int, ...]]:
        """The numbers of the rules of several tokens that hold, by the token that they set."""
        found: dict[int, set[int]] = {}
        for i, place in enumerate(places):
            for rule, slot in self.anchored(place.word):
                start = i - slot
                stretch = places[max(start, 0) : start + len(rule.slots)]
                if len(stretch) == len(rule.slots) and all(map(self._holds, rule.slots, stretch)):
                    found.setdefault(start + rule.target, set()).add(rule.number)
        return {i: tuple(sorted(numbers)) for i, numbers in found.items()}

    def set_on(self, place: Place, longer: tuple[int, ...] = ()) -> Attributes:
        """What the rules set on a token, where those of several tokens with the numbers `longer` hold too."""
        suited = self._words.get(place.word)
        if suited is None:
            suited = self._words[place.word] = self._suited(place.word)
        key = ((*(rule.number for rule in suited), -1, *longer), place.tag, place.dep)
        found = self._set.get(key)
        if found is None:
            values = self._arc_values(place)
            rules = (rule for rule in [*self._anywhere, *suited] if _suits(rule.slots[0].arcs, values))
            numbers = {rule.number for rule in rules}
            found = self._set[key] = self._merged(sorted(numbers.union(longer)))
        return found

    def forget(self) -> None:
        """Empty what is kept of the words met."""
        self._words.clear()
        self._anchors.clear()
        self._set.clear()

    def _merged(self, numbers: Iterable[int]) -> Attributes:
        merged: dict[int, int] = {}
        for number in numbers:
            merged.update(self._attributes[number])
        return Attributes(*(merged.get(attribute) for attribute in (POS, MORPH, LEMMA, TAG, DEP)))

    def _suited(self, word: int) -> tuple[_Rule, ...]:
        """The rules of one token that ask for a word, and for this one."""
        values = self._word_values(word)
        candidates = self._for_words.get(str(values["LOWER"]), ()), self._for_words.get(None, ())
        return tuple(rule for rules in candidates for rule in rules if _suits(rule.slots[0].word, values))

    def _holds(self, slot: _Slot, place: Place) -> bool:
        return _suits(slot.arcs, self._arc_values(place)) and (
            not slot.word or _suits(slot.word, self._word_values(place.word))
        )

    def _word_values(self, word: int) -> dict[str, str | bool]:
        lexeme = self._vocab[word]
        text = lexeme.orth_
        return {"ORTH": text, "TEXT": text, "LOWER": lexeme.lower_, "IS_SPACE": lexeme.is_space}

    def _arc_values(self, place: Place) -> dict[str, str | bool]:
        strings = self._vocab.strings
        return {"TAG": strings[place.tag], "DEP": strings[place.dep]}


def _suits(tests: Mapping[str, _Test], values: Mapping[str, str | bool]) -> bool:
    return all(test(values[name]) for name, test in tests.items())


def _by_word(rules: Iterable[_Rule]) -> dict[str | None, list[_Rule]]:
    """The rules by the words in lower case that they list; by None those that list none."""
    found: dict[str | None, list[_Rule]] = {}
    for rule in rules:
        for word in rule.slots[0].listed or (None,):
            found.setdefault(word, []).append(rule)
    return found


def _slot(conditions: Mapping[str, Any]) -> _Slot:
    if not set(conditions) <= _KNOWN:
        raise UnknownShapeError(f"a pattern asks for {sorted(set(conditions) - _KNOWN)}")
    tests = {name: _test(name, value) for name, value in conditions.items()}
    return _Slot(
        {name: test for name, test in tests.items() if name in _OF_WORDS},
        {name: test for name, test in tests.items() if name not in _OF_WORDS},
        _listed(conditions.get("LOWER")),
    )


def _listed(lower: object) -> frozenset[str]:
    """The words in lower case that a condition lists; empty if it lists none."""
    return frozenset(
        [lower] if isinstance(lower, str) else lower.get("IN", ()) if isinstance(lower, dict) else ()
    )


def _test(name: str, value: object) -> _Test:
    if isinstance(value, bool) == (name == "IS_SPACE") and isinstance(value, bool | str):
        return lambda found: bool(found == value)
    if name == "IS_SPACE" or not isinstance(value, dict) or not set(value) <= {"IN", "NOT_IN", "REGEX"}:
        raise UnknownShapeError(f"a pattern asks of {name} to be {value!r}")
    inside = frozenset(value["IN"]) if "IN" in value else None
    outside = frozenset(value.get("NOT_IN", ()))
    regex = re.compile(value.get("REGEX", ""))
    return lambda found: (
        (inside is None or found in inside) and found not in outside and regex.search(found) is not None
    )


def _anchor(rule: _Rule) -> int:
    """The slot by whose words a pattern of several tokens is looked for."""
    for n, slot in enumerate(rule.slots):
        if slot.word:
            return n
    raise UnknownShapeError("a pattern of several tokens names no word")


def _index(index: int, length: int) -> int:
    place = index if index >= 0 else length + index
    if not 0 <= place < length:
        raise UnknownShapeError("a pattern sets a token outside of itself")
    return place
