"""How sure a claim is: a logistic model over what the grammar knows of it, fitted to annotated sample articles.

The weights in confidence.json are fitted to the sample and training articles whose errors may be read, and measured on the
others, by benchmarks/calibration.py.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp, log, log1p
from pathlib import Path
from typing import Final

from kg.extract.annotations import Candidate, TokenMention, mentions_by_head
from kg.extract.reader import FRAME
from kg.extract.tree import Doc, Token
from kg.model import Claim, Modality, Polarity, Span

WEIGHTS: Final = Path(__file__).with_suffix(".json")
WEIGHTS_WITH_READER: Final = WEIGHTS.with_name("reader") / "confidence.json"
BIAS: Final = "bias"
_DEEPEST: Final = 6
"""Further below its trigger, an end counts as this far."""


def confidence(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The estimate that a claim with these features is right, to two places. Unknown features count nothing.

    >>> confidence({"bias": 0.5, "negated": -1.0}, {"bias": 1.0, "negated": 1.0, "unheard of": 1.0})
    0.38
    """
    score = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return round(1 / (1 + exp(-score)), 2)


@cache
def shipped_weights(*, with_reader: bool = False) -> Mapping[str, float]:
    """The fitted weights, by the name of their feature; others where the trained reader judges claims as well."""
    path = WEIGHTS_WITH_READER if with_reader else WEIGHTS
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


class Features:
    """Names and values of what speaks for and against the claims of one document.

    Args:
        told: all its claims, each with the candidate that it was made from.
    """

    def __init__(self, doc: Doc, told: Iterable[tuple[Candidate, Claim]]) -> None:
        self.doc = doc
        self.mentions = mentions_by_head(doc)
        self._mentioned: Counter[str] = Counter()
        self._around: defaultdict[int, set[str]] = defaultdict(set)
        for mention in self.mentions.values():
            named = mention.members or (mention.entity,)
            self._mentioned.update(named)
            self._around[doc[mention.head].sent.start].update(named)
        self._said: defaultdict[tuple[str, str, str], set[Span]] = defaultdict(set)
        self._claims: Counter[Span] = Counter()
        for _, claim in told:
            self._said[_statement(claim)].add(claim.evidence)
            self._claims[claim.evidence] += 1

    def of(self, candidate: Candidate, claim: Claim) -> dict[str, float]:
        """The features of one claim; the candidate is what it was made from, the claim says how it is presented."""
        sentence = self.doc[candidate.trigger].sent
        features = {
            BIAS: 1.0,
            "score": _log_odds(candidate.confidence),
            "distance": log1p(abs(candidate.subject - candidate.object)),
            "sentence": log(len(sentence)),
            "entities in the sentence": log1p(len(self._around[sentence.start])),
            "claims in the sentence": log1p(self._claims[claim.evidence]),
            "mentions of the subject": log1p(self._mentioned[claim.subject]),
            "mentions of the object": log1p(self._mentioned[claim.object]),
        }
        return features | dict.fromkeys(self._holding(candidate, claim), 1.0)

    def _holding(self, candidate: Candidate, claim: Claim) -> Iterator[str]:
        trigger = self.doc[candidate.trigger]
        construction = "static" if candidate.static else trigger.pos_.lower()
        if candidate.frame == FRAME:
            construction = "reader"
        yield f"relation {claim.relation}"
        yield f"construction {construction}"
        yield f"relation {claim.relation}, {construction}"
        yield f"trigger is {trigger.dep_}"
        yield from self._end("subject", candidate.subject, trigger)
        yield from self._end("object", candidate.object, trigger)
        if candidate.subject < candidate.object:
            yield "subject first"
        if claim.polarity is Polarity.NEGATED:
            yield "negated"
        if claim.modality is Modality.POSSIBLE:
            yield "possible"
        if claim.holder is not None:
            yield "held"
        if len(self._said[_statement(claim)]) > 1:
            yield "said again"

    def _end(self, end: str, head: int, trigger: Token) -> Iterator[str]:
        yield f"{end} is {self.doc[head].dep_}"
        yield f"{end} is {_steps_below(trigger, self.doc[head])} below the trigger"
        mention: TokenMention | None = self.mentions.get(head)
        if mention is not None:
            yield f"{end} is a {mention.kind.value}"
            yield f"{end} is a {mention.type.value}"
            if mention.tentative:
                yield f"{end} is known from this claim alone"


def _statement(claim: Claim) -> tuple[str, str, str]:
    return claim.subject, claim.relation, claim.object


def _steps_below(trigger: Token, end: Token) -> str:
    """How many arcs lead down from the trigger to an end; "not" where none do."""
    steps, current = 0, end
    while current.i != trigger.i:
        if current.head.i == current.i:
            return "not"
        steps, current = steps + 1, current.head
    return str(min(steps, _DEEPEST))


def _log_odds(score: float) -> float:
    return log(max(score, 0.05) / (1.02 - min(score, 1.0)))
