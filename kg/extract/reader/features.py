"""What is seen of a pair of mentions: what stands in, between and beside them, what joins them, what the grammar found."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.reader.cues import Cues
from kg.extract.reader.ends import End
from kg.extract.reader.paths import Path, word_of
from kg.extract.reader.roles import Roles
from kg.extract.tree import Doc, Span

_FAR: Final = 25
"""Between mentions further apart the words are not looked at."""
_BESIDE: Final = 4
_GAPS: Final = (-1, 0, 1, 3, 7, 14)
_MOST_BETWEEN: Final = 5


class Features:
    """What is seen of the pairs of one document, each thing by a name that says what it is."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self.doc = doc
        self.cues = cues
        self.roles = Roles(doc, cues)
        self.plain = [word_of(token) for token in doc]
        self.words = _without_mentions(doc, self.plain)

    def of_sentence(
        self,
        sentence: Span,
        ends: Sequence[End],
        chosen: Iterable[tuple[End, End]],
        told: Sequence[Candidate],
    ) -> Iterator[list[str]]:
        """The features of each chosen pair of a sentence; one may stand there twice.

        Args:
            ends: all mentions of the sentence.
            told: what the grammar finds in it.
        """
        roles, cued = self.roles.of(sentence), self.cues.inside(sentence)
        for subject, other in chosen:
            order = "forth" if subject.head < other.head else "back"
            types = f"{subject.type} {other.type}"
            path = Path(self.doc, subject, other)
            yield [
                f"types {types}",
                f"types {types} {order}",
                f"kinds {subject.kind} {other.kind}",
                *path.features(types, order),
                *self._between(subject, other, order, ends),
                *self._beside(sentence, subject, other, order),
                *self.roles.features(roles, subject, other),
                *self.cues.features(cued, path),
                *_told(told, subject, other),
            ]

    def _between(self, subject: End, other: End, order: str, ends: Sequence[End]) -> Iterator[str]:
        left, right = sorted((subject, other), key=lambda end: end.head)
        gap = right.start - left.end
        yield f"gap {next((most for most in _GAPS if gap <= most), 'more')}"
        inner = {end.head for end in ends if left.head < end.head < right.head}
        yield f"mentions between {min(_MOST_BETWEEN, len(inner))}"
        if left.start <= right.head < left.end or right.start <= left.head < right.end:
            yield f"one in the other {order}"
        if gap > _FAR:
            return
        stretch = self.words[left.end : right.start]
        yield from (f"between {order} {word}" for word in stretch)
        if len(stretch) <= _BESIDE + 1:
            yield f"all between {order} {stretch}"

    def _beside(self, sentence: Span, subject: End, other: End, order: str) -> Iterator[str]:
        """The words around the two, next to each, and in them."""
        words, start, end = self.words, sentence.start, sentence.end
        left, right = sorted((subject, other), key=lambda end: end.head)
        yield from (f"before {order} {word}" for word in words[max(start, left.start - _BESIDE) : left.start])
        yield from (f"after {order} {word}" for word in words[right.end : min(end, right.end + _BESIDE + 1)])
        for name, each in (("subject", subject), ("object", other)):
            yield f"before the {name} {words[each.start - 1] if each.start > start else ''}"
            yield f"after the {name} {words[each.end] if each.end < end else ''}"
            yield from (f"in the {name} {word}" for word in self.plain[each.start : each.end])


def _without_mentions(doc: Doc, words: Sequence[str]) -> list[str]:
    """The words of a document, with the types of mentions in place of theirs."""
    found = list(words)
    for mention in reversed(doc._.kg_mentions):
        found[mention.start : mention.end] = [f"[{mention.type}]"] * (mention.end - mention.start)
    return found


def _told(told: Iterable[Candidate], subject: End, other: End) -> Iterator[str]:
    """What the grammar finds in the sentence, and whether it is about the same ends."""
    for each in told:
        first, second = (_which(end, subject, other) for end in (each.subject_entity, each.object_entity))
        yield f"grammar {first} {second} {each.relation}"


def _which(entity: str, subject: End, other: End) -> str:
    return "subject" if entity == subject.entity else "object" if entity == other.entity else "another"
