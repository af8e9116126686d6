"""The pairs of mentions of each sentence that some relation may join, with what is seen of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.extract.annotations import Candidate
from kg.extract.frames import Frame
from kg.extract.reader.cues import Cues
from kg.extract.reader.ends import End, Fitting, ends_by_sentence, pairs
from kg.extract.reader.features import Features
from kg.extract.tree import Doc, Span, Token
from kg.ontology import Relation


class SentencePairs(NamedTuple):
    """The pairs of one sentence, subject first, their features, and what the grammar finds there."""

    sentence: Span
    pairs: Sequence[tuple[End, End]]
    features: Sequence[Sequence[str]]
    told: Sequence[Candidate]


class PairFinder:
    """Finds the pairs of documents.

    Args:
        frames: of all relations; their triggers are cues.
        relations: those that pairs are looked at for.
    """

    def __init__(self, frames: Sequence[Frame], relations: Mapping[str, Relation]) -> None:
        self.cues = Cues(frames)
        self.fitting = Fitting(tuple(relations.values()))

    def of(
        self, doc: Doc, told: Collection[Candidate], counts: Callable[[Token], bool]
    ) -> Iterator[SentencePairs]:
        """The pairs of each sentence whose first token counts, in the order of the text.

        Args:
            told: what the grammar finds in the document.
        """
        by_sentence: defaultdict[int, list[Candidate]] = defaultdict(list)
        for each in told:
            by_sentence[doc[each.trigger].sent.start].append(each)
        features = Features(doc, self.cues)
        for start, ends in ends_by_sentence(doc).items():
            chosen = [pair for pair in pairs(ends) if self.fitting.of(*pair)]
            if chosen and counts(doc[start]):
                sentence, here = doc[start].sent, by_sentence[start]
                yield SentencePairs(
                    sentence, chosen, list(features.of_sentence(sentence, ends, chosen, here)), here
                )
