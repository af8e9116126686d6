"""The words by which the frames of the ontology know their relations, and where in a sentence such words stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.frames import (
    AdjectiveFrame,
    CompoundFrame,
    Frame,
    NounFrame,
    RoleFrame,
    VerbFrame,
)
from kg.extract.reader.paths import Path
from kg.extract.tree import Span, Token


class Cues:
    """The relations of which a word is the trigger of some frame."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        known: defaultdict[str, set[str]] = defaultdict(set)
        for frame in frames:
            for word in _triggers(frame):
                known[word].add(frame.relation)
        self._known: Mapping[str, Sequence[str]] = {word: sorted(names) for word, names in known.items()}

    def of(self, token: Token) -> Sequence[str]:
        """Their names, in their order."""
        return self._known.get(token.lemma_.lower()) or self._known.get(token.lower_, ())

    def inside(self, sentence: Span) -> Sequence[tuple[int, Sequence[str]]]:
        """The tokens of a sentence that are such words, with the relations of each."""
        return [(token.i, names) for token in sentence if (names := self.of(token))]

    @staticmethod
    def features(cued: Sequence[tuple[int, Sequence[str]]], path: Path) -> Iterator[str]:
        """Where such words stand to the path between two mentions, by relation."""
        for i, names in cued:
            place = path.place(i)
            for name in names:
                yield f"word of {name} {place}"


def _triggers(frame: Frame) -> Iterator[str]:
    match frame:
        case VerbFrame():
            yield frame.verb
        case NounFrame():
            yield frame.noun
        case AdjectiveFrame():
            yield frame.adjective
        case RoleFrame():
            yield from (noun.split()[-1] for noun in frame.nouns)
        case CompoundFrame():
            yield frame.word
