"""Runs the sentences that a relation brings along: every example must give its claim, no counter-example may."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.errors import OntologyError
from kg.model import Article, Extraction, Span
from kg.ontology import Ontology, Relation

_BRACKET: Final = re.compile(r"\[(?:(?P<mark>[SO]):)?(?P<words>[^\[\]]+)\]")


class ExampleKind(StrEnum):
    """What a sentence shows."""

    EXAMPLE = "example"
    """The bracketed names stand in the relation."""
    COUNTER_EXAMPLE = "counter-example"
    """They do not, though the words suggest it."""


@dataclass(frozen=True, slots=True)
class ExampleSentence:
    """A sentence without its brackets, and where the two ends stand in it."""

    text: str
    subject: Span
    object: Span


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """How one sentence of a relation came out; `sentence` is as the ontology writes it."""

    relation: str
    sentence: str
    kind: ExampleKind
    passed: bool


def parse_example(sentence: str) -> ExampleSentence:
    """The text and the two ends of a bracketed sentence: subject first, unless marked `[O:…]` and `[S:…]`.

    Raises:
        OntologyError: there are not exactly two brackets, or the marks do not fit.

    >>> parse_example("[O:Kosovo] was recognized by [S:Japan].").subject.of("Kosovo was recognized by Japan.")
    'Japan'
    """
    pieces: list[str] = []
    ends: list[tuple[str | None, Span]] = []
    length = last = 0
    for match in _BRACKET.finditer(sentence):
        before, words = sentence[last : match.start()], match["words"]
        begin = length + len(before)
        length, last = begin + len(words), match.end()
        pieces += [before, words]
        ends.append((match["mark"], Span(begin, length)))
    text = "".join([*pieces, sentence[last:]])
    marks = [mark for mark, _ in ends]
    if (
        len(ends) != 2
        or marks.count(None) == 1
        or marks[0] == marks[1] is not None
        or "[" in text
        or "]" in text
    ):
        raise OntologyError(
            f"not an example: {sentence!r}; put two names in brackets, the subject first, or mark them [S:…] and [O:…]"
        )
    first, second = ends[0][1], ends[1][1]
    return ExampleSentence(text, second, first) if marks[0] == "O" else ExampleSentence(text, first, second)


def check_examples(ontology: Ontology, extract: Callable[[Article], Extraction]) -> Iterator[ExampleResult]:
    """Reads every example and counter-example as an article of its own, in the order of the relations' names.

    A claim counts whatever its polarity, modality and holder; that of a symmetric relation in either direction.

    Raises:
        OntologyError: a sentence is not bracketed as it should be.
    """
    for relation in ontology.relations.values():
        yield from _check_relation(relation, extract)


def _check_relation(relation: Relation, extract: Callable[[Article], Extraction]) -> Iterator[ExampleResult]:
    groups = (
        (ExampleKind.EXAMPLE, relation.examples),
        (ExampleKind.COUNTER_EXAMPLE, relation.counter_examples),
    )
    for kind, sentences in groups:
        for number, sentence in enumerate(sentences, 1):
            try:
                example = parse_example(sentence)
            except OntologyError as error:
                raise OntologyError(f"{relation.name}: {error}") from error
            read = extract(Article(f"{relation.name}-{kind}-{number}", example.text))
            found = _claims(relation, example, read)
            yield ExampleResult(relation.name, sentence, kind, found is (kind is ExampleKind.EXAMPLE))


def _claims(relation: Relation, example: ExampleSentence, read: Extraction) -> bool:
    """Whether the reading holds a claim of the relation between the two bracketed ends."""
    subjects, objects = _entities(read, example.subject), _entities(read, example.object)
    ends = {(claim.subject, claim.object) for claim in read.claims if claim.relation == relation.name}
    if relation.symmetric:
        ends |= {(second, first) for first, second in ends}
    return any(subject in subjects and object_ in objects for subject, object_ in ends)


def _entities(read: Extraction, span: Span) -> set[str]:
    """Whom the bracket names: by the mentions inside it, else by those that share words with it."""
    inside = {mention.entity for mention in read.mentions if span.covers(mention.span)}
    return inside or {mention.entity for mention in read.mentions if mention.span.overlaps(span)}
