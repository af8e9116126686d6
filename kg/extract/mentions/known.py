"""Names that only what is known tells: by the gazetteer's spelling, or by the fuller name of somebody in the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.lexicon.places import COMPASS
from kg.extract.lexicon.words import ARTICLES, CALENDAR
from kg.extract.mentions.name import Name
from kg.extract.words import Words
from kg.gazetteer import Gazetteer

SHORTEST: Final = 3
"""Shorter words are too often something else."""
NO_SURNAME_BEFORE: Final = ARTICLES | {
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
}

_NOUNS: Final = ("NOUN", "PROPN", "X")


class KnownNames:
    """Completes the names of one document.

    Args:
        words: its tokens.
        gazetteer: names known beforehand.
        closed: tokens where no names are wanted.
    """

    def __init__(self, words: Words, gazetteer: Gazetteer, closed: frozenset[int]) -> None:
        self.w = words
        self.gazetteer = gazetteer
        self.closed = closed

    def complete(self, names: Sequence[Name]) -> list[Name]:
        """The names, some of them longer now, and what was overlooked."""
        longer = [self._longer(name) for name in names]
        taken = {i for name in longer for i in range(name.start, name.end)}
        return [*longer, *self._in_lower_case(taken), *self._surnames(longer, taken)]

    def _longer(self, name: Name) -> Name:
        """The name with the word before it, where both together are known ("al Qaeda", "Sunday Times")."""
        start = name.start - 1
        if start < 0 or name.nested or self.w.sentence[start] != self.w.sentence[name.start]:
            return name
        known = self.w.lower[start] not in ARTICLES and self.gazetteer.by_name(self.w.span(start, name.end))
        return replace(name, start=start) if known else name

    def _in_lower_case(self, taken: set[int]) -> Iterator[Name]:
        """Names that are written without a capital ("dpa")."""
        for i, (text, pos) in enumerate(zip(self.w.text, self.w.pos, strict=True)):
            if pos not in _NOUNS or len(text) < SHORTEST or not text.islower():
                continue
            if i not in taken and i not in self.closed and self.gazetteer.by_name(text):
                yield Name(i, i + 1, "ORG")

    def _surnames(self, names: Iterable[Name], taken: set[int]) -> Iterator[Name]:
        """Surnames that are common words too, alone where the text has given them in full ("West" for Ann West)."""
        known = {
            self.w.text[name.end - 1]
            for name in names
            if name.label == "PERSON" and name.end - name.start > 1 and not name.nested
        } - CALENDAR
        for i, text in enumerate(self.w.text):
            if text in known and i not in taken and i not in self.closed and self._stands_alone(i):
                yield Name(i, i + 1, "PERSON")

    def _stands_alone(self, i: int) -> bool:
        token = self.w.doc[i]
        before = self.w.lower[i - 1] if i else ""
        return (
            before not in NO_SURNAME_BEFORE
            and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj")
            and not (self.w.lower[i] in COMPASS and token.dep_ == "pobj")
        )
