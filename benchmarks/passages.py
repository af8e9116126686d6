"""Reads short annotated passages: marks stand in the text, and below each sentence what it says.

    == 3
    [c1:Slovakia]’s [o1:interior ministry] said that [o2:prosecutors] had not questioned [p1:Marin Duca].
    > o1 partOf c1
    > o2 investigated p1 not by o1

A mark is the entity (p a person, o an organization, c a country, l another place) and a mention of it; marks may stand in
one another. A line without `>` is a sentence, an empty line parts paragraphs. Behind a claim: `not` for negated, `maybe` for
possible, `by` and an entity or `unnamed` for its holder; `c1/o1` accepts o1 as well as c1.

    python benchmarks/passages.py FILE...      says what is wrong with the passages
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kg.evaluate import find_faults
from kg.evaluate.gold import GoldArticle, GoldClaim, GoldEntity
from kg.model import UNNAMED, Article, EntityType, Modality, Polarity, Span
from kg.ontology import load_ontology

_TYPES = {
    "p": EntityType.PERSON,
    "o": EntityType.ORGANIZATION,
    "c": EntityType.COUNTRY,
    "l": EntityType.PLACE,
}
_OPENS = re.compile(r"\[([pocl]\d+):|\]")
_ENTITY = r"[pocl]\d+"
_CLAIM = re.compile(
    rf"> ({_ENTITY}(?:/{_ENTITY})*) (\w+) ({_ENTITY}(?:/{_ENTITY})*)( not)?( maybe)?(?: by ({_ENTITY}|unnamed))?"
)


class PassageError(Exception):
    """A passage that does not keep to the form: what, and in which line of which passage."""


class Mark(NamedTuple):
    """Where an entity is mentioned."""

    place: Span
    entity: str


class Passage(NamedTuple):
    """A short article with its annotation, and where its entities are mentioned."""

    article: Article
    gold: GoldArticle
    marks: tuple[Mark, ...]


@dataclass
class _Passage:
    """What has been read of one."""

    name: str
    text: str = ""
    sentence: Span | None = None
    marks: list[Mark] = field(default_factory=list)
    claims: list[GoldClaim] = field(default_factory=list)

    def read(self, line: str) -> None:
        if line.startswith(">"):
            self.claims.append(self._claim(line))
        elif line.strip():
            self._sentence(line.strip())
        elif self.text:
            self.text = self.text.rstrip() + "\n\n"

    def _sentence(self, line: str) -> None:
        if self.text and not self.text.endswith("\n"):
            self.text += " "
        begin, opened, last = len(self.text), list[tuple[str, int]](), 0
        for mark in _OPENS.finditer(line):
            self.text += line[last : mark.start()]
            last = mark.end()
            if mark.group(1):
                opened.append((mark.group(1), len(self.text)))
            elif opened:
                entity, start = opened.pop()
                self.marks.append(Mark(Span(start, len(self.text)), entity))
            else:
                raise PassageError(f"{self.name}: a mark ends that did not begin: {line}")
        self.text += line[last:]
        if opened:
            raise PassageError(f"{self.name}: a mark has no end: {line}")
        self.sentence = Span(begin, len(self.text))

    def _claim(self, line: str) -> GoldClaim:
        told = _CLAIM.fullmatch(line.strip())
        if told is None or self.sentence is None:
            raise PassageError(f"{self.name}: not a claim: {line}")
        subject, relation, other, denied, possible, holder = told.groups()
        (first, *firsts), (second, *seconds) = subject.split("/"), other.split("/")
        return GoldClaim(
            first,
            relation,
            second,
            self.sentence,
            Polarity.NEGATED if denied else Polarity.AFFIRMED,
            Modality.POSSIBLE if possible else Modality.ACTUAL,
            UNNAMED if holder == "unnamed" else holder,
            accept_subject=tuple(firsts),
            accept_object=tuple(seconds),
        )

    def whole(self) -> Passage:
        surfaces: defaultdict[str, list[str]] = defaultdict(list)
        for mark in self.marks:
            surfaces[mark.entity].append(mark.place.of(self.text))
        entities = (
            GoldEntity(key, _TYPES[key[0]], _name(forms), tuple(dict.fromkeys(forms)))
            for key, forms in sorted(surfaces.items())
        )
        article = Article(self.name, self.text.rstrip() + "\n")
        return Passage(
            article, GoldArticle(self.name, tuple(entities), tuple(self.claims)), tuple(self.marks)
        )


def read_passages(paths: Iterable[Path]) -> Iterator[Passage]:
    """The passages of the files, in their order, each as a short article and its annotation.

    Raises:
        PassageError: a line that is neither a sentence with whole marks nor a claim.
    """
    for path in paths:
        passage: _Passage | None = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=="):
                if passage is not None:
                    yield passage.whole()
                passage = _Passage(f"{path.stem}-{line.strip('= ')}")
            elif passage is not None:
                passage.read(line)
        if passage is not None:
            yield passage.whole()


def _name(surfaces: Iterable[str]) -> str:
    """The longest mention that begins with a capital, or the longest."""
    ordered = sorted(surfaces, key=len, reverse=True)
    return next((each for each in ordered if each[0].isupper()), ordered[0])


def main() -> None:
    """Say what is wrong with the files that are named, and how much stands in them."""
    relations = load_ontology().relations
    faults, passages, claims, sentences = [], set[str](), 0, 0
    for name in sys.argv[1:]:
        try:
            for article, gold, _ in read_passages([Path(name)]):
                faults += [
                    f"{gold.identifier}: {fault}" for fault in find_faults(gold, article.text, relations)
                ]
                if gold.identifier in passages:
                    faults.append(f"{gold.identifier}: stands twice")
                passages.add(gold.identifier)
                claims += len(gold.claims)
        except PassageError as fault:
            faults.append(str(fault))
        text = Path(name).read_text(encoding="utf-8").splitlines()
        sentences += sum(bool(line.strip()) and line[0] not in ">=" for line in text)
    print(*faults, sep="\n")
    print(f"{len(passages)} passages, {sentences} sentences, {claims} claims, {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
