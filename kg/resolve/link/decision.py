"""Which item of a register an entity is: one, none, or no telling. A doubtful link is none."""

from collections.abc import Mapping, Sequence
from typing import Final

from kg.model import Link, LinkResult
from kg.resolve.link.asked import Asked, is_short
from kg.resolve.link.classes import fits
from kg.resolve.link.items import Item
from kg.resolve.link.scoring import Score, Scoring

ENOUGH: Final = 70
"""Points out of 100 from which on an item may be the entity."""
APART: Final = 10
"""Points that must lie between the best item and the next."""
_SHOWN: Final = 3


def decide(asked: Asked, answers: Mapping[str, Sequence[Item]], register: str) -> Link:
    """What an entity is in a register.

    Args:
        answers: the items that each of `asked.lookups` found.
        register: where they come from.
    """
    found: dict[str, tuple[Item, list[str]]] = {}
    for name in asked.lookups:
        for candidate in answers.get(name, ()):
            found.setdefault(candidate.item, (candidate, []))[1].append(name)
    fitting = [(candidate, names) for candidate, names in found.values() if fits(asked.type, candidate.types)]
    if not fitting:
        return Link(asked.entity, register, LinkResult.NIL, reason=_nothing(asked, len(found)))
    scoring = Scoring(asked)
    alone = len(fitting) == 1
    scores = [scoring.score(candidate, names, alone=alone) for candidate, names in fitting]
    scores.sort(key=lambda score: (-score.points, score.candidate.item))
    return _of_scores(asked, scores, register)


def _of_scores(asked: Asked, scores: Sequence[Score], register: str) -> Link:
    best = scores[0]
    rivals = [score for score in scores if score.points > best.points - APART]
    needs_context = all(is_short(name, asked.type) for name in asked.lookups) and not best.in_context
    result, item, confidence = LinkResult.NIL, None, None
    if best.contradicted:
        reason = f"none fits: {_told(best)}"
    elif len(rivals) > 1:
        result = LinkResult.AMBIGUOUS
        reason = f"{len(rivals)} fit about equally: {', '.join(map(_told, rivals[:_SHOWN]))}"
    elif needs_context:
        reason = f"the name alone does not say who is meant: {_told(best)}"
    elif best.points < ENOUGH:
        reason = f"too little speaks for it: {_told(best)}"
    else:
        result, item, confidence = LinkResult.LINKED, best.candidate.item, best.points / 100
        reason = "; ".join(best.reasons)
    candidates = tuple(score.candidate.item for score in scores)
    return Link(asked.entity, register, result, item, confidence, candidates, reason)


def _told(score: Score) -> str:
    return f"{score.candidate.item.rstrip('/').rpartition('/')[2]} ({'; '.join(score.reasons)})"


def _nothing(asked: Asked, others: int) -> str:
    names = " or ".join(f"“{name}”" for name in asked.lookups) or "no name that could be asked for"
    if others:
        return f"what is called {names} there is no {asked.type.value.lower()}"
    return f"nothing is called {names} there"
