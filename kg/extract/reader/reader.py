"""The trained reader: what it takes for likely in each sentence, of what the grammar finds and of what it does not find."""

import pathlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from math import exp
from typing import Final

import numpy as np

from kg.extract.annotations import Candidate
from kg.extract.frames import Frame
from kg.extract.reader.ends import End
from kg.extract.reader.network import Network, load_network
from kg.extract.reader.pairs import PairFinder, SentencePairs
from kg.extract.reader.paths import Path
from kg.extract.tree import Doc, Span, Token
from kg.ontology import Relation

FRAME: Final = "reader"
"""What a claim of the reader names as its frame."""
MODEL: Final = pathlib.Path(__file__).with_name("model.npz")
LIKELY: Final = -2.0
"""In log odds: what the reader alone sees is weighed from here on."""
UNLIKELY: Final = -5.0
"""In log odds: what is less likely counts for nothing."""
STATIC: Final = frozenset(
    "alliedWith citizenOf leads locatedIn memberOf partOf relativeOf representedBy worksFor".split()
)
"""Relations that a noun phrase presupposes."""
_PLACES: Final = ("top", "path", "under", "subject", "object", "between", "outside")
"""Where the word that carries a relation is looked for, in this order."""
_LIGHT: Final = 8
"""A word of so many relations ("have", "take", "give") carries one with a noun alone: it is looked at last."""

Statement = tuple[int, str, str, str]
"""The token where a sentence starts, the subject, the relation, the object."""
Best = tuple[float, tuple[End, End]]
"""How likely it is in log odds, and the mentions of which it is likeliest."""


class Reading:
    """What the reader makes of one document.

    Attributes:
        candidates: what the grammar does not find in the sentence.
    """

    def __init__(self, candidates: Sequence[Candidate], best: Mapping[Statement, Best]) -> None:
        self.candidates = candidates
        self._best = best
        self._rivals: defaultdict[tuple[object, ...], list[float]] = defaultdict(list)
        for statement, (value, _) in best.items():
            for rivalry in _rivalries(statement):
                self._rivals[rivalry].append(value)

    def features(self, statement: Statement, *, alone: bool) -> dict[str, float]:
        """What speaks for and against a statement in the reader's eyes, for the confidence of its claim.

        Args:
            alone: whether the grammar does not find it.
        """
        who = "reader alone" if alone else "reader"
        if statement not in self._best:
            return {"unlikely to the reader": 1.0}
        value, _ = self._best[statement]
        features = {who: value}
        for rivalry in _rivalries(statement):
            others = list(self._rivals[rivalry])
            others.remove(value)
            features[f"{who}, {rivalry[0]}"] = max(others, default=UNLIKELY) - value
        return features


def _rivalries(statement: Statement) -> Iterator[tuple[object, ...]]:
    """What statements of a document share that differ in one thing from this one, and in which."""
    start, subject, relation, other = statement
    yield "in another sentence", subject, relation, other
    yield "of another subject", start, relation, other
    yield "of another object", start, subject, relation
    yield "in another relation", start, subject, other


class Reader:
    """Judges what may hold between the mentions of a sentence, as it learned from annotated articles.

    Args:
        frames: of all relations; their triggers are cues.
        relations: those that may be found; the network knows the shipped ones alone.
    """

    def __init__(self, network: Network, frames: Sequence[Frame], relations: Mapping[str, Relation]) -> None:
        self.network = network
        self.relations = {name: relations[name] for name in network.relations if name in relations}
        self.pairs = PairFinder(frames, self.relations)

    def read(self, doc: Doc, told: Collection[Candidate], counts: Callable[[Token], bool]) -> Reading:
        """What is likely in the sentences that count, beside what the grammar has told."""
        best: dict[Statement, Best] = {}
        found: list[Candidate] = []
        for seen in self.pairs.of(doc, told, counts):
            known = {self.statement(doc, candidate) for candidate in seen.told}
            here = self._best(seen)
            best |= here
            for statement, (value, pair) in here.items():
                if value >= LIKELY and statement not in known:
                    found.append(self._candidate(doc, seen.sentence, statement[2], pair, value))
        return Reading(found, best)

    def statement(self, doc: Doc, candidate: Candidate) -> Statement:
        """What a candidate says, and where."""
        start = doc[candidate.trigger].sent.start
        return self._statement(start, candidate.subject_entity, candidate.relation, candidate.object_entity)

    def _statement(self, start: int, subject: str, relation: str, other: str) -> Statement:
        known = self.relations.get(relation)
        if known is not None and known.symmetric and other < subject:
            subject, other = other, subject
        return start, subject, relation, other

    def _best(self, seen: SentencePairs) -> dict[Statement, Best]:
        """The statements that are not unlikely, each of the mentions of which it is likeliest."""
        best: dict[Statement, Best] = {}
        logits = self.network.logits(seen.features)
        for row, column in zip(*np.nonzero(logits >= UNLIKELY), strict=True):
            pair, relation, value = (
                seen.pairs[row],
                self.network.relations[column],
                float(logits[row, column]),
            )
            if relation in self.pairs.fitting.of(*pair):
                start, (subject, other) = seen.sentence.start, pair
                statement = self._statement(start, subject.entity, relation, other.entity)
                if statement not in best or value > best[statement][0]:
                    best[statement] = value, pair
        return best

    def _candidate(
        self, doc: Doc, sentence: Span, relation: str, pair: tuple[End, End], logit: float
    ) -> Candidate:
        subject, other = pair
        trigger = self._trigger(doc, sentence, relation, Path(doc, subject, other))
        return Candidate(
            subject.head,
            other.head,
            subject.entity,
            other.entity,
            relation,
            trigger.i,
            FRAME,
            1 / (1 + exp(-logit)),
            static=relation in STATIC and trigger.pos_ not in ("VERB", "AUX"),
        )

    def _trigger(self, doc: Doc, sentence: Span, relation: str, path: Path) -> Token:
        """The word nearest to the path that is a cue of the relation; else what governs both ends."""
        cued = [
            (len(names) >= _LIGHT, _PLACES.index(path.place(i)), abs(i - path.object.head), i)
            for i, names in self.pairs.cues.inside(sentence)
            if relation in names and doc[i].pos_ != "AUX"
        ]
        if cued:
            return doc[min(cued)[-1]]
        return path.top if path.top is not None else doc[max(path.subject.head, path.object.head)]


@cache
def shipped_network() -> Network:
    """The network that comes with the package.

    Raises:
        KgError: its file is not there, or is another.
    """
    return load_network(MODEL)
