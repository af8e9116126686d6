"""A text as it is compared with others: each part is worked out when it is first needed, once for all comparisons."""

from dataclasses import dataclass
from functools import cached_property

from kg.copies.sentences import bounds
from kg.copies.words import details, without_dateline, word_triples, words_of_each


@dataclass(frozen=True)
class Text:
    """A text, prepared for comparing."""

    text: str

    @cached_property
    def plain(self) -> list[str]:
        """Each sentence without a dateline."""
        return [without_dateline(self.text[begin:end]) for begin, end in bounds(self.text)]

    @cached_property
    def tokens(self) -> list[list[str]]:
        """The words of each sentence."""
        return words_of_each(self.plain)

    @cached_property
    def vocabularies(self) -> list[set[str]]:
        """The different words of each sentence."""
        return [set(words) for words in self.tokens]

    @cached_property
    def vocabulary(self) -> set[str]:
        """Those of all sentences."""
        return set().union(*self.vocabularies)

    def details(self, number: int) -> frozenset[str]:
        """The names and numbers of a sentence."""
        if number not in self._details:
            self._details[number] = details(self.plain[number])
        return self._details[number]

    @cached_property
    def _details(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def lines(self) -> list[str]:
        """Each sentence, folded."""
        return [" ".join(words) for words in self.tokens]

    @cached_property
    def by_line(self) -> dict[str, int]:
        """The first sentence of just these words."""
        return {line: number for number, line in reversed(list(enumerate(self.lines)))}

    @cached_property
    def triples(self) -> list[set[str]]:
        """The triples of words of each sentence."""
        return [set(word_triples(words)) for words in self.tokens]

    @cached_property
    def by_triple(self) -> dict[str, tuple[int, ...]]:
        """The sentences that have each triple of words."""
        found: dict[str, tuple[int, ...]] = {}
        for number, triples in enumerate(self.triples):
            again = {triple: (*found[triple], number) for triple in triples & found.keys()}
            found.update(dict.fromkeys(triples, (number,)))
            found.update(again)
        return found
