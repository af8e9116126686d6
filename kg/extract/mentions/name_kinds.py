"""Which kind of entity a name is: a model with a weight for everything that may speak for a kind.

The weights in name_kinds.json are fitted to the names of the sample and training articles whose errors may be read, by
benchmarks/name_kinds.py.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kg.model import EntityType

WEIGHTS: Final = Path(__file__).with_suffix(".json")
KINDS: Final = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE)
"""Of equal scores the first counts."""
BIAS: Final = "bias"


@cache
def shipped_weights() -> Mapping[str, Mapping[str, float]]:
    """By the name of what may speak for a kind, its weight for each kind."""
    weights: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def likeliest(facts: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]) -> EntityType:
    """The kind that most speaks for. Facts without a weight count nothing.

    >>> likeliest({"owns Person": 1.0, "unheard of": 1.0}, {"owns Person": {"Person": 0.4, "Place": -0.1}}).value
    'Person'
    """
    scores = dict.fromkeys(KINDS, 0.0)
    for fact, value in sorted({BIAS: 1.0, **facts}.items()):
        of_kinds = weights.get(fact)
        if of_kinds:
            for kind in KINDS:
                scores[kind] += value * of_kinds.get(kind.value, 0.0)
    return max(KINDS, key=lambda kind: scores[kind])
